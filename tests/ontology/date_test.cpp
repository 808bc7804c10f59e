// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/ontology/date.hpp"

using namespace crossroads;

TEST_CASE("date: what is one") {
  for (const std::string_view good : {"2013", "0001", "9999", "2013-01", "2013-12", "2013-03-28",
                                      "2012-02-29", "2000-02-29", "1999-12-31", "0004-02-29"}) {
    CAPTURE(good);
    CHECK(is_date(good));
  }
}

TEST_CASE("date: what is none") {
  for (const std::string_view bad : {"",
                                     "0",
                                     "0000",
                                     "13",
                                     "201",
                                     "20133",
                                     "-2013",
                                     "+2013",
                                     "2013-",
                                     "2013-0",
                                     "2013-00",
                                     "2013-13",
                                     "2013-1",
                                     "2013/01",
                                     "2013-1-1",
                                     "2013-01-",
                                     "2013-01-00",
                                     "2013-01-32",
                                     "2013-02-29",
                                     "1900-02-29",
                                     "2013-04-31",
                                     "2013-01-1",
                                     "2013-01-011",
                                     "2013-01-01T00:00",
                                     "2013.01.01",
                                     "2013-01 01",
                                     "20130101",
                                     "2013-ab",
                                     "abcd",
                                     " 2013",
                                     "2013 ",
                                     "28-03-2013",
                                     "\xD9\xA2\xD9\xA0",
                                     "\xD9\xA2\xD9\xA0\xD9\xA1\xD9\xA3"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_date(bad));
  }
}

TEST_CASE("date: a period that contradicts itself") {
  struct Case {
    const char* since;
    const char* until;
    bool contradicts;
  };
  for (const Case& c : std::vector<Case>{
           {"", "", false},
           {"2013", "", false},
           {"", "2013", false},
           {"2013", "2013", false},
           {"2014", "2013", true},
           {"2013-05", "2013", false},  // the year may be meant to its end
           {"2013", "2013-05", false},  // and from its beginning
           {"2013-05-02", "2013-05", false},
           {"2013-05", "2013-04-30", true},
           {"2013-05-02", "2013-05-01", true},
           {"2013-05-01", "2013-05-01", false},
           {"2014", "2013-12-31", true},
           {"0999", "1000", false},
       }) {
    CAPTURE(c.since);
    CAPTURE(c.until);
    CHECK(contradicts_itself({c.since, c.until}) == c.contradicts);
  }
}

TEST_CASE("date: periods that may overlap") {
  struct Case {
    Period a;
    Period b;
    bool overlap;
  };
  for (const Case& c : std::vector<Case>{
           {{"", ""}, {"", ""}, true},
           {{"", ""}, {"2013", "2014"}, true},
           {{"2013", ""}, {"", "2013"}, true},
           {{"2014", ""}, {"", "2013"}, false},
           {{"2010", "2012"}, {"2012", "2014"}, true},
           {{"2010", "2012"}, {"2013", "2014"}, false},
           {{"2010", "2012-06"}, {"2012-07", "2014"}, false},
           {{"2010", "2012-06"}, {"2012", "2014"}, true},
           {{"2010", "2020"}, {"2012", "2013"}, true},
           {{"2010-01-01", "2010-01-01"}, {"2010-01-01", ""}, true},
           {{"2010-01-01", "2010-01-01"}, {"2010-01-02", ""}, false},
       }) {
    CAPTURE(c.a.since);
    CAPTURE(c.a.until);
    CAPTURE(c.b.since);
    CAPTURE(c.b.until);
    CHECK(may_overlap(c.a, c.b) == c.overlap);
    CHECK(may_overlap(c.b, c.a) == c.overlap);
  }
}
