// SPDX-License-Identifier: Apache-2.0
#include "crossroads/text/symbols.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <utility>

#include "crossroads/core/ascii.hpp"

namespace crossroads {
namespace {

constexpr std::size_t shortest_number = 3;  // digits that tell a number without a word for it

/// What the United Nations' symbols begin with (organs, treaty bodies, conferences, programmes,
/// press releases), and those of the African Union's Peace and Security Council.
constexpr std::array<std::string_view, 50> series = {
    "A",  "ACC",     "AFR",  "APLC",   "AT",   "BWC",  "CAC",  "CAT",    "CCPR",   "CCW",
    "CD", "CEB",     "CED",  "CEDAW",  "CERD", "CMW",  "CRC",  "CRPD",   "CTOC",   "DC",
    "DP", "DSG",     "E",    "ECOSOC", "FCCC", "GA",   "HR",   "HRC",    "HRI",    "HSP",
    "ID", "INSTRAW", "ISBA", "JIU",    "LOS",  "NPT",  "PBC",  "PKO",    "PSC",    "S",
    "SC", "SG",      "ST",   "T",      "TD",   "UNDP", "UNEP", "UNIDIR", "UNITAR", "WFC"};

static_assert(std::is_sorted(series.begin(), series.end()));

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_ascii_digit);
}
bool is_capitals(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_capital);
}
bool is_year(std::string_view word) {
  return word.size() == 4 && is_number(word) && (word.starts_with("19") || word.starts_with("20"));
}

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whose resolutions they are, by what their symbols begin with.
struct Organ {
  std::string_view prefix;
  bool in_parts;  ///< "60/1", not "1325"
};
constexpr Organ security_council{"S/RES/", false};
constexpr Organ general_assembly{"A/RES/", true};
constexpr Organ human_rights_council{"A/HRC/RES/", true};
constexpr Organ economic_and_social_council{"E/RES/", true};

struct OrganName {
  std::string_view words;
  Organ organ;
  bool means_resolution;  ///< the name says "resolution" already
};
constexpr std::array organ_names{
    OrganName{"security council", security_council, false},
    OrganName{"unsc", security_council, false},
    OrganName{"sc", security_council, false},
    OrganName{"unscr", security_council, true},
    OrganName{"unscrs", security_council, true},
    OrganName{"scr", security_council, true},
    OrganName{"scrs", security_council, true},
    OrganName{"general assembly", general_assembly, false},
    OrganName{"unga", general_assembly, false},
    OrganName{"ga", general_assembly, false},
    OrganName{"ungar", general_assembly, true},
    OrganName{"human rights council", human_rights_council, false},
    OrganName{"hrc", human_rights_council, false},
    OrganName{"economic and social council", economic_and_social_council, false},
    OrganName{"ecosoc", economic_and_social_council, false},
};

class SymbolFinder {
 public:
  SymbolFinder(std::span<const SymbolWord> words, BareResolution bare)
      : words_(words), bare_(bare) {}

  std::vector<SymbolMatch> run() {
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t end = match(at);
      at = end > at ? end : at + 1;
    }
    return std::move(matches_);
  }

 private:
  std::string_view word(std::size_t at) const {
    return at < words_.size() ? words_[at].text : std::string_view();
  }
  std::string_view before(std::size_t at) const {
    return at < words_.size() ? words_[at].before : std::string_view("\n");
  }

  /// The first word behind what is named at `at`; `at` if nothing is.
  std::size_t match(std::size_t at) {
    const std::string_view first = word(at);
    if (first.empty()) return at;
    const bool slash = before(at + 1).starts_with('/');
    if (slash && is_capitals(first) && at >= tried_) return match_symbol(at);
    constexpr std::string_view starts = "UuSsGgHhEeRr";
    return starts.find(first.front()) == starts.npos ? at : match_resolution(at);
  }

  // --- S/RES/2098 ---

  struct Symbol {
    std::string text;
    std::size_t end = 0;
  };

  /// One symbol: parts of capitals and digits between slashes, the last of them with a digit. No
  /// other begins within what was read for it, whether it is one or not.
  std::optional<Symbol> symbol_at(std::size_t at) {
    if (!is_capitals(word(at)) || at < tried_) return std::nullopt;
    std::size_t end = at + 1;
    while (goes_on(end)) ++end;
    tried_ = end;
    const bool fits = std::binary_search(series.begin(), series.end(), word(at))
                          ? numbers_document(at, end)
                          : is_made_alike(at, end);
    if (!fits) return std::nullopt;
    Symbol symbol{std::string(word(at)), end};
    for (std::size_t part = at + 1; part < end; ++part) {
      symbol.text += before(part) == "." ? '.' : '/';
      symbol.text += word(part);
    }
    return symbol;
  }

  static bool has_digit(std::string_view part) {
    return std::any_of(part.begin(), part.end(), is_ascii_digit);
  }

  /// Whether words [at, end) of a known series have a number that is more than a year: "S/15862",
  /// "A/70/95", "S/RES/1973", "S/PV.1973"; not "S/2013".
  bool numbers_document(std::size_t at, std::size_t end) const {
    const std::string_view last = word(end - 1);
    if (end - at == 2) {
      return before(at + 1) != "." && is_number(last) && last.size() >= shortest_number &&
             !is_year(last);
    }
    bool other_digits = false;
    for (std::size_t part = at + 1; part + 1 < end; ++part) {
      other_digits = other_digits || has_digit(word(part)) || word(part) == "RES";
    }
    const bool year_alone = is_year(last) && before(end - 1) != "." && !other_digits;
    return has_digit(last) && !year_alone;
  }

  /// Whether words [at, end) are a symbol of a series that is not known: letters twice, a year and
  /// a number, as in "UNMIK/REG/2000/45". Else any slash between capitals would do.
  bool is_made_alike(std::size_t at, std::size_t end) const {
    if (before(at) == "/" || word(at).size() < 2 || end - at < 4) return false;
    return is_capitals(word(end - 3)) && is_year(word(end - 2)) && is_number(word(end - 1)) &&
           before(end - 2) != "." && before(end - 1) != ".";
  }

  bool goes_on(std::size_t at) const {
    const std::string_view part = word(at);
    if (part.empty()) return false;
    const std::string_view gap = before(at);
    if (gap == ".") return is_number(part) && !is_number(word(at - 1));
    if (gap != "/" && gap != "/ ") return false;
    return is_any_of(part, {"Add", "Amend", "Corr", "Rev", "Sub"}) ||
           std::all_of(part.begin(), part.end(),
                       [](char c) { return is_ascii_digit(c) || is_capital(c); });
  }

  std::size_t match_symbol(std::size_t at) {
    auto symbol = symbol_at(at);
    if (!symbol) return at;
    SymbolMatch match;
    match.first = static_cast<std::uint32_t>(at);
    std::size_t end = symbol->end;
    const bool resolution = symbol->text.find("/RES/") != std::string::npos;
    match.symbols.push_back(std::move(symbol->text));
    while (is_any_of(before(end), {"-", "\u2013", "\u2014", "- ", "\u2013 ", "\u2014 ", " -",
                                   " \u2013", " - ", " \u2013 ", " \u2014 "})) {
      auto other = symbol_at(end);
      if (!other) break;
      match.symbols.push_back(std::move(other->text));
      end = other->end;
    }
    match.end = static_cast<std::uint32_t>(end);
    if (resolution && match.symbols.size() == 1) match.year = year_at(end);
    const std::size_t behind = end + (match.year.empty() ? 0 : 1);
    matches_.push_back(std::move(match));
    return behind;
  }

  /// The year that "(2013)" gives, if it is that what follows.
  std::string year_at(std::size_t at) const {
    const bool bracketed = is_any_of(before(at), {" (", "("}) && is_year(word(at)) &&
                           (at + 1 == words_.size() || before(at + 1).starts_with(')'));
    return bracketed ? std::string(word(at)) : std::string();
  }

  // --- Security Council resolution 2098 ---

  bool is_joined(std::size_t at) const { return before(at) == " " || before(at) == ". "; }

  /// The first word behind those of a name, in any case; `at` if it is not there.
  std::size_t skip(std::size_t at, std::string_view name) const {
    std::size_t end = at;
    while (!name.empty()) {
      const std::size_t size = std::min(name.find(' '), name.size());
      if (end > at && !is_joined(end)) return at;
      if (word(end).size() != size || ascii_lower(word(end)) != name.substr(0, size)) return at;
      ++end;
      name.remove_prefix(std::min(size + 1, name.size()));
    }
    return end;
  }

  std::size_t skip_any(std::size_t at, std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      const std::size_t end = skip(at, name);
      if (end > at) return end;
    }
    return at;
  }

  /// "UN", "U.N.", "United Nations", before an organ's name.
  std::size_t skip_united_nations(std::size_t at) const {
    std::size_t end = skip_any(at, {"un", "united nations"});
    if (end == at && word(at) == "U" && before(at + 1) == "." && word(at + 1) == "N") end = at + 2;
    return end > at && is_joined(end) ? end : at;
  }

  std::size_t match_resolution(std::size_t at) {
    const std::size_t start = skip_united_nations(at);
    for (const OrganName& name : organ_names) {
      std::size_t end = skip(start, name.words);
      if (end == start) continue;
      if (before(end) == "'" && word(end) == "s") ++end;
      const std::size_t behind = is_joined(end) ? skip_word_for_it(end) : end;
      if (behind == end && !name.means_resolution) continue;
      return match_numbers(at, behind, name.organ, is_plural(behind - 1));
    }
    if (start > at || bare_ == BareResolution::unknown) return at;
    const std::size_t behind = skip_word_for_it(at);
    if (behind == at || word(behind).size() < shortest_number) return at;
    return match_numbers(at, behind, security_council, is_plural(behind - 1));
  }

  bool is_plural(std::size_t at) const {
    return word(at).ends_with('s') && !is_any_of(word(at), {"Res", "res"});
  }

  std::size_t skip_word_for_it(std::size_t at) const {
    std::size_t end = skip_any(at, {"resolution", "resolutions", "res"});
    if (end > at && is_joined(end)) {
      const std::size_t number = skip_any(end, {"no", "nos", "number"});
      if (number > end && is_joined(number)) end = number;
    }
    return end;
  }

  struct Number {
    std::string text;
    std::size_t end = 0;
  };

  /// "1325", or "60/1" of an organ that counts so. A number that goes on is another thing.
  std::optional<Number> number_at(std::size_t at, const Organ& organ) const {
    if (!is_number(word(at)) || word(at).size() > 4 || word(at).front() == '0') return std::nullopt;
    Number number{std::string(word(at)), at + 1};
    if (before(at + 1) == "/" && is_number(word(at + 1))) {
      if (!organ.in_parts) return std::nullopt;
      number.text += '/';
      number.text += word(at + 1);
      ++number.end;
    }
    const std::string_view next = before(number.end);
    const bool goes_on =
        is_any_of(next, {".", ",", "/", ":"}) && is_ascii_digit(next_character(number.end));
    if (goes_on) return std::nullopt;
    return number;
  }

  char next_character(std::size_t at) const { return word(at).empty() ? ' ' : word(at).front(); }

  std::size_t match_numbers(std::size_t at, std::size_t behind, const Organ& organ, bool plural) {
    if (!is_joined(behind)) return at;
    auto number = number_at(behind, organ);
    std::size_t first = at;
    std::size_t end = at;
    while (number) {
      SymbolMatch match;
      match.first = static_cast<std::uint32_t>(first);
      match.end = static_cast<std::uint32_t>(number->end);
      match.symbols.push_back(std::string(organ.prefix) + number->text);
      match.year = year_at(number->end);
      end = number->end + (match.year.empty() ? 0 : 1);
      const bool dated = !match.year.empty();
      matches_.push_back(std::move(match));
      first = next_of_list(end, dated);
      if (first == no_word) break;
      number = number_at(first, organ);
      const bool told = number && (!year_at(number->end).empty() ||
                                   (plural && number->text.size() >= shortest_number));
      if (!told) break;
    }
    return end;
  }

  static constexpr std::size_t no_word = static_cast<std::size_t>(-1);

  /// Where the next member of a list stands, behind a comma, "and", "or" or "&"; no_word if the
  /// list ends.
  std::size_t next_of_list(std::size_t at, bool behind_bracket) const {
    std::string_view gap = before(at);
    if (behind_bracket) {
      if (!gap.starts_with(')')) return no_word;
      gap.remove_prefix(1);
    }
    if (at >= words_.size()) return no_word;
    if (is_any_of(word(at), {"and", "or"})) {
      return is_any_of(gap, {" ", ", "}) && before(at + 1) == " " ? at + 1 : no_word;
    }
    return is_any_of(gap, {", ", " & ", ", & "}) ? at : no_word;
  }

  std::span<const SymbolWord> words_;
  BareResolution bare_;
  std::size_t tried_ = 0;  // up to where words were read as parts of a symbol
  std::vector<SymbolMatch> matches_;
};

}  // namespace

std::vector<SymbolMatch> match_symbols(std::span<const SymbolWord> words, BareResolution bare) {
  return SymbolFinder(words, bare).run();
}

bool names_security_council(std::string_view text) {
  constexpr std::string_view first = "Security";
  constexpr std::string_view second = "Council";
  for (std::size_t at = text.find(first); at != text.npos; at = text.find(first, at + 1)) {
    const std::size_t next = text.find_first_not_of(" \t\r\n", at + first.size());
    if (next != text.npos && next > at + first.size() && text.substr(next).starts_with(second)) {
      return true;
    }
  }
  return text.find("UNSC") != text.npos || text.find("S/RES/") != text.npos;
}

}  // namespace crossroads
