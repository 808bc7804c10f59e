// SPDX-License-Identifier: Apache-2.0
//
// Plain text as PDF converters and people write it. Blocks of lines between blank lines are
// paragraphs. What makes it harder is the foot of a page: a rule (a long line of nothing but spaces,
// or of underscores), then numbered notes, perhaps double-spaced, then the next page, whose first
// line may carry on the paragraph that the notes cut in two. Such a page begins with a form feed or
// with a line that a single space indents.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/lines.hpp"
#include "text/readers.hpp"
#include "text/shape.hpp"

namespace crossroads {
namespace {

constexpr std::size_t shortest_space_rule = 20;
constexpr std::size_t longest_heading_tail = 40;
constexpr unsigned blank_lines_that_end_notes = 2;

class PlainTextReader {
 public:
  explicit PlainTextReader(std::string_view text) : text_(text), lines_(split_lines(text)) {}

  std::vector<Passage> read() {
    for (at_ = 0; at_ < lines_.size();) {
      if (in_notes_ && notes_end_here()) in_notes_ = false;
      if (lines_[at_].blank()) {
        note_blank_line();
      } else if (in_notes_) {
        read_note_line();
      } else {
        read_block();
      }
    }
    std::sort(passages_.begin(), passages_.end(), [](const Passage& a, const Passage& b) {
      return a.ranges.front() < b.ranges.front();
    });
    return std::move(passages_);
  }

 private:
  std::string_view content(std::size_t line) const { return slice(text_, lines_[line].content); }

  // --- notes ---

  bool is_foot_rule(std::size_t line) const {
    const Line& candidate = lines_[line];
    if (candidate.blank()) return candidate.whole.size() >= shortest_space_rule;
    return content(line).find_first_not_of("_ ") == std::string_view::npos &&
           candidate.content.size() >= 5;
  }

  std::optional<std::size_t> next_text_line(std::size_t from) const {
    while (from < lines_.size() && lines_[from].blank()) ++from;
    if (from == lines_.size()) return std::nullopt;
    return from;
  }

  /// Notes begin where a numbered line follows a rule.
  bool opens_notes(std::size_t rule) const {
    if (!is_foot_rule(rule)) return false;
    const auto next = next_text_line(rule + 1);
    return next && note_number(content(*next)).has_value();
  }

  void note_blank_line() {
    if (!in_notes_ && opens_notes(at_)) begin_notes();
    ++blank_lines_;
    ++at_;
  }

  void begin_notes() {
    in_notes_ = true;
    in_endnotes_ = false;
    note_.reset();
    blank_lines_ = 0;
    interrupted_ = open_;
    open_.reset();
  }

  bool begins_page(std::size_t line) const {
    const std::string_view whole = slice(text_, lines_[line].whole);
    return whole.starts_with('\f') || (lines_[line].content.begin == lines_[line].whole.begin + 1);
  }

  bool notes_end_here() const {
    if (lines_[at_].blank()) return false;
    if (in_endnotes_) return !note_number(content(at_)) && blank_lines_ > 0;
    if (blank_lines_ >= blank_lines_that_end_notes) return true;
    return begins_page(at_) && !starts_note(at_);
  }

  /// Notes are numbered in order; a year or a page at the start of a line is not the next number.
  bool starts_note(std::size_t line) const {
    const auto number = note_number(content(line));
    return number && (!note_ || *number == *note_ + 1);
  }

  void read_note_line() {
    if (starts_note(at_)) {
      note_ = note_number(content(at_));
      passages_.push_back({{lines_[at_].content}, Role::note});
    } else if (!note_) {
      in_notes_ = false;  // what followed the rule was no note after all
      return;
    } else {
      Passage& note = passages_.back();
      if (blank_lines_ == 0) {
        note.ranges.back().end = lines_[at_].content.end;
      } else {
        note.ranges.push_back(lines_[at_].content);
      }
    }
    blank_lines_ = 0;
    ++at_;
  }

  // --- the body ---

  void read_block() {
    if (looks_like_rule(content(at_))) {
      const bool notes = opens_notes(at_);
      passages_.push_back({{lines_[at_].content}, Role::separator});
      ++at_;
      if (notes) begin_notes();
      return;
    }
    const std::size_t end = block_end();
    const Span span{lines_[at_].content.begin, lines_[end - 1].content.end};
    const Role role = role_of(end);
    if (continues_interrupted(role)) {
      passages_[*interrupted_].ranges.push_back(span);
      open_ = interrupted_;
    } else {
      passages_.push_back({{span}, role});
      open_ = passages_.size() - 1;
    }
    interrupted_.reset();
    blank_lines_ = 0;
    at_ = end;
    if (role == Role::heading && is_notes_heading(slice(text_, span))) {
      begin_notes();
      in_endnotes_ = true;
    }
  }

  /// A block ends at a blank line, a rule, or where the next list item begins.
  std::size_t block_end() const {
    const bool item = list_marker(content(at_)) > 0;
    std::size_t end = at_ + 1;
    while (end < lines_.size() && !lines_[end].blank() && !looks_like_rule(content(end)) &&
           !(item && list_marker(content(end)) > 0)) {
      ++end;
    }
    return end;
  }

  Role role_of(std::size_t end) const {
    const std::string_view block =
        slice(text_, {lines_[at_].content.begin, lines_[end - 1].content.end});
    const bool one_line = end == at_ + 1;
    const bool last_of_paragraph = end == lines_.size() || lines_[end].blank();
    if (one_line && looks_like_page_number(block)) return Role::page_number;
    if (end <= at_ + 2 && last_of_paragraph && !follows_list_item()) {
      const bool after_heading = !passages_.empty() && passages_.back().role == Role::heading;
      if (after_heading && one_line && looks_like_names(block)) return Role::byline;
      if (looks_like_heading(block) && !is_bullet(block)) return Role::heading;
      if (after_heading && one_line && begins_small(block) && block.size() <= longest_heading_tail &&
          !ends_sentence(block)) {
        return Role::heading;  // the second line of a double-spaced title
      }
    }
    return list_marker(block) > 0 ? Role::list_item : Role::body;
  }

  static bool is_bullet(std::string_view block) {
    return list_marker(block) > 0 && (block[0] < '0' || block[0] > '9');
  }

  /// No blank line between: then it belongs to the list, however short it is.
  bool follows_list_item() const {
    return blank_lines_ == 0 && !passages_.empty() && passages_.back().role == Role::list_item;
  }

  bool continues_interrupted(Role role) const {
    if (!interrupted_ || role != Role::body) return false;
    const Passage& before = passages_[*interrupted_];
    if (before.role != Role::body && before.role != Role::list_item) return false;
    return !ends_sentence(slice(text_, before.ranges.back()));
  }

  static bool is_notes_heading(std::string_view heading) {
    constexpr std::array<std::string_view, 6> names = {"Notes",     "NOTES",    "Endnotes",
                                                       "Footnotes", "ENDNOTES", "FOOTNOTES"};
    return std::find(names.begin(), names.end(), heading) != names.end();
  }

  std::string_view text_;
  std::vector<Line> lines_;
  std::vector<Passage> passages_;
  std::size_t at_ = 0;
  unsigned blank_lines_ = 0;  // just before at_
  bool in_notes_ = false;
  bool in_endnotes_ = false;                // under a heading of their own, single-spaced
  std::optional<unsigned> note_;            // the number of the note being read
  std::optional<std::size_t> open_;         // the body passage that was read last
  std::optional<std::size_t> interrupted_;  // the one that the foot of the page cut off
};

}  // namespace

std::vector<Passage> plain_text_passages(std::string_view text) {
  return PlainTextReader(text).read();
}

}  // namespace crossroads
