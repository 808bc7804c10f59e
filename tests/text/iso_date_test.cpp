// SPDX-License-Identifier: Apache-2.0
#include "text/formats/iso_date.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace crossroads;

TEST_CASE("date: as programs and people write it") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"2013-03-28", "2013-03-28"},
      {"2013-03-28T10:00:00Z", "2013-03-28"},
      {"2013-03-28 10:00", "2013-03-28"},
      {"2013/3/8", "2013-03-08"},
      {"20130328", "2013-03-28"},
      {"2013-03", "2013-03"},
      {"2013", "2013"},
      {"28 March 2013", "2013-03-28"},
      {"28th of March, 2013", "2013-03-28"},
      {"1 Sept. 2013", "2013-09-01"},
      {"March 28, 2013", "2013-03-28"},
      {"March 2nd, 2013", "2013-03-02"},
      {"Mar 2013", "2013-03"},
      {"2013 March 28", "2013-03-28"},
      {"29 February 2012", "2012-02-29"},
  };
  for (const auto& [written, date] : table) {
    CAPTURE(written);
    CHECK(iso_date(written) == date);
  }
}

TEST_CASE("date: what is none, or leaves day and month open") {
  for (const char* written :
       {"", "soon", "28/03/2013", "03-04-2013", "2013-13-01", "2013-02-30", "29 February 2013",
        "0000-01-01", "13", "March", "99999999", "123456789012345678901234567890", "28 March"}) {
    CAPTURE(written);
    CHECK(iso_date(written) == "");
  }
}
