// SPDX-License-Identifier: Apache-2.0
#include "link/explain/likeness.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "crossroads/core/utf8.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

/// White space as single spaces, hyphens and dashes as "-", apostrophes as "'"; no invisible ones.
std::string plain_signs(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const char32_t c = without_width(point.value);
    if (is_space(c)) {
      if (!plain.ends_with(' ')) plain += ' ';
    } else if (is_invisible(c)) {
      // not seen
    } else if (is_hyphen(c) || is_joining_dash(c)) {
      plain += '-';
    } else if (is_apostrophe(c)) {
      plain += '\'';
    } else {
      plain += text.substr(at, point.size);
    }
    at += point.size;
  }
  return compose(plain);
}

std::string without_marks(std::string_view folded) {
  struct Letter {
    char32_t made;
    std::string_view of;
  };
  constexpr std::array<Letter, 9> letters = {{{U'\u00F8', "o"},
                                              {U'\u0142', "l"},
                                              {U'\u0111', "d"},
                                              {U'\u00F0', "d"},
                                              {U'\u00FE', "th"},
                                              {U'\u00E6', "ae"},
                                              {U'\u0153', "oe"},
                                              {U'\u0131', "i"},
                                              {U'\u00DF', "ss"}}};
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  std::string apart;
  icu::StringByteSink<std::string> sink(&apart);
  const icu::StringPiece piece(folded.data(), static_cast<std::int32_t>(folded.size()));
  if (U_SUCCESS(status)) nfd->normalizeUTF8(0, piece, sink, nullptr, status);
  if (U_FAILURE(status)) return std::string(folded);
  std::string plain;
  for (std::size_t at = 0; at < apart.size();) {
    const CodePoint point = code_point_at(apart, at);
    const auto letter = std::find_if(letters.begin(), letters.end(), [&](const Letter& known) {
      return known.made == point.value;
    });
    if (letter != letters.end()) {
      plain += letter->of;
    } else if (point.value < 0x0300 || point.value > 0x036F) {
      plain += std::string_view(apart).substr(at, point.size);
    }
    at += point.size;
  }
  return plain;
}

std::string without_gaps(std::string_view text) {
  std::string bare;
  for (const char c : text) {
    if (c != ' ' && c != '-') bare += c;
  }
  return bare;
}

/// A word without what a regular plural adds to it.
std::string singular(std::string_view word) {
  std::string one(word);
  if (word.ends_with("ies") && word.size() > 4) {
    one.replace(one.size() - 3, 3, "y");
  } else if (word.ends_with("ses") || word.ends_with("xes") || word.ends_with("zes") ||
             word.ends_with("ches") || word.ends_with("shes")) {
    one.resize(one.size() - 2);
  } else if (word.ends_with('s') && word.size() > 2) {
    one.pop_back();
  }
  return one;
}

/// Whether one word is the other in the plural, by regular endings ("mandates", "crises") or with
/// another vowel ("women").
bool is_inflected_word(std::string_view a, std::string_view b) {
  if (singular(a) == singular(b)) return true;
  if (a.size() > b.size()) std::swap(a, b);
  if (a.ends_with("is"))
    return b.ends_with("es") && a.substr(0, a.size() - 2) == b.substr(0, b.size() - 2);
  const std::size_t size = a.size();
  return size > 3 && b.size() == size && a.substr(0, size - 2) == b.substr(0, size - 2) &&
         a.back() == 'n' && b.back() == 'n';
}

std::vector<std::string_view> words_of_name(std::string_view name) {
  std::vector<std::string_view> words;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of(" -"), name.size());
    if (end > 0) words.push_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words;
}

/// Likewise names, of which only some words differ.
bool is_inflection(std::string_view a, std::string_view b) {
  const std::vector<std::string_view> first = words_of_name(a);
  const std::vector<std::string_view> second = words_of_name(b);
  if (first.size() != second.size()) return is_inflected_word(without_gaps(a), without_gaps(b));
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i] != second[i] && !is_inflected_word(first[i], second[i])) return false;
  }
  return true;
}

}  // namespace

std::string bare_letters(std::string_view name) {
  return without_gaps(without_marks(fold(plain_signs(name))));
}

std::optional<Likeness> likeness_of(std::string_view surface, std::string_view form) {
  if (surface == form) return Likeness::as_written;
  std::string a = plain_signs(surface);
  std::string b = plain_signs(form);
  if (a == b) return Likeness::layout;
  a = fold(a);
  b = fold(b);
  if (a == b) return Likeness::letter_case;
  a = without_marks(a);
  b = without_marks(b);
  if (a == b) return Likeness::marks;
  if (without_gaps(a) == without_gaps(b)) return Likeness::joined;
  if (is_inflection(a, b)) return Likeness::inflected;
  return std::nullopt;
}

}  // namespace crossroads
