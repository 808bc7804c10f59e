// SPDX-License-Identifier: Apache-2.0
#include "link/definitions/lists.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>

#include "crossroads/core/ascii.hpp"
#include "link/definitions/glyphs.hpp"
#include "link/definitions/long_form.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

using Evidence = DefinedForm::Evidence;

constexpr std::size_t most_words = 20;  // of a long form

std::uint32_t line_end(std::string_view bytes, std::uint32_t at, std::uint32_t limit) {
  const void* end = std::memchr(bytes.data() + at, '\n', limit - at);
  return end == nullptr ? limit
                        : static_cast<std::uint32_t>(static_cast<const char*>(end) - bytes.data());
}

bool is_capital_letter(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_letter_or_digit(char c) {
  return is_capital_letter(c) || (c >= 'a' && c <= 'z') || is_ascii_digit(c);
}

/// Marks of lists, tables and emphasis, and white space.
bool is_mark(char c) {
  return c == ' ' || c == '\t' || c == '|' || c == '*' || c == '_' || c == '-' || c == '+';
}

std::uint32_t behind_marks(std::string_view bytes, std::uint32_t at, std::uint32_t end) {
  constexpr std::string_view bullet = "\u2022";
  for (;;) {
    if (at < end && is_mark(bytes[at])) {
      ++at;
    } else if (bytes.substr(at, end - at).starts_with(bullet)) {
      at += static_cast<std::uint32_t>(bullet.size());
    } else {
      return at;
    }
  }
}

/// Whether a line only rules a table.
bool is_rule(std::string_view line) {
  return line.find_first_not_of("|-+:= \t\r") == line.npos;
}

/// Whether a line carries on the long form of the one before.
bool carries_on(std::string_view line) {
  return line.starts_with("  ") || line.starts_with('\t') ||
         (!line.empty() && line[0] >= 'a' && line[0] <= 'z');
}

Glyphs first_cell(Glyphs text) {
  const auto bar =
      std::find_if(text.begin(), text.end(), [](const Glyph& glyph) { return glyph.value == '|'; });
  return trimmed(text.first(static_cast<std::size_t>(bar - text.begin())));
}

/// Up to a comma, a semicolon or a bracket.
Glyphs first_clause(Glyphs text) {
  const auto end = std::find_if(text.begin(), text.end(), [](const Glyph& glyph) {
    return glyph.value == ',' || glyph.value == ';' || glyph.value == '(' || glyph.value == '[';
  });
  return trimmed(text.first(static_cast<std::size_t>(end - text.begin())));
}

}  // namespace

/// Where a line has a short form, and what is behind it and what parts them.
struct ListFinder::Start {
  Span short_form;
  std::uint32_t rest = 0;
  bool parted = false;

  static std::optional<Start> of(std::string_view bytes, std::uint32_t at, std::uint32_t end) {
    at = behind_marks(bytes, at, end);
    Start start{{at, at}, 0, false};
    unsigned capitals = 0;
    unsigned digits = 0;
    std::uint32_t& stop = start.short_form.end;
    for (; stop < end && (is_letter_or_digit(bytes[stop]) || bytes[stop] == '-' ||
                          bytes[stop] == '/' || bytes[stop] == '&');
         ++stop) {
      if (is_capital_letter(bytes[stop])) ++capitals;
      if (is_ascii_digit(bytes[stop])) ++digits;
    }
    const std::uint32_t size = start.short_form.size();
    if (size < 2 || size > 16 || capitals == 0 || capitals + digits < 2) return std::nullopt;
    if (!is_letter_or_digit(bytes[at]) || !is_letter_or_digit(bytes[stop - 1])) return std::nullopt;
    return start.part(bytes, end) ? std::optional(start) : std::nullopt;
  }

 private:
  /// Finds what parts the short form from the rest, and the rest.
  bool part(std::string_view bytes, std::uint32_t end) {
    std::uint32_t at = short_form.end;
    std::uint32_t spaces = 0;
    bool sign = false;
    for (; at < end; ++at) {
      const char c = bytes[at];
      if (c == ' ') {
        ++spaces;
      } else if (c == '\t' || c == ':' || c == '|' || c == '=' || (c == '-' && spaces > 0)) {
        sign = true;
      } else if (bytes.substr(at).starts_with("\u2013") || bytes.substr(at).starts_with("\u2014")) {
        sign = true;
        at += 2;
      } else if (c != '*' && c != '_') {
        break;
      }
    }
    rest = at;
    parted = sign || spaces > 1;
    if (at == end || !(sign || spaces > 0) || bytes[at] == '(' || bytes[at] == '\r') return false;
    // Many a line of prose begins with a short form.
    return parted || ascii_lower(bytes[at]) == ascii_lower(bytes[short_form.begin]);
  }
};

void ListFinder::find(const PassageText& text) {
  const std::string_view bytes = text.document.bytes;
  for (const Span range : text.ranges()) {
    std::optional<Start> open;
    std::uint32_t open_end = 0;
    int lines = 0;
    for (std::uint32_t at = range.begin; at < range.end;) {
      const std::uint32_t end = line_end(bytes, at, range.end);
      const auto start = Start::of(bytes, at, end);
      const std::string_view line = bytes.substr(at, end - at);
      if (start) {
        if (open) take_item(text, *open, open_end);
        open = start;
        open_end = end;
      } else if (open && carries_on(line)) {
        open_end = end;
      } else if (!is_rule(line)) {
        if (open) take_item(text, *open, open_end);
        open.reset();
        this->end();
        if (lines > 0) break;  // a list may have a line above it, no more
      }
      ++lines;
      at = end + 1;
    }
    if (open) take_item(text, *open, open_end);
  }
}

bool ListFinder::take_item(const PassageText& text, const Start& start, std::uint32_t line_end) {
  line_.read(text, start.short_form);
  const auto form = short_form_of(line_.glyphs());
  line_.read(text, {start.rest, line_end});
  Glyphs rest = first_cell(trimmed(line_.glyphs()));
  while (!rest.empty() && !is_word_character(rest.back().value) && rest.back().value != ')') {
    rest = rest.first(rest.size() - 1);
  }
  std::size_t words = 0;
  for (Glyphs left = rest; !left.empty(); left = behind_first_word(left)) ++words;
  if (!form || !form->acronym || rest.empty() || words > most_words) {
    end();
    return false;
  }
  const Glyphs clause = first_clause(rest);
  const bool by_clause = gives(*form, clause);
  const bool letters = by_clause || gives(*form, rest);
  const Glyphs long_form = by_clause ? clause : rest;
  items_.push_back({{start.short_form, span_of(long_form), text.passage, DefinedForm::Kind::listed,
                     letters ? Evidence::letters : Evidence::place},
                    start.parted});
  return true;
}

void ListFinder::end() {
  const auto by_letters = [](const Item& item) {
    return item.definition.evidence == Evidence::letters;
  };
  const auto letters =
      static_cast<std::size_t>(std::count_if(items_.begin(), items_.end(), by_letters));
  if (letters > 1) {
    const bool all = items_.size() > 2 && letters * 2 >= items_.size();
    for (const Item& item : items_) {
      if (by_letters(item) || (all && item.parted)) found_.push_back(item.definition);
    }
  }
  items_.clear();
}

}  // namespace crossroads
