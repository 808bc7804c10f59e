// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/graph/edge.hpp"

using namespace crossroads;

TEST_CASE("npmi: by hand") {
  struct Case {
    std::uint64_t both, x, y, windows;
    double expected;
  };
  const std::vector<Case> cases = {
      {1, 1, 1, 1, 1},  // everywhere together
      {7, 7, 7, 7, 1},
      {3, 3, 3, 10, 1},  // never apart
      {1, 1, 1, 1000000, 1},
      {1, 2, 2, 4, 0},  // by chance
      {1, 3, 3, 9, 0},
      {10, 20, 50, 100, 0},
      {1, 1, 2, 4, std::log(2.0) / std::log(4.0)},    // 0.5
      {2, 4, 4, 16, std::log(2.0) / std::log(8.0)},   // 1/3
      {1, 5, 5, 10, std::log(0.4) / std::log(10.0)},  // seldom together
  };
  for (const Case& c : cases) {
    CAPTURE(c.both);
    CAPTURE(c.x);
    CAPTURE(c.y);
    CAPTURE(c.windows);
    CHECK(npmi(c.both, c.x, c.y, c.windows) == doctest::Approx(c.expected).epsilon(1e-12));
  }
}

TEST_CASE("npmi: lies within [-1, 1], is symmetric, and grows with what is shared") {
  for (std::uint64_t n = 1; n <= 12; ++n) {
    for (std::uint64_t x = 1; x <= n; ++x) {
      for (std::uint64_t y = 1; y <= n; ++y) {
        double last = -1.000001;
        // Where x + y > n, some windows name both of necessity.
        for (std::uint64_t both = std::max<std::uint64_t>(1, x + y > n ? x + y - n : 1);
             both <= std::min(x, y); ++both) {
          const double value = npmi(both, x, y, n);
          CHECK(value >= -1);
          CHECK(value <= 1 + 1e-12);
          CHECK(value == npmi(both, y, x, n));
          CHECK(value > last);
          last = value;
        }
      }
    }
  }
}

TEST_CASE("npmi: large counts keep their precision") {
  const std::uint64_t n = std::uint64_t{1} << 40U;
  CHECK(npmi(n, n, n, n) == 1);
  CHECK(npmi(n / 2, n / 2, n / 2, n) == doctest::Approx(1));
  CHECK(npmi(n / 4, n / 2, n / 2, n) == doctest::Approx(0));
}

TEST_CASE("names of origins, polarities and modalities are those of the JSON, and read back") {
  const std::vector<std::string> origins = {"curated", "stated", "co-mentioned", "structure"};
  for (std::size_t i = 0; i < origins.size(); ++i) {
    CHECK(to_string(static_cast<Origin>(i)) == origins[i]);
    CHECK(origin_from(origins[i]) == static_cast<Origin>(i));
  }
  const std::vector<std::string> polarities = {"positive", "negative"};
  for (std::size_t i = 0; i < polarities.size(); ++i) {
    CHECK(to_string(static_cast<Polarity>(i)) == polarities[i]);
    CHECK(polarity_from(polarities[i]) == static_cast<Polarity>(i));
  }
  const std::vector<std::string> modalities = {"asserted", "possible",    "reported",
                                               "mandated", "recommended", "predicted"};
  for (std::size_t i = 0; i < modalities.size(); ++i) {
    CHECK(to_string(static_cast<Modality>(i)) == modalities[i]);
    CHECK(modality_from(modalities[i]) == static_cast<Modality>(i));
  }
  for (const char* other : {"", "Curated", "curated ", "co_mentioned", "not"}) {
    CHECK_FALSE(origin_from(other).has_value());
    CHECK_FALSE(polarity_from(other).has_value());
    CHECK_FALSE(modality_from(other).has_value());
  }
}
