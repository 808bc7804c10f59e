// SPDX-License-Identifier: Apache-2.0
#include "link/suggest/phrases.hpp"

#include <algorithm>

#include "crossroads/text/repair.hpp"
#include "link/suggest/common_words.hpp"
#include "text/words/abbreviations.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

constexpr std::size_t longest_phrase = 14;  // words; more is a title

class PhraseFinder {
 public:
  PhraseFinder(std::string_view text, const std::vector<PassageWord>& words,
               const std::vector<KnownSpan>& known, const std::vector<std::int32_t>& known_at)
      : text_(text), words_(words), known_(known), known_at_(known_at) {}

  std::vector<Phrase> find() {
    for (std::size_t at = 0; at < words_.size();) {
      if (!is_name_word(at)) {
        ++at;
        continue;
      }
      at = take_run(at);
    }
    return std::move(phrases_);
  }

 private:
  [[nodiscard]] std::string_view spelled(std::size_t at) const {
    return text_of(text_, words_[at]);
  }

  /// Whether a name may begin, go on or end with the word.
  [[nodiscard]] bool is_name_word(std::size_t at) const {
    const PassageWord& word = words_[at];
    if (is_known(at)) return word.shape != WordShape::small;
    if (word.shape == WordShape::acronym) return true;
    if (word.shape != WordShape::capital) return false;
    const std::string folded = fold(spelled(at));
    return !is_never_in_names(folded) && !is_calendar_or_part(folded) &&
           !is_title_abbreviation(folded);
  }

  /// How the word at `at` goes on with a name that ends before it.
  enum class Step { none, goes_on, parts };

  /// Whether a name goes on at `at`, with small words perhaps; `next` is where its next word
  /// stands.
  Step step(std::size_t at, std::size_t& next) const {
    next = at;
    if (at >= words_.size() || words_[at].begins_sentence) return Step::none;
    switch (words_[at].gap) {
      case WordGap::space:
        return step_over_space(at, next);
      case WordGap::hyphen:
      case WordGap::ampersand:
        return is_name_word(at) ? Step::goes_on : Step::none;
      case WordGap::stop:
        return words_[at - 1].span.size() == 1 && is_name_word(at) ? Step::goes_on : Step::none;
      case WordGap::apostrophe:
        return step_over_apostrophe(at, next);
      default:
        return Step::none;
    }
  }

  Step step_over_apostrophe(std::size_t at, std::size_t& next) const {
    if (spelled(at) == "s") {
      next = at + 1;
      const bool goes_on = next < words_.size() && words_[next].gap == WordGap::space &&
                           !words_[next].begins_sentence && is_name_word(next);
      return goes_on ? Step::parts : Step::none;
    }
    return words_[at - 1].span.size() <= 2 && is_name_word(at) ? Step::goes_on : Step::none;
  }

  Step step_over_space(std::size_t at, std::size_t& next) const {
    if (is_name_word(at)) return Step::goes_on;
    Step how = Step::goes_on;
    for (; next < words_.size() && next < at + 3; ++next) {
      if (next > at && (words_[next].gap != WordGap::space || words_[next].begins_sentence)) {
        return Step::none;
      }
      if (is_name_word(next)) return how;
      const std::string_view word = spelled(next);
      if (is_joint(word)) {
        if (next > at) return Step::none;
        how = Step::parts;
      } else if (!is_inner_word(word) || (word == "the" && !may_stand_before_the(at, next))) {
        return Step::none;
      }
    }
    return Step::none;
  }

  /// "of the", "for the", "in the"; "and the" begins another name.
  [[nodiscard]] bool may_stand_before_the(std::size_t first, std::size_t the) const {
    return the > first && spelled(the - 1) != "and" && spelled(the - 1) != "et";
  }

  std::size_t take_run(std::size_t begin) {
    std::vector<Phrase> parts{{begin, begin + 1}};
    std::vector<std::string_view> joints;
    for (;;) {
      std::size_t next = 0;
      const std::size_t end = parts.back().end;
      const Step how = step(end, next);
      if (how == Step::none) break;
      if (how == Step::parts) {
        joints.push_back(spelled(end));
        parts.push_back({next, next + 1});
      } else {
        parts.back().end = next + 1;
      }
    }
    const std::size_t end = parts.back().end;
    if (parts.size() > 1 && end - begin <= longest_phrase) add_joined(parts, joints);
    for (const Phrase& part : parts) add_part(part);
    return end;
  }

  [[nodiscard]] bool is_known(std::size_t at) const { return known_at_[at] >= 0; }

  /// By one name or by several: "President of the Security Council" holds a word that is not.
  [[nodiscard]] bool is_all_known(const Phrase& part) const {
    for (std::size_t at = part.first; at < part.end; ++at) {
      if (!is_known(at) && words_[at].shape != WordShape::small) return false;
    }
    return true;
  }

  [[nodiscard]] bool holds_person(const Phrase& part) const {
    for (std::size_t at = part.first; at < part.end; ++at) {
      if (is_known(at) && known_[static_cast<std::size_t>(known_at_[at])].person) return true;
    }
    return false;
  }

  [[nodiscard]] bool holds_name(const Phrase& part) const {
    for (std::size_t at = part.first; at < part.end; ++at) {
      if (is_known(at)) return true;
    }
    return false;
  }

  /// "Truth and Reconciliation Commission" may be one name; "Mali and Operation Serval" is not, for
  /// a known name is one by itself. "Observer Mission in Liberia" may be one all the same.
  void add_joined(const std::vector<Phrase>& parts, const std::vector<std::string_view>& joints) {
    if (parts.size() > 3) return;
    for (std::size_t i = 0; i < joints.size(); ++i) {
      const bool place_behind = joints[i] != "and" && joints[i] != "et" && joints[i] != "s";
      if (is_known(parts[i].end - 1)) return;
      if (is_known(parts[i + 1].first) && !(place_behind && parts[i].end - parts[i].first > 1)) {
        return;
      }
    }
    Phrase whole{parts.front().first, parts.back().end};
    if (holds_person(whole)) return;
    whole.holds_name = holds_name(whole);
    for (const Phrase& part : parts) {
      if (!holds_name(part)) whole.parts.push_back(part);
    }
    if (whole.parts.empty()) return;
    phrases_.push_back(std::move(whole));
  }

  void add_part(Phrase part) {
    if (part.end - part.first > longest_phrase || is_all_known(part) || holds_person(part)) return;
    part.holds_name = holds_name(part);
    if (part.holds_name && is_known(part.first)) {
      // "UN Department of Political Affairs": the department is the news.
      std::size_t rest = part.first;
      while (rest < part.end && is_known(rest)) ++rest;
      const Phrase behind{rest, part.end};
      if (words_[rest].shape != WordShape::small && words_[rest].gap == WordGap::space &&
          capitals(behind) >= 2) {
        part.first = rest;
        part.holds_name = holds_name(behind);
      }
    }
    if (part.end - part.first == 1 && !may_stand_alone(part.first)) return;
    phrases_.push_back(std::move(part));
  }

  [[nodiscard]] std::size_t capitals(const Phrase& part) const {
    std::size_t count = 0;
    for (std::size_t at = part.first; at < part.end; ++at) {
      if (words_[at].shape == WordShape::capital || words_[at].shape == WordShape::acronym) ++count;
    }
    return count;
  }

  [[nodiscard]] bool may_stand_alone(std::size_t at) const {
    return words_[at].span.size() > 1 && !is_roman_numeral(fold(spelled(at)));
  }

  std::string_view text_;
  const std::vector<PassageWord>& words_;
  const std::vector<KnownSpan>& known_;
  const std::vector<std::int32_t>& known_at_;
  std::vector<Phrase> phrases_;
};

/// What stands between two words of a phrase.
std::string_view sign_of(WordGap gap) {
  switch (gap) {
    case WordGap::hyphen:
      return "-";
    case WordGap::apostrophe:
      return "'";
    case WordGap::ampersand:
      return " & ";
    case WordGap::stop:
      return ". ";
    default:
      return " ";
  }
}

}  // namespace

std::vector<std::int32_t> known_words(const std::vector<PassageWord>& words,
                                      const std::vector<KnownSpan>& known) {
  std::vector<std::int32_t> places(words.size(), -1);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto behind = std::upper_bound(
        known.begin(), known.end(), words[i].span.begin,
        [](std::uint32_t begin, const KnownSpan& other) { return begin < other.span.begin; });
    if (behind == known.begin()) continue;
    const auto last = std::prev(behind);
    if (words[i].span.begin < last->span.end) {
      places[i] = static_cast<std::int32_t>(last - known.begin());
    }
  }
  return places;
}

std::string phrase_of(const Document& document, const std::vector<PassageWord>& words,
                      std::size_t first, std::size_t end) {
  std::string phrase;
  for (std::size_t at = first; at < end; ++at) {
    if (at > first) phrase += sign_of(words[at].gap);
    phrase += words[at].broken ? repaired(document, words[at].span)
                               : compose(text_of(document.bytes, words[at]));
  }
  return phrase;
}

std::vector<Phrase> find_phrases(std::string_view text, const std::vector<PassageWord>& words,
                                 const std::vector<KnownSpan>& known,
                                 const std::vector<std::int32_t>& known_at) {
  return PhraseFinder(text, words, known, known_at).find();
}

bool stands_before_noun(std::string_view text, const std::vector<PassageWord>& words,
                        std::size_t end) {
  if (end >= words.size() || words[end].gap != WordGap::space || words[end].begins_sentence ||
      words[end].shape != WordShape::small) {
    return false;
  }
  const std::string folded = fold(text_of(text, words[end]));
  return !is_never_in_names(folded) && !is_after_name(folded);
}

}  // namespace crossroads
