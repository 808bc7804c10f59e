// SPDX-License-Identifier: Apache-2.0
#include "text/plain/block_shape.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "crossroads/core/ascii.hpp"
#include "text/plain/shape.hpp"

namespace crossroads {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Where the number at the end of a line begins: up to four digits, or a small Roman number.
std::optional<std::size_t> trailing_page(std::string_view words) {
  std::size_t begin = words.size();
  while (begin > 0 && is_ascii_digit(words[begin - 1])) --begin;
  if (begin == words.size()) {
    while (begin > 0 &&
           (words[begin - 1] == 'i' || words[begin - 1] == 'v' || words[begin - 1] == 'x')) {
      --begin;
    }
  }
  const std::size_t size = words.size() - begin;
  if (size == 0 || size > 4 || begin == 0) return std::nullopt;
  return begin;
}

/// "Rivers ........ 12", "Rivers    12".
bool leads_to_page(std::string_view words) {
  const auto page = trailing_page(words);
  if (!page) return false;
  std::size_t begin = *page;
  std::size_t dots = 0;
  std::size_t blanks = 0;
  while (begin > 0) {
    const char c = words[begin - 1];
    if (c == '.' || c == '_') {
      ++dots;
    } else if (c == ' ') {
      ++blanks;
    } else if (c == '\t') {
      blanks += 3;
    } else {
      break;
    }
    --begin;
  }
  return begin > 0 && (dots >= 3 || (dots == 0 && blanks >= 3)) &&
         std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(begin), is_letter);
}

/// The column at which the second cell of a line begins, or nothing. Tabs stand where they stand:
/// behind one it is column 0.
std::optional<std::size_t> second_cell(std::string_view whole) {
  constexpr std::size_t narrowest_gap = 3;
  std::size_t gap = 0;
  bool in_first_cell = false;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    if (whole[at] == '\t' && in_first_cell) return 0;
    if (whole[at] == ' ') {
      ++gap;
    } else if (whole[at] != '\f' && whole[at] != '\t') {
      if (in_first_cell && gap >= narrowest_gap) return at;
      in_first_cell = true;
      gap = 0;
    }
  }
  return std::nullopt;
}

/// `before` is the line before this one.
bool begins_reference(std::string_view before, std::string_view line) {
  if (line.empty()) return false;
  if (note_mark(line)) return true;
  if (!ends_sentence(before) && !is_address(before.substr(before.find_last_of(' ') + 1))) {
    return false;
  }
  // "de Coning, Cedric", "Autesserre, S."
  const std::size_t comma = line.find(',');
  constexpr std::size_t longest_family_name = 40;
  if (comma == std::string_view::npos || comma > longest_family_name) return false;
  const std::size_t last_word = line.substr(0, comma).find_last_of(' ') + 1;
  return is_letter(line[0]) && (is_upper(line[last_word]) || is_letter(line[last_word])) &&
         std::none_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(comma),
                      is_ascii_digit);
}

}  // namespace

bool is_address(std::string_view words) {
  if (words.empty() || words.find_first_of(" \t\n\r") != std::string_view::npos) return false;
  if (words.starts_with("www.")) return true;
  const std::size_t scheme = words.find("://");
  if (scheme != std::string_view::npos && scheme > 0) {
    return std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(scheme),
                       [](char c) { return is_letter(c) || c == '+' || c == '-'; });
  }
  const std::size_t at = words.find('@');
  return at != std::string_view::npos && at > 0 && words.find('.', at) != std::string_view::npos;
}

bool is_foot_rule(std::string_view text, const Line& line) {
  constexpr std::uint32_t fewest_spaces = 20;
  constexpr std::uint32_t fewest_underscores = 5;
  if (line.blank()) return line.whole.size() >= fewest_spaces;
  return line.content.size() >= fewest_underscores &&
         slice(text, line.content).find_first_not_of("_ ") == std::string_view::npos;
}

bool is_contents(std::string_view text, const std::vector<Line>& lines, std::size_t begin,
                 std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (!leads_to_page(slice(text, lines[i].content))) return false;
  }
  return begin < end;
}

bool all_end_with_page(std::string_view text, const std::vector<Line>& lines, std::size_t begin,
                       std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view words = slice(text, lines[i].content);
    const auto page = trailing_page(words);
    if (!page || !is_ascii_digit(words.back())) return false;
    if (words[*page - 1] != ' ' && words[*page - 1] != '.') return false;
  }
  return begin < end;
}

bool is_table(std::string_view text, const std::vector<Line>& lines, std::size_t begin,
              std::size_t end) {
  if (end - begin < 2) return false;
  std::vector<std::size_t> columns;
  for (std::size_t i = begin; i < end; ++i) {
    const auto column = second_cell(slice(text, lines[i].whole));
    if (!column) return false;
    columns.push_back(*column);
  }
  std::sort(columns.begin(), columns.end());
  std::size_t most = 0;
  for (std::size_t i = 0, first = 0; i < columns.size(); ++i) {
    while (columns[i] - columns[first] > 1) ++first;
    most = std::max(most, i - first + 1);
  }
  return most * 3 >= columns.size() * 2;
}

bool is_caption(std::string_view words) {
  constexpr std::array<std::string_view, 8> names = {"Figure ", "Fig. ",  "Table ",   "Box ",
                                                     "Map ",    "Chart ", "Diagram ", "Graph "};
  for (const std::string_view name : names) {
    if (!words.starts_with(name)) continue;
    std::size_t at = name.size();
    while (at < words.size() && (is_ascii_digit(words[at]) || words[at] == '.')) ++at;
    if (at == name.size()) return false;
    // "Table 2 shows that …" is a sentence of the text.
    return at == words.size() || words[at - 1] == '.' || words[at] == ':' ||
           (words[at] == ' ' && at + 1 < words.size() &&
            !(words[at + 1] >= 'a' && words[at + 1] <= 'z'));
  }
  return false;
}

std::vector<bool> reference_starts(std::string_view text, const std::vector<Line>& lines,
                                   std::size_t begin, std::size_t end) {
  const auto indent = [&](std::size_t line) {
    return lines[line].content.begin - lines[line].whole.begin;
  };
  std::uint32_t least = indent(begin);
  std::uint32_t most = least;
  for (std::size_t i = begin; i < end; ++i) {
    least = std::min(least, indent(i));
    most = std::max(most, indent(i));
  }
  const bool hanging = most > least && indent(begin) == least;
  std::vector<bool> starts{true};
  for (std::size_t i = begin + 1; i < end; ++i) {
    starts.push_back(hanging ? indent(i) == least
                             : begins_reference(slice(text, lines[i - 1].content),
                                                slice(text, lines[i].content)));
  }
  return starts;
}

bool has_year_or_address(std::string_view words) {
  if (words.find("://") != std::string_view::npos) return true;
  for (std::size_t at = 0; at + 4 <= words.size(); ++at) {
    const bool year =
        (words[at] == '1' && words[at + 1] == '9') || (words[at] == '2' && words[at + 1] == '0');
    if (year && is_ascii_digit(words[at + 2]) && is_ascii_digit(words[at + 3])) return true;
  }
  return false;
}

}  // namespace crossroads
