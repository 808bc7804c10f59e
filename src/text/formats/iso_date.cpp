// SPDX-License-Identifier: Apache-2.0
#include "text/formats/iso_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "crossroads/core/ascii.hpp"

namespace crossroads {
namespace {

bool is_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

/// Runs of digits and runs of letters.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  char before = ' ';
  for (const char c : text) {
    const bool goes_on =
        (is_ascii_digit(c) && is_ascii_digit(before)) || (is_letter(c) && is_letter(before));
    if (goes_on) {
      parts.back() += ascii_lower(c);
    } else if (is_ascii_digit(c) || is_letter(c)) {
      parts.emplace_back(1, ascii_lower(c));
    }
    before = c;
  }
  return parts;
}

/// The number of an English month by its name or its first three letters; 0 for none.
int month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (word == names[i] || word == names[i].substr(0, 3)) return static_cast<int>(i) + 1;
  }
  return word == "sept" ? 9 : 0;
}

int days_of(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

int number_of(const std::string& digits) {
  return digits.size() <= 4 && std::all_of(digits.begin(), digits.end(), is_ascii_digit)
             ? std::stoi(digits)
             : -1;
}

std::string shown(int year, int month, int day) {
  if (year < 1000) return {};
  if (month < 1 || month > 12) return month == 0 ? std::to_string(year) : "";
  if (day == 0) return fmt::format("{:04}-{:02}", year, month);
  if (day < 1 || day > days_of(year, month)) return {};
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

}  // namespace

std::string iso_date(std::string_view text) {
  const std::vector<std::string> parts = parts_of(text);
  if (parts.empty()) return {};
  const auto number = [&](std::size_t i) { return i < parts.size() ? number_of(parts[i]) : 0; };
  const auto is_year = [&](std::size_t i) { return i < parts.size() && parts[i].size() == 4; };
  if (parts[0].size() == 8 && is_ascii_digit(parts[0][0])) {
    return shown(number_of(parts[0].substr(0, 4)), number_of(parts[0].substr(4, 2)),
                 number_of(parts[0].substr(6)));
  }
  if (is_year(0) && number(0) > 0) {
    if (parts.size() > 1 && month_of(parts[1]) > 0) {
      return shown(number(0), month_of(parts[1]), number(2));
    }
    return shown(number(0), number(1), number(2));  // what follows is a time
  }
  if (month_of(parts[0]) > 0) {  // "March 28, 2013", "March 28th, 2013", "March 2013"
    if (is_year(1)) return shown(number(1), month_of(parts[0]), 0);
    const std::size_t year = is_year(2) ? 2 : 3;
    return is_year(year) ? shown(number(year), month_of(parts[0]), number(1)) : "";
  }
  std::size_t month = 1;  // "28 March 2013", "28th of March 2013"
  while (month < parts.size() && month < 3 && month_of(parts[month]) == 0) ++month;
  if (number(0) > 0 && month < parts.size() && month_of(parts[month]) > 0 && is_year(month + 1)) {
    return shown(number(month + 1), month_of(parts[month]), number(0));
  }
  return {};
}

}  // namespace crossroads
