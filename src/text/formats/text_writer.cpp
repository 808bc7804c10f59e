// SPDX-License-Identifier: Apache-2.0
#include "text/formats/text_writer.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

#include "crossroads/core/error.hpp"
#include "crossroads/core/utf8.hpp"
#include "text/complete.hpp"

namespace crossroads {
namespace {

constexpr unsigned deepest_level = 9;

bool is_white(char32_t c) {
  return c == 0xFEFF || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF;
}

bool is_plain_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Bytes of text up to where only white space follows, of any kind.
std::size_t trimmed_size(std::string_view text) {
  while (!text.empty()) {
    const CodePoint last = code_point_before(text, text.size());
    if (!is_white(last.value)) break;
    text.remove_suffix(last.size);
  }
  return text.size();
}

bool goes_on_in_lines(Role before, Role role) {
  return before == role && (role == Role::list_item || role == Role::table ||
                            role == Role::contents || role == Role::reference);
}

}  // namespace

void TextWriter::begin(Role role, unsigned level, std::optional<std::uint32_t> lead_in) {
  end();
  open_.emplace();
  open_->role = role;
  open_->level = static_cast<std::uint8_t>(std::min(level, deepest_level));
  open_->lead_in = lead_in;
  has_words_ = false;
}

void TextWriter::begin_if_none(Role role, unsigned level, std::optional<std::uint32_t> lead_in) {
  if (!open_) begin(role, level, lead_in);
}

std::optional<std::uint32_t> TextWriter::end() {
  if (!open_) return std::nullopt;
  Passage passage = *std::exchange(open_, std::nullopt);
  gap_.clear();
  marker_.clear();
  const auto number = static_cast<std::uint32_t>(document_.passages.size());
  if (has_words_) {
    const std::size_t size = trimmed_size(std::string_view(document_.bytes).substr(begin_));
    document_.bytes.resize(begin_ + size);
    passage.ranges.push_back({begin_, static_cast<std::uint32_t>(document_.bytes.size())});
    document_.passages.push_back(std::move(passage));
    for (const std::size_t note : calls_in_open_) document_.notes[note].caller = number;
    for (const std::size_t note : note_of_open_) document_.notes[note].passage = number;
  }
  calls_in_open_.clear();
  note_of_open_.clear();
  return has_words_ ? std::optional(number) : std::nullopt;
}

std::optional<std::uint32_t> TextWriter::last_passage() const {
  if (document_.passages.empty()) return std::nullopt;
  return static_cast<std::uint32_t>(document_.passages.size() - 1);
}

std::optional<Role> TextWriter::last_role() const {
  if (document_.passages.empty()) return std::nullopt;
  return document_.passages.back().role;
}

/// Writes the white space that is due: between passages, before the first word, or within.
void TextWriter::flush_gap() {
  std::string& bytes = document_.bytes;
  if (bytes.size() >= std::numeric_limits<std::uint32_t>::max() / 2) {
    throw Error(ErrorKind::input, document_.id + ": its text is 2 GiB or larger", "split it");
  }
  if (!has_words_) {
    if (!document_.passages.empty()) {
      const bool lines = goes_on_in_lines(document_.passages.back().role, open_->role);
      bytes += lines ? "\n" : "\n\n";
    }
    begin_ = static_cast<std::uint32_t>(bytes.size());
    has_words_ = true;
  } else {
    bytes += gap_;
  }
  gap_.clear();
  if (page_) {
    const auto at = static_cast<std::uint32_t>(bytes.size());
    document_.pages.push_back({at, *std::exchange(page_, std::nullopt)});
  }
  bytes += marker_;
  marker_.clear();
}

void TextWriter::append(std::string_view visible) {
  if (visible.empty()) return;
  flush_gap();
  document_.bytes += visible;
}

void TextWriter::words(std::string_view text) {
  assert(open_);
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    const bool space = is_control(point.value) || (point.size == 1 && is_plain_space(text[at])) ||
                       point.value == 0x2028 || point.value == 0x2029;
    // A passage has no white space at its ends, not even a no-break one.
    const bool leading = !has_words_ && is_white(point.value);
    if (space || leading) {
      if (gap_.empty()) gap_ = " ";
      at += point.size;
      continue;
    }
    std::size_t end = at + point.size;
    while (end < text.size()) {
      const CodePoint next = code_point_at(text, end);
      if (is_control(next.value) || next.value == ' ' || next.value == 0x2028 ||
          next.value == 0x2029) {
        break;
      }
      end += next.size;
    }
    append(text.substr(at, end - at));
    at = end;
  }
}

void TextWriter::verbatim(std::string_view text) {
  assert(open_);
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (point.value == '\n') {
      gap_ += '\n';
    } else if (point.value == '\t' || point.value == ' ' || is_control(point.value) ||
               (!has_words_ && is_white(point.value))) {
      gap_ += point.value == '\t' ? '\t' : ' ';
    } else {
      append(text.substr(at, point.size));
    }
    at += point.size;
  }
}

void TextWriter::line_break() {
  assert(open_);
  gap_ = "\n";
}

void TextWriter::marker(std::string_view text) {
  assert(open_);
  marker_ += text;
}

void TextWriter::separator(std::string_view text) {
  assert(open_);
  if (gap_ == " ") gap_.clear();
  gap_ += text;
}

std::size_t TextWriter::call(const std::string& mark) {
  assert(open_);
  gap_.clear();  // it stands behind its word
  flush_gap();
  const auto begin = static_cast<std::uint32_t>(document_.bytes.size());
  document_.bytes += '[' + mark + ']';
  Footnote note;
  note.mark = mark;
  note.call = Span{begin, static_cast<std::uint32_t>(document_.bytes.size())};
  document_.notes.push_back(std::move(note));
  note_states_.emplace_back();
  calls_in_open_.push_back(document_.notes.size() - 1);
  return document_.notes.size() - 1;
}

void TextWriter::note_text(const std::string& mark, std::optional<std::size_t> note) {
  assert(open_);
  if (!note) {
    Footnote made;
    made.mark = mark;
    note = document_.notes.size();
    document_.notes.push_back(std::move(made));
    note_states_.emplace_back();
  }
  marker_ += '[' + mark + "] ";
  note_of_open_.push_back(*note);
}

void TextWriter::same_text(std::size_t call, std::size_t note) {
  note_states_[call].same_as = note;
}

Document TextWriter::finish(const ReadOptions& options) {
  end();
  std::vector<Footnote>& notes = document_.notes;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (note_states_[i].same_as) notes[i].passage = notes[*note_states_[i].same_as].passage;
  }
  // An empty passage may have taken a call, or a text, with it.
  std::erase_if(notes, [](const Footnote& note) { return !note.passage && !note.call; });
  if (!document_.bytes.empty()) document_.bytes += '\n';
  complete(document_, TextFormat::plain, options);
  return std::move(document_);
}

}  // namespace crossroads
