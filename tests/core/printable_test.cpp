// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "crossroads/core/printable.hpp"

using namespace crossroads;

TEST_CASE("printable line") {
  CHECK(printable_line("").empty());
  CHECK(printable_line(" \t a \r\n\n b ") == "a b");
  CHECK(printable_line("a\x1B[31mb\x7F"
                       "c\xC2\x9B"
                       "d") == "a [31mb c d");
  CHECK(printable_line("Séléka", 6) == "Séléka");
  CHECK(printable_line("Séléka", 3) == "Sél…");
  CHECK(printable_line("ab cd", 3) == "ab…");
  CHECK(printable_line("ab cd", 4) == "ab c…");
}
