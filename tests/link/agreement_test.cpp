// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/agreement.hpp"

using namespace crossroads;

namespace {

Kappa kappa_of(const std::vector<std::vector<std::uint64_t>>& table) {
  RatingTable ratings;
  for (std::size_t i = 0; i < table.size(); ++i) {
    for (std::size_t j = 0; j < table[i].size(); ++j) {
      ratings.add(std::to_string(i), std::to_string(j), table[i][j]);
    }
  }
  return ratings.kappa();
}

Annotation mention(std::uint32_t begin, std::uint32_t end, const std::string& entry) {
  return {.document = "t.txt", .span = {begin, end}, .entry = entry};
}

}  // namespace

TEST_CASE("kappa: published examples") {
  // Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (3rd ed., 2003), ch. 18:
  // two clinicians diagnose 100 patients as psychotic, neurotic or organic.
  const Kappa diagnoses = kappa_of({{75, 1, 4}, {5, 4, 1}, {0, 0, 10}});
  CHECK(diagnoses.units == 100);
  CHECK(diagnoses.agreed == 89);
  CHECK(diagnoses.observed == doctest::Approx(0.89));
  CHECK(diagnoses.expected == doctest::Approx(0.66));
  CHECK(*diagnoses.value == doctest::Approx(0.676).epsilon(0.001));
  CHECK(*diagnoses.standard_error == doctest::Approx(0.087).epsilon(0.01));

  // The example of ci.kappa() in the R package statpsych (D. G. Bonett).
  const Kappa objects = kappa_of({{31, 12}, {4, 58}});
  CHECK(*objects.value == doctest::Approx(0.6756757).epsilon(1e-6));
  CHECK(*objects.standard_error == doctest::Approx(0.07344761).epsilon(1e-6));
}

TEST_CASE("kappa: its ends") {
  CHECK(*kappa_of({{3, 0}, {0, 5}}).value == doctest::Approx(1));
  CHECK(*kappa_of({{3, 0}, {0, 5}}).standard_error == doctest::Approx(0));
  CHECK(*kappa_of({{0, 4}, {4, 0}}).value == doctest::Approx(-1));
  CHECK(*kappa_of({{4, 4}, {4, 4}}).value == doctest::Approx(0));
  CHECK_FALSE(kappa_of({{7}}).value);  // one label throughout: nothing to agree on
  CHECK(kappa_of({{7}}).observed == 1);
  CHECK_FALSE(kappa_of({}).value);
  CHECK(kappa_of({}).units == 0);
}

TEST_CASE("agreement: places that both mark, and that either does") {
  const std::vector<Annotation> first = {mention(0, 4, "a"), mention(5, 9, "a"),
                                         mention(10, 14, "b"), mention(20, 24, "b")};
  const std::vector<Annotation> second = {mention(0, 4, "a"), mention(5, 9, "b"),
                                          mention(10, 14, "b"), mention(20, 25, "b")};
  // a-a, a-b, b-b: 2 of 3; by chance 2/3 * 1/3 + 1/3 * 2/3 = 4/9.
  const Kappa both = rate_places(first, second, RatedPlaces::both).kappa();
  CHECK(both.units == 3);
  CHECK(both.agreed == 2);
  CHECK(*both.value == doctest::Approx((2.0 / 3 - 4.0 / 9) / (5.0 / 9)));
  // And b-none, none-b: 2 of 5; by chance 2/5 * 1/5 + 2/5 * 3/5 + 1/5 * 1/5 = 9/25.
  const Kappa either = rate_places(first, second, RatedPlaces::either).kappa();
  CHECK(either.units == 5);
  CHECK(either.agreed == 2);
  CHECK(*either.value == doctest::Approx((0.4 - 0.36) / 0.64));
}

TEST_CASE("agreement: an optional mention that the other lacks is no unit") {
  std::vector<Annotation> first = {mention(0, 4, "a"), mention(5, 9, "b")};
  first[1].optional = true;
  CHECK(rate_places(first, {}, RatedPlaces::either).kappa().units == 1);
  CHECK(rate_places({}, first, RatedPlaces::either).kappa().units == 1);
  CHECK(rate_places(first, first, RatedPlaces::either).kappa().units == 2);
}

TEST_CASE("agreement: several entries at one place are one label, in any order") {
  const std::vector<Annotation> first = {mention(0, 4, "a"), mention(0, 4, "b")};
  std::vector<Annotation> second = first;
  std::reverse(second.begin(), second.end());
  CHECK(rate_places(first, second, RatedPlaces::either).kappa().agreed == 1);
  CHECK(rate_places(first, {mention(0, 4, "a")}, RatedPlaces::either).kappa().agreed == 0);
}

TEST_CASE("agreement: words") {
  //                       0    5     10  14
  const std::string text = "The old bridge, née Møn’s ford.";
  const std::vector<Annotation> first = {mention(4, 14, "bridge")};
  const std::vector<Annotation> second = {mention(8, 14, "bridge"), mention(21, 25, "mon")};
  REQUIRE(text.substr(21, 4) == "Møn");
  RatingTable table;
  add_rated_words(table, text, {0, 99}, first, second);
  // The, née, s, ford: none twice; old: bridge-none; bridge: both; Møn: none-mon.
  const Kappa kappa = table.kappa();
  CHECK(kappa.units == 7);
  CHECK(kappa.agreed == 5);
  // Shares: none 5/7, 5/7; bridge 2/7, 1/7; mon 0, 1/7.
  CHECK(kappa.expected == doctest::Approx(27.0 / 49));
  CHECK(*kappa.value == doctest::Approx((5.0 / 7 - 27.0 / 49) / (22.0 / 49)));

  RatingTable part;  // from "old" on, and what begins before the end of "bridge"
  add_rated_words(part, text, {4, 9}, first, second);
  CHECK(part.kappa().units == 2);
}

TEST_CASE("agreement: mentions that overlap each other label each word once") {
  const std::vector<Annotation> nested = {mention(0, 7, "all"), mention(0, 2, "a"),
                                          mention(3, 5, "b")};
  RatingTable table;
  add_rated_words(table, "aa bb c", {0, 7}, nested, {});
  CHECK(table.kappa().units == 3);
  CHECK(table.kappa().agreed == 0);
}
