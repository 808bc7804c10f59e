// SPDX-License-Identifier: Apache-2.0
//
// Notes at the foot. In each region (a column of a page, or what spans it) the last blocks that are
// smaller than the body are looked at together: from the first that begins with a mark on, they are
// notes; what comes before it carries on the note that the last foot left unfinished.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "text/pdf/roles.hpp"
#include "text/plain/shape.hpp"

namespace crossroads {
namespace {

constexpr double note_size = 0.95;      // of the body's size, at most
constexpr unsigned most_left_out = 20;  // numbers between two notes

/// The mark that a note begins with: raised, "12 ", "12. ", "* "; empty for none.
std::string mark_of(const PdfText& text, const PdfBlock& block) {
  if (block.role == Role::code) return {};  // a program's lines may be numbered
  const PdfLine& line = text.first_line(block);
  if (std::string mark = raised_mark(*text.source, line, 0); !mark.empty()) return mark;
  const std::string& words = text.words[block.first];
  if (const RaisedDigits digits = raised_digits(words); !digits.mark.empty()) {
    if (digits.begin == 0 && digits.size < words.size()) return digits.mark;
  }
  if (const auto mark = note_mark(words); mark && words[0] != '[')
    return std::to_string(mark->number);
  constexpr std::array<std::string_view, 6> signs = {"*", "∗", "†", "‡", "§", "¶"};
  for (const std::string_view sign : signs) {
    std::size_t count = 0;
    while (std::string_view(words).substr(count).starts_with(sign)) count += sign.size();
    if (count > 0 && count < words.size()) return words.substr(0, count);
  }
  return {};
}

class NoteFinder {
 public:
  explicit NoteFinder(PdfText& text) : text_(text) {}

  void find() {
    for (std::size_t first = 0; first < text_.blocks.size();) {
      std::size_t end = first;
      const std::uint32_t region = text_.first_line(text_.blocks[first]).region;
      while (end < text_.blocks.size() && text_.first_line(text_.blocks[end]).region == region) {
        ++end;
      }
      find_in(first, end);
      for (std::size_t at = first; at < end; ++at) {
        if (text_.blocks[at].role == Role::heading) {
          in_references_ = heads_references(text_.text_of(text_.blocks[at]));
        }
      }
      first = end;
    }
  }

 private:
  bool may_be_note(const PdfBlock& block) const {
    const PdfLine& line = text_.first_line(block);
    const bool role = block.role == Role::body || block.role == Role::code ||
                      block.role == Role::separator || block.role == Role::table;
    return role && line.place == PdfLine::Place::body && line.size <= note_size * text_.style.size;
  }

  bool in_lower_part(const PdfLine& line) const {
    return line.box.middle() > 0.35 * text_.source->pages[line.page].height;
  }

  void find_in(std::size_t first, std::size_t end) {
    std::size_t begin = end;
    while (begin > first && may_be_note(text_.blocks[begin - 1])) --begin;
    if (begin < end && listed(first, begin) && !below_larger(first, begin)) return;
    std::size_t marked = begin;
    while (marked < end && !begins_notes(marked)) ++marked;
    const bool unfinished = last_ && begin < end && goes_on(text_.blocks[begin], begin > first);
    if (marked == end && !unfinished) return;
    if (unfinished) {
      for (std::size_t at = begin; at < marked; ++at) carry_on(at);
    }
    for (std::size_t at = marked; at < end; ++at) {
      PdfBlock& block = text_.blocks[at];
      if (block.role == Role::separator) continue;
      std::string mark = mark_of(text_, block);
      if (follows(mark)) {
        block.role = Role::note;
        block.mark = std::move(mark);
        last_ = at;
        last_part_ = at;
      } else {
        carry_on(at);
      }
    }
  }

  /// Whether a paragraph in larger type stands right above a block.
  bool below_larger(std::size_t first, std::size_t at) const {
    if (at == first || text_.blocks[at - 1].role != Role::body) return false;
    return text_.first_line(text_.blocks[at]).size <
           note_size * text_.last_line(text_.blocks[at - 1]).size;
  }

  /// Whether the last heading above a block opens a list of references.
  bool listed(std::size_t first, std::size_t at) const {
    for (; at > first; --at) {
      const PdfBlock& block = text_.blocks[at - 1];
      if (block.role == Role::heading) return heads_references(text_.text_of(block));
    }
    return in_references_;
  }

  bool begins_notes(std::size_t at) const {
    const PdfBlock& block = text_.blocks[at];
    if (block.role == Role::separator || !in_lower_part(text_.first_line(block))) return false;
    return !mark_of(text_, block).empty();
  }

  /// Notes are numbered in order, if perhaps anew on each page; a year that begins a line is none.
  bool follows(const std::string& mark) const {
    if (mark.empty()) return false;
    const unsigned number = mark_number(mark);
    if (!last_ || number <= 1) return true;
    const unsigned before = mark_number(text_.blocks[*last_].mark);
    return before == 0 || (number > before && number <= before + most_left_out);
  }

  void carry_on(std::size_t at) {
    PdfBlock& block = text_.blocks[at];
    if (block.role == Role::separator || !last_) return;
    block.role = Role::note;
    block.goes_on = *last_;
    last_part_ = at;
  }

  /// Whether a foot without a mark carries on the last note: it is of the next column or page, the
  /// note's type, below the body, and the sentence was not ended.
  bool goes_on(const PdfBlock& block, bool below_body) const {
    const PdfBlock& note = text_.blocks[last_part_];
    const PdfLine& end = text_.last_line(note);
    const PdfLine& line = text_.first_line(block);
    return below_body && in_lower_part(line) && line.page <= end.page + 1 &&
           std::abs(line.size - end.size) < 0.3 && !ends_sentence(text_.words[note.end - 1]);
  }

  PdfText& text_;
  std::optional<std::size_t> last_;  // the block that the last note began with
  std::size_t last_part_ = 0;        // and the one that it ends with, so far
  bool in_references_ = false;       // items of a list may be set small, and numbered, too
};

}  // namespace

void find_notes(PdfText& text) {
  NoteFinder(text).find();
}

}  // namespace crossroads
