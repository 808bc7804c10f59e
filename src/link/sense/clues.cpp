// SPDX-License-Identifier: Apache-2.0
#include "link/sense/clues.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "link/sense/stems.hpp"

namespace crossroads {
namespace {

constexpr std::uint32_t passages_near = 6;    // before and behind
constexpr std::uint32_t longest_half = 2000;  // bytes of a sentence on either side of a place

/// Nearer ones come first; what is equally near comes in text order.
bool is_before(const NearClue& a, const NearClue& b) {
  if (a.what->kind != b.what->kind) return a.what->kind < b.what->kind;
  if (a.what->key != b.what->key) return a.what->key < b.what->key;
  if (a.nearness != b.nearness) return a.nearness > b.nearness;
  return a.what->span < b.what->span;
}

void keep_nearest(std::vector<NearClue>& all) {
  std::sort(all.begin(), all.end(), is_before);
  all.erase(std::unique(all.begin(), all.end(),
                        [](const NearClue& a, const NearClue& b) {
                          return a.what->kind == b.what->kind && a.what->key == b.what->key;
                        }),
            all.end());
}

void append(std::span<const Clue> found, Weight nearness, std::vector<NearClue>& all) {
  for (const Clue& clue : found) all.push_back({&clue, nearness});
}

void append(std::span<const Clue* const> found, Weight nearness, std::vector<NearClue>& all) {
  for (const Clue* clue : found) all.push_back({clue, nearness});
}

/// The first of each kind and key. REQUIRES: in text order.
std::vector<const Clue*> different_ones(const std::vector<Clue>& all) {
  std::vector<const Clue*> different;
  for (const Clue& clue : all) different.push_back(&clue);
  const auto key = [](const Clue* clue) { return std::pair(clue->kind, clue->key); };
  std::stable_sort(different.begin(), different.end(),
                   [&](const Clue* a, const Clue* b) { return key(a) < key(b); });
  different.erase(std::unique(different.begin(), different.end(),
                              [&](const Clue* a, const Clue* b) { return key(a) == key(b); }),
                  different.end());
  return different;
}

}  // namespace

ClueFinder::ClueFinder(const Senses& senses, const Document& document,
                       std::span<const Mention> mentions, std::span<const Undecided> open)
    : senses_(senses),
      document_(document),
      mentions_(mentions),
      open_(open),
      passages_(document.passages.size()) {}

std::vector<NearClue> ClueFinder::around(Span span, std::uint32_t passage, Weight least) {
  std::vector<NearClue> all;
  if (least <= nearness::passage) append(in_passage(passage).different, nearness::passage, all);
  append(in_sentence(span, passage), nearness::sentence, all);
  if (least <= nearness::heading) add_headings(passage, all);
  if (least <= nearness::near) add_near(passage, all);
  if (least <= nearness::section) add_entries(passage, all);
  keep_nearest(all);
  return all;
}

std::vector<std::uint32_t> ClueFinder::years_beside(Span span, std::uint32_t passage) {
  std::vector<std::uint32_t> years;
  for (const Clue& clue : in_sentence(span, passage)) {
    if (clue.kind == Clue::Kind::year) years.push_back(clue.key);
  }
  return years;
}

/// What stands in the sentence of a place; of a sentence without an end, in the part around it.
std::span<const Clue> ClueFinder::in_sentence(Span span, std::uint32_t passage) {
  const auto sentence = sentence_at(document_, passage, span.begin);
  if (!sentence) return {};
  Span whole = document_.sentences[*sentence].span;
  whole.begin = std::max(whole.begin, span.begin - std::min(span.begin, longest_half));
  if (whole.end - span.end > longest_half && whole.end > span.end) {
    whole.end = span.end + longest_half;
  }
  const std::vector<Clue>& all = in_passage(passage).all;
  const auto first =
      std::lower_bound(all.begin(), all.end(), whole.begin,
                       [](const Clue& clue, std::uint32_t at) { return clue.span.begin < at; });
  const auto end =
      std::lower_bound(first, all.end(), whole.end,
                       [](const Clue& clue, std::uint32_t at) { return clue.span.end <= at; });
  return {first, end};
}

const ClueFinder::PassageClues& ClueFinder::in_passage(std::uint32_t passage) {
  std::optional<PassageClues>& known = passages_[passage];
  if (!known) {
    PassageClues& clues = known.emplace();
    read_passage(passage, clues.all);
    std::stable_sort(clues.all.begin(), clues.all.end(),
                     [](const Clue& a, const Clue& b) { return a.span.begin < b.span.begin; });
    clues.different = different_ones(clues.all);
  }
  return *known;
}

std::span<const Mention> ClueFinder::mentions_in(std::uint32_t passage) const {
  // A passage that another interrupts has some of that one's mentions between its own.
  const Span whole = document_.passages[passage].span();
  const auto first = std::lower_bound(mentions_.begin(), mentions_.end(), whole.begin,
                                      [](const Mention& a, auto at) { return a.span.begin < at; });
  const auto last = std::lower_bound(first, mentions_.end(), whole.end,
                                     [](const Mention& a, auto at) { return a.span.begin < at; });
  return {first, last};
}

void ClueFinder::read_passage(std::uint32_t passage, std::vector<Clue>& found) {
  if (!holds_words(document_.passages[passage].role)) return;
  std::vector<Span> covered;
  for (const Mention& mention : mentions_in(passage)) {
    if (mention.passage != passage) continue;
    covered.push_back(mention.span);
    found.push_back(
        {Clue::Kind::entry, index(mention.entry), mention.span, &words_in(mention.span), false});
  }
  const Span whole = document_.passages[passage].span();
  auto place = std::lower_bound(open_.begin(), open_.end(), whole.begin,
                                [](const Undecided& a, auto at) { return a.span.begin < at; });
  for (; place != open_.end() && place->span.begin < whole.end; ++place) {
    covered.push_back(place->span);
  }
  std::sort(covered.begin(), covered.end());
  for (const Span range : document_.passages[passage].ranges) {
    read_words(range, covered, found);
    read_years(range, found);
  }
}

/// A word with a capital only counts as the name that it is: "Human Rights Watch" is no human
/// right.
const std::vector<std::uint32_t>& ClueFinder::words_in(Span span) {
  const auto bytes = std::string_view(document_.bytes).substr(span.begin, span.size());
  const auto [known, is_new] = words_of_names_.try_emplace(bytes);
  std::vector<std::uint32_t>& words = known->second;
  if (!is_new) return words;
  for_each_content_word(document_.bytes, span, known_words_, [&](const ContentWord& word) {
    const Keys& keys = keys_of(word.word);
    const std::uint32_t key = word.word.name.empty() ? keys.stem : keys.name;
    if (key != unknown) words.push_back(key);
  });
  return words;
}

std::uint32_t ClueFinder::key_of(const std::string& word) const {
  const auto known = senses_.words.find(word);
  return known == senses_.words.end() ? unknown : known->second;
}

const ClueFinder::Keys& ClueFinder::keys_of(const KnownWords::Word& word) {
  if (word.number >= keys_.size()) keys_.resize(word.number + 1);
  Keys& keys = keys_[word.number];
  if (keys.read) return keys;
  keys.read = true;
  keys.stem = key_of(word.stem);
  keys.begins_pair = senses_.begin_pairs.contains(word.stem);
  if (word.name.empty()) return keys;
  const std::string name = "~" + word.name;
  keys.name = key_of(name);
  keys.begins_name_pair = senses_.begin_pairs.contains(name);
  return keys;
}

/// The name that a word with a capital is, or that it and the one before it are.
std::uint32_t ClueFinder::name_key_of(const ContentWord& word) {
  if (word.before != nullptr && !word.before->name.empty() &&
      keys_of(*word.before).begins_name_pair) {
    const std::uint32_t pair = key_of("~" + word.name_pair());
    if (pair != unknown) return pair;
  }
  return keys_of(word.word).name;
}

void ClueFinder::read_words(Span range, std::span<const Span> covered, std::vector<Clue>& found) {
  std::uint32_t last_capital = range.begin;  // where the last word with a capital ends
  const auto take = [&](const ContentWord& word) {
    const auto over = std::lower_bound(covered.begin(), covered.end(), word.span.begin,
                                       [](Span a, auto at) { return a.end <= at; });
    if (over != covered.end() && over->begin < word.span.end) return;
    if (!word.word.name.empty()) {
      // Two with capitals beside each other are part of one name, also where a sentence begins.
      if (!found.empty() && found.back().span.end == last_capital &&
          word.span.begin == last_capital + 1) {
        found.back().in_name = true;
      }
      last_capital = word.span.end;
      if (const std::uint32_t name = name_key_of(word); name != unknown) {
        return found.push_back({Clue::Kind::name, name, word.span, nullptr, false});
      }
    }
    const auto add = [&](std::uint32_t known) {
      if (known == unknown) return;
      found.push_back({Clue::Kind::word, known, word.span, nullptr, word.is_name});
    };
    if (word.before != nullptr && keys_of(*word.before).begins_pair) add(key_of(word.pair()));
    add(keys_of(word.word).stem);
  };
  for_each_content_word(document_.bytes, range, known_words_, take);
}

void ClueFinder::read_years(Span range, std::vector<Clue>& found) const {
  for_each_year(document_.bytes, range, [&](std::uint32_t year, Span span) {
    found.push_back({Clue::Kind::year, year, span, nullptr, false});
  });
}

void ClueFinder::add_headings(std::uint32_t passage, std::vector<NearClue>& all) {
  const std::vector<Passage>& passages = document_.passages;
  auto section = passages[passage].section;
  while (section) {
    const Section& around = document_.sections[*section];
    if (around.first != passage) append(in_passage(around.first).different, nearness::heading, all);
    section = around.parent;
  }
  // A title opens no section.
  const auto title = std::find_if(passages.begin(), passages.end(), [](const Passage& any) {
    return any.role == Role::heading || any.role == Role::body;
  });
  if (title == passages.end() || title->role != Role::heading) return;
  const auto at = static_cast<std::uint32_t>(title - passages.begin());
  if (at != passage) append(in_passage(at).different, nearness::heading, all);
}

void ClueFinder::add_near(std::uint32_t passage, std::vector<NearClue>& all) {
  const auto section = document_.passages[passage].section;
  const std::uint32_t first = passage > passages_near ? passage - passages_near : 0;
  const std::uint32_t end = std::min<std::uint32_t>(
      passage + passages_near + 1, static_cast<std::uint32_t>(document_.passages.size()));
  for (std::uint32_t i = first; i < end; ++i) {
    if (i == passage || document_.passages[i].section != section) continue;
    append(in_passage(i).different, nearness::near, all);
  }
}

void ClueFinder::collect_entries() {
  has_entries_ = true;
  std::unordered_set<EntryId> named;
  std::map<std::optional<std::uint32_t>, std::unordered_set<EntryId>> named_in_section;
  for (const Mention& mention : mentions_) {
    const auto section = document_.passages[mention.passage].section;
    const bool is_new_there = named_in_section[section].insert(mention.entry).second;
    if (!is_new_there) continue;
    const Clue clue{Clue::Kind::entry, index(mention.entry), mention.span, &words_in(mention.span),
                    false};
    section_entries_[section].push_back(clue);
    if (named.insert(mention.entry).second) entries_.push_back(clue);
  }
}

void ClueFinder::add_entries(std::uint32_t passage, std::vector<NearClue>& all) {
  if (!has_entries_) collect_entries();
  append(section_entries_[document_.passages[passage].section], nearness::section, all);
  append(entries_, nearness::document, all);
}

}  // namespace crossroads
