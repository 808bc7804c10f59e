// SPDX-License-Identifier: Apache-2.0
#include "text/plain/numbered_paragraphs.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "text/plain/lines.hpp"

namespace crossroads {
namespace {

constexpr std::size_t shortest_on_average = 150;  // bytes

/// The number that an item begins with; 0 where it has another sign.
unsigned number_of(std::string_view item) {
  unsigned number = 0;
  for (std::size_t at = 0; at < item.size() && at < 4; ++at) {
    if (item[at] < '0' || item[at] > '9') return item[at] == '.' || item[at] == ')' ? number : 0;
    number = number * 10 + static_cast<unsigned>(item[at] - '0');
  }
  return 0;
}

/// Paragraphs whose numbers follow on each other, over headings.
struct Chain {
  std::vector<std::size_t> items;
  std::size_t bytes = 0;
  unsigned last = 0;
  std::size_t headings = 0;  // that it goes on behind
};

void turn_into_paragraphs(const Chain& chain, std::vector<Passage>& passages) {
  if (chain.headings == 0 || chain.bytes < shortest_on_average * chain.items.size()) return;
  for (const std::size_t item : chain.items) passages[item].role = Role::body;
}

}  // namespace

void tell_numbered_paragraphs(std::string_view text, std::vector<Passage>& passages) {
  Chain chain;
  bool behind_heading = false;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const Passage& passage = passages[i];
    if (passage.role == Role::heading) behind_heading = true;
    if (passage.role != Role::list_item) continue;
    const unsigned number = number_of(slice(text, passage.ranges.front()));
    if (number == 0) continue;
    if (number != chain.last + 1 || number == 1) {
      turn_into_paragraphs(chain, passages);
      chain = {};
      if (number != 1) continue;
    } else if (behind_heading) {
      ++chain.headings;
    }
    behind_heading = false;
    chain.items.push_back(i);
    chain.bytes += passage.span().size();
    chain.last = number;
  }
  turn_into_paragraphs(chain, passages);
}

}  // namespace crossroads
