// SPDX-License-Identifier: Apache-2.0
#include "link/local/short_forms.hpp"

#include <algorithm>
#include <bitset>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crossroads/link/lexicon.hpp"
#include "crossroads/text/repair.hpp"
#include "link/local/beside.hpp"
#include "link/local/find_local.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

using Kind = DefinedForm::Kind;

/// What a document says, somewhere, that a short form stands for.
struct Meaning {
  enum class Of {
    ours,   ///< the entry that bears it in the ontology
    entry,  ///< one that does not
    other,  ///< nothing that the ontology has
  };
  std::uint32_t at = 0;  ///< from here on
  Of of = Of::other;
  EntryId entry{};
  bool listed = false;  ///< it counts everywhere
};

/// What may stand before a name without making it another one: articles, and participles and
/// adverbs in small letters ("the newly created", "UN-mandated").
bool is_only_added(std::string_view words) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, end);
    const bool article = word == "the" || word == "The" || word == "a" || word == "an";
    const std::size_t part = word.rfind('-') + 1;  // 0 where there is none
    const bool small = !is_capitalized(word.substr(part));
    if (!word.empty() && !article && !(small && (word.ends_with("ed") || word.ends_with("ly")))) {
      return false;
    }
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return true;
}

std::size_t shared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](std::uint64_t word) {
    return std::binary_search(b.begin(), b.end(), word);
  }));
}

class Follower {
 public:
  Follower(const LocalNames& names, const Document& document, Overlap overlap, Links& links)
      : names_(names), document_(document), overlap_(overlap), links_(links) {}

  void run(const std::vector<DefinedForm>& definitions) {
    for (const DefinedForm& definition : definitions) read(definition);
    apply_to_known();
    merge(document_, links_, std::move(long_forms_), overlap_);
    add_unknown();
  }

 private:
  void read(const DefinedForm& definition) {
    if (undecided_at(definition.short_form)) return;
    Meaning meaning{definition.short_form.begin};
    meaning.listed = definition.kind == Kind::listed;
    const std::string text = shown(definition.passage, definition.short_form);
    const std::optional<EntryId> ours = bearer_of(definition);
    const Mention* named = named_by(definition);
    if (named != nullptr && ours == named->entry) {
      meaning.of = Meaning::Of::ours;
    } else if (named != nullptr && !ours) {
      if (!may_name(definition, *named, text)) return;
      meaning.of = Meaning::Of::entry;
      meaning.entry = named->entry;
    } else if (ours) {
      if (!is_other_than(definition, *ours, text)) {
        if (named == nullptr) consider_long_form(definition, *ours);
        meaning.of = Meaning::Of::ours;
      } else {
        links_.redefined.push_back(
            {definition.short_form, definition.long_form, definition.passage, {*ours}});
        redefined_[fold(text)].emplace_back(*ours, text);
        if (named != nullptr) {
          meaning.of = Meaning::Of::entry;
          meaning.entry = named->entry;
        }
      }
    }
    meanings_[text].push_back(meaning);
  }

  std::string shown(std::uint32_t passage, Span span) const {
    return repaired(document_, document_.passages[passage], span);
  }

  template <class Places>
  static auto at(const Places& places, Span span) {
    return std::lower_bound(places.begin(), places.end(), span,
                            [](const auto& place, Span other) { return place.span < other; });
  }

  bool undecided_at(Span span) const {
    const auto found = at(links_.undecided, span);
    return found != links_.undecided.end() && found->span == span;
  }

  /// The entry that the ontology's names have at the short form.
  std::optional<EntryId> bearer_of(const DefinedForm& definition) const {
    const auto found = at(links_.mentions, definition.short_form);
    if (found == links_.mentions.end() || found->span != definition.short_form) return {};
    return found->entry;
  }

  /// The mention that the long form is, or ends with.
  const Mention* named_by(const DefinedForm& definition) const {
    const Span span = definition.long_form;
    const std::uint32_t first = document_.passages[definition.passage].span().begin;
    auto mention = at(links_.mentions, Span{span.end, span.end});
    while (mention != links_.mentions.begin()) {
      --mention;
      if (mention->span.begin < first) return nullptr;
      if (mention->passage != definition.passage) continue;
      if (mention->span.end < span.end) return nullptr;
      if (mention->span.end > span.end) continue;
      const Span before{span.begin, mention->span.begin};
      return before.begin >= before.end || is_only_added(shown(definition.passage, before))
                 ? &*mention
                 : nullptr;
    }
    return nullptr;
  }

  /// Whether a short form that the ontology lacks may stand for the entry of a mention.
  bool may_name(const DefinedForm& definition, const Mention& named, std::string_view text) const {
    if (names_.person(named.entry) != nullptr) return definition.kind == Kind::hereafter;
    const bool told = definition.evidence == DefinedForm::Evidence::letters;
    if (!told && definition.kind != Kind::hereafter && definition.kind != Kind::listed) {
      return false;
    }
    return is_capitalized(text) || case_rule_by_shape(text) == CaseRule::exact;
  }

  /// Whether the document gives the short form another meaning than the entry's.
  bool is_other_than(const DefinedForm& definition, EntryId entry, std::string_view text) const {
    const LocalNames::Words* forms = names_.words(entry);
    if (definition.evidence != DefinedForm::Evidence::letters || forms == nullptr ||
        forms->empty() || case_rule_by_shape(text) != CaseRule::exact) {
      return false;
    }
    const auto words = content_words(shown(definition.passage, definition.long_form));
    if (words.empty()) return false;
    // Longer acronyms are rarely two things, and share words with a translation of what they are.
    constexpr std::size_t longest_common = 4;
    return std::none_of(forms->begin(), forms->end(), [&](const auto& form) {
      const std::size_t common = shared(words, form);
      const std::size_t least = std::min(words.size(), form.size());
      const bool few =
          text.size() <= longest_common && (3 * common <= least || (least == 2 && common == 1));
      return common > 0 && !few;
    });
  }

  /// Takes a long form that is a part of one of the entry's names for a mention of it.
  void consider_long_form(const DefinedForm& definition, EntryId entry) {
    const LocalNames::Words* forms = names_.words(entry);
    if (forms == nullptr) return;
    const Span span = without_article(definition);
    const auto words = content_words(shown(definition.passage, span));
    if (words.size() < 2 || !is_capitalized(bytes_of(document_, span))) return;
    const bool part = std::any_of(forms->begin(), forms->end(), [&](const auto& form) {
      return shared(words, form) == words.size();
    });
    if (!part) return;
    long_forms_.push_back(
        mention_at(document_, span, definition.passage, entry, Decided::defined_here));
  }

  Span without_article(const DefinedForm& definition) const {
    Span span = definition.long_form;
    const std::string_view text = bytes_of(document_, span);
    for (const std::string_view article : {"the ", "The ", "its ", "their "}) {
      if (text.starts_with(article)) span.begin += static_cast<std::uint32_t>(article.size());
    }
    return span;
  }

  /// What a short form means at a byte, as far as the document says.
  static const Meaning* meaning_at(const std::vector<Meaning>& meanings, std::uint32_t byte) {
    const auto behind =
        std::upper_bound(meanings.begin(), meanings.end(), byte,
                         [](std::uint32_t at, const Meaning& meaning) { return at < meaning.at; });
    if (behind != meanings.begin()) return &*std::prev(behind);
    for (const Meaning& meaning : meanings) {
      if (meaning.listed) return &meaning;
    }
    return nullptr;
  }

  static bool has(const std::vector<Meaning>& meanings, Meaning::Of of) {
    return std::any_of(meanings.begin(), meanings.end(),
                       [&](const Meaning& meaning) { return meaning.of == of; });
  }

  static unsigned char first_byte(std::string_view text) {
    return text.empty() ? 0 : static_cast<unsigned char>(text.front());
  }

  /// Whether repairs leave the first byte as it is: it and the next are ASCII.
  static bool keeps_first_byte(std::string_view text) {
    return text.size() > 1 && first_byte(text) < 0x80 && first_byte(text.substr(1)) < 0x80;
  }

  /// Takes what the document says of forms that the ontology has to their mentions.
  void apply_to_known() {
    if (links_.redefined.empty()) return;
    std::bitset<256> begins;  // the first bytes of what the document defines as something else
    for (const auto& [text, meanings] : meanings_) {
      const bool otherwise = has(meanings, Meaning::Of::entry) || has(meanings, Meaning::Of::other);
      if (!otherwise) continue;
      const unsigned char first = first_byte(text);
      begins.set(first);
      begins.set(first ^ 0x20U);  // a letter in the other case
    }
    std::erase_if(links_.mentions, [&](Mention& mention) {
      const std::string_view bytes = bytes_of(document_, mention.span);
      if (keeps_first_byte(bytes) && !begins.test(first_byte(bytes))) return false;
      const auto found = meanings_of(mention);
      if (found == meanings_.end()) return false;
      const Meaning* meaning = meaning_at(found->second, mention.span.begin);
      if (meaning == nullptr) {
        return !has(found->second, Meaning::Of::ours);  // only ever something else
      }
      if (meaning->of == Meaning::Of::entry) {
        mention.entry = meaning->entry;
        mention.decided = Decided::defined_here;
      }
      return meaning->of == Meaning::Of::other;
    });
  }

  using Meanings = std::map<std::string, std::vector<Meaning>, std::less<>>;

  /// Those of what a mention's words are, or are the plural of: also of another spelling with the
  /// same letters ("POC", where "PoC" is defined), if it is a name of the same entry.
  Meanings::iterator meanings_of(const Mention& mention) {
    std::string text = shown(mention.passage, mention.span);
    const auto found = meanings_.find(text);
    if (found != meanings_.end()) return found;
    const auto same = same_letters(fold(text), mention.entry);
    if (same != meanings_.end() || !text.ends_with('s')) return same;
    text.pop_back();
    const auto singular = meanings_.find(text);
    return singular != meanings_.end() ? singular : same_letters(fold(text), mention.entry);
  }

  Meanings::iterator same_letters(const std::string& folded, EntryId entry) {
    const auto found = redefined_.find(folded);
    if (found == redefined_.end()) return meanings_.end();
    for (const auto& [other, text] : found->second) {
      if (other == entry) return meanings_.find(text);
    }
    return meanings_.end();
  }

  /// Finds the short forms that the ontology lacks.
  void add_unknown() {
    std::vector<LocalForm> forms;
    std::vector<const std::vector<Meaning>*> meanings;
    std::uint32_t from = std::numeric_limits<std::uint32_t>::max();
    for (const auto& [text, all] : meanings_) {
      if (!has(all, Meaning::Of::entry)) continue;
      for (const Meaning& meaning : all) from = std::min(from, meaning.listed ? 0 : meaning.at);
      forms.push_back({text});
      meanings.push_back(&all);
      if (!is_in_capitals(text)) continue;
      forms.push_back({text + "s"});
      meanings.push_back(&all);
    }
    if (forms.empty()) return;
    std::vector<Mention> found;
    for (const LocalPlace& place : find_local(document_, forms, from)) {
      const Meaning* meaning = meaning_at(*meanings[place.form], place.span.begin);
      if (meaning == nullptr || meaning->of != Meaning::Of::entry) continue;
      if (case_rule_by_shape(forms[place.form].text) != CaseRule::exact &&
          is_in_longer_name(document_, document_.passages[place.passage], place.span)) {
        continue;
      }
      found.push_back(
          mention_at(document_, place.span, place.passage, meaning->entry, Decided::defined_here));
    }
    merge(document_, links_, std::move(found), overlap_);
  }

  const LocalNames& names_;
  const Document& document_;
  Overlap overlap_;
  Links& links_;
  Meanings meanings_;
  /// By folded short form: what is defined otherwise, and as it is written there.
  std::map<std::string, std::vector<std::pair<EntryId, std::string>>> redefined_;
  std::vector<Mention> long_forms_;
};

}  // namespace

void follow_definitions(const LocalNames& names, const Document& document,
                        const std::vector<DefinedForm>& definitions, Overlap overlap,
                        Links& links) {
  if (definitions.empty()) return;
  Follower(names, document, overlap, links).run(definitions);
}

}  // namespace crossroads
