// SPDX-License-Identifier: Apache-2.0
#include "link/local/anaphora.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "crossroads/core/ascii.hpp"
#include "link/local/beside.hpp"
#include "link/local/find_local.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

using std::string_view_literals::operator""sv;

/// How many passages back "the panel" may reach.
constexpr std::uint32_t nearby = 3;

/// Articles and the like before something that is one of many. Sorted.
constexpr std::array one_of_many = {"a"sv,    "an"sv,     "another"sv, "any"sv,  "both"sv,
                                    "each"sv, "either"sv, "every"sv,   "no"sv,   "several"sv,
                                    "some"sv, "such"sv,   "two"sv,     "which"sv};

/// How the document uses a word that names of its entries end with.
struct Head {
  bool is_usual = false;    ///< names of several entries of the ontology end so
  bool many = false;        ///< the document uses it for more than one, with a capital
  bool many_small = false;  ///< in small letters
};

/// Something that ends with a head, and where it was named last.
struct Antecedent {
  std::optional<EntryId> entry;  ///< none for what the ontology lacks
  std::uint32_t passage = 0;
};

/// What a head may stand for.
struct Named {
  std::optional<Antecedent> last;
  std::optional<Antecedent> before;  ///< another one
  std::set<EntryId> in_full;         ///< with the head in their names
};

/// What a head is made by the words behind it.
enum class Goes {
  no,        ///< nothing else
  as_words,  ///< something else, told by common words
  as_name,   ///< something else that has a name
};

class AnaphoraFinder {
 public:
  AnaphoraFinder(const LocalNames& names, const Document& document, const Links& links)
      : names_(names), document_(document), links_(links) {
    std::set<EntryId> named;
    for (const Mention& mention : links.mentions) {
      if (!named.insert(mention.entry).second) continue;
      const auto* heads = names.heads(mention.entry);
      if (heads == nullptr) continue;
      from_ = std::min(from_, mention.span.begin);
      for (const LocalNames::Head& head : *heads) add(head);
    }
  }

  std::vector<Mention> find() {
    std::vector<Mention> found;
    if (heads_.empty()) return found;
    // Also before the first mention: how the document uses the words counts everywhere.
    const std::vector<LocalPlace> places = find_local(document_, forms_, 0);
    for (const LocalPlace& place : places) note_use(place);
    named_.resize(heads_.size());
    std::size_t next = 0;
    for (const LocalPlace& place : places) {
      for (; next < links_.mentions.size() && links_.mentions[next].span.end <= place.span.begin;
           ++next) {
        note(links_.mentions[next]);
      }
      if (place.span.begin < from_ || is_plural(place) || in_mention(place, next)) continue;
      const auto entry = referent(place);
      if (!entry) continue;
      found.push_back(mention_at(document_, place.span, place.passage, *entry, Decided::anaphora));
      note(found.back());
    }
    return found;
  }

 private:
  void add(const LocalNames::Head& head) {
    const auto [at, is_new] = by_text_.try_emplace(head.text, heads_.size());
    if (!is_new) return;
    const bool one_word = head.text.find(' ') == std::string::npos;
    heads_.push_back({head.is_usual});
    forms_.push_back({head.text, one_word ? CaseRule::ignore : CaseRule::exact});
    forms_.push_back({head.text + "s", one_word ? CaseRule::ignore : CaseRule::exact});
  }

  static bool is_plural(const LocalPlace& place) { return place.form % 2 == 1; }
  Head& head_of(const LocalPlace& place) { return heads_[place.form / 2]; }
  bool is_small(const LocalPlace& place) const {
    return !is_capitalized(bytes_of(document_, place.span));
  }

  bool in_mention(const LocalPlace& place, std::size_t next) const {
    for (; next < links_.mentions.size(); ++next) {
      const Mention& mention = links_.mentions[next];
      if (mention.span.begin >= place.span.end) return false;
      if (mention.passage == place.passage) return true;
    }
    return false;
  }

  /// Notes whether a word stands for one of many here.
  void note_use(const LocalPlace& place) {
    const Passage& passage = document_.passages[place.passage];
    if (passage.role == Role::heading) return;
    const Beside before = word_before(document_, passage, place.span.begin);
    const bool alone = !(before.gap == " " && is_capitalized(before.word) &&
                         !begins_sentence(document_, passage, before.at));
    const std::string word = ascii_lower(before.word);
    const bool many =
        is_plural(place)
            ? alone
            : before.gap == " " && std::binary_search(one_of_many.begin(), one_of_many.end(),
                                                      std::string_view(word));
    if (!many) return;
    (is_small(place) ? head_of(place).many_small : head_of(place).many) = true;
  }

  /// Notes that something was named.
  void note(const Mention& mention) {
    const auto* heads = names_.heads(mention.entry);
    if (heads == nullptr) return;
    const std::string surface = fold(bytes_of(document_, mention.span));
    for (const LocalNames::Head& head : *heads) {
      Named& named = named_[by_text_.at(head.text)];
      note(named, {mention.entry, mention.passage});
      if (surface.find(fold(head.text)) != std::string::npos) named.in_full.insert(mention.entry);
    }
  }

  static void note(Named& named, Antecedent antecedent) {
    if (named.last && named.last->entry != antecedent.entry) named.before = named.last;
    named.last = antecedent;
  }

  /// What a head stands for at a place; it is noted where it ends another name.
  std::optional<EntryId> referent(const LocalPlace& place) {
    const Passage& passage = document_.passages[place.passage];
    const Head& head = head_of(place);
    Named& named = named_[place.form / 2];
    const Beside before = word_before(document_, passage, place.span.begin);
    const std::string word = before.gap == " " ? ascii_lower(before.word) : "";
    const bool small = is_small(place);
    if (word != "the" && word != "this") {
      if (!small && before.gap == " " && is_capitalized(before.word)) {
        note(named, {std::nullopt, place.passage});
      }
      return std::nullopt;
    }
    if (small ? !head.is_usual || head.many_small : head.many) return std::nullopt;
    const std::optional<EntryId> entry = nearest(named, place, small);
    const Goes goes = goes_on(passage, place, entry);
    if (goes == Goes::as_name) note(named, {std::nullopt, place.passage});
    return goes == Goes::no ? entry : std::nullopt;
  }

  /// Whether what stands behind a head makes it another one than the entry: "the Council President"
  /// and "the mission in Mali" do, unless the entry's own name goes on so.
  Goes goes_on(const Passage& passage, const LocalPlace& place,
               std::optional<EntryId> entry) const {
    const bool small = is_small(place);
    Beside after = word_after(document_, passage, place.span.end);
    if (after.gap != " " && after.gap != "-") return Goes::no;
    if (is_capitalized(after.word)) return Goes::as_name;
    if (after.gap == "-") return small ? Goes::as_words : Goes::no;
    if (!is_preposition(after.word)) return Goes::no;
    // "The Council in its wisdom", "the Mission to leave": with a capital it is still the same.
    const bool restricts = small || after.word == "of";
    after = behind_articles(passage, after);
    if (after.gap != " " || after.word.empty()) return restricts ? Goes::as_words : Goes::no;
    if (entry && is_own_name(passage, head_text(place), *entry, after)) return Goes::no;
    if (is_capitalized(after.word)) return Goes::as_name;
    return restricts ? Goes::as_words : Goes::no;
  }

  Beside next_word(const Passage& passage, const Beside& word) const {
    return word_after(document_, passage, word.at + static_cast<std::uint32_t>(word.word.size()));
  }

  Beside behind_articles(const Passage& passage, const Beside& word) const {
    Beside next = next_word(passage, word);
    while (next.gap == " " && (next.word == "the" || next.word == "a" || next.word == "an")) {
      next = next_word(passage, next);
    }
    return next;
  }

  const std::string& head_text(const LocalPlace& place) const { return forms_[place.form].text; }

  /// Whether the words from `word` on, to the end of a name, follow the head in names of the entry.
  bool is_own_name(const Passage& passage, std::string_view text, EntryId entry,
                   Beside word) const {
    const auto& heads = *names_.heads(entry);
    const auto head = std::find_if(heads.begin(), heads.end(), [&](const LocalNames::Head& other) {
      return other.text == text;
    });
    if (head == heads.end() || !is_behind(*head, word.word)) return false;
    for (word = behind_articles(passage, word); word.gap == " " && !word.word.empty();
         word = behind_articles(passage, word)) {
      if (is_capitalized(word.word)) {
        if (!is_behind(*head, word.word)) return false;
      } else if (!is_preposition(word.word) && word.word != "and") {
        break;
      }
    }
    return true;
  }

  static bool is_behind(const LocalNames::Head& head, std::string_view word) {
    const std::vector<std::uint64_t> words = content_words(word);
    return !words.empty() &&
           std::includes(head.behind.begin(), head.behind.end(), words.begin(), words.end());
  }

  static std::optional<EntryId> nearest(const Named& named, const LocalPlace& place, bool small) {
    if (!named.last || !named.last->entry) return std::nullopt;
    const auto is_near = [&](const Antecedent& antecedent, std::uint32_t passages) {
      return antecedent.passage + passages >= place.passage;
    };
    if (small && !(is_near(*named.last, nearby) && named.in_full.contains(*named.last->entry))) {
      return std::nullopt;
    }
    if (named.before && (!is_near(*named.last, 1) || is_near(*named.before, 1))) {
      return std::nullopt;
    }
    return named.last->entry;
  }

  const LocalNames& names_;
  const Document& document_;
  const Links& links_;
  std::uint32_t from_ = std::numeric_limits<std::uint32_t>::max();
  std::map<std::string, std::size_t> by_text_;
  std::vector<Head> heads_;
  std::vector<LocalForm> forms_;  // of each head: itself, its plural
  std::vector<Named> named_;      // by head
};

}  // namespace

void add_anaphora(const LocalNames& names, const Document& document, Overlap overlap,
                  Links& links) {
  merge(document, links, AnaphoraFinder(names, document, links).find(), overlap);
}

}  // namespace crossroads
