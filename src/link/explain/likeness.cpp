// SPDX-License-Identifier: Apache-2.0
#include "link/explain/likeness.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "crossroads/core/utf8.hpp"
#include "link/english.hpp"
#include "link/names/word_key.hpp"
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

std::string without_gaps(std::string_view text) {
  std::string bare;
  for (const char c : text) {
    if (c != ' ' && c != '-') bare += c;
  }
  return bare;
}

bool is_plural(const std::string& plural, std::string_view word) {
  const WordChanges all = plurals_of(word);
  return std::any_of(all.begin(), all.end(),
                     [&](const WordChange& change) { return change.of(word) == plural; });
}

/// Whether one word is the other in the plural.
bool is_inflected_word(const std::string& a, const std::string& b) {
  return is_plural(a, b) || is_plural(b, a);
}

std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of(" -"), name.size());
    if (end > 0) words.emplace_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words;
}

/// Likewise names, of which only some words differ.
bool is_inflection(std::string_view a, std::string_view b) {
  const std::vector<std::string> first = words_of_name(a);
  const std::vector<std::string> second = words_of_name(b);
  if (first.size() != second.size()) return is_inflected_word(without_gaps(a), without_gaps(b));
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i] != second[i] && !is_inflected_word(first[i], second[i])) return false;
  }
  return true;
}

}  // namespace

std::string bare_letters(std::string_view name) {
  return without_gaps(word_key(plain_signs(name)));
}

std::optional<Likeness> likeness_of(std::string_view surface, std::string_view form) {
  if (surface == form) return Likeness::as_written;
  std::string a = plain_signs(surface);
  std::string b = plain_signs(form);
  if (a == b) return Likeness::layout;
  if (marked_key(a) == marked_key(b)) return Likeness::letter_case;
  a = word_key(a);
  b = word_key(b);
  if (a == b) return Likeness::marks;
  if (without_gaps(a) == without_gaps(b)) return Likeness::joined;
  if (is_inflection(a, b)) return Likeness::inflected;
  return std::nullopt;
}

}  // namespace crossroads
