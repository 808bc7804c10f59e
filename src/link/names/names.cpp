// SPDX-License-Identifier: Apache-2.0
#include "link/names/names.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <optional>

#include "crossroads/core/error.hpp"
#include "link/english.hpp"
#include "link/names/data.hpp"
#include "link/names/distinct.hpp"
#include "link/names/inflect.hpp"
#include "link/names/spelled_form.hpp"
#include "link/names/word_hash.hpp"
#include "link/names/word_key.hpp"

namespace crossroads {
namespace {

constexpr std::uint32_t long_text = 0xFFFF;  // its size stands behind the head
constexpr std::size_t head_words = 3;

HashedWord hashed(std::string_view word, bool ascii) {
  if (!ascii) return HashedWord::of(word_key(word));
  return {hash_word(word), (static_cast<unsigned char>(word.back()) | 0x20U) == 's'};
}

}  // namespace

std::uint32_t PatternStore::add(const NamePattern& pattern) {
  const std::size_t size = pattern.text.size();
  const bool is_long = size >= long_text;
  const std::size_t place = words_.size();
  const std::size_t text = place + head_words + (is_long ? 1 : 0);
  if (text + size / 4 + 1 >= BeginningTable::no_ending || size > 0xFFFFFFFF) {
    throw Error(ErrorKind::input, "the names of the ontology are more than 4 GiB",
                "link with a part of them");
  }
  words_.resize(text + (size + 3) / 4);
  words_[place] = static_cast<std::uint32_t>(pattern.entry);
  words_[place + 1] = pattern.form;
  const std::uint32_t short_size = is_long ? long_text : static_cast<std::uint32_t>(size);
  words_[place + 2] = pattern.flags << 16U | short_size;
  if (is_long) words_[place + 3] = static_cast<std::uint32_t>(size);
  if (size > 0) std::memcpy(&words_[text], pattern.text.data(), size);
  return static_cast<std::uint32_t>(place);
}

NamePattern PatternStore::at(std::uint32_t place) const {
  const std::uint32_t* head = &words_[place];
  const std::uint32_t short_size = head[2] & long_text;
  const bool is_long = short_size == long_text;
  const std::size_t size = is_long ? head[3] : short_size;
  const auto* text = reinterpret_cast<const char*>(head + head_words + (is_long ? 1 : 0));
  return {static_cast<EntryId>(head[0]), head[1], head[2] >> 16U, {text, size}};
}

std::uint64_t hash_of_gap(std::string_view normal) {
  if (normal == " " || normal == "-") return hash_of_space;
  std::uint64_t hash = 0x2D358DCCAA6C78A5ULL;
  for (const char c : normal) {
    hash = mix(hash ^ static_cast<unsigned char>(c), 0x9E3779B97F4A7C15ULL);
  }
  return hash | 1U;  // never 0, which is a barrier
}

namespace {

/// Makes patterns of forms and notes all that the tables need.
class Builder {
 public:
  explicit Builder(std::size_t forms) {
    constexpr std::size_t many = 5000;
    if (forms >= many) filter_.emplace();
    beginnings_.reserve(2 * forms);
    words_.reserve(2 * forms);
  }

  void add(const NameForm& form) {
    if (!spell(form.text, spelled_)) return;
    const CaseRule rule =
        form.case_rule == CaseRule::by_shape ? case_rule_by_shape(form.text) : form.case_rule;
    std::uint32_t flags = 0;
    if (rule == CaseRule::exact) flags |= NamePattern::exact;
    if (form.where == NameForm::Where::in_notes) flags |= NamePattern::in_notes_only;
    if (form.origin == NameForm::Origin::derived) flags |= NamePattern::derived;
    if (form.capital == NameForm::Capital::first) flags |= NamePattern::needs_capital;
    inflect(spelled_, form.variants, rule, filter_ ? &*filter_ : nullptr,
            [&](const SpelledForm& spelled, std::uint32_t more) {
              add(spelled, {form.entry, form.form, flags | more, spelled.text});
            });
  }

  std::unique_ptr<Names::Data> finish() {
    data_->beginnings = BeginningTable::build(beginnings_);
    const auto is_longer = [](const auto& item) { return !item.first_word; };
    data_->filter = BeginningFilter(
        static_cast<std::size_t>(std::count_if(beginnings_.begin(), beginnings_.end(), is_longer)));
    data_->first_words = FirstWordFilter(count_first_words());
    for (const BeginningTable::Item& item : beginnings_) {
      if (!item.first_word) data_->filter.add(item.hash);
      if (!item.first_word) continue;
      data_->first_words.add(item.hash,
                             item.goes_on ? FirstWordFilter::beginning : FirstWordFilter::whole);
    }
    data_->words = WordSet::build(words_);
    data_->patterns.shrink_to_fit();
    return std::move(data_);
  }

 private:
  /// Those that differ, about.
  std::size_t count_first_words() const {
    std::vector<BeginningTable::Item> first;
    std::copy_if(beginnings_.begin(), beginnings_.end(), std::back_inserter(first),
                 [](const BeginningTable::Item& item) { return item.first_word; });
    return count_distinct(first);
  }

  void add(const SpelledForm& form, NamePattern pattern) {
    if (!form.ascii) pattern.flags |= NamePattern::not_ascii;
    const std::size_t count = form.words.size();
    if (count == 1 && pattern.has(NamePattern::exact)) pattern.flags |= NamePattern::exact_word;
    if (keeps_hyphen(form)) pattern.flags |= NamePattern::keeps_hyphen;
    const std::uint32_t place = data_->patterns.add(pattern);
    std::uint64_t hash = 0;
    HashedWord before;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view word = form.word(i);
      const HashedWord now = hashed(word, form.ascii);
      hash = i == 0 ? now.hash : hash_next(hash, hash_of_gap(form.gap(i)), now.hash);
      const bool last = i + 1 == count;
      beginnings_.push_back({hash, last ? place : BeginningTable::no_ending, !last, i == 0});
      const std::uint32_t other_ending =
          (i == 0 && pattern.has(NamePattern::first_adds_s)) || (last && changes_s(pattern));
      note_word(now, other_ending != 0);
      if (i > 0) note_pair(form, i, before, now, pattern, last);
      data_->longest_word = std::max(data_->longest_word, 2 * word.size() + 1);
      before = now;
    }
    data_->empty = false;
  }

  /// Two words, one of them of grammar: without the hyphen they mean nothing of their own.
  static bool keeps_hyphen(const SpelledForm& form) {
    return form.words.size() == 2 && form.gap(1) == "-" &&
           (is_grammar_word(word_key(form.word(0))) || is_grammar_word(word_key(form.word(1))));
  }

  static bool changes_s(const NamePattern& pattern) {
    return pattern.has(NamePattern::last_adds_s) || pattern.has(NamePattern::last_drops_s);
  }

  void note_word(HashedWord word, bool also_other_ending) {
    words_.push_back(WordSet::item(word));
    if (also_other_ending) words_.back().endings = WordSet::both_endings;
  }

  /// Two words between which a hyphen may stand.
  void note_pair(const SpelledForm& form, std::size_t at, HashedWord before, HashedWord now,
                 const NamePattern& pattern, bool last) {
    const std::string_view gap = form.gap(at);
    const auto is_long = [&](std::size_t word) { return word_length(form.word(word)) >= 2; };
    if (gap != "-" && (gap != " " || !is_long(at) || !is_long(at - 1))) return;
    words_.push_back(WordSet::item(before, now));
    if (last && changes_s(pattern)) words_.back().endings = WordSet::both_endings;
    if (at == 1 && pattern.has(NamePattern::first_adds_s)) {
      words_.push_back(WordSet::item({before.hash, true}, now));
    }
  }

  std::unique_ptr<Names::Data> data_ = std::make_unique<Names::Data>();
  SpelledForm spelled_;
  std::vector<BeginningTable::Item> beginnings_;
  std::vector<WordSet::Item> words_;
  std::optional<ListedWordFilter> filter_;  // where it is worth its making
};

}  // namespace

Names::Names(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Names::Names(Names&&) noexcept = default;
Names& Names::operator=(Names&&) noexcept = default;
Names::~Names() = default;

Names Names::build(std::span<const NameForm> forms, std::span<const std::uint64_t> awaited) {
  Builder builder(forms.size());
  for (const NameForm& form : forms) builder.add(form);
  std::unique_ptr<Data> data = builder.finish();
  for (const std::uint64_t hash : awaited) data->first_words.add(hash, FirstWordFilter::whole);
  return Names(std::move(data));
}

bool Names::empty() const {
  return data_->empty;
}

std::size_t Names::bytes() const {
  return sizeof(Data) + data_->patterns.bytes() + data_->beginnings.bytes() +
         data_->filter.bytes() + data_->first_words.bytes() + data_->words.bytes();
}

}  // namespace crossroads
