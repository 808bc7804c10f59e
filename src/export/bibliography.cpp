// SPDX-License-Identifier: Apache-2.0
#include "export/bibliography.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "crossroads/core/ascii.hpp"

namespace crossroads {
namespace {

unsigned number_of(std::string_view digits) {
  unsigned number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// 1 to 12; 0 for no month's name.
unsigned month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::string small = ascii_lower(word.substr(0, 3));
  for (unsigned i = 0; i < months.size(); ++i) {
    if (small == months[i]) return i + 1;
  }
  return 0;
}

}  // namespace

std::string_view WorkRecord::key() const {
  constexpr std::string_view prefix = "work:";
  std::string_view id = vertex_.id;
  if (id.starts_with(prefix)) id.remove_prefix(prefix.size());
  return id;
}

std::string_view WorkRecord::get(std::string_view name) const {
  for (const Attribute& attribute : vertex_.attributes) {
    if (attribute.property == name) return attribute.value;
  }
  return {};
}

std::string WorkRecord::all(std::string_view name) const {
  std::string values;
  for (const Attribute& attribute : vertex_.attributes) {
    if (attribute.property != name) continue;
    if (!values.empty()) values += ", ";
    values += attribute.value;
  }
  return values;
}

std::vector<WorkRecord::Name> WorkRecord::names(std::string_view role) const {
  const std::string other = "corporate-" + std::string(role);
  std::vector<Name> names;
  for (const Attribute& attribute : vertex_.attributes) {
    if (attribute.property == other) names.push_back({attribute.value, {}, false});
    if (attribute.property != role) continue;
    const std::size_t comma = attribute.value.find(", ");
    Name name{attribute.value.substr(0, comma), {}, true};
    if (comma != std::string::npos) name.given = attribute.value.substr(comma + 2);
    names.push_back(std::move(name));
  }
  return names;
}

WorkRecord::Date WorkRecord::date() const {
  Date date;
  date.year = number_of(get("year"));
  std::string_view words = get("date");
  unsigned day = 0;
  while (!words.empty()) {
    const std::size_t size = std::min(words.find_first_of(" ,/-"), words.size());
    const std::string_view word = words.substr(0, size);
    const unsigned number = number_of(word);
    if (date.month == 0) date.month = month_of(word);
    if (number > 0 && number < 32 && word.size() <= 4 && day == 0) day = number;
    words.remove_prefix(std::min(size + 1, words.size()));
  }
  if (date.year > 0 && date.month > 0) date.day = day;
  if (date.year == 0) date.month = 0;
  return date;
}

std::vector<WorkRecord> works_of(const ConceptGraph& graph) {
  std::vector<WorkRecord> works;
  for (std::uint32_t i = graph.entry_count(); i < graph.vertices().size(); ++i) {
    if (graph.is_work(i)) works.emplace_back(graph.vertex(i));
  }
  return works;
}

}  // namespace crossroads
