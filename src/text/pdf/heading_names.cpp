// SPDX-License-Identifier: Apache-2.0
#include "text/pdf/heading_names.hpp"

#include <algorithm>
#include <utility>

#include "crossroads/core/ascii.hpp"

namespace crossroads {
namespace {

constexpr std::size_t longest_prefix = 14;  // "iii12", without spaces
constexpr std::size_t longest_number = 45;  // that, behind each word for a part
constexpr std::size_t fewest_behind = 3;    // bytes of a heading behind its number

/// Whether what stands before the same words is but their number.
bool is_number(std::string_view prefix) {
  for (const std::string_view name : {"chapter", "appendix", "section", "annex", "part"}) {
    if (prefix.starts_with(name)) prefix.remove_prefix(name.size());
  }
  return prefix.size() <= longest_prefix &&
         prefix.find_first_not_of("0123456789ivxlcabcdefgh") == prefix.npos;
}

/// Uses what stands behind each start of `words` that may be a number.
template <class Use>
void for_rests(const std::string& words, const Use& use) {
  for (std::size_t size = 1; size <= longest_number && size + fewest_behind <= words.size();
       ++size) {
    if (is_number(std::string_view(words).substr(0, size))) use(words.substr(size));
  }
}

}  // namespace

std::string bare_heading(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool wanted = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                        (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (wanted) out += ascii_lower(c);
  }
  return out;
}

void HeadingNames::add(const std::string& words, std::size_t place) {
  if (words.empty()) return;
  whole_[words].push(place);
  for_rests(words, [&](std::string rest) { rests_[std::move(rest)].push(place); });
}

bool HeadingNames::has(const std::string& words) const {
  bool found = whole_.contains(words) || rests_.contains(words);
  for_rests(words, [&](const std::string& rest) { found = found || whole_.contains(rest); });
  return found;
}

std::optional<std::size_t> HeadingNames::take(const std::string& words) {
  std::optional<std::size_t> first;
  look_at(whole_, words, first);
  look_at(rests_, words, first);
  for_rests(words, [&](const std::string& rest) { look_at(whole_, rest, first); });
  if (first) taken_.insert(*first);
  return first;
}

void HeadingNames::look_at(Index& index, const std::string& words,
                           std::optional<std::size_t>& first) const {
  const auto known = index.find(words);
  if (known == index.end()) return;
  Places& places = known->second;
  while (!places.empty() && taken_.contains(places.front())) places.pop();
  if (!places.empty()) first = std::min(first.value_or(places.front()), places.front());
}

}  // namespace crossroads
