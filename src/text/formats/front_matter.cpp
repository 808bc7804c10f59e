// SPDX-License-Identifier: Apache-2.0
//
// The part of YAML that front matter is written in: "name: value" at the margin, values plain,
// quoted, folded over indented lines, or lists of such. An author may be a mapping with a `name`.
#include "text/formats/front_matter.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/utf8.hpp"
#include "text/formats/metadata_values.hpp"
#include "text/plain/lines.hpp"

namespace crossroads {
namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

/// The code point that "\xHH", "\uHHHH" or "\UHHHHHHHH" stands for; nothing for an ill-formed one.
std::optional<char32_t> hexadecimal(std::string_view digits) {
  char32_t value = 0;
  for (const char c : digits) {
    const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!letter && (c < '0' || c > '9')) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(letter ? (c | 0x20) - 'a' + 10 : c - '0');
  }
  const bool scalar = value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  return scalar && !digits.empty() ? std::optional(value) : std::nullopt;
}

/// Reads a scalar or a list in brackets from its beginning, and steps over it.
class Flow {
 public:
  explicit Flow(std::string_view text) : text_(text) {}

  std::vector<std::string> values() {
    skip();
    if (!text_.starts_with('[')) return {scalar({})};
    std::vector<std::string> list;
    text_.remove_prefix(1);
    for (skip(); !text_.empty() && text_[0] != ']'; skip()) {
      std::string value = scalar(",]");
      if (!value.empty()) list.push_back(std::move(value));
      skip();
      if (text_.starts_with(',')) text_.remove_prefix(1);
    }
    return list;
  }

 private:
  void skip() { text_.remove_prefix(std::min(text_.find_first_not_of(blanks), text_.size())); }

  std::string scalar(std::string_view ends) {
    if (text_.starts_with('"')) return double_quoted();
    if (text_.starts_with('\'')) return single_quoted();
    std::size_t end = std::min(text_.find_first_of(ends), text_.size());
    const std::size_t comment = text_.substr(0, end).find(" #");
    if (text_.starts_with('#')) {
      end = 0;
      text_ = {};
    }
    const std::string value(trimmed(text_.substr(0, std::min(end, comment))));
    text_.remove_prefix(comment < end ? text_.size() : end);
    return value == "~" || value == "null" ? std::string() : value;
  }

  std::string single_quoted() {
    std::string value;
    std::size_t at = 1;
    for (; at < text_.size(); ++at) {
      if (text_[at] == '\'' && text_.substr(at + 1).starts_with('\'')) {
        ++at;
      } else if (text_[at] == '\'') {
        break;
      }
      value += text_[at];
    }
    text_.remove_prefix(std::min(at + 1, text_.size()));
    return value;
  }

  std::string double_quoted() {
    std::string value;
    std::size_t at = 1;
    while (at < text_.size() && text_[at] != '"') {
      if (text_[at] != '\\' || at + 1 == text_.size()) {
        value += text_[at++];
        continue;
      }
      const char kind = text_[at + 1];
      const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
      const auto point = hexadecimal(text_.substr(at + 2, digits));
      if (digits > 0 && point && at + 2 + digits <= text_.size()) {
        append_utf8(value, *point);
        at += 2 + digits;
      } else {
        value += kind == 'n' || kind == 't' ? ' ' : kind;
        at += 2;
      }
    }
    text_.remove_prefix(std::min(at + 1, text_.size()));
    return value;
  }

  std::string_view text_;
};

struct Field {
  std::string name;
  std::vector<std::string> values;
};

/// "name" of a line "name: value"; empty for any other.
std::string_view key_of(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == line.npos || colon == 0) return {};
  if (colon + 1 < line.size() && blanks.find(line[colon + 1]) == blanks.npos) return {};
  const std::string_view key = line.substr(0, colon);
  return key.find_first_of(" \t\"'#[{") == key.npos ? key : std::string_view();
}

/// One item of a list: a scalar, or the name in a mapping.
void add_item(Field& field, std::string_view item) {
  const std::string_view key = key_of(item);
  if (!key.empty() && key != "name") return;
  if (!key.empty()) item.remove_prefix(key.size() + 1);
  for (std::string& value : Flow(trimmed(item)).values()) {
    if (!value.empty()) field.values.push_back(std::move(value));
  }
}

/// A line that is indented, or begins an item, below the field's own.
void add_line(Field& field, std::string_view line, std::string_view style) {
  const std::string_view text = trimmed(line);
  if (style.empty() && (text.starts_with("- ") || text == "-")) {
    add_item(field, trimmed(text.substr(1)));
  } else if (style.empty() && key_of(text) == "name") {
    add_item(field, text);
  } else if (style == "|" || style == ">" || style == "more") {
    if (field.values.empty()) field.values.emplace_back();
    std::string& value = field.values.back();
    if (!value.empty() && !text.empty()) value += ' ';
    value += text;
  }
}

std::vector<Field> fields_of(std::string_view yaml) {
  std::vector<Field> fields;
  std::string style;  // what the lines below the field's own are to it
  for (const Line& line : split_lines(yaml)) {
    const std::string_view whole = slice(yaml, line.whole);
    const bool inner =
        !whole.empty() && (blanks.find(whole[0]) != blanks.npos || whole.starts_with("- "));
    if (line.blank() || slice(yaml, line.content).starts_with('#')) continue;
    if (inner) {
      if (!fields.empty()) add_line(fields.back(), whole, style);
      continue;
    }
    const std::string_view key = key_of(whole);
    fields.push_back({std::string(key), {}});
    if (key.empty()) continue;
    const std::string_view value = trimmed(whole.substr(key.size() + 1));
    style = value.empty() ? "" : value[0] == '|' || value[0] == '>' ? value.substr(0, 1) : "more";
    if (style != "more") continue;
    for (std::string& item : Flow(value).values()) {
      if (!item.empty()) fields.back().values.push_back(std::move(item));
    }
  }
  return fields;
}

void take(Field&& field, Document& document) {
  if (field.values.empty()) return;
  if (field.name == "title") {
    document.title = field.values.front();
  } else if (field.name == "author" || field.name == "authors") {
    document.metadata.authors = std::move(field.values);
  } else if (field.name == "date") {
    set_date(document, field.values.front());
  } else if (field.name == "lang" || field.name == "language") {
    set_language(document, field.values.front());
  } else if (field.name == "source" || field.name == "url") {
    document.metadata.source = field.values.front();
  }
}

}  // namespace

void read_front_matter(Document& document) {
  for (const Passage& passage : document.passages) {
    if (passage.role != Role::metadata) continue;
    const Span span = passage.span();
    const std::string_view yaml = std::string_view(document.bytes).substr(span.begin, span.size());
    for (Field& field : fields_of(yaml)) take(std::move(field), document);
  }
}

}  // namespace crossroads
