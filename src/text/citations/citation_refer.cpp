// SPDX-License-Identifier: Apache-2.0
#include "text/citations/citation_refer.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <initializer_list>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/utf8.hpp"
#include "text/citations/citation_words.hpp"
#include "text/citations/cited_names.hpp"

namespace crossroads {
namespace {

constexpr std::size_t most_looked_at = 50;  // works of one author, the last ones

std::size_t starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (text.size() < word.size() || ascii_lower(text.substr(0, word.size())) != word) continue;
    const std::string_view rest = text.substr(word.size());
    if (rest.empty() ||
        !((rest[0] >= 'a' && rest[0] <= 'z') || (rest[0] >= 'A' && rest[0] <= 'Z'))) {
      return word.size();
    }
  }
  return 0;
}

/// Of a letter that no mark can be taken from.
std::string_view spelt_out(char32_t c) {
  switch (c) {
    case 0x00E6:
      return "ae";
    case 0x00F8:
      return "o";
    case 0x0153:
      return "oe";
    case 0x00DF:
      return "ss";
    case 0x0142:
      return "l";
    case 0x0111:
    case 0x00F0:
      return "d";
    case 0x00FE:
      return "th";
    case 0x0131:
      return "i";
    default:
      return {};
  }
}

/// "note 12", "n. 12", "fn 12" at the beginning: the number.
std::string note_number(std::string_view text) {
  const std::size_t word = starts_with_any(text, {"note", "n.", "n", "fn.", "fn", "footnote"});
  if (word == 0) return {};
  text.remove_prefix(word);
  while (text.starts_with(' ')) text.remove_prefix(1);
  std::size_t size = 0;
  while (size < text.size() && is_ascii_digit(text[size])) ++size;
  return std::string(text.substr(0, size));
}

std::string first_family(const NoteText& note, Span span) {
  const auto names = cited_names(note, trim(note.text, span, " ,;:("));
  return names ? plain_letters(names->names.front().family) : std::string();
}

}  // namespace

std::string plain_letters(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  std::string parts;
  icu::StringByteSink<std::string> sink(&parts);
  if (U_SUCCESS(status)) {
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    nfd->normalizeUTF8(0, piece, sink, nullptr, status);
  }
  if (U_FAILURE(status)) parts = std::string(text);
  std::string plain;
  for (std::size_t at = 0; at < parts.size();) {
    const CodePoint point = code_point_at(parts, at);
    at += point.size;
    const auto c = static_cast<UChar32>(point.value);
    if ((U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) continue;
    const auto small = static_cast<char32_t>(u_tolower(c));
    if (const std::string_view spelt = spelt_out(small); !spelt.empty()) {
      plain += spelt;
    } else {
      append_utf8(plain, small);
    }
  }
  return plain;
}

std::optional<BackReference> back_reference(const NoteText& note, Span piece) {
  const std::string_view text = note.slice(piece);
  BackReference reference;
  if (const std::size_t size =
          starts_with_any(text, {"ibid.", "ibid", "ibidem", "idem.", "idem", "id.", "id"})) {
    reference.rest = trim(note.text, {piece.begin + static_cast<std::uint32_t>(size), piece.end});
    const std::string_view rest = note.slice(reference.rest);
    const bool same_author =
        starts_with_any(text, {"id", "id.", "idem"}) > 0 &&
        (begins_with_capital(rest) || (!rest.empty() && quote_mark(rest, 0).size > 0));
    if (same_author) reference.kind = BackReference::Kind::same_author;
    return reference;
  }
  reference.kind = BackReference::Kind::earlier;
  const std::string lower = ascii_lower(text.substr(0, 200));
  for (const std::string_view sign :
       {"op. cit", "op.cit", "op cit", "loc. cit", "loc.cit", "supra"}) {
    const std::size_t at = lower.find(sign);
    if (at == lower.npos) continue;
    const auto begin = piece.begin + static_cast<std::uint32_t>(at);
    if (at > 0) reference.family = first_family(note, {piece.begin, begin});
    if (at > 0 && reference.family.empty()) continue;
    std::string_view rest = text.substr(at + sign.size());
    while (!rest.empty() && (rest[0] == ' ' || rest[0] == '.' || rest[0] == '('))
      rest.remove_prefix(1);
    reference.mark = note_number(rest);
    return reference;
  }
  for (const std::string_view sign : {"note ", "n. ", "footnote "}) {
    const std::size_t at = lower.find(sign);
    if (at == lower.npos) continue;
    const std::string number = note_number(text.substr(at));
    const bool above = lower.find("above", at) != lower.npos || at == 0 || lower[at - 1] == '(';
    if (number.empty() || !above) continue;
    if (at > 0) {
      const auto begin = piece.begin + static_cast<std::uint32_t>(at);
      reference.family = first_family(note, {piece.begin, begin});
      if (reference.family.empty()) continue;
    }
    reference.mark = number;
    return reference;
  }
  return std::nullopt;
}

void CitedBefore::add(const CitedWork& work, std::uint32_t number) {
  const std::vector<CitedName>& names = work.authors.empty() ? work.editors : work.authors;
  if (names.empty()) return;
  std::string family = plain_letters(names.front().family);
  family_of_[number] = family;
  by_family_[std::move(family)].push_back({number, work.year.text, plain_letters(work.title.text)});
}

void CitedBefore::add_note(const std::string& mark, std::vector<std::uint32_t> works) {
  by_note_[mark] = std::move(works);
}

std::optional<std::uint32_t> CitedBefore::of_author(const std::string& family,
                                                    std::string_view year) const {
  const auto known = by_family_.find(family);
  if (known == by_family_.end()) return std::nullopt;
  std::size_t looked_at = 0;
  for (auto work = known->second.rbegin(); work != known->second.rend(); ++work) {
    if (year.empty() || work->year == year) return work->work;
    if (++looked_at == most_looked_at) break;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> CitedBefore::titled(const std::string& family,
                                                 std::string_view short_title) const {
  const auto known = by_family_.find(family);
  const std::string title = plain_letters(short_title);
  if (known == by_family_.end() || title.size() < 3) return std::nullopt;
  std::size_t looked_at = 0;
  for (auto work = known->second.rbegin(); work != known->second.rend(); ++work) {
    if (work->title.find(title) != std::string::npos) return work->work;
    if (++looked_at == most_looked_at) break;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> CitedBefore::of_note(const std::string& mark,
                                                  const std::string& family) const {
  const auto known = by_note_.find(mark);
  if (known == by_note_.end()) return std::nullopt;
  std::vector<std::uint32_t> fitting;
  for (const std::uint32_t work : known->second) {
    const auto own = family_of_.find(work);
    if (family.empty() || (own != family_of_.end() && own->second == family))
      fitting.push_back(work);
  }
  if (fitting.size() != 1) return std::nullopt;
  return fitting.front();
}

}  // namespace crossroads
