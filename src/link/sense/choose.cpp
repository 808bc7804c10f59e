// SPDX-License-Identifier: Apache-2.0
#include "link/sense/choose.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

constexpr std::int32_t same_form_score = 2 * least_lead;

std::string_view bytes_of(const Document& document, Span span) {
  return std::string_view(document.bytes).substr(span.begin, span.size());
}

/// Whether a candidate may be meant on a date: its form has no period that the date is outside of,
/// and it was there by then.
bool fits(const Sense& sense, const std::string& form, const std::string& date) {
  const Period day{date, date};
  bool dated = false;
  for (const Sense::Dated& kept : sense.dated) {
    if (kept.form != form) continue;
    if (may_overlap(kept.period, day)) return true;
    dated = true;
  }
  if (dated) return false;
  return may_overlap({sense.life.since, ""}, day);
}

class Chooser {
 public:
  Chooser(const Senses& senses, const Document& document, Noting noting, Links& links)
      : senses_(senses),
        document_(document),
        noting_(noting),
        links_(links),
        finder_(senses, document, links.mentions, links.undecided) {}

  void run() {
    for (const Undecided& place : links_.undecided) open(place);
    for (const Mention& mention : links_.mentions) {
      if (mention.decided == Decided::defined_here) count(mention.entry, mention.passage);
    }
    for (const Choice& choice : choices_) {
      if (choice.chosen) count(entry_of(choice), choice.place->passage);
    }
    for (Choice& choice : choices_) {
      if (!choice.chosen) carry(choice);
    }
    finish();
  }

 private:
  struct Choice {
    const Undecided* place;
    Weighed weighed = {};  // what it was decided by; all that there is, if it was not
    Weighed nearby = {};   // what stands in its passage, or in a heading around it
    std::optional<std::size_t> chosen = {};
    Decided decided = Decided::context;
  };

  static EntryId entry_of(const Choice& choice) {
    return choice.weighed.candidates[*choice.chosen].entry;
  }

  void open(const Undecided& place) {
    Choice choice{.place = &place};
    std::vector<EntryId> left = fitting(place);
    if (left.size() < 2 && speaks_of_other_years(place, left)) left = place.candidates;
    choose_by_context(choice);
    if (left.size() == 1) {
      const auto at = std::find(place.candidates.begin(), place.candidates.end(), left.front());
      choice.chosen = static_cast<std::size_t>(at - place.candidates.begin());
      choice.decided = Decided::date;
      add_reason(choice.weighed, *choice.chosen, {.kind = Reason::Kind::date, .score = least_lead},
                 noting_);
    } else if (choice.chosen &&
               std::find(left.begin(), left.end(), entry_of(choice)) == left.end()) {
      choice.chosen.reset();
    }
    choices_.push_back(std::move(choice));
  }

  /// By what stands in the sentence; else by that and the passage and headings; else by all. What
  /// is farther away never decides against what is nearer.
  void choose_by_context(Choice& choice) {
    const Undecided& place = *choice.place;
    for (const Weight least : {nearness::sentence, nearness::passage, Weight{0}}) {
      Weighed weighed = weigh_around(place, least);
      choice.chosen = weighed.chosen();
      if (choice.chosen && trails(choice, *choice.chosen)) choice.chosen.reset();
      if (least == nearness::passage) choice.nearby = weighed;
      choice.weighed = std::move(weighed);
      if (choice.chosen) break;
    }
    if (!choice.chosen || noting_ == Noting::scores) return;
    // What is farther away and confirms it is told, too.
    Weighed weighed = weigh_around(place, 0);
    if (weighed.lead(*choice.chosen) > choice.weighed.lead(*choice.chosen)) {
      choice.weighed = std::move(weighed);
    }
  }

  Weighed weigh_around(const Undecided& place, Weight least) {
    const auto clues = finder_.around(place.span, place.passage, least);
    return weigh(senses_, place.candidates, clues, noting_);
  }

  /// Whether what stands nearer to the place speaks against a candidate.
  static bool trails(const Choice& choice, std::size_t candidate) {
    const Weighed& nearer = choice.nearby.candidates.empty() ? choice.weighed : choice.nearby;
    if (nearer.candidates.empty()) return false;
    return nearer.lead(candidate) <= -least_lead / 2;
  }

  /// The candidates that the document's date leaves; all, if it leaves none.
  std::vector<EntryId> fitting(const Undecided& place) const {
    const std::string& date = document_.metadata.date;
    if (date.empty()) return place.candidates;
    std::vector<EntryId> left;
    const std::string form = fold(bytes_of(document_, place.span));
    for (const EntryId candidate : place.candidates) {
      const Sense* sense = senses_.find(candidate);
      if (sense == nullptr || fits(*sense, form, date)) left.push_back(candidate);
    }
    return left.empty() ? place.candidates : left;
  }

  /// Whether the sentence names years, and none in which the candidate that the document's date
  /// leaves may be meant: it tells of another time.
  bool speaks_of_other_years(const Undecided& place, const std::vector<EntryId>& left) {
    const Sense* sense = senses_.find(left.front());
    if (sense == nullptr) return false;
    const std::vector<std::uint32_t> years = finder_.years_beside(place.span, place.passage);
    const std::string form = fold(bytes_of(document_, place.span));
    return !years.empty() && std::none_of(years.begin(), years.end(), [&](std::uint32_t year) {
      return fits(*sense, form, std::to_string(year));
    });
  }

  using Votes = std::map<EntryId, std::uint32_t>;

  void count(EntryId entry, std::uint32_t passage) {
    ++everywhere_[entry];
    ++by_section_[document_.passages[passage].section][entry];
  }

  /// The only one of the candidates that was chosen elsewhere.
  static std::optional<std::size_t> only_one(const Undecided& place, const Votes& votes) {
    std::optional<std::size_t> only;
    for (std::size_t i = 0; i < place.candidates.size(); ++i) {
      if (votes.find(place.candidates[i]) == votes.end()) continue;
      if (only) return std::nullopt;
      only = i;
    }
    return only;
  }

  void carry(Choice& choice) {
    auto one = only_one(*choice.place, everywhere_);
    if (!one) one = only_one(*choice.place, by_section_[section_of(choice)]);
    if (!one) return;
    Reason reason{.kind = Reason::Kind::elsewhere, .score = same_form_score};
    if (noting_ == Noting::reasons) reason.span = nearest(choice, *one);
    if (trails(choice, *one)) return;
    if (choice.nearby.candidates.empty()) choice.nearby = choice.weighed;
    add_reason(choice.nearby, *one, reason, noting_);
    choice.chosen = choice.nearby.chosen();
    if (choice.chosen) choice.weighed = std::move(choice.nearby);
  }

  std::optional<std::uint32_t> section_of(const Choice& choice) const {
    return document_.passages[choice.place->passage].section;
  }

  /// Where the nearest other place is that names the candidate, of those before it if there are.
  Span nearest(const Choice& choice, std::size_t candidate) const {
    const EntryId entry = choice.weighed.candidates[candidate].entry;
    Span best;
    const auto consider = [&](EntryId named, Span span) {
      if (named != entry || span == choice.place->span) return;
      if (best.empty() || span.begin < choice.place->span.begin) best = span;
    };
    for (const Mention& mention : links_.mentions) {
      if (mention.decided == Decided::defined_here) consider(mention.entry, mention.span);
    }
    for (const Choice& other : choices_) {
      if (other.chosen) consider(entry_of(other), other.place->span);
    }
    return best;
  }

  void finish() {
    std::vector<Undecided> still_open;
    std::vector<Mention> chosen;
    for (Choice& choice : choices_) {
      const Undecided& place = *choice.place;
      if (choice.chosen) {
        chosen.push_back(
            {place.span, place.passage, entry_of(choice), choice.decided, place.parts});
      } else {
        still_open.push_back(place);
      }
      if (noting_ == Noting::reasons) note(choice);
    }
    links_.undecided = std::move(still_open);
    if (chosen.empty()) return;
    std::vector<Mention> all;
    all.reserve(links_.mentions.size() + chosen.size());
    std::merge(links_.mentions.begin(), links_.mentions.end(), chosen.begin(), chosen.end(),
               std::back_inserter(all),
               [](const Mention& a, const Mention& b) { return a.span < b.span; });
    links_.mentions = std::move(all);
  }

  void note(Choice& choice) {
    Decision decision;
    decision.span = choice.place->span;
    decision.passage = choice.place->passage;
    decision.parts = choice.place->parts;
    if (choice.chosen) {
      decision.entry = entry_of(choice);
      decision.decided = choice.decided;
      decision.narrow = choice.decided == Decided::context &&
                        choice.weighed.lead(*choice.chosen) < 2 * least_lead;
    }
    for (Candidate& candidate : choice.weighed.candidates) {
      std::stable_sort(candidate.reasons.begin(), candidate.reasons.end(),
                       [](const Reason& a, const Reason& b) {
                         return a.score != b.score ? a.score > b.score : a.span < b.span;
                       });
    }
    decision.candidates = std::move(choice.weighed.candidates);
    std::stable_sort(decision.candidates.begin(), decision.candidates.end(),
                     [&](const Candidate& a, const Candidate& b) {
                       const bool first = decision.entry == a.entry;
                       const bool second = decision.entry == b.entry;
                       return first != second ? first : a.score > b.score;
                     });
    links_.decisions.push_back(std::move(decision));
  }

  const Senses& senses_;
  const Document& document_;
  Noting noting_;
  Links& links_;
  ClueFinder finder_;
  std::vector<Choice> choices_;
  Votes everywhere_;
  std::map<std::optional<std::uint32_t>, Votes> by_section_;
};

}  // namespace

void choose_senses(const Senses& senses, const Document& document, Noting noting, Links& links) {
  if (links.undecided.empty()) return;
  Chooser(senses, document, noting, links).run();
}

}  // namespace crossroads
