// SPDX-License-Identifier: Apache-2.0
//
// At each word of a passage, the trie of the lexicon is walked as far as the text goes along with
// it, and the longest form that ends on the way wins. A word that a line's end breaks is looked up
// as it reads: joined, or as two with a hyphen between; where nothing tells, the walk forks.
#include "link/find_names.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "crossroads/core/utf8.hpp"
#include "link/lexicon_data.hpp"
#include "link/symbol_words.hpp"
#include "link/words.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

using Reading = BrokenWord::Reading;

/// Where names stand as in a list of references: "Coning, C. de".
bool is_for_references(Role role) {
  return role == Role::note || role == Role::reference || role == Role::byline;
}

class PassageFinder {
 public:
  PassageFinder(const Lexicon::Data& lexicon, const Document& document, std::uint32_t passage,
                BareResolution bare)
      : lexicon_(lexicon),
        document_(document),
        text_(document.bytes),
        ranges_(document.passages[passage].ranges),
        passage_(passage),
        in_notes_(is_for_references(document.passages[passage].role)),
        words_(words_of(text_, ranges_)) {
    if (!lexicon_.symbols.empty()) symbols_ = match_symbols(symbol_words(text_, words_), bare);
    folded_.reserve(words_.size());
    for (const Word& word : words_) folded_.push_back(fold(spelling(word)));
    readings_.assign(words_.size(), Reading::hyphenated);
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (words_[i].broken) readings_[i] = reading_before(i);
    }
  }

  void find(Matches& matches) {
    for (std::size_t at = 0; at < words_.size();) {
      best_end_ = at;
      best_.clear();
      if (!words_[at].in_address && readings_[at] != Reading::joined) walk(at, at, 0, {});
      consider_symbol(at);
      if (best_end_ == at) {
        ++at;
        continue;
      }
      take(at, matches);
      at = best_end_;
    }
  }

 private:
  std::string_view spelling(const Word& word) const {
    return text_.substr(word.span.begin, word.span.size());
  }

  /// How the hyphen at a line's end before a word reads. What the ontology knows is better than
  /// what a list of words and the letters tell, but not than how the document itself writes the
  /// word.
  Reading reading_before(std::size_t at) const {
    const BrokenWord* told = broken_word_before(at);
    if (told != nullptr && told->evidence == BrokenWord::Evidence::document) return told->reading;
    const auto left = lexicon_.find_word(folded_[at - 1]);
    const auto right = lexicon_.find_word(folded_[at]);
    const bool hyphenated =
        left && right && lexicon_.compounds.contains(Lexicon::Data::pair(*left, *right));
    const bool joined = lexicon_.find_word(folded_[at - 1] + folded_[at]).has_value();
    if (joined && hyphenated) return Reading::either;
    if (joined || hyphenated) return joined ? Reading::joined : Reading::hyphenated;
    return told == nullptr ? Reading::either : told->reading;
  }

  const BrokenWord* broken_word_before(std::size_t at) const {
    const std::vector<BrokenWord>& all = document_.broken_words;
    const auto found = std::lower_bound(
        all.begin(), all.end(), words_[at - 1].span.end,
        [](const BrokenWord& word, std::uint32_t end) { return word.gap.begin < end; });
    return found != all.end() && found->gap.end == words_[at].span.begin ? &*found : nullptr;
  }

  /// Follows the trie from `node` with the words from `at` on; `start` is where the name began and
  /// `spelled` what of it has been read.
  void walk(std::size_t start, std::size_t at, std::uint32_t node, const std::string& spelled) {
    if (at >= words_.size() || words_[at].in_address) return;
    if (at > start && (words_[at].barrier || readings_[at] == Reading::joined)) return;
    const std::string_view gap = at == start ? std::string_view() : words_[at].before;
    std::string key;
    std::string word;
    for (std::size_t last = at; last < words_.size(); ++last) {
      if (last > at && (readings_[last] == Reading::hyphenated || words_[last].in_address)) break;
      key += folded_[last];
      if (key.size() > lexicon_.longest_word) break;
      word += compose(spelling(words_[last]));
      if (last + 1 < words_.size() && readings_[last + 1] == Reading::joined) continue;
      step(start, last + 1, node, gap, key, spelled, word);
    }
  }

  void step(std::size_t start, std::size_t end, std::uint32_t node, std::string_view gap,
            const std::string& key, const std::string& spelled, const std::string& word) {
    const auto known = lexicon_.find_word(key);
    if (!known) return;
    const auto next = lexicon_.next(node, gap, *known);
    if (!next) return;
    std::string all = spelled;
    all += gap;
    all += word;
    consider(start, end, *next, all);
    walk(start, end, *next, all);
  }

  /// Notes the entries whose forms end at `node`, if no longer form was found so far.
  void consider(std::size_t start, std::size_t end, std::uint32_t node,
                const std::string& spelled) {
    if (end < best_end_) return;
    for (const Lexicon::Data::Ending& ending : lexicon_.endings[node]) {
      if (ending.exact ? ending.spelled != spelled : cuts_broken_word(start, end)) continue;
      if (ending.in_notes_only && !in_notes_) continue;
      if (end > best_end_) best_.clear();
      best_derived_ = ending.derived && (best_.empty() || best_derived_);
      best_end_ = end;
      best_.push_back(ending.entry);
    }
  }

  /// A symbol that the ontology has an entry for counts as a form of it, where no form is as long.
  void consider_symbol(std::size_t start) {
    while (next_symbol_ < symbols_.size() && symbols_[next_symbol_].first < start) ++next_symbol_;
    if (next_symbol_ == symbols_.size()) return;
    const SymbolMatch& symbol = symbols_[next_symbol_];
    if (symbol.first != start || symbol.end <= best_end_) return;
    std::vector<EntryId> entries = entries_of(lexicon_.symbols, symbol.symbols);
    if (entries.empty()) return;
    best_end_ = symbol.end;
    best_ = std::move(entries);
    best_derived_ = false;
  }

  /// Whether the name would begin or end beside a hyphen at a line's end ("organi-\nzation") of
  /// which nothing tells whether it breaks a word or parts two: only names with capitals are
  /// believed there.
  bool cuts_broken_word(std::size_t start, std::size_t end) const {
    const auto small = [&](std::size_t at) {
      return u_islower(static_cast<UChar32>(code_point_at(text_, words_[at].span.begin).value)) !=
             0;
    };
    return (readings_[start] == Reading::either && small(start)) ||
           (end < words_.size() && readings_[end] == Reading::either && small(end));
  }

  void take(std::size_t start, Matches& matches) {
    std::sort(best_.begin(), best_.end());
    best_.erase(std::unique(best_.begin(), best_.end()), best_.end());
    NameMatch match;
    match.span = {words_[start].span.begin, words_[best_end_ - 1].span.end};
    match.passage = passage_;
    match.first = static_cast<std::uint32_t>(matches.candidates.size());
    for (const EntryId entry : best_) matches.candidates.push_back({entry, best_derived_});
    match.end = static_cast<std::uint32_t>(matches.candidates.size());
    matches.matches.push_back(match);
  }

  const Lexicon::Data& lexicon_;
  const Document& document_;
  std::string_view text_;
  const std::vector<Span>& ranges_;
  std::uint32_t passage_;
  bool in_notes_;
  std::vector<Word> words_;
  std::vector<std::string> folded_;
  std::vector<Reading> readings_;  // of what stands before each word
  std::size_t best_end_ = 0;
  std::vector<EntryId> best_;
  bool best_derived_ = false;         // all of them by derived forms
  std::vector<SymbolMatch> symbols_;  // in order
  std::size_t next_symbol_ = 0;
};

}  // namespace

Matches find_names(const Lexicon::Data& lexicon, const Document& document) {
  Matches found;
  const bool spoken_of = !lexicon.symbols.empty() && names_security_council(document.bytes);
  const BareResolution bare =
      spoken_of ? BareResolution::security_council : BareResolution::unknown;
  for (std::uint32_t i = 0; i < document.passages.size(); ++i) {
    if (!holds_words(document.passages[i].role)) continue;
    PassageFinder(lexicon, document, i, bare).find(found);
  }
  std::sort(found.matches.begin(), found.matches.end(),
            [](const NameMatch& a, const NameMatch& b) { return a.span < b.span; });
  return found;
}

}  // namespace crossroads
