// SPDX-License-Identifier: Apache-2.0
#include "crossroads/core/date.hpp"

#include <chrono>
#include <optional>

namespace crossroads {
namespace {

/// The number that `digits` digits write, or nothing.
std::optional<unsigned> number(std::string_view text, std::size_t digits) {
  if (text.size() != digits) return std::nullopt;
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

}  // namespace

bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  const auto year = number(text.substr(0, 4), 4);
  if (!year || *year == 0) return false;
  if (text.size() == 4) return true;
  const auto month = number(text.substr(5, 2), 2);
  if (text[4] != '-' || !month || *month < 1 || *month > 12) return false;
  if (text.size() == 7) return true;
  const auto day = number(text.substr(8, 2), 2);
  if (text[7] != '-' || !day) return false;
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(*year)),
                                     std::chrono::month(*month), std::chrono::day(*day))
      .ok();
}

}  // namespace crossroads
