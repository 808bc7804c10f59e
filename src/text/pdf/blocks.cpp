// SPDX-License-Identifier: Apache-2.0
#include "text/pdf/blocks.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "text/pdf/tables.hpp"
#include "text/plain/shape.hpp"

namespace crossroads {
namespace {

constexpr double other_size = 0.08;   // of a size: more is another one
constexpr double gap = 1.3;           // of the usual distance: more parts paragraphs
constexpr double indent = 0.8;        // of the size
constexpr double raised_size = 0.87;  // of the line's size, at most
constexpr double raised_by = 0.1;     // of the line's size, at least
constexpr double narrow = 0.75;       // of its column: what no line of a paragraph passes
constexpr double room_left = 1.0;     // of the size, besides the next word
constexpr unsigned highest_mark = 999;

int size_key(float size) {
  return static_cast<int>(std::lround(size * 3));
}

PdfStyle style_of(const std::vector<PdfLine>& lines, const std::vector<std::string>& words) {
  PdfStyle style;
  std::map<int, std::size_t> sizes;
  std::map<std::uint8_t, std::size_t> faces;
  std::map<int, std::map<int, std::size_t>> distances;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at].place != PdfLine::Place::body) continue;
    sizes[size_key(lines[at].size)] += words[at].size();
    faces[lines[at].face] += words[at].size();
    if (at == 0 || lines[at - 1].region != lines[at].region) continue;
    if (size_key(lines[at - 1].size) != size_key(lines[at].size)) continue;
    const double distance = lines[at].box.bottom - lines[at - 1].box.bottom;
    if (distance <= 0.5 * lines[at].size || distance > 4 * lines[at].size) continue;
    distances[size_key(lines[at].size)][static_cast<int>(std::lround(distance * 4))] +=
        std::min(words[at].size(), words[at - 1].size());
  }
  const auto by_count = [](const auto& a, const auto& b) { return a.second < b.second; };
  if (!sizes.empty()) {
    style.size =
        static_cast<float>(std::max_element(sizes.begin(), sizes.end(), by_count)->first) / 3;
    style.face = std::max_element(faces.begin(), faces.end(), by_count)->first;
  }
  for (const auto& [size, counts] : distances) {
    style.leading[size] = std::max_element(counts.begin(), counts.end(), by_count)->first / 4.0;
  }
  return style;
}

bool same_size(float a, float b) {
  return std::abs(a - b) <= other_size * std::max(a, b);
}

class BlockMaker {
 public:
  BlockMaker(PdfText& text, const std::vector<LineShape>& shapes)
      : text_(text), lines_(text.lines), shapes_(shapes) {}

  void make() {
    for (std::size_t first = 0; first < lines_.size();) {
      std::size_t end = first + 1;
      while (end < lines_.size() && !parted(end)) ++end;
      const bool program = (lines_[first].face & ~text_.style.face & PdfFace::fixed) != 0;
      if (shapes_[first] == LineShape::table || program) {
        add(first, end, lines_[first].box.left);
      } else {
        part_cluster(first, end);
      }
      first = end;
    }
  }

 private:
  /// Whether a line is parted from the one before by what any reader sees.
  bool parted(std::size_t at) const {
    const PdfLine& a = lines_[at - 1];
    const PdfLine& b = lines_[at];
    if (a.region != b.region || a.place != PdfLine::Place::body) return true;
    if (shapes_[at] == LineShape::cell) return false;
    if (shapes_[at] != LineShape::prose || shapes_[at - 1] != LineShape::prose) return true;
    if (!same_size(a.size, b.size)) return true;
    if (((a.face ^ b.face) & (PdfFace::bold | PdfFace::fixed)) != 0) return true;
    const double distance = b.box.bottom - a.box.bottom;
    return distance < 0 || distance > gap * text_.style.leading_of(b.size);
  }

  /// Parts lines that stand close: by indents, signs and lines that end early.
  void part_cluster(std::size_t first, std::size_t end) {
    double left = lines_[first].box.left;
    double right = lines_[first].box.right;
    for (std::size_t at = first; at < end; ++at) {
      left = std::min(left, lines_[at].box.left);
      right = std::max(right, lines_[at].box.right);
    }
    // Lines that all end far from the column's edge are not broken by it.
    const PdfLine& column = lines_[first];
    if (right < column.left + narrow * (column.right - column.left)) right = column.right;
    const bool hanging = hangs(first, end, left);
    std::size_t begin = first;
    for (std::size_t at = first + 1; at < end; ++at) {
      if (!begins(at, {begin, end, left, right, hanging})) continue;
      add(begin, at, left);
      begin = at;
    }
    add(begin, end, left);
  }

  /// Whether first lines stand out to the left of the others.
  bool hangs(std::size_t first, std::size_t end, double left) const {
    if (end - first < 2 || lines_[first].box.left > left + indent / 2 * lines_[first].size) {
      return false;
    }
    std::size_t out = 0;    // lines that stand out,
    std::size_t pairs = 0;  // and those of them that follow another
    for (std::size_t at = first; at < end; ++at) {
      const bool in = lines_[at].box.left > left + indent * lines_[at].size;
      if (in) continue;
      ++out;
      if (at > first && lines_[at - 1].box.left <= left + indent * lines_[at].size) ++pairs;
    }
    return out < end - first && (3 * pairs <= out || item_marker(text_.words[first]) > 0);
  }

  struct Cluster {
    std::size_t begin = 0;  // where the last block began
    std::size_t end = 0;
    double left = 0;
    double right = 0;
    bool hanging = false;
  };

  /// Whether a block begins with the line `at` of a cluster.
  bool begins(std::size_t at, const Cluster& cluster) const {
    const auto [begin, end, left, right, hanging] = cluster;
    const PdfLine& a = lines_[at - 1];
    const PdfLine& b = lines_[at];
    const double step = indent * b.size;
    const bool ends_early = right - a.box.right > first_word_width(b) + room_left * b.size;
    if (hanging) {
      if (b.box.left <= left + step / 2) return true;
    } else {
      if (b.box.left > a.box.left + step && b.box.left < left + 6 * b.size) {
        // An item's second line may be aligned with its words.
        const bool item = at - 1 == begin && item_marker(text_.words[begin]) > 0;
        if (!item) return true;
      }
      if (b.box.left < a.box.left - step && at - 1 != begin) return true;
    }
    const std::string& words = text_.words[at];
    // Behind an item, a paragraph's first line may stand in as far as the item's words.
    const bool first_in = at + 1 < end && lines_[at + 1].box.left < b.box.left - step &&
                          ends_sentence(text_.words[at - 1]) && !begins_small(words);
    if (first_in) return true;
    if (!raised_mark(*text_.source, b, 0).empty()) return true;
    if (const RaisedDigits digits = raised_digits(words); digits.size > 0 && digits.begin == 0) {
      return true;
    }
    const bool ends = ends_early || ends_sentence(text_.words[at - 1]);
    const bool small = b.size < 0.95 * text_.style.size;
    if (note_mark(words) && ends && small) return true;
    if (item_marker(words) > 0) {
      const bool sign = words[0] != '(' && words[0] != '[' && (words[0] < '0' || words[0] > '9') &&
                        (words[0] < 'a' || words[0] > 'z');
      if (sign || ends) return true;
    }
    return ends_early && (!begins_small(words) || ends_sentence(text_.words[at - 1]));
  }

  double first_word_width(const PdfLine& line) const {
    return text_.source->pages[line.page].words[line.words.front()].box.width();
  }

  void add(std::size_t first, std::size_t end, double left) {
    PdfBlock block;
    block.first = first;
    block.end = end;
    const PdfLine& line = lines_[first];
    block.indented = line.box.left > std::min(left, line.left) + indent * line.size &&
                     (end - first < 2 || lines_[first + 1].box.left < line.box.left - 1);
    switch (shapes_[first]) {
      case LineShape::table:
        block.role = Role::table;
        break;
      case LineShape::contents:
        block.role = Role::contents;
        break;
      case LineShape::cell:
      case LineShape::prose:
        break;
    }
    if (looks_like_rule(text_.words[first])) block.role = Role::separator;
    if (line.place != PdfLine::Place::body) block.role = Role::running_head;
    text_.blocks.push_back(std::move(block));
  }

  PdfText& text_;
  const std::vector<PdfLine>& lines_;
  const std::vector<LineShape>& shapes_;
};

/// Whether more paragraphs begin with an indented line than without one, headings apart.
bool indents(const PdfText& text) {
  std::size_t in = 0;
  std::size_t out = 0;
  for (const PdfBlock& block : text.blocks) {
    if (block.end - block.first < 2 || block.role != Role::body) continue;
    ++(block.indented ? in : out);
  }
  return in > 2 * out;
}

}  // namespace

double PdfStyle::leading_of(float of) const {
  const auto known = leading.find(size_key(of));
  return std::max(known == leading.end() ? 0.0 : known->second, 1.15 * of);
}

std::string PdfText::text_of(const PdfBlock& block) const {
  std::string text = words[block.first];
  for (std::size_t at = block.first + 1; at < block.end; ++at) text += ' ' + words[at];
  return text;
}

std::size_t item_marker(std::string_view line) {
  if (const std::size_t size = list_marker(line)) return size;
  constexpr std::array<std::string_view, 13> signs = {"·", "○", "■", "□", "◆", "►",     "➢",
                                                      "✓", "❖", "→", "∗", "—", "\uF0D8"};
  for (const std::string_view sign : signs) {
    if (!line.starts_with(sign)) continue;
    const std::size_t words = line.find_first_not_of(' ', sign.size());
    return words == line.npos || words == sign.size() ? 0 : words;
  }
  const bool bracket = line.starts_with('[');
  const std::size_t close = line.substr(0, 6).find(bracket ? ']' : ')');
  if ((!bracket && !line.starts_with('(')) || close == line.npos || close < 2) return 0;
  for (const char c : line.substr(1, close - 1)) {
    const bool digit = c >= '0' && c <= '9';
    const bool letter = c >= 'a' && c <= 'z';
    if (!digit && !(letter && (close == 2 || c == 'i' || c == 'v' || c == 'x'))) return 0;
  }
  const std::size_t content = line.find_first_not_of(' ', close + 1);
  return content == line.npos || content == close + 1 ? 0 : content;
}

bool is_raised(const PdfSource& source, const PdfLine& line, std::size_t at) {
  const PdfWord& word = source.pages[line.page].words[line.words[at]];
  return line.words.size() > 1 && word.size <= raised_size * line.size &&
         word.box.bottom <= line.box.bottom - raised_by * line.size;
}

bool is_mark(std::string_view text) {
  const auto all_in = [&](std::string_view set) {
    return text.find_first_not_of(set) == text.npos;
  };
  constexpr std::array<std::string_view, 11> signs = {"*", "**", "***", "†",  "‡", "§",
                                                      "¶", "∗",  "∗∗",  "††", "‡‡"};
  const bool number = !text.empty() && text.size() <= 3 && all_in("0123456789") && text[0] != '0';
  const bool letter = text.size() == 1 && text[0] >= 'a' && text[0] <= 'z';
  return number || letter || std::find(signs.begin(), signs.end(), text) != signs.end();
}

unsigned mark_number(std::string_view mark) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(mark.data(), mark.data() + mark.size(), number);
  const bool whole = error == std::errc() && end == mark.data() + mark.size();
  return whole && number <= highest_mark ? number : 0;
}

RaisedDigits raised_digits(std::string_view text) {
  constexpr std::array<std::string_view, 10> digits = {"⁰", "¹", "²", "³", "⁴",
                                                       "⁵", "⁶", "⁷", "⁸", "⁹"};
  RaisedDigits found;
  for (std::size_t at = text.find_first_of("\xC2\xE2"); at < text.size();) {
    const auto* const digit = std::find_if(digits.begin(), digits.end(), [&](std::string_view d) {
      return text.substr(at).starts_with(d);
    });
    if (digit != digits.end()) {
      if (found.mark.empty()) found.begin = at;
      found.mark += static_cast<char>('0' + (digit - digits.begin()));
      found.size = at + digit->size() - found.begin;
      at += digit->size();
    } else if (is_mark(found.mark)) {
      return found;
    } else {
      found = {};
      at = text.find_first_of("\xC2\xE2", at + 1);
    }
  }
  return is_mark(found.mark) ? found : RaisedDigits{};
}

std::string raised_mark(const PdfSource& source, const PdfLine& line, std::size_t at) {
  const std::string_view text = source.text_of(source.pages[line.page].words[line.words[at]]);
  return is_mark(text) && is_raised(source, line, at) ? std::string(text) : std::string();
}

PdfText make_blocks(const PdfSource& source, std::vector<PdfLine> lines) {
  PdfText text;
  text.source = &source;
  text.lines = std::move(lines);
  for (const PdfLine& line : text.lines) text.words.push_back(line_text(source, line));
  text.style = style_of(text.lines, text.words);
  const std::vector<LineShape> shapes = line_shapes(source, text.lines, text.words);
  BlockMaker(text, shapes).make();
  text.style.indents = indents(text);
  return text;
}

}  // namespace crossroads
