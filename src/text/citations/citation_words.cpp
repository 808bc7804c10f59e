// SPDX-License-Identifier: Apache-2.0
#include "text/citations/citation_words.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <initializer_list>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/utf8.hpp"
#include "text/citations/citation_refer.hpp"

namespace crossroads {
namespace {

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view without(std::string_view word, std::string_view stray) {
  while (!word.empty() && stray.find(word.front()) != stray.npos) word.remove_prefix(1);
  while (!word.empty() && stray.find(word.back()) != stray.npos) word.remove_suffix(1);
  return word;
}

bool is_all_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_ascii_digit);
}

bool is_month(std::string_view word) {
  constexpr std::array<std::string_view, 28> months = {
      "january", "february",  "march",   "april",    "may",      "june",   "july",
      "august",  "september", "october", "november", "december", "jan",    "feb",
      "mar",     "apr",       "jun",     "jul",      "aug",      "sep",    "sept",
      "oct",     "nov",       "dec",     "spring",   "summer",   "autumn", "winter"};
  return is_one_of(months, ascii_lower(word));
}

/// "2014", "2014a".
std::optional<std::string> year_of(std::string_view word) {
  if (word.size() == 5 && word[4] >= 'a' && word[4] <= 'f') word.remove_suffix(1);
  const bool year = word.size() == 4 && is_all_digits(word) &&
                    (word.starts_with("18") || word.starts_with("19") || word.starts_with("20"));
  return year ? std::optional(std::string(word)) : std::nullopt;
}

bool is_day(std::string_view word) {
  for (const std::string_view end : {"st", "nd", "rd", "th"}) {
    if (word.ends_with(end)) word.remove_suffix(end.size());
  }
  return is_all_digits(word) && word.size() <= 2;
}

std::size_t starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (text.size() < word.size() || ascii_lower(text.substr(0, word.size())) != word) continue;
    const std::string_view rest = text.substr(word.size());
    if (rest.empty() || rest.front() == ' ' || rest.front() == '.' ||
        is_ascii_digit(rest.front())) {
      const std::size_t stop = rest.starts_with('.') ? 1 : 0;
      const std::size_t space = rest.substr(stop).starts_with(' ') ? 1 : 0;
      return word.size() + stop + space;
    }
  }
  return 0;
}

bool is_letter_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Of "J.-M.", "JM" or "Jean Marie": a name or an initial each, in plain letters.
std::vector<std::string> given_parts(std::string_view given) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < given.size();) {
    std::size_t end = at;
    while (end < given.size() && is_letter_byte(given[end])) ++end;
    const std::string_view part = given.substr(at, end - at);
    at = std::max(end, at + 1);
    const bool run =
        part.size() > 1 && part.size() < 4 &&
        std::all_of(part.begin(), part.end(), [](char c) { return c <= 'Z' && c > 0; });
    for (std::size_t i = 0; run && i < part.size(); ++i)
      parts.push_back(ascii_lower(part.substr(i, 1)));
    if (!run && !part.empty() && !is_name_particle(part)) parts.push_back(plain_letters(part));
  }
  return parts;
}

}  // namespace

bool begins_with_capital(std::string_view word) {
  return !word.empty() && u_isupper(static_cast<UChar32>(code_point_at(word, 0).value)) != 0;
}

bool begins_with_small(std::string_view word) {
  return !word.empty() && u_islower(static_cast<UChar32>(code_point_at(word, 0).value)) != 0;
}

std::vector<Span> words_within(std::string_view text, Span within) {
  std::vector<Span> words;
  for (std::uint32_t at = within.begin; at < within.end;) {
    std::uint32_t end = at;
    while (end < within.end && text[end] != ' ') ++end;
    if (end > at) words.push_back({at, end});
    at = end + 1;
  }
  return words;
}

Span trim(std::string_view text, Span span, std::string_view stray) {
  while (!span.empty() && stray.find(text[span.begin]) != stray.npos) ++span.begin;
  while (!span.empty() && stray.find(text[span.end - 1]) != stray.npos) --span.end;
  return span;
}

bool is_initials(std::string_view words) {
  bool any = false;
  for (const Span span : words_within(words, {0, static_cast<std::uint32_t>(words.size())})) {
    const std::string_view word = words.substr(span.begin, span.size());
    if (any && is_name_particle(word)) continue;
    std::size_t run = 0;  // letters since the last stop or hyphen
    std::size_t letters = 0;
    bool stops = false;
    for (std::size_t at = 0; at < word.size();) {
      const CodePoint point = code_point_at(word, at);
      at += point.size;
      if (point.value == '.' || point.value == '-') {
        run = 0;
        stops = true;
        continue;
      }
      if (u_isupper(static_cast<UChar32>(point.value)) == 0) return false;
      ++run;
      ++letters;
    }
    if (letters == 0 || letters > 4 || (stops ? run > 1 : letters > 3)) return false;
    any = true;
  }
  return any;
}

bool is_institution_word(std::string_view word) {
  constexpr std::array<std::string_view, 72> words = {
      "academy",    "administration", "agency",      "alliance",     "amnesty",
      "army",       "assembly",       "association", "authority",    "bank",
      "board",      "bureau",         "center",      "centre",       "coalition",
      "college",    "command",        "commission",  "commissioner", "committee",
      "community",  "conference",     "congress",    "consortium",   "corporation",
      "council",    "court",          "department",  "directorate",  "division",
      "embassy",    "faculty",        "federation",  "force",        "forum",
      "foundation", "fund",           "government",  "group",        "house",
      "initiative", "institut",       "institute",   "institution",  "international",
      "league",     "library",        "ministry",    "mission",      "nations",
      "network",    "news",           "office",      "organisation", "organization",
      "panel",      "parliament",     "party",       "press",        "programme",
      "project",    "republic",       "secretariat", "senate",       "service",
      "services",   "society",        "team",        "times",        "tribunal",
      "union",      "university"};
  return is_one_of(words, ascii_lower(word)) || word == "Watch" || word == "Secretary-General";
}

bool is_function_word(std::string_view word) {
  constexpr std::array<std::string_view, 28> words = {
      "a",   "an", "and", "at", "by",  "d'", "da", "de", "del", "des", "di",  "do",  "du",   "et",
      "for", "in", "la",  "le", "les", "of", "on", "or", "the", "to",  "und", "von", "with", "&"};
  return is_one_of(words, word);
}

bool looks_like_organization(std::string_view name) {
  bool institution = false;
  std::size_t count = 0;
  bool acronym = false;
  for (const Span span : words_within(name, {0, static_cast<std::uint32_t>(name.size())})) {
    const std::string_view word = without(name.substr(span.begin, span.size()), "(),.;:");
    if (word.empty()) return false;
    if (is_function_word(word)) continue;
    if (!begins_with_capital(word)) return false;
    ++count;
    institution = institution || is_institution_word(word);
    std::size_t capitals = 0;
    for (const char c : word) capitals += c >= 'A' && c <= 'Z' ? 1U : 0U;
    acronym = acronym || (capitals >= 2 && word.find('.') == word.npos);
  }
  return count > 0 && (institution || (acronym && count <= 2));
}

QuoteMark quote_mark(std::string_view text, std::size_t at) {
  struct Known {
    std::string_view mark;
    bool opens;
    bool closes;
    bool is_double;
  };
  constexpr std::array<Known, 14> marks = {{{"\u2018", true, false, false},
                                            {"\u2019", true, true, false},
                                            {"\u02BB", true, false, false},
                                            {"\u02BC", true, true, false},
                                            {"'", true, true, false},
                                            {"\u201A", true, false, false},
                                            {"`", true, false, false},
                                            {"\u201C", true, true, true},
                                            {"\u201D", true, true, true},
                                            {"\"", true, true, true},
                                            {"\u201E", true, false, true},
                                            {"\u00AB", true, true, true},
                                            {"\u00BB", true, true, true},
                                            {"\u2039", true, true, false}}};
  const std::string_view rest = text.substr(at);
  for (const Known& known : marks) {
    if (!rest.starts_with(known.mark)) continue;
    constexpr std::string_view leads = " ([-/";
    constexpr std::string_view ends = " ,.;:)]?!-/";
    const std::size_t behind = at + known.mark.size();
    // Other marks and dashes are U+2010 to U+203F: E2 80 and a third byte.
    const bool behind_sign = at >= 3 && text.substr(at - 3).starts_with("\xE2\x80");
    const bool led = at == 0 || leads.find(text[at - 1]) != leads.npos || behind_sign;
    const bool before_sign = text.substr(behind).starts_with("\xE2\x80");
    const bool ended = behind >= text.size() || ends.find(text[behind]) != ends.npos || before_sign;
    const bool follows = behind < text.size() && text[behind] != ' ';
    const bool opens = known.opens && led && follows && !(ended && behind_sign);
    return {known.mark.size(), opens, known.closes && ended && at > 0 && text[at - 1] != ' ',
            known.is_double};
  }
  return {};
}

std::optional<DateWords> date_words(std::string_view text, Span within) {
  DateWords date;
  bool month = false;
  bool day = false;
  bool any = false;
  for (std::uint32_t at = within.begin; at < within.end;) {
    constexpr std::string_view parting = " ,/-";
    std::uint32_t end = at;
    while (end < within.end && parting.find(text[end]) == parting.npos &&
           !text.substr(end).starts_with("\u2013")) {
      ++end;
    }
    const std::string_view word = without(text.substr(at, end - at), ".()[]");
    const std::string lower = ascii_lower(word);
    if (const auto year = year_of(word)) {
      if (date.year.empty()) {
        date.year = *year;
        const auto from = at + static_cast<std::uint32_t>(text.substr(at, end - at).find(*year));
        date.year_span = {from, from + 4};
      }
    } else if (is_month(word)) {
      month = true;
    } else if (is_day(word)) {
      day = true;
    } else if (lower == "forthcoming") {
      date.forthcoming = true;
    } else if (lower == "undated" || lower == "n.d") {
      date.undated = true;
    } else if (!word.empty() && !(lower == "in" && text.substr(end, 6) == " press") &&
               !(lower == "press" && any)) {
      return std::nullopt;
    } else if (lower == "press") {
      date.forthcoming = true;
    }
    any = any || !word.empty();
    at = end + (text.substr(end).starts_with("\u2013") ? 3 : 1);
  }
  date.more = month;
  date.partial = month && date.year.empty();
  if (date.year.empty() && !date.forthcoming && !date.undated && !date.partial) return std::nullopt;
  if (day && !month) return std::nullopt;
  return date;
}

std::string lettered_year(std::string_view source, std::string_view year, std::uint32_t end) {
  std::string out(year);
  if (year.empty() || end >= source.size() || source[end] < 'a' || source[end] > 'f') return out;
  const char behind = end + 1 < source.size() ? source[end + 1] : ' ';
  if (!is_letter_byte(behind) && !is_ascii_digit(behind)) out += source[end];
  return out;
}

bool given_names_fit(std::string_view a, std::string_view b) {
  const std::vector<std::string> of_a = given_parts(a);
  const std::vector<std::string> of_b = given_parts(b);
  for (std::size_t i = 0; i < std::min(of_a.size(), of_b.size()); ++i) {
    if (!of_a[i].starts_with(of_b[i]) && !of_b[i].starts_with(of_a[i])) return false;
  }
  return true;
}

std::size_t pages_word(std::string_view text) {
  return starts_with_any(text, {"pp", "p", "pages", "page", "pgs", "pg", "s"});
}
std::size_t volume_word(std::string_view text) {
  return starts_with_any(text, {"vol", "volume", "vols", "bd"});
}
std::size_t number_word(std::string_view text) {
  return starts_with_any(text, {"no", "nos", "number", "issue", "iss", "nr"});
}

bool is_page_range(std::string_view text) {
  if (text.empty() || !is_ascii_digit(text.front())) return false;
  bool dash = false;
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii_digit(text[at]) || text[at] == ',' || text[at] == ' ') {
      ++at;
    } else if (text[at] == '-') {
      dash = true;
      ++at;
    } else if (text.substr(at).starts_with("\u2013") || text.substr(at).starts_with("\u2014")) {
      dash = true;
      at += 3;
    } else if (text.substr(at) == "f" || text.substr(at) == "ff") {
      return true;
    } else {
      return false;
    }
  }
  return dash || text.size() <= 5;
}

}  // namespace crossroads
