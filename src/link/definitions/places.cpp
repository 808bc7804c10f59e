// SPDX-License-Identifier: Apache-2.0
#include "link/definitions/places.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include "crossroads/core/ascii.hpp"
#include "link/definitions/agreed.hpp"
#include "link/definitions/align.hpp"
#include "link/definitions/name.hpp"
#include "link/definitions/small_words.hpp"
#include "text/words/abbreviations.hpp"
#include "text/words/spelling.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

using Kind = DefinedForm::Kind;

constexpr std::uint32_t longest_inside = 300;
constexpr std::uint32_t longest_before = 250;
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

/// A word like another, or a usual abbreviation, whatever its letters may stand for: "see", "Mali",
/// "forthcoming", "eds.".
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
  const std::string_view word(letters.data(), size);
  return (form.capitals == 0 && is_known_abbreviation(word)) ||
         (size == glyphs.size() && is_listed_word(word));
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

/// Words that agree on a name outside brackets, too, and the place of a letter in them that is
/// rare.
struct Agreeing {
  std::string_view words;
  std::uint32_t rare = 0;
};
constexpr std::array<Agreeing, 5> agreeing = {{{"known as", 0},
                                               {"hereafter", 5},
                                               {"hereinafter", 7},
                                               {"henceforth", 5},
                                               {"referred to as", 2}}};

/// Calls `take` with the offset of each `c` in the range.
template <class Take>
void for_each_byte(std::string_view bytes, Span range, char c, const Take& take) {
  const char* at = bytes.data() + range.begin;
  const char* const end = bytes.data() + range.end;
  while ((at = static_cast<const char*>(std::memchr(at, c, static_cast<std::size_t>(end - at)))) !=
         nullptr) {
    take(static_cast<std::uint32_t>(at - bytes.data()));
    ++at;
  }
}

/// Whether the word before a bracket has two capitals, or a capital and a digit.
bool may_end_in_short_form(std::string_view bytes, std::uint32_t open) {
  constexpr std::uint32_t longest = 24;
  const std::uint32_t least = open > longest ? open - longest : 0;
  unsigned capitals = 0;
  unsigned digits = 0;
  bool word = false;
  for (std::uint32_t at = open; at > least; --at) {
    const char c = bytes[at - 1];
    if (c <= ' ' && c >= 0 && word) break;
    if (is_ascii_letter(c) || is_ascii_digit(c)) word = true;
    if (c >= 'A' && c <= 'Z') ++capitals;
    if (is_ascii_digit(c)) ++digits;
  }
  return capitals > 0 && capitals + digits > 1;
}

}  // namespace

PlaceFinder::Piece PlaceFinder::piece_of(Glyphs text, const GivenName& given) {
  Piece piece{text, given, std::nullopt, false};
  piece.form = short_form_of(given.name);
  if (piece.form && is_mere_word(*piece.form, given.name)) piece.form.reset();
  piece.named = (given.agreed || given.quoted) && is_name(given.name);
  return piece;
}

PlaceFinder::Piece PlaceFinder::piece_of(Glyphs text) {
  return piece_of(text, given_name(text));
}

void PlaceFinder::find(const PassageText& text) {
  const std::string_view bytes = text.document.bytes;
  for (const Span range : text.ranges()) {
    for (const char open : {'(', '['}) {
      for_each_byte(bytes, range, open, [&](std::uint32_t at) {
        if (!is_nothing(bytes, at)) consider_bracket(text, at);
      });
    }
    for (const char rare : {'k', 'f'}) {
      for_each_byte(bytes, range, rare, [&](std::uint32_t at) {
        for (const Agreeing& way : agreeing) {
          if (at - range.begin < way.rare || bytes[at - way.rare] != way.words[0]) continue;
          const std::uint32_t begin = at - way.rare;
          if (way.words[way.rare] == rare &&
              bytes.substr(begin, range.end - begin).starts_with(way.words) &&
              (begin == range.begin || !is_ascii_letter(bytes[begin - 1]))) {
            consider_words(text, begin, static_cast<std::uint32_t>(way.words.size()));
          }
        }
      });
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
  Glyphs rest = trimmed(inside_.glyphs());
  pieces_.clear();
  for (int piece = 0; piece < most_pieces && !rest.empty(); ++piece) {
    pieces_.push_back(piece_of(rest));
    rest = pieces_.back().given.rest;
  }
  const bool inside = std::any_of(pieces_.begin(), pieces_.end(),
                                  [](const Piece& piece) { return piece.form || piece.named; });
  if (!inside && !may_end_in_short_form(text.document.bytes, open)) return;
  read_before(text, open);
  if (before_.glyphs().empty()) return;
  if (!define_inside(text)) define_outside(text);
}

/// What the brackets hold may be a short form, or several, for what stands before them, or a long
/// form and its short form ("(…, the Department of Peace Operations, DPO)").
bool PlaceFinder::define_inside(const PassageText& text) {
  const Glyphs before = text_before(before_.glyphs());
  bool defined = false;
  for (const Piece& piece : pieces_) {
    const bool first = &piece == &pieces_.front();
    const bool by_place = first || (defined && piece.given.joined);
    bool found = define(text, piece, before, by_place ? Otherwise::by_place : Otherwise::nothing);
    if (!found && !first) {
      const auto size = static_cast<std::size_t>(piece.text.data() - pieces_.front().text.data());
      const Glyphs earlier = pieces_.front().text.first(size);
      found = define(text, piece, without_lead(earlier), Otherwise::nothing);
    }
    defined = defined || found;
  }
  return defined;
}

bool PlaceFinder::define(const PassageText& text, const Piece& piece, Glyphs before,
                         Otherwise otherwise) {
  const GivenName& given = piece.given;
  if (before.empty()) return false;
  if (piece.form) {
    const auto found =
        long_form_of(*piece.form, before, piece.form->acronym ? otherwise : Otherwise::nothing);
    if (found) {
      add(text, given.name, *found, given.agreed ? Kind::hereafter : Kind::long_first);
      return true;
    }
  }
  if (!piece.named) return false;
  const bool told = given.agreed || given.article;
  const auto found =
      long_form_named(given.name, before, told ? Otherwise::by_place : Otherwise::nothing);
  if (found) add(text, given.name, *found, Kind::hereafter);
  return found.has_value();
}

/// What stands right before the brackets may be a short form for what they hold.
void PlaceFinder::define_outside(const PassageText& text) {
  if (pieces_.empty() || pieces_.front().given.name.empty()) return;
  const Glyphs given = last_word(text_before(before_.glyphs()));
  if (given.empty() || given.back().value == '-' || given.back().value == '+') return;
  const auto is_stop = [](const Glyph& glyph) { return glyph.value == '.'; };
  const bool stops = std::count_if(given.begin(), given.end(), is_stop) > 1;  // "U.N."
  const Glyphs word = stops ? given : bare(given);
  const auto form = short_form_of(word);
  if (!form || form->capitals == 0 || form->size < 2) return;
  const Glyphs inside = pieces_.front().given.name;
  if (gives(*form, inside)) add(text, word, {inside}, Kind::short_first);
}

/// "X, hereafter the Y": outside brackets, which are considered on their own.
void PlaceFinder::consider_words(const PassageText& text, std::uint32_t begin, std::uint32_t size) {
  read_before(text, begin);
  const Glyphs before = without_lead(trimmed(before_.glyphs()));
  if (before.empty()) return;
  constexpr std::uint32_t longest_name = 100;
  const std::string_view bytes = text.document.bytes;
  std::uint32_t end = std::min(begin + size + longest_name, text.ranges().back().end);
  while (end < bytes.size() && (bytes[end] & 0xC0) == 0x80) ++end;
  inside_.read(text, {begin, end});
  const Glyphs behind = trimmed(inside_.glyphs());
  GivenName given = given_name(behind);
  if (!given.agreed) return;
  if (!given.quoted) given.name = capitalised_part(given.name);
  define(text, piece_of(behind, given), text_before(before), Otherwise::by_place);
}

void PlaceFinder::add(const PassageText& text, Glyphs short_form, const LongForm& long_form,
                      Kind kind) {
  found_.push_back(
      {span_of(short_form), span_of(long_form.glyphs), text.passage, kind, long_form.evidence});
}

}  // namespace crossroads
