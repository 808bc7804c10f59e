// SPDX-License-Identifier: Apache-2.0
#include "text/words/form_counts.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "crossroads/core/utf8.hpp"
#include "text/words/spelling.hpp"
#include "text/words/tokens.hpp"

namespace crossroads {
namespace {

/// Of the first `size` bytes, without regard to bit 5, in which small letters and capitals differ.
/// What follows them is of no matter, but where it is there, it is read faster.
std::uint64_t hash_of(std::string_view bytes, std::size_t size) {
  constexpr std::uint64_t bit_5 = each_byte * 0x20;
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;
  std::uint64_t hash = size * factor;
  for (std::size_t at = 0; at < size; at += 8) {
    hash = (hash ^ (load_bytes(bytes.substr(at), size - at) | bit_5)) * factor;
    hash ^= hash >> 29U;
  }
  return hash;
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) == 0; });
}

/// Of its first letter, small or capital.
std::uint32_t start_bit(std::string_view word) {
  return std::uint32_t{1} << (static_cast<unsigned char>(word[0]) & 31U);
}

std::uint32_t word_end(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  while (at < limit) {
    const CodePoint point = code_point_at(text, at);
    if (!is_word_character(point.value) && !is_invisible(point.value)) break;
    at += static_cast<std::uint32_t>(point.size);
  }
  return at;
}

/// Of the hyphen that stands at `at`; 0 for none.
std::uint32_t hyphen_size(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  if (at >= limit || (text[at] != '-' && text[at] != '\xE2')) return 0;
  const CodePoint point = code_point_at(text, at);
  return is_hyphen(point.value) ? static_cast<std::uint32_t>(point.size) : 0;
}

std::string with_plain_hyphens(std::string form) {
  for (const std::string_view hyphen : {"\u2010", "\u2011"}) {
    for (std::size_t at = 0; (at = form.find(hyphen, at)) != form.npos;) {
      form.replace(at, hyphen.size(), "-");
    }
  }
  return form;
}

/// Only soft hyphens, other hyphens, zero-width characters, ligatures and full-width letters fold
/// to ASCII or to nothing, and they have one of these bytes.
bool may_fold_to_ascii(std::string_view bytes) {
  return bytes.find_first_of("\xAD\xE2\xEF") != bytes.npos;
}

/// Whether the run without white space that `word` stands in is a URL or an e-mail address.
bool in_address(std::string_view text, Span range, Span word) {
  const auto may_be_address = [&](std::uint32_t at) {
    return text[at] == '/' || text[at] == '.' || text[at] == '@';
  };
  constexpr std::uint32_t farthest = 200;
  std::uint32_t begin = word.begin;
  std::uint32_t end = word.end;
  bool found = false;
  range.begin = std::max(range.begin, word.begin - std::min(word.begin, farthest));
  range.end = word.end + std::min(range.end - word.end, farthest);
  for (; begin > range.begin && static_cast<unsigned char>(text[begin - 1]) > ' '; --begin) {
    found = found || may_be_address(begin - 1);
  }
  for (; end<range.end&& static_cast<unsigned char>(text[end])> ' '; ++end)
    found = found || may_be_address(end);
  if (!found) return false;
  const std::string_view run = text.substr(begin, end - begin);
  return run.find("://") != run.npos || run.find("www.") != run.npos || run.find('@') != run.npos;
}

}  // namespace

std::size_t FormCounts::add(std::string form) {
  if (forms_.size() * 2 >= slots_.size()) index();
  const std::uint64_t hash = hash_of(form, form.size());
  const std::size_t known = find(hash, form);
  if (known < forms_.size()) return known;
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
  all_ascii_ = all_ascii_ && is_ascii(form);
  starts_[std::min(form.size(), starts_.size() - 1)] |= start_bit(form);
  forms_.push_back(std::move(form));
  hashes_.push_back(hash);
  slots_[slot] = static_cast<std::uint32_t>(forms_.size());
  return forms_.size() - 1;
}

void FormCounts::index() {
  slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), 0);
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    std::size_t slot = hashes_[i] & (slots_.size() - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

/// The place of a form, or size() for none.
std::size_t FormCounts::find(std::uint64_t hash, std::string_view folded) const {
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot] != 0) {
    const std::size_t form = slots_[slot] - 1;
    if (hashes_[form] == hash && forms_[form] == folded) return form;
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return forms_.size();
}

void FormCounts::prepare() {
  counts_.assign(forms_.size(), 0);
  filter_.assign(std::bit_ceil(forms_.size() / 4 + 16), 0);
  for (const std::uint64_t hash : hashes_) {
    filter_[(hash >> 38U) & (filter_.size() - 1)] |= std::uint64_t{1} << (hash >> 32U & 63U);
  }
}

/// A short way out for nearly all words.
bool FormCounts::may_be_form(std::uint64_t hash) const {
  return (filter_[(hash >> 38U) & (filter_.size() - 1)] >> (hash >> 32U & 63U) & 1U) != 0;
}

void FormCounts::look_up(const Text& text, Span word) {
  const std::string_view bytes = text.bytes.substr(word.begin, word.size());
  if ((starts_[std::min(bytes.size(), starts_.size() - 1)] & start_bit(bytes)) == 0) return;
  const std::uint64_t hash = hash_of(text.bytes.substr(word.begin), word.size());
  if (may_be_form(hash)) count_if_form(text, word, hash, fold(bytes));
}

void FormCounts::look_up_folded(const Text& text, Span word) {
  const std::string_view bytes = text.bytes.substr(word.begin, word.size());
  if (is_ascii(bytes)) return look_up(text, word);
  if (all_ascii_ && !may_fold_to_ascii(bytes)) return;
  const std::string folded = with_plain_hyphens(fold(bytes));
  const std::uint64_t hash = hash_of(folded, folded.size());
  if (may_be_form(hash)) count_if_form(text, word, hash, folded);
}

void FormCounts::count_if_form(const Text& text, Span word, std::uint64_t hash,
                               std::string_view folded) {
  const std::size_t form = find(hash, folded);
  if (form == forms_.size() || in_address(text.bytes, text.range, word)) return;
  const auto gap = std::lower_bound(text.gaps.begin(), text.gaps.end(), word.begin,
                                    [](Span g, std::uint32_t at) { return g.end < at; });
  if (gap != text.gaps.end() && (gap->end == word.begin || gap->begin == word.end)) return;
  ++counts_[form];
}

/// The words of a stretch that is not all ASCII; `before` is the word before it, if nothing but a
/// hyphen parts them. Gives the last word, if it ends where the stretch does.
Span FormCounts::count_slowly(const Text& text, Span stretch, Span before) {
  for (std::uint32_t at = stretch.begin; at < stretch.end;) {
    const Span word{at, word_end(text.bytes, at, stretch.end)};
    if (word.empty()) {
      before = {};
      at += static_cast<std::uint32_t>(code_point_at(text.bytes, at).size);
      continue;
    }
    look_up_folded(text, word);
    if (!before.empty()) look_up_folded(text, {before.begin, word.end});
    const std::uint32_t hyphen = hyphen_size(text.bytes, word.end, stretch.end);
    before = hyphen > 0 || word.end == stretch.end ? word : Span{};
    at = word.end + hyphen;
  }
  return before.end == stretch.end ? before : Span{};
}

void FormCounts::count(std::string_view bytes, Span range, std::span<const Span> gaps) {
  const Text text{bytes, range, gaps};
  Span last;  // the word before
  for_each_token(bytes, range, [&](const Token& found) {
    const Span token = found.span;
    const bool compound = !last.empty() && last.end + 1 == token.begin && bytes[last.end] == '-';
    if (found.ascii) {
      look_up(text, token);
      if (compound) look_up_folded(text, {last.begin, token.end});
      last = token;
    } else {
      last = count_slowly(text, token, compound ? last : Span{});
    }
  });
}

}  // namespace crossroads
