// SPDX-License-Identifier: Apache-2.0
#include "text/formats/metadata_values.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "crossroads/core/date.hpp"
#include "crossroads/core/language.hpp"
#include "crossroads/core/printable.hpp"

namespace crossroads {
namespace {

constexpr std::size_t longest_shown = 40;
constexpr std::size_t size_of_day = 10;

}  // namespace

void set_date(Document& document, std::string_view date) {
  std::string_view day = date;
  if (date.size() > size_of_day && (date[size_of_day] == 'T' || date[size_of_day] == ' ')) {
    day = date.substr(0, size_of_day);
  }
  if (is_date(day)) {
    document.metadata.date = day;
  } else if (!date.empty()) {
    document.findings.push_back(
        fmt::format("its date '{}' is not YYYY[-MM[-DD]]", printable_line(date, longest_shown)));
  }
}

void set_language(Document& document, std::string_view language) {
  std::string tag(language);
  std::replace(tag.begin(), tag.end(), '_', '-');
  if (is_language(tag)) {
    document.metadata.language = tag;
  } else if (!language.empty()) {
    document.findings.push_back(
        fmt::format("its language '{}' is not a tag such as 'en' or 'pt-BR'",
                    printable_line(language, longest_shown)));
  }
}

}  // namespace crossroads
