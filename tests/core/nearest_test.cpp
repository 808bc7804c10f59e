// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/nearest.hpp"

using namespace crossroads;

namespace {

/// Optimal string alignment by its definition, from the ends; for short words only.
std::size_t naive(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const std::string a1 = a.substr(1);
  const std::string b1 = b.substr(1);
  std::size_t best = std::min({naive(a1, b) + 1, naive(a, b1) + 1, naive(a1, b1) + (a[0] != b[0])});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0]) {
    best = std::min(best, naive(a.substr(2), b.substr(2)) + 1);
  }
  return best;
}

}  // namespace

TEST_CASE("edit distance: by hand") {
  CHECK(edit_distance("", "", 5) == 0);
  CHECK(edit_distance("", "abc", 5) == 3);
  CHECK(edit_distance("monusco", "monusco", 0) == 0);
  CHECK(edit_distance("monusco", "monsuco", 5) == 1);
  CHECK(edit_distance("kitten", "sitting", 5) == 3);
  CHECK(edit_distance("ca", "abc", 5) == 3);    // a swap's letters are not edited again
  CHECK(edit_distance("e", "\u00E9", 5) == 2);  // bytes
}

TEST_CASE("edit distance: above the limit is the limit and one") {
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("kitten", "sitting", 0) == 1);
  CHECK(edit_distance("a", "abcdefgh", 3) == 4);
}

TEST_CASE("edit distance: all words of up to four letters, against the definition") {
  std::vector<std::string> words = {""};
  for (std::size_t i = 0; words[i].size() < 4; ++i) {
    for (const char c : {'a', 'b', 'c'}) words.push_back(words[i] + c);
  }
  CHECK(words.size() == 121);
  std::size_t wrong = 0;
  for (const std::string& a : words) {
    for (const std::string& b : words) {
      const std::size_t distance = naive(a, b);
      for (const std::size_t limit : {0U, 1U, 2U, 4U}) {
        if (edit_distance(a, b, limit) != std::min(distance, limit + 1)) ++wrong;
      }
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("did you mean") {
  const std::vector<std::string> candidates = {"monuc", "monusco", "minusca", "minusma", "r2p"};
  CHECK(did_you_mean("monsuco", candidates) == "; did you mean 'monusco'?");
  CHECK(did_you_mean("minusa", candidates) == "; did you mean 'minusca'?");  // the first of equals
  CHECK(did_you_mean("rtop", candidates).empty());
  CHECK(did_you_mean("r3p", candidates) == "; did you mean 'r2p'?");
  CHECK(did_you_mean("unmissing", candidates).empty());
  CHECK(did_you_mean("monusco", {}).empty());
  CHECK(did_you_mean("q", std::vector<std::string>{"x", "qq"}).empty());
  // A third of the name's length, no more.
  CHECK(did_you_mean("abcdef", std::vector<std::string>{"abcdxy"}) == "; did you mean 'abcdxy'?");
  CHECK(did_you_mean("abcdef", std::vector<std::string>{"abcxyz"}).empty());
}
