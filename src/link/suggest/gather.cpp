// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "crossroads/link/candidates.hpp"
#include "crossroads/link/definitions.hpp"
#include "crossroads/link/symbols.hpp"
#include "crossroads/text/citation.hpp"
#include "crossroads/text/repair.hpp"
#include "link/suggest/common_words.hpp"
#include "link/suggest/phrases.hpp"
#include "link/suggest/suggester.hpp"
#include "link/suggest/terms.hpp"
#include "text/words/spelling.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

/// Whether running text stands there, in which a capital means a name.
bool is_running_text(Role role) {
  switch (role) {
    case Role::body:
    case Role::list_item:
    case Role::quote:
    case Role::caption:
    case Role::table:
    case Role::note:
      return true;
    default:
      return false;
  }
}

/// What is counted of a word besides phrases.
struct WordUse {
  std::uint64_t in_small = 0;
  std::uint64_t written_so = 0;
};

class Gatherer {
 public:
  Gatherer(const Ontology& ontology, const KnownNames& names, const Document& document,
           const Links& links, Gathered::Data& out)
      : ontology_(ontology),
        names_(names),
        document_(document),
        text_(document.bytes),
        links_(links),
        out_(out),
        places_(document),
        terms_(document, places_) {}

  void gather() {
    const Citations citations = find_citations(document_);
    for (const CitedWork& work : citations.works) citing_.insert(work.passage);
    collect_known();
    for (std::uint32_t i = 0; i < document_.passages.size(); ++i) gather_passage(i);
    drop_short_uses();
    terms_.finish(out_.terms);
    gather_forms();
    gather_definitions();
    gather_persons(citations);
    for (const auto& [word, use] : words_) {
      if (use.in_small > 0) out_.in_small.emplace(word, use.in_small);
    }
    out_.documents = 1;
  }

 private:
  void collect_known() {
    static const std::vector<std::string> person = {"person"};
    for (const Mention& mention : links_.mentions) {
      const bool is_person = ontology_.is_any_of(ontology_.entry(mention.entry), person);
      known_.push_back({mention.span, is_person});
    }
    for (const Undecided& place : links_.undecided) known_.push_back({place.span, false});
    const auto in_order = [](const KnownSpan& a, const KnownSpan& b) { return a.span < b.span; };
    std::sort(known_.begin(), known_.end(), in_order);
    gather_symbols();
    for (const SymbolPlace& place : symbols_) known_.push_back({place.span, false});
    std::sort(known_.begin(), known_.end(), in_order);
  }

  void gather_passage(std::uint32_t passage) {
    const Role role = document_.passages[passage].role;
    if (!holds_words(role)) return;
    ++out_.passages;
    const std::vector<PassageWord> words = passage_words(document_, passage);
    bool small = false;
    for (const PassageWord& word : words) {
      count_word(word);
      small = small || word.shape == WordShape::small;
    }
    const std::vector<std::int32_t> known_at = known_words(words, known_);
    count_words_of_names(words, known_at);
    // Titles of works are names of nothing else; a text in capitals tells nothing.
    if (!is_running_text(role) || !small || citing_.contains(passage)) return;
    for (const Phrase& phrase : find_phrases(text_, words, known_, known_at)) {
      count_phrase(phrase, words, passage);
    }
    count_slips(words, known_at, passage);
    if (role != Role::note && role != Role::table) terms_.add(words, known_at, passage);
  }

  void count_word(const PassageWord& word) {
    const std::string_view spelled = text_of(text_, word);
    if (word.shape == WordShape::small) {
      ++words_[spelled].in_small;
    } else if (word.shape != WordShape::number) {
      ++words_[spelled].written_so;
    }
  }

  /// "Council" of "Security Council", "Stern" of "Bo Stern": by themselves they are no news.
  /// "Sudan" of "South Sudan" and of "Mission in Sudan" is.
  void count_words_of_names(const std::vector<PassageWord>& words,
                            const std::vector<std::int32_t>& known_at) {
    for (std::size_t first = 0; first < words.size();) {
      std::size_t end = first + 1;
      while (end < words.size() && known_at[end] == known_at[first]) ++end;
      if (known_at[first] >= 0 && end - first > 1) {
        std::size_t head = first;
        while (head < end && words[head].shape != WordShape::small) ++head;
        const std::string_view start = text_of(text_, words[first]);
        if (head > first && !is_direction(fold(start))) {
          words_of_names_.insert(text_of(text_, words[head - 1]));
        }
      }
      first = end;
    }
  }

  void count_phrase(const Phrase& phrase, const std::vector<PassageWord>& words,
                    std::uint32_t passage) {
    const Span span{words[phrase.first].span.begin, words[phrase.end - 1].span.end};
    PhraseUse& use = out_.phrases[phrase_of(document_, words, phrase.first, phrase.end)];
    places_.count(use.seen, span, passage);
    if (words[phrase.first].begins_sentence) ++use.at_start;
    if (stands_before_noun(text_, words, phrase.end)) ++use.before_noun;
    use.holds_name = use.holds_name || phrase.holds_name;
    const bool single = phrase.end - phrase.first == 1;
    use.single = single && words[phrase.first].shape == WordShape::capital;
    if (!phrase.parts.empty() && use.parts.empty()) {
      for (const Phrase& part : phrase.parts) {
        use.parts.push_back(phrase_of(document_, words, part.first, part.end));
      }
    }
    if (!single && phrase.parts.empty() && !phrase.holds_name) {
      const PassageWord& last = words[phrase.end - 1];
      const std::string first = fold(text_of(text_, words[phrase.first]));
      if (last.gap == WordGap::space && !is_direction(first)) {
        last_words_.insert(text_of(text_, last));
      }
    }
  }

  /// A family name after the full one, and a word of a known name, are counted with those.
  void drop_short_uses() {
    for (auto at = out_.phrases.begin(); at != out_.phrases.end();) {
      const std::string& word = at->first;
      const bool part = last_words_.contains(word) || words_of_names_.contains(word);
      at = at->second.single && part ? out_.phrases.erase(at) : std::next(at);
    }
  }

  /// Stretches with a word in small letters that no list knows, of up to five words: one of them
  /// may be a known name with a slip.
  void count_slips(const std::vector<PassageWord>& words, const std::vector<std::int32_t>& known_at,
                   std::uint32_t passage) {
    constexpr std::size_t longest = 5;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].shape != WordShape::small || known_at[i] >= 0 || words[i].span.size() < 5 ||
          is_listed_word(fold(text_of(text_, words[i])))) {
        continue;
      }
      const std::size_t first = i < longest ? 0 : i - longest + 1;
      for (std::size_t begin = first; begin <= i; ++begin) {
        for (std::size_t end = begin + 1; end <= std::min(words.size(), begin + longest); ++end) {
          if (end > begin + 1 && !goes_on(words[end - 1])) break;
          if (end <= i) continue;
          count_slip(words, begin, end, passage);
        }
      }
    }
  }

  static bool goes_on(const PassageWord& word) {
    return (word.gap == WordGap::space || word.gap == WordGap::hyphen) && !word.begins_sentence;
  }

  void count_slip(const std::vector<PassageWord>& words, std::size_t begin, std::size_t end,
                  std::uint32_t passage) {
    const std::string name = phrase_of(document_, words, begin, end);
    const auto near = names_.near(name);
    if (!near || near->difference != NameDifference::letters) return;
    const Span span{words[begin].span.begin, words[end - 1].span.end};
    places_.count(out_.slips[name], span, passage);
  }

  /// The form of the entry that stands there, as the ontology writes it; what stands there where
  /// it follows from a form.
  std::string form_at(EntryId entry, Span span) const {
    const std::string spelled = repaired(document_, span);
    const std::vector<std::string> wanted = comparable_words(spelled);
    const Form* like = nullptr;
    for (const Form& form : ontology_.entry(entry).forms) {
      if (form.text == spelled) return spelled;
      if (like == nullptr && comparable_words(form.text) == wanted) like = &form;
    }
    return like == nullptr ? spelled : like->text;
  }

  void gather_forms() {
    std::map<std::pair<EntryId, std::string_view>, std::string> spelled;
    for (const Mention& mention : links_.mentions) {
      const std::string_view surface = text_.substr(mention.span.begin, mention.span.size());
      const auto [form, is_new] = spelled.try_emplace({mention.entry, surface});
      if (is_new) form->second = form_at(mention.entry, mention.span);
      FormUse& use = out_.forms[{mention.entry, form->second}];
      places_.count(use.seen, mention.span, mention.passage);
      const std::vector<PassageWord> words = words_of_form(surface);
      if (!words.empty() && words.front().shape == WordShape::small) ++use.in_small;
    }
    for (const Undecided& place : links_.undecided) {
      UndecidedUse& use = out_.undecided[form_at(place.candidates.front(), place.span)];
      places_.count(use.seen, place.span, place.passage);
      use.candidates = place.candidates;
    }
  }

  void gather_definitions() {
    std::set<std::string> counted;
    for (const DefinedForm& definition : find_definitions(document_)) {
      // A name agreed on in words ("the Brigade") holds in its text alone.
      if (definition.kind == DefinedForm::Kind::hereafter) continue;
      const Passage& passage = document_.passages[definition.passage];
      const std::string short_form = repaired(document_, passage, definition.short_form);
      std::string long_form = repaired(document_, passage, definition.long_form);
      for (const std::string_view article : {"the ", "The "}) {
        if (long_form.starts_with(article)) long_form.erase(0, article.size());
      }
      DefinitionUse& use = out_.definitions[{long_form, short_form}];
      places_.count(use.seen, definition.short_form, definition.passage);
      use.by_letters = use.by_letters || definition.evidence == DefinedForm::Evidence::letters;
      if (!counted.insert(long_form + '\n' + short_form).second) continue;
      const auto written = words_.find(short_form);
      use.uses += written == words_.end() ? 1 : written->second.written_so;
    }
  }

  void gather_persons(const Citations& citations) {
    for (PersonCandidate& person : unknown_persons(ontology_, document_, citations, links_)) {
      Tally& tally = out_.persons[{person.family, person.given}];
      for (const Span span : person.spans) places_.count(tally, span, passage_at(span));
    }
  }

  /// Symbols that no entry has. REQUIRES: `known_` are the mentions and undecided places.
  void gather_symbols() {
    const auto is_known = [&](const SymbolPlace& place) {
      const auto behind = std::ranges::partition_point(
          known_, [&](const KnownSpan& other) { return other.span.begin < place.span.end; });
      return behind != known_.begin() && std::prev(behind)->span.end > place.span.begin;
    };
    symbols_ = find_symbols(document_);
    std::erase_if(symbols_, is_known);
    for (const SymbolPlace& place : symbols_) {
      const std::string symbol = fmt::format("{}", fmt::join(place.symbols, "\u2013"));
      places_.count(out_.symbols[symbol], place.span, place.passage);
    }
  }

  [[nodiscard]] std::uint32_t passage_at(Span span) const {
    const auto behind = std::upper_bound(
        document_.passages.begin(), document_.passages.end(), span.begin,
        [](std::uint32_t at, const Passage& p) { return at < p.ranges.front().begin; });
    auto found = behind;
    while (found != document_.passages.begin()) {
      --found;
      for (const Span range : found->ranges) {
        if (range.begin <= span.begin && span.begin < range.end) {
          return static_cast<std::uint32_t>(found - document_.passages.begin());
        }
      }
    }
    return 0;
  }

  const Ontology& ontology_;
  const KnownNames& names_;
  const Document& document_;
  std::string_view text_;
  const Links& links_;
  Gathered::Data& out_;
  PlaceCounter places_;
  TermFinder terms_;
  std::vector<KnownSpan> known_;
  std::vector<SymbolPlace> symbols_;  // that are not linked
  std::unordered_set<std::uint32_t> citing_;
  std::unordered_map<std::string_view, WordUse> words_;
  std::unordered_set<std::string_view> words_of_names_;  // of several words
  std::unordered_set<std::string_view> last_words_;      // of longer phrases
};

}  // namespace

Suggester::Suggester(const Ontology& ontology) : data_(std::make_unique<Data>(ontology)) {}
Suggester::Suggester(Suggester&&) noexcept = default;
Suggester& Suggester::operator=(Suggester&&) noexcept = default;
Suggester::~Suggester() = default;

Gathered Suggester::gather(const Document& document, const Links& links) const {
  Gathered gathered;
  Gatherer(data_->ontology, data_->names, document, links, gathered.data()).gather();
  return gathered;
}

}  // namespace crossroads
