// SPDX-License-Identifier: Apache-2.0
#include "text/outline/heading_style.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "crossroads/core/ascii.hpp"
#include "text/plain/shape.hpp"

namespace crossroads {
namespace {

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, std::min(text.find_first_of(" \t:."), text.size()));
}

/// What stands before the first of ". ", ") " and ": ", or nothing.
std::string_view number_of(std::string_view heading) {
  const std::size_t end = heading.find_first_of(" \t");
  if (end == std::string_view::npos || end < 2) return {};
  const char last = heading[end - 1];
  if (last != '.' && last != ')' && last != ':') return {};
  return heading.substr(0, end - 1);
}

bool is_roman(std::string_view number) {
  return !number.empty() && number.find_first_not_of("IVXL") == std::string_view::npos;
}

/// How many numbers a heading begins with, parted by stops: 2 for "3.1 Rapids"; 0 for none.
unsigned decimal_depth(std::string_view heading) {
  unsigned depth = 0;
  std::size_t at = 0;
  while (at < heading.size() && is_ascii_digit(heading[at])) {
    const std::size_t digits = at;
    while (at < heading.size() && is_ascii_digit(heading[at])) ++at;
    if (at - digits > 3) return 0;  // a year
    ++depth;
    if (at < heading.size() && heading[at] == '.') ++at;
  }
  const bool apart = at < heading.size() && (heading[at] == ' ' || heading[at] == '\t' ||
                                             heading[at] == ')' || heading[at] == ':');
  return apart ? depth : 0;
}

/// "Section 2", "Annex B", "Part IV", "Chapter one".
bool has_number_behind(std::string_view heading, std::string_view word) {
  if (heading.size() < word.size() + 2) return false;
  const std::string_view number = first_word(heading.substr(word.size() + 1));
  constexpr std::array<std::string_view, 7> words = {"one",  "two", "three", "four",
                                                     "five", "six", "seven"};
  const std::string small = ascii_lower(number);
  return !number.empty() && (std::all_of(number.begin(), number.end(), is_ascii_digit) ||
                             is_roman(number) || (number.size() == 1 && is_alpha(number[0])) ||
                             std::find(words.begin(), words.end(), small) != words.end());
}

}  // namespace

char heading_letter(std::string_view heading) {
  const std::string_view number = number_of(heading);
  return number.size() == 1 && number[0] >= 'A' && number[0] <= 'Z' ? number[0] : '\0';
}

HeadingRank rank_of(std::string_view heading, char last_letter) {
  const std::string_view word = first_word(heading);
  const std::string small = ascii_lower(word);
  if (has_number_behind(heading, word)) {
    if (small == "part" || small == "book" || small == "volume") return HeadingRank::part;
    if (small == "chapter" || small == "annex" || small == "appendix") return HeadingRank::chapter;
    if (small == "section") return HeadingRank::division;
  }
  const std::string_view number = number_of(heading);
  const char letter = heading_letter(heading);
  if (letter != 0 && (!is_roman(number) || (last_letter != 0 && letter == last_letter + 1))) {
    return HeadingRank::letter;
  }
  if (is_roman(number)) return HeadingRank::roman;
  constexpr unsigned deepest = 9;
  if (const unsigned depth = std::min(decimal_depth(heading), deepest); depth > 0) {
    return static_cast<HeadingRank>(static_cast<unsigned>(HeadingRank::decimal) + depth - 1);
  }
  return HeadingRank::plain;
}

bool heads_paragraph(std::string_view line, std::string_view below) {
  const unsigned depth = line.substr(0, line.find(' ')).ends_with(')') ? 0 : decimal_depth(line);
  const bool numbered = depth > 0 || is_roman(number_of(line));
  if (!numbered || !looks_like_heading(line) || begins_small(below)) return false;
  const unsigned depth_below = decimal_depth(below);
  if (depth_below > 0) return depth_below > depth;  // as deep, it is the next item of a list
  return line.size() * 4 < below.size() * 3;
}

bool is_unnumbered_by_custom(std::string_view heading) {
  constexpr std::array<std::string_view, 27> names = {
      "abstract",          "about the author", "about the authors",
      "abbreviations",     "acknowledgement",  "acknowledgements",
      "acknowledgments",   "acronyms",         "bibliography",
      "conclusion",        "conclusions",      "contents",
      "table of contents", "endnotes",         "executive summary",
      "footnotes",         "foreword",         "further reading",
      "introduction",      "literature",       "notes",
      "preface",           "recommendations",  "references",
      "sources",           "summary",          "works cited"};
  const std::string small = ascii_lower(heading);
  return std::find(names.begin(), names.end(), small) != names.end();
}

bool is_contents_heading(std::string_view heading) {
  const std::string small = ascii_lower(heading);
  return small == "contents" || small == "table of contents";
}

bool is_references_heading(std::string_view heading) {
  constexpr std::array<std::string_view, 7> names = {
      "references", "bibliography", "cited", "literature", "sources", "reading", "readings"};
  constexpr std::array<std::string_view, 13> others = {
      "a",  "and",     "annotated", "consulted", "further",  "list", "notes",
      "of", "primary", "secondary", "select",    "selected", "works"};
  const std::string small = ascii_lower(heading);
  bool named = false;
  for (std::size_t at = 0; at < small.size();) {
    const std::size_t end = std::min(small.find(' ', at), small.size());
    const std::string_view word = std::string_view(small).substr(at, end - at);
    at = end + 1;
    if (std::find(names.begin(), names.end(), word) != names.end()) {
      named = true;
    } else if (!word.empty() && std::find(others.begin(), others.end(), word) == others.end()) {
      return false;
    }
  }
  return named;
}

bool is_notes_heading(std::string_view heading) {
  const std::string small = ascii_lower(heading);
  return small == "notes" || small == "endnotes" || small == "footnotes";
}

}  // namespace crossroads
