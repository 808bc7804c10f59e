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

TEST_CASE("counted") {
  CHECK(counted(0, "entry") == "0 entries");
  CHECK(counted(1, "entry") == "1 entry");
  CHECK(counted(1, "text") == "1 text");
  CHECK(counted(12, "text") == "12 texts");
}
