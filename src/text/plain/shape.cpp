// SPDX-License-Identifier: Apache-2.0
#include "text/plain/shape.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

constexpr std::ptrdiff_t longest_heading = 100;  // characters

std::ptrdiff_t characters_in(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

UChar32 first_character(std::string_view text) {
  return text.empty() ? 0 : static_cast<UChar32>(code_point_at(text, 0).value);
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// Digits of a note that is called at the very end.
std::string_view without_note_call(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && is_ascii_digit(text[end - 1])) --end;
  return text.size() - end <= 3 ? text.substr(0, end) : text;
}

/// Whether letters (or what may be one) make up a third of it at least, white space aside.
bool has_words(std::string_view text) {
  std::size_t letters = 0;
  std::size_t others = 0;
  for (const char c : text) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      ++letters;
    } else if (!is_blank(c) && c != '\n' && c != '\r') {
      ++others;
    }
  }
  return letters >= 3 && letters * 2 >= others;
}

std::string_view without_closers(std::string_view text) {
  constexpr std::array<std::string_view, 9> closers = {"\"", "'", ")", "]", "’",
                                                       "”",  "»", "*", "ʼ"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view closer : closers) {
      if (!text.ends_with(closer)) continue;
      text.remove_suffix(closer.size());
      cut = true;
    }
  }
  return text;
}

/// Bytes of the sign that a line begins with; 0 where it is no bullet.
std::size_t bullet_size(std::string_view line) {
  // The last two are what Word's bullets become where their font is not known.
  constexpr std::array<std::string_view, 7> bullets = {"•", "‣", "▪", "●", "◦", "\uF0B7", "\uF0A7"};
  for (const std::string_view bullet : bullets) {
    if (line.starts_with(bullet)) return bullet.size();
  }
  return 0;
}

/// "I. Stone", "IV. Wood", "A. Arches": numbers of headings rather than initials, which stand alone
/// less often and begin with an A seldom.
bool is_numbered(std::string_view text) {
  const std::size_t stop = text.find(". ");
  if (stop == std::string_view::npos || stop == 0) return false;
  const std::string_view number = text.substr(0, stop);
  if (number == "A")
    return text.find_first_of(",&") == text.npos && text.find(" and ") == text.npos;
  return number.find_first_not_of("IVX") == std::string_view::npos;
}

/// Words that headings, places and institutions are made of, and persons' names are not.
bool is_heading_word(std::string_view word) {
  constexpr std::array<std::string_view, 121> words = {
      "a",          "about",        "abstract",     "african",   "agency",
      "agenda",     "an",           "analysis",     "and",       "annex",
      "area",       "areas",        "armed",        "army",      "assembly",
      "background", "bank",         "capacity",     "case",      "central",
      "centre",     "center",       "challenges",   "chapter",   "children",
      "civil",      "civilian",     "civilians",    "coast",     "college",
      "committee",  "conclusions",  "conflict",     "conflicts", "congo",
      "context",    "contents",     "contributors", "council",   "country",
      "current",    "data",         "department",   "doctrine",  "east",
      "eastern",    "economic",     "european",     "executive", "female",
      "figures",    "final",        "findings",     "force",     "forces",
      "foreign",    "further",      "gender",       "general",   "global",
      "government", "groups",       "history",      "host",      "human",
      "institute",  "introductory", "islands",      "issues",    "justice",
      "key",        "lessons",      "local",        "main",      "military",
      "ministry",   "mission",      "missions",     "national",  "nations",
      "natural",    "new",          "north",        "northern",  "office",
      "organized",  "other",        "our",          "overview",  "peace",
      "police",     "policy",       "political",    "press",     "process",
      "recent",     "regional",     "report",       "republic",  "resources",
      "results",    "review",       "rights",       "rule",      "sector",
      "security",   "social",       "south",        "southern",  "special",
      "state",      "states",       "strategy",     "summary",   "support",
      "system",     "the",          "troop",        "union",     "university",
      "west"};
  const std::string small = ascii_lower(word);
  if (std::find(words.begin(), words.end(), small) != words.end()) return true;
  constexpr std::array<std::string_view, 6> endings = {"tion", "tions", "ments",
                                                       "ness", "ities", "keeping"};
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return small.ends_with(ending); });
}

bool may_be_of_a_name(std::string_view word) {
  const bool other_sign = std::any_of(word.begin(), word.end(), [](char c) {
    return is_ascii_digit(c) || c == '_' || c == ':' || c == '/';
  });
  return !other_sign && u_isupper(first_character(word)) != 0 && !is_heading_word(word);
}

}  // namespace

bool begins_with_bullet(std::string_view line) {
  return bullet_size(line) > 0;
}

bool is_lone_bullet(std::string_view line) {
  return !line.empty() && bullet_size(line) == line.size();
}

std::size_t list_marker(std::string_view line) {
  constexpr std::array<std::string_view, 4> dashes = {"-", "*", "+", "–"};
  std::size_t end = bullet_size(line);
  for (const std::string_view dash : dashes) {
    if (line.starts_with(dash)) end = dash.size();
  }
  if (end == 0) {
    while (end < line.size() && end < 3 && is_ascii_digit(line[end])) ++end;
    if (end == 0 && !line.empty() && line[0] >= 'a' && line[0] <= 'z') end = 1;
    if (end == 0 || end >= line.size() || (line[end] != '.' && line[end] != ')')) return 0;
    ++end;
  }
  const std::size_t content = skip_blanks(line, end);
  return content > end && content < line.size() ? content : 0;
}

std::optional<NoteMark> note_mark(std::string_view line) {
  std::size_t at = 0;
  const bool bracket = line.starts_with('[');
  if (bracket) ++at;
  unsigned number = 0;
  const std::size_t digits = at;
  while (at < line.size() && at - digits < 3 && is_ascii_digit(line[at])) {
    number = number * 10 + static_cast<unsigned>(line[at++] - '0');
  }
  if (at == digits || number == 0) return std::nullopt;
  if (bracket && (at >= line.size() || line[at++] != ']')) return std::nullopt;
  if (!bracket && at < line.size() && (line[at] == '.' || line[at] == ')')) ++at;
  const std::size_t content = skip_blanks(line, at);
  if (content == at || content >= line.size()) return std::nullopt;
  return NoteMark{number, content};
}

bool ends_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 6> stops = {".", "!", "?", ":", ";", "…"};
  text = without_closers(without_note_call(without_closers(text)));
  return std::any_of(stops.begin(), stops.end(),
                     [&](std::string_view stop) { return text.ends_with(stop); });
}

bool looks_like_heading(std::string_view text) {
  if (text.empty() || characters_in(text) > longest_heading || text.ends_with(',')) return false;
  if (text.find("://") != std::string_view::npos) return false;
  std::size_t at = 0;
  while (at < text.size() && !u_isalnum(static_cast<UChar32>(code_point_at(text, at).value))) {
    at += code_point_at(text, at).size;
  }
  if (at == text.size() || !has_words(text)) return false;
  const auto first = static_cast<UChar32>(code_point_at(text, at).value);
  if (!u_isupper(first) && !u_isdigit(first)) return false;
  // A question may be a heading; a statement with its full stop is not.
  return text.ends_with('?') || !ends_sentence(text);
}

bool looks_like_names(std::string_view text) {
  constexpr std::array<std::string_view, 10> particles = {"de", "da", "del", "der", "di",
                                                          "du", "la", "van", "von", "den"};
  constexpr std::array<std::string_view, 4> joints = {"and", "with", "og", "By"};
  if (is_numbered(text)) return false;
  std::size_t names = 0;
  std::size_t words = 0;  // of the name at hand
  const auto close = [&] {
    const bool whole = words != 1;
    names += words > 1 ? 1 : 0;
    words = 0;
    return whole;
  };
  while (!text.empty()) {
    std::size_t end = 0;
    while (end < text.size() && !is_blank(text[end]) && text[end] != '\n' && text[end] != '\r' &&
           text[end] != ',' && text[end] != ';' && text[end] != '&') {
      ++end;
    }
    const std::string_view word = text.substr(0, end);
    if (word.starts_with('(')) {  // an institute
      text.remove_prefix(std::min(text.find(')'), text.size() - 1) + 1);
      continue;
    }
    const bool parts =
        end < text.size() && !is_blank(text[end]) && text[end] != '\n' && text[end] != '\r';
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word == "Jr" || word == "Jr." || word == "Sr" || word == "Sr.") {
      // belongs to the name before it
    } else if (std::find(joints.begin(), joints.end(), word) != joints.end()) {
      if (!close()) return false;
    } else if (!word.empty() &&
               std::find(particles.begin(), particles.end(), word) == particles.end()) {
      if (!may_be_of_a_name(word)) return false;
      ++words;
    }
    if (parts && !close()) return false;
  }
  return close() && names > 0;
}

bool begins_small(std::string_view text) {
  return u_islower(first_character(text)) != 0;
}

bool looks_like_page_number(std::string_view text) {
  const bool year = text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
  if (year) return false;  // a chronology's heading
  std::size_t digits = 0;
  for (const char c : text) {
    if (is_ascii_digit(c)) {
      ++digits;
    } else if (c != '-' && !is_blank(c)) {
      return false;
    }
  }
  return digits > 0 && digits <= 4;
}

bool looks_like_rule(std::string_view text) {
  if (text.size() < 3) return false;
  constexpr std::array<std::string_view, 5> marks = {"_", "-", "*", "=", "—"};
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
      if (is_blank(text[at])) {
        ++at;
      } else if (text.substr(at).starts_with(mark)) {
        at += mark.size();
        ++count;
      } else {
        return false;
      }
    }
    return count >= 3;
  });
}

}  // namespace crossroads
