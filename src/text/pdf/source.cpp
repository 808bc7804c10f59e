// SPDX-License-Identifier: Apache-2.0
#include "text/pdf/source.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/utf8.hpp"
#include "text/pdf/tags.hpp"

namespace crossroads {
namespace {

constexpr double zoom = 3;  // of the fonts' file: it writes sizes in whole numbers
constexpr double same_place = 0.1;
constexpr double size_of_box = 0.9;  // a word's box is about so much higher than its font's size
constexpr std::size_t deepest_bookmark = 9;
constexpr std::ptrdiff_t most_runs_of_a_line = 2000;
constexpr std::size_t longest_run = 2000;  // bytes that are looked at
constexpr double widest_mark = 20;         // points
constexpr std::size_t longest_mark = 6;    // bytes
constexpr std::size_t most_marks = 400;    // of a page
constexpr double smaller = 0.9;            // than the word that it stands behind

/// White space at a word's ends or within it: no line of ours may begin or end with it.
bool is_white(char32_t c) {
  return c == 0xFEFF || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

/// Cuts white space off both ends of text[begin, …).
void trim(std::string& text, std::size_t begin) {
  while (text.size() > begin) {
    const CodePoint last = code_point_before(text, text.size());
    if (!is_white(last.value)) break;
    text.resize(text.size() - last.size);
  }
  std::size_t first = begin;
  while (first < text.size()) {
    const CodePoint point = code_point_at(text, first);
    if (!is_white(point.value)) break;
    first += point.size;
  }
  text.erase(begin, first - begin);
}

std::string characters_of(std::string_view markup) {
  std::string out;
  append_characters(out, markup);
  trim(out, 0);
  return out;
}

class LayoutReader {
 public:
  LayoutReader(PdfSource& source, const PdfLimits& limits) : source_(source), limits_(limits) {}

  void read(std::string_view layout) {
    TagScanner tags(layout);
    while (tags.next()) {
      if (tags.name() == "word") {
        add_word(tags);
      } else if (tags.name() == "line") {
        ++line_;
      } else if (tags.name() == "page") {
        source_.cut = source_.pages.size() == limits_.pages;
        if (source_.cut) return;
        source_.pages.push_back(
            {tags.number("width").value_or(0), tags.number("height").value_or(0), {}});
        line_ = 0;
      } else if (tags.name() == "title") {
        source_.title = characters_of(tags.content());
      } else if (tags.name() == "meta") {
        add_property(tags);
      }
    }
  }

 private:
  void add_word(const TagScanner& tags) {
    const auto left = tags.number("xMin");
    const auto top = tags.number("yMin");
    const auto right = tags.number("xMax");
    const auto bottom = tags.number("yMax");
    if (words_ == limits_.words) source_.cut = true;
    if (source_.pages.empty() || source_.cut || !left || !top || !right || !bottom) {
      return;
    }
    const std::size_t begin = source_.text.size();
    append_characters(source_.text, tags.content());
    trim(source_.text, begin);
    const std::size_t end = source_.text.size();
    if (begin == end || end > std::numeric_limits<std::uint32_t>::max()) {
      source_.text.resize(begin);
      return;
    }
    PdfWord word;
    word.box = {std::min(*left, *right), std::min(*top, *bottom), std::max(*left, *right),
                std::max(*top, *bottom)};
    word.text = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    word.size = static_cast<float>(word.box.height() * size_of_box);
    word.line = line_;
    source_.pages.back().words.push_back(word);
    ++words_;
  }

  void add_property(const TagScanner& tags) {
    const auto name = tags.attribute("name");
    const auto content = tags.attribute("content");
    if (!name || !content) return;
    if (*name == "Author") source_.author = characters_of(*content);
    if (*name == "CreationDate") source_.created = characters_of(*content);
  }

  PdfSource& source_;
  PdfLimits limits_;
  std::size_t words_ = 0;
  std::uint32_t line_ = 0;
};

/// What a font's name says of its face: "CMBX10", "TimesNewRomanPS-BoldMT", "NimbusRomNo9L-Medi".
std::uint8_t face_of(std::string_view family) {
  const std::size_t plus = family.find('+');  // behind the tag of a subset
  const std::string name = ascii_lower(plus == 6 ? family.substr(plus + 1) : family);
  const auto says = [&](const auto& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return name.find(word) != name.npos; });
  };
  constexpr std::array<std::string_view, 15> bold = {
      "bold",   "black", "heavy", "demi", "-medi", "cmb",   "sfbx",        "sfsx",
      "cmssbx", "lmbx",  "-bx",   "txbx", "ecbx",  "ptmb8", "librationb10"};
  constexpr std::array<std::string_view, 10> italic = {"ital", "obli",   "slant", "cmti", "cmsl",
                                                       "sfti", "cmbxti", "lmri",  "-it",  "kursiv"};
  constexpr std::array<std::string_view, 10> fixed = {"mono",    "courier", "cmtt", "typewriter",
                                                      "consola", "sftt",    "lmtt", "inconsol",
                                                      "menlo",   "fixed"};
  std::uint8_t face = 0;
  if (says(bold) || name.ends_with("tb") || name.ends_with("tbi")) face |= PdfFace::bold;
  if (says(italic) || name.ends_with("ti") || name.ends_with("bi")) face |= PdfFace::italic;
  if (says(fixed)) face |= PdfFace::fixed;
  return face;
}

/// Whether all of a run's characters stand within one element of that name.
bool is_wholly(std::string_view inside, std::string_view name) {
  const std::string open = fmt::format("<{}>", name);
  const std::string close = fmt::format("</{}>", name);
  const std::size_t begin = inside.find(open);
  const std::size_t end = inside.find(close);
  if (begin == inside.npos || end == inside.npos || inside.find(open, begin + 1) != inside.npos) {
    return false;
  }
  return characters_of(inside.substr(0, begin)).empty() &&
         characters_of(inside.substr(end)).empty();
}

/// The converter runs words of several faces together under the first one's font; its marks tell.
void set_face(std::uint8_t& face, std::uint8_t bit, std::string_view inside,
              std::string_view name) {
  if (inside.find(fmt::format("<{}>", name)) == inside.npos) return;
  face = static_cast<std::uint8_t>(is_wholly(inside, name) ? face | bit : face & ~bit);
}

class FontsReader {
 public:
  FontsReader(PdfSource& source, const PdfLimits& limits) : source_(source), limits_(limits) {}

  void read(std::string_view fonts) {
    TagScanner tags(fonts);
    std::size_t depth = 0;
    while (tags.next()) {
      if (tags.name() == "text") {
        add_run(tags);
      } else if (tags.name() == "fontspec") {
        add_font(tags);
      } else if (tags.name() == "page") {
        finish_page();
        const double number = tags.number("number").value_or(0);
        page_ = number >= 1 ? static_cast<std::size_t>(number) - 1 : source_.pages.size();
      } else if (tags.name() == "outline") {
        ++depth;
      } else if (tags.name() == "/outline") {
        depth -= std::min<std::size_t>(depth, 1);
      } else if (tags.name() == "item" && depth > 0) {
        add_bookmark(tags, std::min(depth, deepest_bookmark));
      }
    }
    finish_page();
  }

 private:
  struct Font {
    float size = 0;
    std::uint8_t face = 0;
  };
  struct Run {
    double top = 0;
    double left = 0;
    double right = 0;
    double bottom = 0;
    Font font;
    std::string mark;  // its characters, where they may be a note's mark
  };

  void add_font(const TagScanner& tags) {
    const auto id = tags.number("id");
    const auto size = tags.number("size");
    if (!id || !size) return;
    fonts_[static_cast<long>(*id)] = {static_cast<float>(*size / zoom),
                                      face_of(tags.attribute("family").value_or(""))};
  }

  void add_run(const TagScanner& tags) {
    const auto top = tags.number("top");
    const auto left = tags.number("left");
    const auto width = tags.number("width");
    const auto font = fonts_.find(static_cast<long>(tags.number("font").value_or(-1)));
    if (!top || !left || !width || font == fonts_.end()) return;
    const double height = tags.number("height").value_or(0);
    Run run{
        *top / zoom, *left / zoom, (*left + *width) / zoom, (*top + height) / zoom, font->second,
        {}};
    // A font whose name does not say so may still be known to be bold.
    const std::string_view inside = tags.content_up_to("</text>").substr(0, longest_run);
    set_face(run.font.face, PdfFace::bold, inside, "b");
    set_face(run.font.face, PdfFace::italic, inside, "i");
    if (*width / zoom < widest_mark) {
      run.mark = characters_of(inside);
      if (run.mark.size() > longest_mark) run.mark.clear();
    }
    runs_.push_back(run);
  }

  void add_bookmark(const TagScanner& tags, std::size_t depth) {
    const double page = tags.number("page").value_or(0);
    std::string title = characters_of(tags.content_up_to("</item>"));
    if (page < 1 || title.empty() || source_.bookmarks.size() == limits_.bookmarks) return;
    source_.bookmarks.push_back(
        {std::move(title), static_cast<std::size_t>(page) - 1, static_cast<std::uint8_t>(depth)});
  }

  void finish_page() {
    if (page_ < source_.pages.size()) {
      std::sort(runs_.begin(), runs_.end(),
                [](const Run& a, const Run& b) { return a.top < b.top; });
      for (PdfWord& word : source_.pages[page_].words) set_font(word);
      std::size_t marks = 0;
      for (const Run& run : runs_) {
        if (!run.mark.empty() && ++marks <= most_marks) part_mark(run);
      }
    }
    runs_.clear();
  }

  /// The converter may take a raised mark for the end of the word before it: they are two.
  void part_mark(const Run& run) {
    std::vector<PdfWord>& words = source_.pages[page_].words;
    const double middle = (run.left + run.right) / 2;
    const double height = (run.top + run.bottom) / 2;
    for (std::size_t at = 0; at < words.size(); ++at) {
      PdfWord& word = words[at];
      const PdfBox& box = word.box;
      if (middle < box.left || middle > box.right || height < box.top || height > box.bottom) {
        continue;
      }
      const std::string_view text = source_.text_of(word);
      if (run.font.size >= smaller * word.size || text.size() <= run.mark.size() ||
          !text.ends_with(run.mark)) {
        continue;
      }
      PdfWord mark = word;
      mark.box = {run.left, run.top, std::max(run.right, box.right), run.bottom};
      mark.size = run.font.size;
      mark.face = run.font.face;
      mark.text.begin = word.text.end - static_cast<std::uint32_t>(run.mark.size());
      word.text.end = mark.text.begin;
      word.box.right = run.left;
      words.insert(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, mark);
      return;
    }
  }

  /// The run that the word's middle lies in, and that begins at its very height.
  void set_font(PdfWord& word) const {
    const double middle = (word.box.left + word.box.right) / 2;
    auto run = std::lower_bound(runs_.begin(), runs_.end(), word.box.top - same_place,
                                [](const Run& a, double top) { return a.top < top; });
    const auto end = run + std::min<std::ptrdiff_t>(runs_.end() - run, most_runs_of_a_line);
    for (; run != end && run->top <= word.box.top + same_place; ++run) {
      if (middle < run->left - 0.5 || middle > run->right + 0.5) continue;
      if (run->font.size > 0) word.size = run->font.size;
      word.face = run->font.face;
      source_.has_fonts = true;
      return;
    }
  }

  PdfSource& source_;
  PdfLimits limits_;
  std::unordered_map<long, Font> fonts_;
  std::vector<Run> runs_;
  std::size_t page_ = std::numeric_limits<std::size_t>::max();
};

}  // namespace

void PdfBox::add(const PdfBox& other) {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

PdfSource read_pdf_source(std::string_view layout, std::string_view fonts,
                          const PdfLimits& limits) {
  PdfSource source;
  LayoutReader(source, limits).read(layout);
  if (!fonts.empty()) FontsReader(source, limits).read(fonts);
  return source;
}

}  // namespace crossroads
