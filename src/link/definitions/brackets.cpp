// SPDX-License-Identifier: Apache-2.0
#include "link/definitions/brackets.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include "link/definitions/agreed.hpp"
#include "link/definitions/align.hpp"
#include "link/definitions/name.hpp"
#include "link/definitions/small_words.hpp"
#include "text/words/spelling.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

using Kind = DefinedForm::Kind;

constexpr std::uint32_t longest_inside = 300;
constexpr std::uint32_t longest_before = 400;
constexpr int most_pieces = 4;
constexpr std::size_t most_words_agreed = 6;

/// The bracket that closes the one at `open`; nothing if there is none near.
std::optional<std::uint32_t> closing(const PassageText& text, std::uint32_t open) {
  const std::string_view bytes = text.document.bytes;
  const char opens = bytes[open];
  const char closes = opens == '(' ? ')' : ']';
  const std::span<const Span> ranges = text.ranges();
  auto range = std::upper_bound(ranges.begin(), ranges.end(), open,
                                [](std::uint32_t at, Span of) { return at < of.end; });
  std::uint32_t left = longest_inside;
  int depth = 0;
  for (; range != ranges.end(); ++range) {
    for (std::uint32_t at = std::max(open, range->begin); at < range->end; ++at) {
      if (left-- == 0) return std::nullopt;
      if (bytes[at] == opens) ++depth;
      if (bytes[at] == closes && --depth == 0) return at;
    }
  }
  return std::nullopt;
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether the brackets' first bytes show that they define nothing: "(2013)", "(2)", "function(s)".
bool is_nothing(std::string_view bytes, std::uint32_t open) {
  const char first = open + 1 < bytes.size() ? bytes[open + 1] : ' ';
  if (first == '^' || first == ')') return true;
  const char before = open > 0 ? bytes[open - 1] : ' ';
  if (is_ascii_letter(before) && !(first >= 'A' && first <= 'Z')) return true;
  std::size_t at = open + 1;
  while (at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9') ++at;
  return at > open + 1 && (at == bytes.size() || at > open + 3 || bytes[at] == ')' ||
                           bytes[at] == ',' || bytes[at] == '.' || bytes[at] == ' ');
}

/// A word like another, whatever its letters may stand for: "see", "Mali", "forthcoming".
bool is_mere_word(const ShortForm& form, Glyphs glyphs) {
  if (form.acronym || form.digits > 0 || form.words > 1 || form.capitals > 1) return false;
  const std::size_t longest = form.capitals == 0 ? 4 : ShortForm::most_letters;
  if (form.size > longest) return true;
  if (form.size < 3 && form.capitals == 1) return false;
  std::array<char, ShortForm::most_letters> letters;
  std::size_t size = 0;
  for (const ShortForm::Letter& letter : form.all()) {
    if (letter.value >= 0x80) return false;
    letters[size++] = static_cast<char>(letter.value);
  }
  return size == glyphs.size() && is_listed_word(std::string_view(letters.data(), size));
}

/// Whether a name that is agreed on looks like one: up to six words, with a capital.
bool is_name(Glyphs name) {
  std::size_t words = 0;
  if (name.empty() || !is_word_character(name.front().value)) return false;
  for (Glyphs rest = name; !rest.empty(); rest = behind_first_word(rest)) {
    const Glyphs word = first_word(rest);
    if (++words > most_words_agreed) return false;
    if (!is_capitalised(word) && !is_small_word(word) && !is_capitalised(first_word(name))) {
      return false;
    }
  }
  return is_capitalised(name);
}

/// Words that agree on a name outside brackets, too.
constexpr std::array<std::string_view, 5> agreeing = {"hereafter", "hereinafter", "henceforth",
                                                      "known as", "referred to as"};

}  // namespace

void PlaceFinder::find(const PassageText& text) {
  const std::string_view bytes = text.document.bytes;
  for (const Span range : text.ranges()) {
    const char* const end = bytes.data() + range.end;
    for (const char open : {'(', '['}) {
      const char* at = bytes.data() + range.begin;
      while ((at = static_cast<const char*>(
                  std::memchr(at, open, static_cast<std::size_t>(end - at)))) != nullptr) {
        const auto place = static_cast<std::uint32_t>(at - bytes.data());
        if (!is_nothing(bytes, place)) consider_bracket(text, place);
        ++at;
      }
    }
    const std::string_view stretch = bytes.substr(range.begin, range.size());
    for (const std::string_view words : agreeing) {
      std::size_t at = 0;
      while ((at = stretch.find(words, at)) != stretch.npos) {
        consider_words(text, range.begin + static_cast<std::uint32_t>(at),
                       static_cast<std::uint32_t>(words.size()));
        at += words.size();
      }
    }
  }
}

/// Reads what of the sentence stands before `end`.
void PlaceFinder::read_before(const PassageText& text, std::uint32_t end) {
  std::uint32_t begin = text.ranges().front().begin;
  if (const auto sentence = sentence_at(text.document, text.passage, end)) {
    begin = text.document.sentences[*sentence].span.begin;
  }
  if (end - begin > longest_before) {
    begin = end - longest_before;
    const std::string_view bytes = text.document.bytes;
    while (begin < end && (bytes[begin] & 0xC0) == 0x80) ++begin;
    while (begin < end && bytes[begin] > ' ') ++begin;  // to a word's end
  }
  before_.read(text, {begin, end});
}

void PlaceFinder::consider_bracket(const PassageText& text, std::uint32_t open) {
  const auto close = closing(text, open);
  if (!close) return;
  inside_.read(text, {open + 1, *close});
  if (trimmed(inside_.glyphs()).empty()) return;
  read_before(text, open);
  if (before_.glyphs().empty()) return;
  if (!define_inside(text)) define_outside(text);
}

/// What the brackets hold may be a short form, or several, for what stands before them, or a long
/// form and its short form ("(…, the Department of Peace Operations, DPO)").
bool PlaceFinder::define_inside(const PassageText& text) {
  const Glyphs inside = trimmed(inside_.glyphs());
  const Glyphs before = text_before(before_.glyphs());
  bool defined = false;
  Glyphs rest = inside;
  for (int piece = 0; piece < most_pieces && !rest.empty(); ++piece) {
    const GivenName given = given_name(rest);
    const bool by_place = piece == 0 || (defined && given.joined);
    bool found = define(text, given, before, by_place ? Otherwise::by_place : Otherwise::nothing);
    if (!found && piece > 0) {
      const auto size = static_cast<std::size_t>(rest.data() - inside.data());
      found = define(text, given, without_lead(inside.first(size)), Otherwise::nothing);
    }
    defined = defined || found;
    rest = given.rest;
  }
  return defined;
}

bool PlaceFinder::define(const PassageText& text, const GivenName& given, Glyphs before,
                         Otherwise otherwise) {
  if (given.name.empty() || before.empty()) return false;
  const Kind kind = given.agreed ? Kind::hereafter : Kind::long_first;
  const auto form = short_form_of(given.name);
  if (form && !is_mere_word(*form, given.name)) {
    const auto found = long_form_of(*form, before, form->acronym ? otherwise : Otherwise::nothing);
    if (found) {
      add(text, given.name, *found, kind);
      return true;
    }
  }
  const bool told = given.agreed || (given.quoted && given.article);
  if (!(told || given.quoted) || !is_name(given.name)) return false;
  const auto found =
      long_form_named(given.name, before, told ? Otherwise::by_place : Otherwise::nothing);
  if (found) add(text, given.name, *found, Kind::hereafter);
  return found.has_value();
}

/// What stands right before the brackets may be a short form for what they hold.
void PlaceFinder::define_outside(const PassageText& text) {
  const Glyphs given_word = last_word(text_before(before_.glyphs()));
  Glyphs word = bare(given_word);
  if (given_word.empty() || given_word.back().value == '-' || given_word.back().value == '+')
    return;
  const auto is_stop = [](const Glyph& glyph) { return glyph.value == '.'; };
  if (std::count_if(given_word.begin(), given_word.end(), is_stop) > 1)
    word = given_word;  // "U.N."
  const auto form = short_form_of(word);
  if (!form || form->capitals == 0 || form->size < 2) return;
  Glyphs inside = trimmed(inside_.glyphs());
  if (const GivenName given = given_name(inside); !given.name.empty()) inside = given.name;
  if (gives(*form, inside)) add(text, word, {inside}, Kind::short_first);
}

/// "X, hereafter the Y": outside brackets, which are considered on their own.
void PlaceFinder::consider_words(const PassageText& text, std::uint32_t begin, std::uint32_t size) {
  read_before(text, begin);
  const Glyphs before = without_lead(trimmed(before_.glyphs()));
  if (before.empty() || before.size() == before_.glyphs().size()) return;
  const std::string_view bytes = text.document.bytes;
  constexpr std::uint32_t longest_name = 100;
  std::uint32_t end = std::min(begin + size + longest_name, text.ranges().back().end);
  while ((bytes[end - 1] & 0xC0) == 0x80 && end < bytes.size() && (bytes[end] & 0xC0) == 0x80) {
    ++end;
  }
  inside_.read(text, {begin, end});
  GivenName given = given_name(trimmed(inside_.glyphs()));
  if (!given.agreed) return;
  if (!given.quoted) {
    Glyphs name;  // as far as words have capitals
    for (Glyphs rest = given.name; !rest.empty(); rest = behind_first_word(rest)) {
      const Glyphs word = bare(first_word(rest));
      if (word.empty() || (!is_capitalised(word) && !joins_names(word))) break;
      if (is_capitalised(word)) {
        name = given.name.first(
            static_cast<std::size_t>(word.data() + word.size() - given.name.data()));
      }
      if (word.size() != first_word(rest).size()) break;
    }
    given.name = name;
  }
  define(text, given, text_before(before), Otherwise::by_place);
}

void PlaceFinder::add(const PassageText& text, Glyphs short_form, const LongForm& long_form,
                      Kind kind) {
  found_.push_back(
      {span_of(short_form), span_of(long_form.glyphs), text.passage, kind, long_form.evidence});
}

}  // namespace crossroads
