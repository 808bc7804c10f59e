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

TEST_CASE("printable line: bytes that are not UTF-8") {
  CHECK(printable_line("a\xFF\xFE  b\xC3") == "a\uFFFD\uFFFD b\uFFFD");
}

TEST_CASE("printable: nothing but what would drive a terminal or end the line changes") {
  CHECK(printable("").empty());
  CHECK(printable("  a  S\u00E9l ") == "  a  S\u00E9l ");
  CHECK(printable("a\nb\r\nc\t\x1B[31m\x7F\xC2\x9B"
                  "d\u2028\u2029e") == "a b  c  [31m  d  e");
  CHECK(printable("\xE9\x80.txt\n\xC3") == "\uFFFD.txt \uFFFD");
}

TEST_CASE("counted") {
  CHECK(counted(0, "entry") == "0 entries");
  CHECK(counted(1, "entry") == "1 entry");
  CHECK(counted(1, "text") == "1 text");
  CHECK(counted(12, "text") == "12 texts");
}
