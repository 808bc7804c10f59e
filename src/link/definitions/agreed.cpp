// SPDX-License-Identifier: Apache-2.0
#include "link/definitions/agreed.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "link/definitions/short_form.hpp"
#include "link/definitions/small_words.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

/// Words that introduce a name, and say that it is one.
constexpr std::array<std::string_view, 18> saying = {
    "abbreviated", "abbreviation", "acronym",  "called", "henceforth", "hereafter",
    "herein",      "hereinafter",  "initials", "known",  "named",      "referred",
    "short",       "spelled",      "spelt",    "styled", "termed",     "written"};

/// Words that stand beside those.
constexpr std::array<std::string_view, 24> beside = {
    "a",        "also",      "and",       "as",        "below", "better",  "by",  "collectively",
    "commonly", "for",       "generally", "in",        "its",   "jointly", "now", "often",
    "or",       "popularly", "simply",    "sometimes", "the",   "their",   "to",  "widely"};

constexpr std::array<std::string_view, 6> languages = {"arabic",     "english", "french",
                                                       "portuguese", "russian", "spanish"};

/// By the first letter, the sizes that those words have, a bit each.
constexpr auto sizes_of_words = [] {
  std::array<std::uint32_t, 26> sizes{};
  const auto add = [&](const auto& words) {
    for (const std::string_view word : words) {
      sizes[static_cast<std::size_t>(word[0] - 'a')] |= 1U << word.size();
    }
  };
  add(saying);
  add(beside);
  add(languages);
  return sizes;
}();

/// What a word is of those above.
struct Introducing {
  bool says = false;
  bool stands_beside = false;
  bool language = false;
};

Introducing introducing(Glyphs word) {
  std::array<char, 16> letters;
  if (word.empty() || word.size() > letters.size()) return {};
  const char32_t first = plain_letter(word.front().value);
  if (first < 'a' || first > 'z' || (sizes_of_words[first - 'a'] >> word.size() & 1U) == 0) {
    return {};
  }
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = plain_letter(word[i].value);
    if (c >= 0x80) return {};
    letters[i] = static_cast<char>(c);
  }
  const std::string_view text(letters.data(), word.size());
  const auto is_one_of = [&](const auto& words) {
    return std::binary_search(words.begin(), words.end(), text);
  };
  return {is_one_of(saying), is_one_of(beside), is_one_of(languages)};
}

bool is_or(Glyphs word) {
  return word.size() == 2 && word[0].value == 'o' && word[1].value == 'r';
}

/// Takes the words away that introduce a name.
void read_lead(Glyphs& text, GivenName& out) {
  while (!text.empty()) {
    const Glyphs given = first_word(text);
    const Glyphs word = bare(given);
    if (word.empty() || word.data() != given.data()) return;  // a quotation mark
    const Introducing what = introducing(word);
    const bool stands_beside = what.stands_beside && !is_capital(word.front().value);
    if (!what.says && !stands_beside && !what.language) return;
    out.agreed = out.agreed || what.says;
    out.article = is_article(word);
    out.joined = true;
    text = behind_first_word(text);
  }
}

/// The place of the quotation mark that closes the one at the beginning.
std::optional<std::size_t> closing_quote(Glyphs text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!is_closing_quote(text[i].value)) continue;
    if (i + 1 == text.size() || !is_word_character(text[i + 1].value)) return i;
  }
  return std::nullopt;
}

/// How far a name goes that has no quotation marks.
std::size_t plain_end(Glyphs text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i].value;
    const bool ends_word = i + 1 == text.size() || text[i + 1].value == ' ';
    if ((c == ',' || c == ';' || c == ':') && ends_word) return i;
    if (c == ' ' && is_or(first_word(text.subspan(i + 1)))) return i;
  }
  return text.size();
}

Glyphs behind_separator(Glyphs text) {
  text = trimmed(text);
  while (!text.empty() && (text.front().value == ',' || text.front().value == ';' ||
                           text.front().value == ':' || text.front().value == ' ')) {
    text = text.subspan(1);
  }
  return text;
}

}  // namespace

GivenName given_name(Glyphs text) {
  GivenName out;
  read_lead(text, out);
  if (text.empty()) return out;
  const auto close =
      is_opening_quote(text.front().value) ? closing_quote(text) : std::optional<std::size_t>();
  if (close) {
    out.quoted = true;
    out.name = trimmed(text.subspan(1, *close - 1));
    out.rest = behind_separator(text.subspan(*close + 1));
    if (is_article(first_word(out.name))) {
      out.article = true;
      out.name = behind_first_word(out.name);
    }
  } else {
    const std::size_t end = plain_end(text);
    out.name = trimmed(text.first(end));
    out.rest = behind_separator(text.subspan(end));
  }
  return out;
}

Glyphs capitalised_part(Glyphs name) {
  std::size_t size = 0;
  for (Glyphs rest = name; !rest.empty(); rest = behind_first_word(rest)) {
    const Glyphs given = first_word(rest);
    const Glyphs word = bare(given);
    if (word.empty() || word.data() != given.data()) break;
    if (is_capitalised(word)) {
      size = static_cast<std::size_t>(word.data() + word.size() - name.data());
    } else if (!joins_names(word)) {
      break;
    }
    if (word.size() != given.size()) break;
  }
  return name.first(size);
}

Glyphs without_lead(Glyphs text) {
  for (;;) {
    while (!text.empty() && (text.back().value == ',' || text.back().value == ' ')) {
      text = text.first(text.size() - 1);
    }
    if (text.empty() || !introducing(last_word(text)).stands_beside) return text;
    text = before_last_word(text);
  }
}

}  // namespace crossroads
