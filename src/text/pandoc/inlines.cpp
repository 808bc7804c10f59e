// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "crossroads/core/utf8.hpp"
#include "text/pandoc/reader.hpp"

namespace crossroads {
namespace {

constexpr std::string_view brackets = "[](){}.: ";

/// What a call shows without its brackets: "[12]" is "12". Empty where it is no mark.
std::string mark_of(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(brackets);
  if (begin == std::string_view::npos) return {};
  text = text.substr(begin, text.find_last_not_of(brackets) - begin + 1);
  constexpr std::size_t longest = 10;  // "note 123"
  return text.size() <= longest ? std::string(text) : std::string();
}

/// Signs that lead from a note back to its call.
bool is_back_sign(std::string_view text) {
  constexpr std::array<std::string_view, 8> signs{
      "^", "\u2191", "\u21A9", "\u21A9\uFE0E", "\u21B5", "\u23CE", "\u21A9\uFE0F", "\u2B11"};
  return std::find(signs.begin(), signs.end(), text) != signs.end();
}

/// Signs of links to a heading itself.
bool is_link_sign(std::string_view text) {
  return text == "\u00B6" || text == "\u00A7" || text == "#" || text == "\U0001F517";
}

bool is_only_brackets(std::string_view text) {
  return text.find_first_not_of(brackets) == std::string_view::npos;
}

}  // namespace

void PandocReader::inlines(const Nodes& nodes) {
  for (const JsonValue& node : nodes) inline_node(node);
}

void PandocReader::inline_node(const JsonValue& node) {
  const std::string_view type = type_of(node);
  const auto& parts = parts_of(node);
  if (type == "Str") return string(content_string(node));
  if (type == "Space" || type == "SoftBreak") return writer_.words(" ");
  if (type == "LineBreak") return one_line_ ? writer_.words(" ") : writer_.line_break();
  if (type == "Code" || type == "Math") return string(string_of(part(parts, 1)));
  if (type == "Link") return link(node);
  if (type == "Span") return span(node);
  if (type == "Superscript") return superscript(node);
  if (type == "Cite") return inlines(part(parts, 1).items());
  if (type == "Quoted") {
    const bool single = type_of(part(parts, 0)) == "SingleQuote";
    string(single ? "\u2018" : "\u201C");
    inlines(part(parts, 1).items());
    return string(single ? "\u2019" : "\u201D");
  }
  if (type == "Note") {
    const std::string mark = std::to_string(++pandoc_notes_);
    marks_.resize(std::max(marks_.size(), writer_.document().notes.size() + 1));
    const std::size_t number = writer_.call(mark);
    marks_[number] = mark;
    notes_.emplace_back(number, node);
    return;
  }
  if (type == "Image" || type == "RawInline") return;
  inlines(parts);  // Emph, Strong, SmallCaps, …
}

void PandocReader::string(std::string_view text) {
  if (at_note_begin_ && !text.empty()) {
    // What is left of the note's own mark, now that the link back is gone: "[", "].", "^".
    if (is_only_brackets(text) || is_back_sign(text)) return;
    const std::size_t begin = text.find_first_not_of("]). ");
    text.remove_prefix(std::min(begin, text.size()));
    at_note_begin_ = false;
  }
  writer_.words(text);
}

void PandocReader::span(const JsonValue& node) {
  const NodeAttributes attributes = attributes_of(part(parts_of(node), 0));
  if (part_of(attributes) == Part::left_out) return;
  anchors_.push_back(attributes.id);
  inlines(part(parts_of(node), 1).items());
  anchors_.pop_back();
}

/// "[1]" in small raised letters is a call alone, brackets and all.
void PandocReader::superscript(const JsonValue& node) {
  const bool before = std::exchange(in_superscript_, true);
  const auto& nodes = parts_of(node);
  const bool has_link = std::any_of(
      nodes.begin(), nodes.end(), [](const JsonValue& inner) { return type_of(inner) == "Link"; });
  if (at_note_begin_ && !has_link && !mark_of(words_of(nodes)).empty()) {
    in_superscript_ = before;
    return;  // the note's mark as it stands before it
  }
  for (const JsonValue& inner : nodes) {
    if (!has_link || type_of(inner) != "Str" || !is_only_brackets(content_string(inner))) {
      inline_node(inner);
    }
  }
  in_superscript_ = before;
}

bool PandocReader::is_back_link(const JsonValue& link) const {
  const auto& parts = parts_of(link);
  const std::string_view target = string_of(part(part(parts, 2).items(), 0));
  if (!target.starts_with('#')) return false;
  if (call_by_anchor_.find(target.substr(1)) != call_by_anchor_.end()) return true;
  return is_back_sign(words_of(part(parts, 1).items()));
}

void PandocReader::link(const JsonValue& node) {
  const auto& parts = parts_of(node);
  const NodeAttributes attributes = attributes_of(part(parts, 0));
  const auto& nodes = part(parts, 1).items();
  const std::string_view target = string_of(part(part(parts, 2).items(), 0));
  if (part_of(attributes) == Part::left_out) return;
  if (target.starts_with('#') && (in_note_ || is_link_sign(words_of(nodes)))) {
    if (is_link_sign(words_of(nodes)) || is_back_link(node)) return;
    if (at_note_begin_ && mark_of(words_of(nodes)) == mark_) return;
  }
  const bool raised =
      in_superscript_ || (nodes.size() == 1 && type_of(nodes.front()) == "Superscript");
  if (target.starts_with('#') && (raised || is_note_call(attributes, target.substr(1)))) {
    if (write_call(attributes, target.substr(1), mark_of(words_of(nodes)))) return;
  }
  anchors_.push_back(attributes.id);
  inlines(nodes);
  anchors_.pop_back();
}

bool PandocReader::write_call(const NodeAttributes& link, std::string_view target,
                              const std::string& mark) {
  if (mark.empty() || call_by_anchor_.find(target) != call_by_anchor_.end()) return false;
  const std::size_t number = writer_.call(mark);
  marks_.resize(std::max(marks_.size(), number + 1));
  marks_[number] = mark;
  const auto known = call_by_target_.emplace(target, number);
  const std::size_t first = known.first->second;
  if (!known.second) writer_.same_text(number, first);
  const auto remember = [&](std::string_view anchor) {
    if (!anchor.empty()) call_by_anchor_.emplace(anchor, first);
  };
  remember(link.id);
  for (const std::string_view anchor : anchors_) remember(anchor);
  return true;
}

std::optional<std::size_t> PandocReader::note_at(std::string_view anchor) const {
  if (anchor.empty()) return std::nullopt;
  const auto call = call_by_target_.find(anchor);
  return call == call_by_target_.end() ? std::nullopt : std::optional(call->second);
}

std::optional<std::size_t> PandocReader::note_begun_by(const Nodes& inlines) const {
  if (call_by_target_.empty()) return std::nullopt;
  constexpr std::size_t most = 4;  // "[", the anchor, "]"
  for (std::size_t i = 0; i < std::min(inlines.size(), most); ++i) {
    if (const auto call = note_begun_by(inlines[i])) return call;
    const std::string_view type = type_of(inlines[i]);
    if (type == "Str" && !is_only_brackets(content_string(inlines[i]))) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::size_t> PandocReader::note_begun_by(const JsonValue& node) const {
  const std::string_view type = type_of(node);
  const auto& parts = parts_of(node);
  if (type == "Span" || type == "Link") {
    if (const auto call = note_at(attributes_of(part(parts, 0)).id)) return call;
    if (type == "Link") {
      const std::string_view target = string_of(part(part(parts, 2).items(), 0));
      if (!target.starts_with('#')) return std::nullopt;
      const auto call = call_by_anchor_.find(target.substr(1));
      if (call != call_by_anchor_.end()) return call->second;
    }
    return note_begun_by(part(parts, 1).items());
  }
  if (type == "Superscript" || type == "Strong" || type == "Emph") return note_begun_by(parts);
  return std::nullopt;
}

void PandocReader::begin_note(const std::string& mark, std::optional<std::size_t> call) {
  writer_.begin(Role::note);
  writer_.note_text(mark, call);
  mark_ = mark;
  in_note_ = true;
  at_note_begin_ = true;
}

void PandocReader::note(std::size_t call, const Nodes& nodes) {
  begin_note(marks_[call], call);
  flat(nodes, Join::lines);
  writer_.end();
  in_note_ = false;
  at_note_begin_ = false;
}

void PandocReader::write_notes() {
  for (std::size_t i = 0; i < notes_.size(); ++i) {  // a note may add one
    const auto [number, node] = std::move(notes_[i]);
    begin_note(marks_[number], number);
    at_note_begin_ = false;  // pandoc leaves the marks out
    flat(parts_of(node), Join::lines);
    writer_.end();
    in_note_ = false;
  }
}

}  // namespace crossroads
