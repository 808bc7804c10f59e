// SPDX-License-Identifier: Apache-2.0
#include "link/names/text_words.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "crossroads/core/utf8.hpp"
#include "link/addresses.hpp"
#include "link/names/word_hash.hpp"
#include "link/names/word_key.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {

using Reading = BrokenWord::Reading;

namespace {

std::uint64_t hash_of_raw_gap(std::string_view raw) {
  Gap gap;
  gap.add(raw);
  gap.close();
  return hash_of_gap(gap.normal);
}

}  // namespace

const ShortGaps short_gaps = [] {
  ShortGaps gaps{};
  for (unsigned i = 0; i < gaps.byte.size(); ++i) {
    const char raw[2] = {static_cast<char>(i), ' '};
    gaps.byte[i] = hash_of_raw_gap({raw, 1});
    gaps.byte_and_space[i] = hash_of_raw_gap({raw, 2});
  }
  return gaps;
}();

TextWords::TextWords(const Names::Data& names, const Document& document)
    : names_(names), document_(document), text_(document.bytes), words_(names.first_words) {
  for (const Footnote& note : document.notes) {
    if (note.call && !note.call->empty()) calls_.push_back(*note.call);
  }
  std::sort(calls_.begin(), calls_.end());
}

void TextWords::clear() {
  words_.clear();
  flags_.clear();
  parts_.clear();
  slashes_.clear();
  careful_.clear();
  last_part_ = 0;
}

void TextWords::add(std::uint32_t passage) {
  const std::size_t first = words_.size();
  parts_.push_back({first, passage});
  for (const Span range : document_.passages[passage].ranges) add_range(range, first);
  if (words_.size() > first) flags_[first] |= barrier;
}

void TextWords::add_range(Span range, std::size_t first) {
  constexpr std::uint32_t step = 1U << 12U;  // for which room is made at a time
  const std::size_t first_of_range = words_.size();
  for (Span rest = range; !rest.empty();) {
    Span part{rest.begin, rest.end};
    if (rest.size() > step) {
      part.end = rest.begin + step;
      while (part.end<rest.end&& static_cast<unsigned char>(text_[part.end])> ' ') ++part.end;
    }
    scan(part);
    rest.begin = part.end;
  }
  flags_.resize(words_.size());
  if (!words_.signs.empty()) note_signs(range, first);
  if (first_of_range > first && words_.size() > first_of_range) {
    flags_[first_of_range] |= new_range;
    note_broken(first_of_range);
  }
}

/// The words of a part of a range but for calls of notes, over which no name goes.
void TextWords::scan(Span range) {
  auto call = std::lower_bound(calls_.begin(), calls_.end(), range.begin,
                               [](Span of, std::uint32_t at) { return of.end <= at; });
  for (; call != calls_.end() && call->begin < range.end; ++call) {
    if (range.begin < call->begin) scan_words(text_, {range.begin, call->begin}, words_);
    range.begin = std::max(range.begin, std::min(call->end, range.end));
    flags_.resize(words_.size() + 1);
    flags_[words_.size()] |= barrier;
  }
  if (!range.empty()) scan_words(text_, range, words_);
}

void TextWords::note_signs(Span range, std::size_t first) {
  std::uint32_t done = range.begin;  // up to where it was looked for addresses
  for (const std::uint32_t sign : words_.signs) {
    const char c = sign < range.end ? text_[sign] : ' ';
    if (c <= ' ') {  // white space, or not ASCII, behind a hyphen
      const std::size_t word = words_.first_behind(sign, first);
      if (word > first && word < words_.size()) note_broken(word);
    } else {
      note_address(sign, range, first, done);
    }
  }
  words_.signs.clear();
}

void TextWords::note_address(std::uint32_t sign, Span range, std::size_t first,
                             std::uint32_t& done) {
  const auto is_white = [&](std::uint32_t at) { return is_space(code_point_at(text_, at).value); };
  if (text_[sign] == '/' && sign > range.begin && text_[sign - 1] >= 'A' &&
      text_[sign - 1] <= 'Z') {
    slashes_.push_back(static_cast<std::uint32_t>(words_.first_behind(sign, first)));
  }
  if (sign < done) return;
  std::uint32_t begin = sign;
  while (begin > done) {
    const auto size = static_cast<std::uint32_t>(code_point_before(text_, begin).size);
    if (is_white(begin - size)) break;
    begin -= size;
  }
  std::uint32_t end = sign;
  while (end < range.end && !is_white(end)) {
    end += static_cast<std::uint32_t>(code_point_at(text_, end).size);
  }
  done = end;
  for (const AddressPart& part : find_addresses(text_.substr(begin, end - begin))) {
    const auto part_end = begin + static_cast<std::uint32_t>(part.end);
    std::size_t word = words_.first_behind(begin + static_cast<std::uint32_t>(part.begin), first);
    for (; word < words_.size() && span(word).begin < part_end; ++word) {
      flags_[word] |= in_address;
    }
  }
}

void TextWords::note_broken(std::size_t word) {
  if ((flags_[word] & barrier) != 0 || !gap(word).broken) return;
  if (word_key(spelled(word - 1)).empty()) return;  // marks alone are nothing to carry on
  for (const std::size_t beside : {word - 1, word}) {
    if ((flags_[beside] & careful) == 0) careful_.push_back(static_cast<std::uint32_t>(beside));
    flags_[beside] |= careful;
  }
  flags_[word] |= broken;
}

std::size_t TextWords::first_of_passage(std::size_t word) const {
  return part_of(word).first;
}

Gap TextWords::gap(std::size_t word) const {
  Gap gap;
  const Span between{span(word - 1).end, span(word).begin};
  if ((flags_[word] & new_range) == 0) {
    gap.add(text_.substr(between.begin, between.size()));
    gap.close();
    return gap;
  }
  const std::vector<Span>& ranges = document_.passages[passage(word)].ranges;
  auto range = std::lower_bound(ranges.begin(), ranges.end(), between.begin,
                                [](Span of, std::uint32_t at) { return of.end < at; });
  for (; range != ranges.end() && range->begin <= between.end; ++range) {
    const std::uint32_t begin = std::max(range->begin, between.begin);
    const std::uint32_t end = std::min(range->end, between.end);
    if (begin == range->begin) gap.add(U'\n');
    if (begin < end) gap.add(text_.substr(begin, end - begin));
  }
  gap.close();
  return gap;
}

std::uint64_t TextWords::careful_gap_hash(std::size_t word) const {
  if ((flags_[word] & (barrier | in_address)) != 0) return 0;
  const Gap between = gap(word);
  return between.blank_line ? 0 : hash_of_gap(between.normal);
}

const BrokenWord* TextWords::broken_word_before(std::size_t word) const {
  const std::vector<BrokenWord>& all = document_.broken_words;
  const auto found = std::lower_bound(
      all.begin(), all.end(), span(word - 1).end,
      [](const BrokenWord& one, std::uint32_t end) { return one.gap.begin < end; });
  return found != all.end() && found->gap.end == span(word).begin ? &*found : nullptr;
}

Reading TextWords::reading(std::size_t word) const {
  const BrokenWord* told = broken_word_before(word);
  if (told != nullptr && told->evidence == BrokenWord::Evidence::document) return told->reading;
  const std::string left = word_key(spelled(word - 1));
  const std::string right = word_key(spelled(word));
  const WordSet& known = names_.words;
  const bool joined = known.contains(WordSet::item(HashedWord::of(left + right)));
  const bool hyphenated =
      known.contains(WordSet::item(HashedWord::of(left), HashedWord::of(right)));
  if (joined && hyphenated) return Reading::either;
  if (joined || hyphenated) return joined ? Reading::joined : Reading::hyphenated;
  return told == nullptr ? Reading::either : told->reading;
}

bool TextWords::is_in_capitals(std::size_t word) const {
  const Part& part = part_of(word);
  if (part.passage == looked_at_) return in_capitals_;
  looked_at_ = part.passage;
  in_capitals_ = false;
  std::size_t letters = 0;
  for (const Span range : document_.passages[part.passage].ranges) {
    for (std::uint32_t at = range.begin; at < range.end;) {
      const CodePoint point = code_point_at(text_, at);
      const auto c = static_cast<UChar32>(without_width(point.value));
      if (u_islower(c) != 0) return false;
      if (u_isalpha(c) != 0) ++letters;
      at += static_cast<std::uint32_t>(point.size);
    }
  }
  const auto next = std::upper_bound(parts_.begin(), parts_.end(), word,
                                     [](std::size_t at, const Part& of) { return at < of.first; });
  const std::size_t end = next == parts_.end() ? words_.size() : next->first;
  in_capitals_ = end - part.first >= 2 && letters >= 6;
  return in_capitals_;
}

}  // namespace crossroads
