// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/agreement.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

/// Stands for "no entry": no entry is called so.
constexpr std::string_view none;

/// What one annotator says of each place.
struct Mark {
  std::string entries;  // sorted, one a line
  bool optional = true;
};
using Marks = std::map<std::pair<std::string_view, Span>, Mark>;

Marks marks_of(const std::vector<Annotation>& mentions) {
  std::map<std::pair<std::string_view, Span>, std::vector<const Annotation*>> places;
  for (const Annotation& mention : mentions) {
    places[{mention.document, mention.span}].push_back(&mention);
  }
  Marks marks;
  for (auto& [place, here] : places) {
    std::sort(here.begin(), here.end(), [](auto* a, auto* b) { return a->entry < b->entry; });
    Mark& mark = marks[place];
    for (const Annotation* mention : here) {
      if (!mark.entries.empty()) mark.entries += '\n';
      mark.entries += mention->entry;
      if (!mention->optional) mark.optional = false;
    }
  }
  return marks;
}

bool is_of_word(char32_t point) {
  const auto character = static_cast<UChar32>(point);
  return u_isalnum(character) != 0 || (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
}

std::size_t end_of_word(std::string_view bytes, std::size_t at) {
  while (at < bytes.size()) {
    const CodePoint point = code_point_at(bytes, at);
    if (!is_of_word(point.value)) break;
    at += point.size;
  }
  return at;
}

/// The mentions of one annotator, asked for the words of a text in their order.
class Labels {
 public:
  explicit Labels(std::span<const Annotation> mentions) : mentions_(mentions) {}

  std::string_view label_of(Span word) {
    while (!mentions_.empty() && mentions_.front().span.end <= word.begin) {
      mentions_ = mentions_.subspan(1);
    }
    // One that ends later may stand before one that has ended already.
    for (const Annotation& mention : mentions_) {
      if (mention.span.begin >= word.end) break;
      if (mention.span.end > word.begin) return mention.entry;
    }
    return none;
  }

 private:
  std::span<const Annotation> mentions_;
};

}  // namespace

std::uint32_t RatingTable::label(std::string_view text) {
  const auto known = labels_.find(text);
  if (known != labels_.end()) return known->second;
  return labels_.emplace(text, static_cast<std::uint32_t>(labels_.size())).first->second;
}

void RatingTable::add(std::string_view first, std::string_view second, std::uint64_t times) {
  const std::uint32_t a = label(first);
  const std::uint32_t b = label(second);
  pairs_[{a, b}] += times;
}

Kappa RatingTable::kappa() const {
  Kappa kappa;
  for (const auto& [pair, times] : pairs_) {
    kappa.units += times;
    if (pair.first == pair.second) kappa.agreed += times;
  }
  if (kappa.units == 0) return kappa;
  const auto n = static_cast<double>(kappa.units);
  std::vector<double> by_first(labels_.size());  // share of each label
  std::vector<double> by_second(labels_.size());
  for (const auto& [pair, times] : pairs_) {
    by_first[pair.first] += static_cast<double>(times) / n;
    by_second[pair.second] += static_cast<double>(times) / n;
  }
  kappa.observed = static_cast<double>(kappa.agreed) / n;
  for (std::size_t i = 0; i < by_first.size(); ++i) kappa.expected += by_first[i] * by_second[i];
  // One label throughout: exactly 1, but for rounding.
  if (pairs_.size() == 1 && kappa.agreed == kappa.units) return kappa;

  const double off_chance = 1 - kappa.expected;
  const double disagreed = 1 - kappa.observed;
  kappa.value = (kappa.observed - kappa.expected) / off_chance;
  // After Fleiss, Cohen and Everitt.
  double sum = 0;
  for (const auto& [pair, times] : pairs_) {
    const double share = static_cast<double>(times) / n;
    if (pair.first == pair.second) {
      const double term = off_chance - (by_first[pair.first] + by_second[pair.first]) * disagreed;
      sum += share * term * term;
    } else {
      const double term = (by_second[pair.first] + by_first[pair.second]) * disagreed;
      sum += share * term * term;
    }
  }
  const double mean = kappa.observed * kappa.expected - 2 * kappa.expected + kappa.observed;
  const double variance = std::max(0.0, sum - mean * mean) / n;
  kappa.standard_error = std::sqrt(variance) / (off_chance * off_chance);
  return kappa;
}

RatingTable rate_places(const std::vector<Annotation>& first, const std::vector<Annotation>& second,
                        RatedPlaces places) {
  const Marks a = marks_of(first);
  const Marks b = marks_of(second);
  RatingTable table;
  for (const auto& [place, mark] : a) {
    const auto other = b.find(place);
    if (other != b.end()) {
      table.add(mark.entries, other->second.entries);
    } else if (places == RatedPlaces::either && !mark.optional) {
      table.add(mark.entries, none);
    }
  }
  if (places == RatedPlaces::both) return table;
  for (const auto& [place, mark] : b) {
    if (!mark.optional && !a.contains(place)) table.add(none, mark.entries);
  }
  return table;
}

void add_rated_words(RatingTable& table, std::string_view bytes, Span range,
                     std::span<const Annotation> first, std::span<const Annotation> second) {
  Labels a(first);
  Labels b(second);
  for (std::size_t at = 0; at < bytes.size() && at < range.end;) {
    const std::size_t end = end_of_word(bytes, at);
    if (end > at && at >= range.begin) {
      const Span word{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
      table.add(a.label_of(word), b.label_of(word));
    }
    at = end == bytes.size() ? end : end + code_point_at(bytes, end).size;
  }
}

}  // namespace crossroads
