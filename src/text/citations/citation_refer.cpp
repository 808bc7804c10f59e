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

/// Takes the first name of a stretch; false where it holds none.
bool take_author(const NoteText& note, Span span, BackReference& reference) {
  const auto names = cited_names(note, trim(note.text, span, " ,;:("));
  if (!names) return false;
  reference.family = plain_letters(names->names.front().family);
  reference.given = names->names.front().given;
  return true;
}

bool is_letter(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Where these words stand by themselves, no letter beside them.
std::size_t find_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool goes_on = words.back() != ' ' && end < text.size() && is_letter(text[end]);
    if ((at == 0 || !is_letter(text[at - 1])) && !goes_on) return at;
  }
  return text.npos;
}

/// Bytes of "Ibid.", "Idem" or "Id." at the beginning. What could be another word ("ID cards")
/// needs its stop, or a sign, the end or "at" behind it.
std::size_t same_again_size(std::string_view text) {
  if (const std::size_t size =
          starts_with_any(text, {"ibid.", "ibid", "ibidem", "idem.", "idem"})) {
    return size;
  }
  if (text.starts_with("ID")) return 0;
  const std::size_t size = starts_with_any(text, {"id.", "id"});
  const std::string_view rest = text.substr(size);
  const bool alone = size == 3 || rest.empty() || rest[0] == ',' || rest[0] == ';' ||
                     rest[0] == ':' || rest.starts_with(" at ") || rest.starts_with(" p");
  return alone ? size : 0;
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
  if (const std::size_t size = same_again_size(text)) {
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
    const std::size_t at = find_words(lower, sign);
    if (at == lower.npos) continue;
    const auto begin = piece.begin + static_cast<std::uint32_t>(at);
    if (at > 0 && !take_author(note, {piece.begin, begin}, reference)) continue;
    std::string_view rest = text.substr(at + sign.size());
    while (!rest.empty() && (rest[0] == ' ' || rest[0] == '.' || rest[0] == '('))
      rest.remove_prefix(1);
    reference.mark = note_number(rest);
    return reference;
  }
  for (const std::string_view sign : {"note ", "n. ", "footnote "}) {
    const std::size_t at = find_words(lower, sign);
    if (at == lower.npos) continue;
    const std::string number = note_number(text.substr(at));
    const bool above = lower.find("above", at) != lower.npos || at == 0 || lower[at - 1] == '(';
    if (number.empty() || !above) continue;
    if (at > 0) {
      const auto begin = piece.begin + static_cast<std::uint32_t>(at);
      if (!take_author(note, {piece.begin, begin}, reference)) continue;
    }
    reference.mark = number;
    return reference;
  }
  return std::nullopt;
}

void CitedBefore::add(const CitedWork& work, std::string year) {
  const auto number = static_cast<std::uint32_t>(works_.size());
  const std::vector<CitedName>& names = work.authors.empty() ? work.editors : work.authors;
  Known known;
  if (!names.empty()) {
    known.family = plain_letters(names.front().family);
    known.given = names.front().given;
    by_family_[known.family].push_back(number);
  }
  known.year = std::move(year);
  known.title = plain_letters(work.title.text);
  const std::string& symbol = work.symbols.empty() ? std::string() : work.symbols.front();
  const std::string all = known.family + '\n' + known.year + '\n' + known.title + '\n' + symbol;
  known.same_as = first_.try_emplace(all, number).first->second;
  works_.push_back(std::move(known));
}

void CitedBefore::add_note(const std::string& mark, Works works) {
  by_note_[mark] = std::move(works);
}

bool CitedBefore::fits(std::uint32_t work, const Author& author) const {
  return works_[work].family == author.family && given_names_fit(works_[work].given, author.given);
}

CitedBefore::Works CitedBefore::distinct(const Works& works) const {
  Works out;
  for (const std::uint32_t work : works) {
    const auto same = std::find_if(out.begin(), out.end(), [&](std::uint32_t other) {
      return works_[other].same_as == works_[work].same_as;
    });
    if (same == out.end()) {
      out.push_back(work);
    } else {
      *same = std::max(*same, work);
    }
    if (out.size() == most_looked_at) break;
  }
  return out;
}

CitedBefore::Works CitedBefore::of_author(const Author& author, std::string_view year) const {
  Works fitting;
  for (const std::uint32_t work : last_of(author.family)) {
    const std::string& own = works_[work].year;
    const bool that_year = own == year || (year.size() == 4 && own.starts_with(year));
    if ((year.empty() || that_year) && fits(work, author)) fitting.push_back(work);
  }
  return distinct(fitting);
}

CitedBefore::Works CitedBefore::titled(const Author& author, std::string_view short_title) const {
  const std::string title = plain_letters(short_title);
  if (title.size() < 3) return {};
  Works beginning;
  Works holding;
  for (const std::uint32_t work : last_of(author.family)) {
    if (!fits(work, author)) continue;
    if (works_[work].title.starts_with(title)) beginning.push_back(work);
    if (works_[work].title.find(title) != std::string::npos) holding.push_back(work);
  }
  return distinct(beginning.empty() ? holding : beginning);
}

CitedBefore::Works CitedBefore::of_note(const std::string& mark, const Author& author) const {
  const auto known = by_note_.find(mark);
  if (known == by_note_.end()) return {};
  Works fitting;
  for (const std::uint32_t work : known->second) {
    if (author.family.empty() || fits(work, author)) fitting.push_back(work);
  }
  return distinct(fitting);
}

std::span<const std::uint32_t> CitedBefore::last_of(const std::string& family) const {
  const auto known = by_family_.find(family);
  if (known == by_family_.end()) return {};
  const std::span<const std::uint32_t> all(known->second);
  return all.last(std::min(all.size(), most_looked_at));
}

}  // namespace crossroads
