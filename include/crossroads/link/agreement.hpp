// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crossroads/link/annotation.hpp"

namespace crossroads {

/// Cohen's kappa: how far two raters agree beyond what their own frequencies of each label would
/// bring about by chance (J. Cohen, "A coefficient of agreement for nominal scales", Educational
/// and Psychological Measurement 20, 1960, pp. 37-46).
struct Kappa {
  std::uint64_t units = 0;
  std::uint64_t agreed = 0;
  double observed = 0;  ///< share of units with one label; 0 where there are none
  double expected = 0;  ///< by chance
  /// (observed - expected) / (1 - expected); nothing where that divides by zero: no units, or one
  /// label throughout.
  std::optional<double> value;
  /// Its standard error for many units, where it is not known to be 0 (J. L. Fleiss, J. Cohen and
  /// B. S. Everitt, "Large sample standard errors of kappa and weighted kappa", Psychological
  /// Bulletin 72, 1969, pp. 323-327). There with `value`.
  std::optional<double> standard_error;
};

/// How often each pair of labels was given to a unit.
class RatingTable {
 public:
  void add(std::string_view first, std::string_view second, std::uint64_t times = 1);
  /// O(pairs + labels), each with O(log labels).
  [[nodiscard]] Kappa kappa() const;

 private:
  std::uint32_t label(std::string_view text);

  std::map<std::string, std::uint32_t, std::less<>> labels_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> pairs_;
};

/// The units that two annotators are compared on. Names have no countable set of places where there
/// is none, so what kappa is asked of must be said; F1 of one against the other, which needs none,
/// is what kappa tends to as those become many (G. Hripcsak and A. S. Rothschild, "Agreement, the
/// F-measure, and reliability in information retrieval", JAMIA 12, 2005, pp. 296-298).
enum class RatedPlaces : std::uint8_t {
  both,    ///< places, first to last byte, that both mark: do they mean the same entry?
  either,  ///< places that at least one marks; where the other does not, its label is none. Chance
           ///< then has no share of "none and none", so this is a strict figure.
};

/// Labels are entries; of one that marks a place more than once, all of them together. An optional
/// mention that the other lacks is no unit. O(n log n).
RatingTable rate_places(const std::vector<Annotation>& first, const std::vector<Annotation>& second,
                        RatedPlaces places);

/// Adds every word that begins in a range of a document, labelled with the entry of the mention
/// that it lies in (the first of several; a part of the word is enough) or with none. Words are
/// runs of letters, digits and their marks. `first` and `second` are what the two marked in this
/// document, sorted by span; a range that ends behind the document ends with it. O(bytes +
/// mentions).
void add_rated_words(RatingTable& table, std::string_view bytes, Span range,
                     std::span<const Annotation> first, std::span<const Annotation> second);

}  // namespace crossroads
