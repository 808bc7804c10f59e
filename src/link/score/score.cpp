// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/score.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "link/score/pairs.hpp"

namespace crossroads {
namespace {

std::optional<double> share(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

class Scorer {
 public:
  Scorer(std::vector<Annotation> gold, std::vector<Annotation> predicted,
         const ScoreOptions& options)
      : gold_(std::move(gold)), predicted_(std::move(predicted)), options_(options) {
    for (const Annotation& mention : gold_) {
      kinds_.try_emplace(mention.entry, mention.kind);
      inventory_.insert(mention.entry);
      if (!mention.group.empty()) inventory_.insert(mention.group);
    }
    for (const Annotation& mention : gold_) {
      if (!mention.group.empty()) kinds_.try_emplace(mention.group, mention.kind);
    }
    std::sort(gold_.begin(), gold_.end(), stands_before);
    std::sort(predicted_.begin(), predicted_.end(), stands_before);
  }

  Score score() {
    leave_out_elsewhere();
    if (options_.unknown == UnknownEntries::aside) set_unknown_aside();
    const PlaceIndex index(predicted_);
    count(index, ScoreMeasure::exact, &ScoreRow::exact);
    count(index, ScoreMeasure::overlapping, &ScoreRow::overlapping);
    count(index, ScoreMeasure::place, &ScoreRow::place);
    for (auto& [name, row] : rows_) {
      row.name = name;
      score_.rows.push_back(std::move(row));
    }
    score_.gold = std::move(gold_);
    score_.predicted = std::move(predicted_);
    return std::move(score_);
  }

 private:
  void leave_out_elsewhere() {
    std::map<std::string_view, std::vector<Span>> annotated;
    for (const AnnotatedRange& range : options_.annotated) {
      annotated[range.document].push_back(range.span);
    }
    if (annotated.empty()) {
      for (const Annotation& mention : gold_) {
        annotated[mention.document] = {{0, std::numeric_limits<std::uint32_t>::max()}};
      }
    }
    const auto is_elsewhere = [&](const Annotation& mention) {
      const auto ranges = annotated.find(mention.document);
      return ranges == annotated.end() ||
             std::none_of(ranges->second.begin(), ranges->second.end(), [&](Span range) {
               return range.begin <= mention.span.begin && mention.span.begin < range.end;
             });
    };
    score_.elsewhere = std::erase_if(predicted_, is_elsewhere);
    std::erase_if(gold_, is_elsewhere);
  }

  void set_unknown_aside() {
    const PlaceIndex index(gold_);
    std::erase_if(predicted_, [&](const Annotation& mention) {
      return !inventory_.contains(mention.entry) && is_aside(mention, index);
    });
  }

  bool is_aside(const Annotation& unknown, const PlaceIndex& index) {
    std::vector<Annotation*> here;
    auto [at, end] = index.near(unknown.document, unknown.span);
    for (; at < end; ++at) {
      if (overlap(gold_[at].span, unknown.span)) here.push_back(&gold_[at]);
    }
    const bool holds_all = std::all_of(here.begin(), here.end(), [&](const Annotation* gold) {
      return unknown.span.contains(gold->span) && unknown.span != gold->span;
    });
    if (holds_all) {
      for (Annotation* gold : here) gold->optional = true;
      ++score_.unknown_aside;
      if (!here.empty()) ++score_.unknown_longer;
      return true;
    }
    return std::all_of(here.begin(), here.end(), [](auto* gold) { return gold->optional; });
  }

  void count(const PlaceIndex& index, ScoreMeasure measure, ScoreCounts ScoreRow::*counts) {
    const auto add = [&](const Annotation& mention, std::uint64_t ScoreCounts::*what) {
      ++(score_.all.*counts.*what);
      if (options_.by != ScoreBy::nothing) ++(rows_[name_of_row(mention)].*counts.*what);
    };
    const auto partners = pair_up(gold_, predicted_, index, measure);
    std::vector<bool> taken(predicted_.size());
    for (std::size_t i = 0; i < gold_.size(); ++i) {
      if (partners[i]) taken[*partners[i]] = true;
      if (gold_[i].optional) continue;
      add(gold_[i], partners[i] ? &ScoreCounts::right : &ScoreCounts::missed);
    }
    for (std::size_t i = 0; i < predicted_.size(); ++i) {
      if (!taken[i]) add(predicted_[i], &ScoreCounts::wrong);
    }
    if (measure == ScoreMeasure::exact) list_errors(index, partners, std::move(taken));
  }

  std::string name_of_row(const Annotation& mention) const {
    switch (options_.by) {
      case ScoreBy::nothing:
        break;
      case ScoreBy::kind:
        return kind_of(mention);
      case ScoreBy::entry:
        return mention.entry;
      case ScoreBy::document:
        return mention.document;
      case ScoreBy::zone:
        return mention.zone;
    }
    return {};
  }

  /// As gold has it, where it names the entry.
  std::string kind_of(const Annotation& mention) const {
    const auto known = kinds_.find(mention.entry);
    return known == kinds_.end() || known->second.empty() ? mention.kind : known->second;
  }

  void list_errors(const PlaceIndex& index, const std::vector<std::optional<std::size_t>>& partners,
                   std::vector<bool> taken) {
    // What is optional takes only what no other mention of gold is left with.
    for (const bool optional : {false, true}) {
      for (std::size_t i = 0; i < gold_.size(); ++i) {
        if (!partners[i] && gold_[i].optional == optional) list_error(gold_[i], index, taken);
      }
    }
    for (std::size_t i = 0; i < predicted_.size(); ++i) {
      if (!taken[i]) score_.errors.push_back({ScoreError::Kind::spurious, {}, predicted_[i]});
    }
    std::stable_sort(score_.errors.begin(), score_.errors.end(), [](const auto& a, const auto& b) {
      return stands_before(a.first(), b.first());
    });
  }

  void list_error(const Annotation& gold, const PlaceIndex& index, std::vector<bool>& taken) {
    std::optional<std::size_t> other;
    auto [at, end] = index.near(gold.document, gold.span);
    for (; at < end; ++at) {
      if (taken[at] || !overlap(gold.span, predicted_[at].span)) continue;
      const bool same = is_entry_of(gold, predicted_[at]);
      if (same || !other) other = at;
      if (same) break;
    }
    if (other) {
      taken[*other] = true;
      const bool same = is_entry_of(gold, predicted_[*other]);
      score_.errors.push_back({same ? ScoreError::Kind::wrong_place : ScoreError::Kind::wrong_entry,
                               gold, predicted_[*other]});
    } else if (!gold.optional) {
      score_.errors.push_back({ScoreError::Kind::missed, gold, {}});
    }
  }

  std::vector<Annotation> gold_;
  std::vector<Annotation> predicted_;
  const ScoreOptions& options_;
  std::map<std::string, std::string, std::less<>> kinds_;
  std::set<std::string, std::less<>> inventory_;
  std::map<std::string, ScoreRow> rows_;
  Score score_;
};

}  // namespace

std::optional<double> ScoreCounts::precision() const {
  return share(right, right + wrong);
}

std::optional<double> ScoreCounts::recall() const {
  return share(right, right + missed);
}

std::optional<double> ScoreCounts::f1() const {
  return share(2 * right, 2 * right + missed + wrong);
}

std::string_view to_string(ScoreError::Kind kind) {
  switch (kind) {
    case ScoreError::Kind::missed:
      return "missed";
    case ScoreError::Kind::spurious:
      return "spurious";
    case ScoreError::Kind::wrong_entry:
      return "wrong-entry";
    case ScoreError::Kind::wrong_place:
      return "wrong-place";
  }
  return "missed";
}

Score score(std::vector<Annotation> gold, std::vector<Annotation> predicted,
            const ScoreOptions& options) {
  return Scorer(std::move(gold), std::move(predicted), options).score();
}

}  // namespace crossroads
