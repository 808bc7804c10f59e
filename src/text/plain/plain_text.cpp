// SPDX-License-Identifier: Apache-2.0
//
// Plain text as PDF converters and people write it. Blocks of lines between blank lines are
// paragraphs. What makes it harder is the foot of a page: a rule (a long line of nothing but
// spaces, or of underscores), then numbered notes, perhaps double-spaced, then the next page, whose
// first line may carry on the paragraph that the notes cut in two. Such a page begins with a form
// feed or with a line that a single space indents. List items whose sign was lost on the way out of
// a PDF are indented by a single space too, or by two at the top of a page.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/outline/heading_style.hpp"
#include "text/plain/block_shape.hpp"
#include "text/plain/numbered_paragraphs.hpp"
#include "text/plain/page_lines.hpp"
#include "text/plain/shape.hpp"
#include "text/readers.hpp"

namespace crossroads {
namespace {

constexpr std::size_t longest_heading_tail = 40;
constexpr unsigned blank_lines_that_end_notes = 2;

class PlainTextReader {
 public:
  explicit PlainTextReader(std::string_view text) : text_(text), lines_(text) {}

  std::vector<Passage> read() {
    for (at_ = 0; at_ < lines_.size();) {
      if (in_notes_ && notes_end_here()) in_notes_ = false;
      if (lines_.is_blank(at_)) {
        note_blank_line();
      } else if (lines_.is_running_head(at_)) {
        read_furniture(at_ + 1, Role::running_head);
      } else if (in_notes_) {
        read_note_line();
      } else {
        read_block();
      }
    }
    std::sort(passages_.begin(), passages_.end(), [](const Passage& a, const Passage& b) {
      return a.ranges.front() < b.ranges.front();
    });
    tell_numbered_paragraphs(text_, passages_);
    return std::move(passages_);
  }

 private:
  std::string_view content(std::size_t line) const { return lines_.content(line); }
  std::uint32_t indent(std::size_t line) const { return lines_.indent(line); }

  // --- running heads and page numbers ---

  /// What belongs to the page and not to the text: the paragraph before it may go on behind it.
  void read_furniture(std::size_t end, Role role) {
    passages_.push_back({{lines_.span(at_, end)}, role});
    if (!interrupted_ && lines_.goes_on_behind_furniture(end)) interrupted_ = open_;
    blank_lines_ = 0;
    at_ = end;
    if (in_notes_) in_notes_ = in_endnotes_;
  }

  // --- notes ---

  /// Notes begin where a numbered line follows a rule.
  bool opens_notes(std::size_t rule) {
    if (!is_foot_rule(text_, lines_.all()[rule])) return false;
    const auto next = lines_.next_text_line(rule + 1);
    return next && note_mark(content(*next)).has_value();
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

  bool notes_end_here() const {
    if (in_endnotes_) {
      return !lines_.is_blank(at_) && !note_mark(content(at_)) && blank_lines_ > 0;
    }
    if (lines_.has_form_feed(at_)) return true;
    if (lines_.is_blank(at_)) return false;
    if (blank_lines_ >= blank_lines_that_end_notes) return true;
    if (starts_note(at_)) return false;
    // One space more than the note begins a page, two a list item there that lost its sign; but the
    // lines of a note may also be aligned with its first word.
    const std::uint32_t more = indent(at_) - std::min(indent(at_), note_indent_);
    return note_ && (more == 1 || (more == 2 && note_words_ != indent(at_)));
  }

  /// Notes are numbered in order; a year or a page at the start of a line is not the next number.
  /// Where the note before is complete, one or two may be missing, or another article begins anew.
  bool starts_note(std::size_t line) const {
    constexpr unsigned most_missing = 2;
    const auto mark = note_mark(content(line));
    if (!mark || !note_ || mark->number == *note_ + 1) return mark.has_value();
    const bool missing = mark->number > *note_ && mark->number <= *note_ + 1 + most_missing;
    return (missing || mark->number == 1) && indent(line) == note_indent_ &&
           ends_sentence(slice(text_, passages_[last_note_].ranges.back()));
  }

  void read_note_line() {
    if (starts_note(at_)) {
      const auto mark = note_mark(content(at_));
      note_ = mark->number;
      note_indent_ = indent(at_);
      note_words_ = note_indent_ + static_cast<std::uint32_t>(mark->size);
      last_note_ = passages_.size();
      passages_.push_back({{lines_.span(at_, at_ + 1)}, Role::note});
    } else if (!note_) {
      in_notes_ = false;  // what followed the rule was no note after all
      return;
    } else if (is_page_number_behind_notes()) {
      passages_.push_back({{lines_.span(at_, at_ + 1)}, Role::page_number});
      in_notes_ = in_endnotes_;
    } else if (is_address_behind_notes()) {
      passages_.push_back({{lines_.span(at_, at_ + 1)}, Role::address});
    } else {
      Passage& note = passages_[last_note_];
      if (blank_lines_ == 0 && passages_.back().role == Role::note) {
        note.ranges.back().end = lines_.all()[at_].content.end;
      } else {
        note.ranges.push_back(lines_.all()[at_].content);
      }
    }
    blank_lines_ = 0;
    ++at_;
  }

  /// Some converters write the links of a page below its notes, one a line. "Available at:" makes
  /// an address the note's own.
  bool is_address_behind_notes() const {
    if (!is_address(content(at_))) return false;
    if (passages_.back().role == Role::address) return true;
    const std::string_view note = slice(text_, passages_[last_note_].ranges.back());
    return blank_lines_ > 0 && !note.ends_with(':') && !note.ends_with(" at") &&
           !note.ends_with(" from");
  }

  bool is_page_number_behind_notes() {
    if (blank_lines_ == 0 || !looks_like_page_number(content(at_))) return false;
    const auto next = lines_.next_text_line(at_ + 1);
    return !next || lines_.begins_page(*next) || lines_.has_form_feed(*next - 1);
  }

  // --- the body ---

  void read_block() {
    if (looks_like_rule(content(at_))) {
      const bool notes = opens_notes(at_);
      passages_.push_back({{lines_.span(at_, at_ + 1)}, Role::separator});
      ++at_;
      if (notes) begin_notes();
      return;
    }
    const bool item_without_sign = is_item_without_sign();
    const std::size_t end = block_end(item_without_sign);
    if (!item_without_sign && read_lines_apart(end)) return;
    const Span span = lines_.span(at_, end);
    const Role role = item_without_sign ? Role::list_item : role_of(end);
    if (role == Role::page_number) return read_furniture(end, role);
    if (role == Role::body && is_sign_without_item()) {
      passages_.back().ranges.push_back(span);
    } else if (role == Role::heading && ends_heading(end)) {
      passages_.back().ranges.push_back(span);
    } else if (const auto before = passage_to_go_on(role)) {
      passages_[*before].ranges.push_back(span);
      open_ = before;
    } else {
      passages_.push_back({{span}, role});
      open_ = passages_.size() - 1;
      lost_sign_ = item_without_sign;
    }
    interrupted_.reset();
    if (role == Role::body && end > at_ + 1) body_indent_ = indent(at_ + 1);
    if (role == Role::heading) open_part(slice(text_, span));
    blank_lines_ = 0;
    at_ = end;
  }

  /// A converter set the sign of a list item apart from its words.
  bool is_sign_without_item() const {
    return !passages_.empty() && passages_.back().role == Role::list_item &&
           is_lone_bullet(slice(text_, passages_.back().ranges.back()));
  }

  /// What a heading says of the blocks below it.
  void open_part(std::string_view heading) {
    in_contents_ = is_contents_heading(heading);
    in_references_ = is_references_heading(heading);
    if (!is_notes_heading(heading)) return;
    begin_notes();
    interrupted_.reset();
    in_endnotes_ = true;
  }

  /// Blocks whose lines are passages of their own. False where the block at hand is none.
  bool read_lines_apart(std::size_t end) {
    const auto every_line = [](std::size_t) { return true; };
    if (is_contents(text_, lines_.all(), at_, end) ||
        (in_contents_ && all_end_with_page(text_, lines_.all(), at_, end))) {
      read_each(end, Role::contents, every_line);
    } else if (is_table(text_, lines_.all(), at_, end)) {
      read_each(end, Role::table, every_line);
    } else if (in_references_ && has_year_or_address(slice(text_, lines_.span(at_, end)))) {
      const auto begins = reference_starts(text_, lines_.all(), at_, end);
      read_each(end, Role::reference, [&](std::size_t line) { return begins[line - at_]; });
    } else {
      return false;
    }
    interrupted_.reset();
    open_.reset();
    blank_lines_ = 0;
    at_ = end;
    return true;
  }

  /// A passage for the first line of the block, and for each other one that `begins` names.
  template <class Begins>
  void read_each(std::size_t end, Role role, Begins begins) {
    for (std::size_t i = at_; i < end; ++i) {
      if (i == at_ || begins(i)) {
        passages_.push_back({{lines_.span(i, i + 1)}, role});
      } else {
        passages_.back().ranges.back().end = lines_.all()[i].content.end;
      }
    }
  }

  /// A block ends at a blank line, a rule, where the next list item begins, or at a page that
  /// begins with a heading.
  std::size_t block_end(bool item_without_sign) const {
    const bool item = list_marker(content(at_)) > 0;
    std::size_t end = at_ + 1;
    if (is_title(at_) || is_lone_bullet(content(at_)) || heads_block(at_)) return end;
    while (end < lines_.size() && !lines_.is_blank(end) && !looks_like_rule(content(end)) &&
           !(list_marker(content(end)) > 0 && (item || content(end - 1).ends_with(':'))) &&
           !(item_without_sign && indent(end) == 2) && !heads_page(end) &&
           !lines_.is_running_head(end) && !begins_with_bullet(content(end)) &&
           !(ends_sentence(content(end - 1)) && heads_block(end))) {
      ++end;
    }
    return end;
  }

  /// A numbered heading need not have a blank line behind it.
  bool heads_block(std::size_t line) const {
    return line + 1 < lines_.size() && !lines_.is_blank(line + 1) &&
           indent(line + 1) == indent(line) && heads_paragraph(content(line), content(line + 1));
  }

  /// The first line of a text that comes again as its running head.
  bool is_title(std::size_t line) const { return line == lines_.title(); }

  /// A page may begin with a heading without a blank line before it.
  bool heads_page(std::size_t line) const {
    const bool alone = line + 1 == lines_.size() || lines_.is_blank(line + 1);
    return alone && lines_.begins_page(line) && ends_sentence(content(line - 1)) &&
           looks_like_heading(content(line));
  }

  /// Behind a colon, or such an item, the first line alone is indented: by one space, at the top of
  /// a page by two.
  bool is_item_without_sign() const {
    const auto before = interrupted_ ? interrupted_ : open_;
    if (!before || (at_ + 1 < lines_.size() && !lines_.is_blank(at_ + 1) && indent(at_ + 1) == 1)) {
      return false;
    }
    const bool in_list = lost_sign_ && passages_[*before].role == Role::list_item;
    if (!in_list && !slice(text_, passages_[*before].ranges.back()).ends_with(':')) return false;
    if (indent(at_) == 2) return in_list || interrupted_;
    return indent(at_) == 1 && !interrupted_ && !lines_.has_form_feed(at_);
  }

  Role role_of(std::size_t end) {
    const std::string_view block = slice(text_, lines_.span(at_, end));
    const bool one_line = end == at_ + 1;
    const bool last_of_paragraph = end == lines_.size() || lines_.is_blank(end);
    if (one_line && looks_like_page_number(block)) return Role::page_number;
    if (is_address(block)) return Role::address;
    if (is_caption(block)) return Role::caption;
    if (is_title(at_) || (one_line && heads_block(at_))) return Role::heading;
    if (is_lone_bullet(block)) return Role::list_item;
    if (end <= at_ + 2 && last_of_paragraph && !follows_list_item() && !page_ends_within(end)) {
      if (after_heading() && one_line && looks_like_names(block)) return Role::byline;
      if (looks_like_heading(block) && !is_bullet(block)) return Role::heading;
      if (ends_heading(end)) return Role::heading;
    }
    if (list_marker(block) > 0) return Role::list_item;
    return is_quote(end) ? Role::quote : Role::body;
  }

  /// Every line is indented, where those of the paragraph before are not.
  bool is_quote(std::size_t end) const {
    constexpr std::uint32_t quote_indent = 4;
    if (!body_indent_ || end == at_ + 1) return false;
    for (std::size_t i = at_; i < end; ++i) {
      if (indent(i) < *body_indent_ + quote_indent) return false;
    }
    return true;
  }

  /// Whether the page ends behind a block, and its sentence goes on: no heading stands there.
  bool page_ends_within(std::size_t end) {
    const auto next = lines_.next_text_line(end);
    if (!next) return false;
    if (begins_small(content(*next)) && lines_.has_form_feed(*next)) return true;
    if (lines_.is_running_head(*next)) return lines_.goes_on_behind_furniture(*next);
    if (!note_mark(content(*next))) return false;
    while (end < *next && !is_foot_rule(text_, lines_.all()[end])) ++end;
    return end < *next;
  }

  bool after_heading() const {
    return !passages_.empty() && passages_.back().role == Role::heading;
  }

  /// The second line of a double-spaced title.
  bool ends_heading(std::size_t end) const {
    const std::string_view block = content(at_);
    return after_heading() && end == at_ + 1 && blank_lines_ == 1 && begins_small(block) &&
           block.size() <= longest_heading_tail && !ends_sentence(block);
  }

  static bool is_bullet(std::string_view block) {
    return list_marker(block) > 0 && (block[0] < '0' || block[0] > '9');
  }

  /// No blank line between: then it belongs to the list, however short it is.
  bool follows_list_item() const {
    return blank_lines_ == 0 && !passages_.empty() && passages_.back().role == Role::list_item;
  }

  /// The passage that the block at hand carries on: what notes or a page number interrupt, or what
  /// the end of a page does, if the sentence goes on.
  std::optional<std::size_t> passage_to_go_on(Role role) const {
    if (role != Role::body) return std::nullopt;
    const bool next_page = open_ && lines_.begins_page(at_) && begins_small(content(at_));
    const auto before = interrupted_ || !next_page ? interrupted_ : open_;
    if (!before) return std::nullopt;
    const Passage& passage = passages_[*before];
    if (passage.role != Role::body && passage.role != Role::list_item) return std::nullopt;
    if (ends_sentence(slice(text_, passage.ranges.back()))) return std::nullopt;
    return before;
  }

  std::string_view text_;
  PageLines lines_;
  std::vector<Passage> passages_;
  std::size_t at_ = 0;
  unsigned blank_lines_ = 0;  // just before at_
  bool in_notes_ = false;
  bool in_endnotes_ = false;  // under a heading of their own, single-spaced
  bool in_contents_ = false;
  bool in_references_ = false;
  bool lost_sign_ = false;                    // the last item had no sign
  std::optional<std::uint32_t> body_indent_;  // of the last paragraph's second line
  std::optional<unsigned> note_;              // the number of the note being read
  std::size_t last_note_ = 0;        // its passage; it may go on behind a page number and the like
  std::uint32_t note_indent_ = 0;    // of its first line
  std::uint32_t note_words_ = 0;     // where on that line its words begin
  std::optional<std::size_t> open_;  // the body passage that was read last
  std::optional<std::size_t> interrupted_;  // the one that the foot of the page cut off
};

}  // namespace

std::vector<Passage> plain_text_passages(std::string_view text) {
  return PlainTextReader(text).read();
}

}  // namespace crossroads
