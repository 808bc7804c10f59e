// SPDX-License-Identifier: Apache-2.0
#include "text/pdf/roles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "crossroads/core/ascii.hpp"
#include "text/plain/shape.hpp"

namespace crossroads {
namespace {

constexpr double indent = 1.2;     // of the size: a quote stands in by so much on both sides
constexpr double deep_indent = 2;  // one on the left alone
constexpr std::size_t longest_byline = 300;

/// A heading's words without their number and stops, in lower case.
std::string name_of(std::string_view heading) {
  const std::size_t first = heading.find_first_not_of("0123456789.IVX ");
  if (first != heading.npos && first > 0 && heading[first - 1] == ' ') heading.remove_prefix(first);
  std::string name = ascii_lower(heading);
  while (name.ends_with('.') || name.ends_with(':') || name.ends_with(' ')) name.pop_back();
  return name;
}

/// "Figure 3: …", "Table 2. …", "Map 1" in a line of its own or in another type than the body.
bool is_caption(const PdfText& text, const PdfBlock& block) {
  constexpr std::array<std::string_view, 12> names = {"figure", "fig.",      "table",   "map",
                                                      "box",    "chart",     "graph",   "exhibit",
                                                      "plate",  "abbildung", "tabelle", "tableau"};
  const std::string words = text.text_of(block);
  const std::string lower = ascii_lower(std::string_view(words).substr(0, 40));
  for (const std::string_view name : names) {
    if (!lower.starts_with(name)) continue;
    std::size_t at = lower.find_first_not_of(' ', name.size());
    if (at == lower.npos || at == name.size()) continue;
    const std::size_t number = at;
    while (at < lower.size() &&
           (is_ascii_digit(lower[at]) || lower[at] == '.' || lower[at] == '-' ||
            std::string_view("ivx").find(lower[at]) != std::string_view::npos)) {
      ++at;
    }
    if (at == number) continue;
    const std::string_view rest = std::string_view(words).substr(at);
    const bool stop = lower[at - 1] == '.' || rest.starts_with(':') || rest.starts_with(" –") ||
                      rest.starts_with(" —") || rest.starts_with(" |") || rest.starts_with("  ");
    const PdfLine& line = text.first_line(block);
    const bool other_type = line.size < 0.95 * text.style.size || line.face != text.style.face;
    if (stop || (other_type && words.size() < 300) ||
        (block.end - block.first <= 2 && !ends_sentence(words))) {
      return true;
    }
  }
  return false;
}

bool is_quote(const PdfText& text, const PdfBlock& block) {
  if (block.end - block.first < 2) return false;
  double left = text.lines[block.first + 1].box.left;
  double right = 0;
  for (std::size_t at = block.first; at < block.end; ++at) {
    left = std::min(left, text.lines[at].box.left);
    right = std::max(right, text.lines[at].box.right);
  }
  const PdfLine& line = text.first_line(block);
  // Centred lines begin each at another place.
  std::size_t at_left = 0;
  for (std::size_t at = block.first; at < block.end; ++at) {
    if (text.lines[at].box.left < left + 2) ++at_left;
  }
  const bool both = right < line.right - indent * line.size;
  return left > line.left + (both ? indent : deep_indent) * line.size &&
         line.size <= 1.02F * text.style.size && at_left + 1 >= block.end - block.first;
}

/// A line's words without the marks of notes.
std::string unmarked(const PdfText& text, const PdfLine& line) {
  std::string words;
  for (std::size_t word = 0; word < line.words.size(); ++word) {
    if (is_raised(*text.source, line, word)) continue;
    const std::string_view shown =
        text.source->text_of(text.source->pages[line.page].words[line.words[word]]);
    if (shown.find_first_not_of("*∗†‡§") == shown.npos && shown != ",") continue;
    words += ' ';
    words += shown;
  }
  return words;
}

/// Names, once the marks of their notes are taken off; not those of places of work.
bool is_byline(const PdfText& text, const PdfBlock& block) {
  std::string names;
  for (std::size_t at = block.first; at < block.end; ++at) names += unmarked(text, text.lines[at]);
  for (const std::string_view place :
       {"Universi", "Institut", "Department", "Laborator", "School", "College", "Centre", "Center",
        "Ministry", "Foundation", "Ltd", "Inc.", "Street", "Faculty", "Secretariat", "Council"}) {
    if (names.find(place) != names.npos) return false;
  }
  if (names.starts_with(" By ") || names.starts_with(" by ")) names.erase(0, 4);
  return names.size() <= longest_byline && looks_like_names(names);
}

/// Whether a line of a byline is one whole name: "Alma Bird", "By Alma Bird (The Lighthouse)".
bool is_one_name(const PdfText& text, const PdfLine& line) {
  std::string name = unmarked(text, line) + ' ';
  if (name.starts_with(" By ") || name.starts_with(" by ")) name.erase(0, 3);
  if (const std::size_t open = name.find(" ("); open != name.npos) {
    name.erase(open + 1, name.find(')', open) - open);
  }
  for (const std::string_view link : {",", ";", "&", " and ", " with ", " og "}) {
    if (name.find(link) != name.npos) return false;
  }
  return looks_like_names(name);
}

/// Where a byline's lines are a name each, each becomes a block of its own.
void part_bylines(PdfText& text) {
  std::vector<PdfBlock> parted;
  std::vector<std::size_t> places;  // of the blocks, among the parted ones
  for (PdfBlock& block : text.blocks) {
    places.push_back(parted.size());
    if (block.goes_on) block.goes_on = places[*block.goes_on];
    bool names = block.role == Role::byline && block.end - block.first > 1;
    for (std::size_t at = block.first; at < block.end && names; ++at) {
      names = is_one_name(text, text.lines[at]);
    }
    for (; names && block.end - block.first > 1; ++block.first) {
      parted.push_back(block);
      parted.back().end = block.first + 1;
    }
    parted.push_back(std::move(block));
  }
  text.blocks = std::move(parted);
}

class BodyRoles {
 public:
  explicit BodyRoles(PdfText& text) : text_(text) {}

  void find() {
    for (std::size_t at = 0; at < text_.blocks.size(); ++at) {
      PdfBlock& block = text_.blocks[at];
      if (block.role == Role::heading) {
        open_heading(block);
        continue;
      }
      if (block.role == Role::table && bylines_ && is_byline(text_, block)) {
        block.role = Role::byline;
      }
      if (block.role != Role::body) continue;
      const std::string words = text_.text_of(block);
      if (in_notes_) {
        add_note(at, words);
        continue;
      }
      if (in_references_) {
        block.role = Role::reference;
      } else if (is_item(at, words)) {
        add_item(at);
        continue;
      } else if (bylines_ && is_byline(text_, block)) {
        block.role = Role::byline;
      } else if (lefts_.empty() && is_quote(text_, block)) {
        block.role = Role::quote;
      } else {
        bylines_ = bylines_ && block.end - block.first < 3 && words.size() < 200;
      }
      if (block.role == Role::body) {
        // Only what stands further in goes on with a list.
        if (!goes_on_in_list(block)) lefts_.clear();
        last_number_ = number_of(words).value_or(last_number_);
      }
    }
  }

 private:
  void open_heading(const PdfBlock& block) {
    in_references_ = heads_references(text_.text_of(block));
    in_notes_ = heads_notes(text_.text_of(block));
    note_.reset();
    bylines_ = block.level <= 1 && text_.first_line(block).page < 3;
    lefts_.clear();
  }

  /// Under a heading that says so, each number begins a note; what has none carries it on.
  void add_note(std::size_t at, std::string_view words) {
    PdfBlock& block = text_.blocks[at];
    std::string mark = raised_mark(*text_.source, text_.first_line(block), 0);
    if (const auto number = note_mark(words); mark.empty() && number) {
      mark = std::to_string(number->number);
    }
    if (mark.empty() && !note_) return;
    block.role = Role::note;
    if (mark.empty()) {
      block.goes_on = note_;
    } else {
      block.mark = std::move(mark);
      block.endnote = true;
      note_ = at;
    }
  }

  static std::optional<unsigned> number_of(std::string_view words) {
    const std::size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
    if (digits == 0 || digits > 3 || digits == words.size() || words[digits] != '.') return {};
    unsigned number = 0;
    for (const char c : words.substr(0, digits))
      number = number * 10 + static_cast<unsigned>(c - '0');
    return number;
  }

  /// A sign or a number. Paragraphs of a report may be numbered all through: their lines begin
  /// below the number, those of an item below its words.
  bool is_item(std::size_t at, const std::string& words) {
    const PdfBlock& block = text_.blocks[at];
    if (has_sign(words)) return true;
    if (item_marker(words) == 0) return lost_sign(at);
    const auto number = number_of(words);
    if (!number) return true;
    if (block.end - block.first == 1) {
      return !lefts_.empty() || last_number_ == 0 || *number != last_number_ + 1;
    }
    return text_.lines[block.first + 1].box.left > text_.first_line(block).box.left + 2;
  }

  /// A sign in front of the words: no number, and no letter but the "o" that Word's rings become.
  static bool has_sign(std::string_view words) {
    if (words.starts_with("o  ")) return true;
    if (item_marker(words) == 0 || words[0] == '(' || words[0] == '[') return false;
    return (words[0] < '0' || words[0] > '9') && (words[0] < 'a' || words[0] > 'z');
  }

  /// Blocks that stand in by the same, behind a colon or as close as lines: their signs, drawn, are
  /// no text.
  bool lost_sign(std::size_t at) const {
    if (at == 0) return false;
    const PdfBlock& before = text_.blocks[at - 1];
    const auto left = [&](const PdfBlock& block) { return text_.first_line(block).box.left; };
    const PdfBlock& block = text_.blocks[at];
    const PdfLine& line = text_.first_line(block);
    if (text_.first_line(before).region != line.region) return false;
    if (left(block) < line.left + indent * line.size) return false;
    const bool first_in =
        block.end - block.first > 1 && text_.lines[block.first + 1].box.left < left(block) - 2;
    if (first_in) return false;
    if (before.role == Role::list_item) {
      return !lefts_.empty() && lost_ && left(block) == left(before);
    }
    if (before.role != Role::body || at + 1 >= text_.blocks.size()) return false;
    if (left(before) > left(block) - line.size) return false;
    const PdfBlock& next = text_.blocks[at + 1];
    const bool alike = next.role == Role::body && text_.first_line(next).region == line.region &&
                       std::abs(left(next) - left(block)) < 1;
    const double distance =
        text_.first_line(next).box.bottom - text_.lines[block.end - 1].box.bottom;
    const bool close = distance < 1.3 * text_.style.leading_of(line.size);
    return alike && (close || text_.words[before.end - 1].ends_with(':'));
  }

  void add_item(std::size_t at) {
    PdfBlock& block = text_.blocks[at];
    const PdfLine& line = text_.first_line(block);
    if (!lefts_.empty() && region_ != line.region) lefts_.clear();
    region_ = line.region;
    lost_ = item_marker(text_.words[block.first]) == 0 && !has_sign(text_.words[block.first]);
    while (!lefts_.empty() && line.box.left < lefts_.back() - 2) lefts_.pop_back();
    if (lefts_.empty() || line.box.left > lefts_.back() + 2) lefts_.push_back(line.box.left);
    block.role = Role::list_item;
    block.level = static_cast<std::uint8_t>(std::min<std::size_t>(lefts_.size(), 9));
  }

  bool goes_on_in_list(const PdfBlock& block) const {
    const PdfLine& line = text_.first_line(block);
    return !lefts_.empty() && line.region == region_ && line.box.left > lefts_.front() + 2;
  }

  PdfText& text_;
  bool in_references_ = false;
  bool in_notes_ = false;
  std::optional<std::size_t> note_;  // the last under a heading "Notes"
  bool bylines_ = false;             // what follows the title may be its authors
  bool lost_ = false;                // the last item had no sign
  std::vector<double> lefts_;        // where the items of the open lists begin, the outermost first
  std::uint32_t region_ = 0;         // of the last item
  unsigned last_number_ = 0;         // of a numbered paragraph
};

}  // namespace

bool heads_references(std::string_view heading) {
  constexpr std::array<std::string_view, 9> names = {
      "references",     "bibliography",     "works cited",
      "literature",     "literature cited", "select references",
      "reference list", "literatur",        "select bibliography"};
  return std::find(names.begin(), names.end(), name_of(heading)) != names.end();
}

bool heads_notes(std::string_view heading) {
  constexpr std::array<std::string_view, 4> names = {"notes", "endnotes", "footnotes", "end notes"};
  return std::find(names.begin(), names.end(), name_of(heading)) != names.end();
}

void find_plain_roles(PdfText& text) {
  for (PdfBlock& block : text.blocks) {
    const PdfLine& line = text.first_line(block);
    if (block.role == Role::running_head) {
      if (line.place != PdfLine::Place::aside && looks_like_page_number(text.words[block.first])) {
        block.role = Role::page_number;
      }
      continue;
    }
    if (block.role != Role::body) continue;
    const bool fixed = (line.face & PdfFace::fixed) != 0;
    if (fixed && (text.style.face & PdfFace::fixed) == 0) {
      block.role = Role::code;
    } else if (is_caption(text, block)) {
      block.role = Role::caption;
    }
  }
}

void find_body_roles(PdfText& text) {
  BodyRoles(text).find();
  part_bylines(text);
}

void find_continued(PdfText& text) {
  constexpr auto none = std::numeric_limits<std::size_t>::max();
  std::size_t open = none;
  bool interrupted = false;
  for (std::size_t at = 0; at < text.blocks.size(); ++at) {
    PdfBlock& block = text.blocks[at];
    const bool flows = block.role == Role::body || block.role == Role::list_item ||
                       block.role == Role::quote || block.role == Role::reference;
    if (block.role == Role::heading) open = none;
    if (!flows) {
      interrupted = true;
      continue;
    }
    const PdfLine& line = text.first_line(block);
    if (open != none && block.role != Role::list_item) {
      const PdfBlock& before = text.blocks[open];
      const PdfLine& last = text.last_line(before);
      const std::string& end = text.words[before.end - 1];
      const bool parted = interrupted || last.region != line.region;
      const bool small = begins_small(text.words[block.first]);
      const bool hyphen = end.ends_with('-') || end.ends_with("\u00AD") || end.ends_with("‐");
      const bool same = std::abs(last.size - line.size) < 0.08 * line.size &&
                        (before.role == block.role || before.role == Role::list_item ||
                         block.role == Role::quote);
      // Where paragraphs begin with an indent, one that does not goes on.
      const bool full = last.right - last.box.right < last.size && text.style.indents &&
                        !block.indented && last.region != line.region &&
                        block.end - block.first > 1 && block.role == Role::body &&
                        before.role == Role::body;
      const bool goes_on = full || ((small || hyphen) && !ends_sentence(end));
      if (parted && same && line.page <= last.page + 2 && goes_on) {
        block.goes_on = open;
        block.role = before.role;
        block.level = before.level;
      }
    }
    open = at;
    interrupted = false;
  }
}

}  // namespace crossroads
