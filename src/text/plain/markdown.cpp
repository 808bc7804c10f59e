// SPDX-License-Identifier: Apache-2.0
//
// Markdown's blocks, line by line: what CommonMark calls leaf blocks become passages, with its
// markup left in place. Nesting (a list in a quote) is not taken apart.
#include <algorithm>
#include <string>

#include "text/plain/lines.hpp"
#include "text/plain/shape.hpp"
#include "text/readers.hpp"

namespace crossroads {
namespace {

class MarkdownReader {
 public:
  explicit MarkdownReader(std::string_view text) : text_(text), lines_(split_lines(text)) {}

  std::vector<Passage> read() {
    read_front_matter();
    while (at_ < lines_.size()) {
      if (lines_[at_].blank()) {
        ++at_;
      } else if (is_fence(at_)) {
        read_fenced_code();
      } else {
        read_block();
      }
    }
    return std::move(passages_);
  }

 private:
  std::string_view content(std::size_t line) const { return slice(text_, lines_[line].content); }

  std::uint32_t indent(std::size_t line) const {
    return lines_[line].content.begin - lines_[line].whole.begin;
  }

  /// Takes the lines up to `end` as one passage.
  void take(std::size_t end, Role role) {
    std::size_t last = end;
    while (last > at_ && lines_[last - 1].blank()) --last;
    if (last > at_) {
      passages_.push_back({{{lines_[at_].content.begin, lines_[last - 1].content.end}}, role});
    }
    at_ = end;
  }

  void take_heading(std::size_t end, std::uint8_t level) {
    take(end, Role::heading);
    passages_.back().level = level;
  }

  void read_front_matter() {
    if (lines_.empty() || content(0) != "---") return;
    for (std::size_t end = 1; end < lines_.size(); ++end) {
      if (content(end) == "---" || content(end) == "...") return take(end + 1, Role::metadata);
    }
  }

  bool is_fence(std::size_t line) const {
    const std::string_view text = content(line);
    // Behind backticks another one means code within a line.
    return text.starts_with("~~~") ||
           (text.starts_with("```") &&
            text.find('`', std::min(text.find_first_not_of('`'), text.size())) == text.npos);
  }

  void read_fenced_code() {
    const char mark = content(at_)[0];
    const std::size_t length = std::min(content(at_).find_first_not_of(mark), content(at_).size());
    std::size_t end = at_ + 1;
    const auto closes = [&](std::size_t line) {
      const std::string_view text = content(line);
      return text.size() >= length && text.find_first_not_of(mark) == std::string_view::npos;
    };
    while (end < lines_.size() && !closes(end)) ++end;
    take(std::min(end + 1, lines_.size()), Role::code);
  }

  bool is_heading(std::size_t line) const {
    const std::string_view text = content(line);
    const std::size_t marks = text.find_first_not_of('#');
    if (marks == 0 || text.empty()) return false;
    if (marks == std::string_view::npos) return text.size() <= 6;
    return marks <= 6 && (text[marks] == ' ' || text[marks] == '\t');
  }

  bool is_note(std::size_t line) const {
    return content(line).starts_with("[^") && content(line).find("]:") != std::string_view::npos;
  }

  bool is_table_row(std::size_t line) const {
    return content(line).starts_with('|') && content(line).size() > 1;
  }

  bool is_rule(std::size_t line) const {
    return looks_like_rule(content(line)) && content(line)[0] != '=';
  }

  bool is_item(std::size_t line) const { return list_marker(content(line)) > 0; }

  /// Within a paragraph only a sign of CommonMark's or the number 1 begins a list: a line may begin
  /// with a dash, or with a number that ends a sentence.
  bool is_item_within_paragraph(std::size_t line) const {
    const std::string_view text = content(line);
    return is_item(line) && (text[0] == '-' || text[0] == '*' || text[0] == '+' ||
                             text.starts_with("1.") || text.starts_with("1)"));
  }

  bool is_quote(std::size_t line) const { return content(line).starts_with('>'); }

  /// Whether a line begins a block of its own behind a line of `role`.
  bool begins_block(std::size_t line, Role role) const {
    return lines_[line].blank() || is_heading(line) || is_note(line) || is_table_row(line) ||
           (role == Role::list_item ? is_item(line) : is_item_within_paragraph(line)) ||
           (role != Role::quote && is_quote(line)) || is_fence(line) || is_rule(line);
  }

  /// The end of a block that goes on until a blank line or another block.
  std::size_t block_end(Role role) const {
    std::size_t end = at_ + 1;
    while (end < lines_.size() && !begins_block(end, role)) ++end;
    return end;
  }

  /// Indented lines behind a blank line still belong to a note or an item.
  std::size_t indented_end(std::size_t end) const {
    constexpr std::uint32_t code_indent = 4;
    for (std::size_t next = end; next < lines_.size(); ++next) {
      if (lines_[next].blank()) continue;
      if (indent(next) < code_indent) break;
      end = next + 1;
    }
    return end;
  }

  bool is_setext_heading(std::size_t end) const {
    return end < lines_.size() && !lines_[end].blank() &&
           (content(end).find_first_not_of('=') == std::string_view::npos ||
            content(end).find_first_not_of('-') == std::string_view::npos);
  }

  void read_block() {
    if (is_rule(at_)) return take(at_ + 1, Role::separator);
    if (is_heading(at_)) {
      const std::size_t marks = std::min(content(at_).find_first_not_of('#'), content(at_).size());
      return take_heading(at_ + 1, static_cast<std::uint8_t>(marks));
    }
    if (is_table_row(at_)) return take(at_ + 1, Role::table);
    if (is_note(at_)) return take(indented_end(block_end(Role::note)), Role::note);
    if (is_item(at_)) return take(block_end(Role::list_item), Role::list_item);
    if (is_quote(at_)) return take(block_end(Role::quote), Role::quote);
    std::size_t end = at_ + 1;
    while (end < lines_.size() && !is_setext_heading(end) && !begins_block(end, Role::body)) ++end;
    if (is_setext_heading(end)) return take_heading(end + 1, content(end)[0] == '=' ? 1 : 2);
    take(end, Role::body);
  }

  std::string_view text_;
  std::vector<Line> lines_;
  std::vector<Passage> passages_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Passage> markdown_passages(std::string_view text) {
  return MarkdownReader(text).read();
}

}  // namespace crossroads
