// SPDX-License-Identifier: Apache-2.0
#include "link/names/table.hpp"

#include <algorithm>
#include <bit>

#include "link/names/distinct.hpp"

namespace crossroads {
namespace {

constexpr std::size_t ahead = 16;  // items whose memory is asked for before it is needed

unsigned shift_for(std::size_t cells) {
  return static_cast<unsigned>(64 - std::countr_zero(cells));
}

}  // namespace

BeginningTable BeginningTable::build(const std::vector<Item>& items) {
  BeginningTable table;
  std::size_t room = count_distinct(items) * 5 / 4 + 1;
  table.slots_.assign(room, {});
  while (!table.insert_all(items)) {
    room += room / 4 + 1;
    table.slots_.assign(room, {});
    table.links_.clear();
  }
  table.links_.shrink_to_fit();
  return table;
}

/// Whether there was room for them.
bool BeginningTable::insert_all(const std::vector<Item>& items) {
  const std::size_t most = slots_.size() - 1 - slots_.size() / 16;
  std::size_t used = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i + ahead < items.size()) prefetch(items[i + ahead].hash);
    const Item& item = items[i];
    Slot& slot = slots_[find(item.hash)];
    if (slot.payload == empty) {
      if (++used > most) return false;
      slot = {static_cast<std::uint32_t>(item.hash), no_ending};
    }
    if (item.goes_on) slot.payload |= goes_on_bit;
    if (item.ending != no_ending) add_ending(slot, item.ending);
  }
  return true;
}

void BeginningTable::add_ending(Slot& slot, std::uint32_t ending) {
  const std::uint32_t known = slot.payload & no_ending;
  const std::uint32_t bits = slot.payload & goes_on_bit;
  const auto link = static_cast<std::uint32_t>(links_.size());
  if (known == no_ending) {
    slot.payload = bits | ending;
  } else if ((slot.payload & many_bit) != 0) {
    links_.push_back({ending, known});
    slot.payload = bits | many_bit | link;
  } else {
    links_.push_back({known, no_ending});
    links_.push_back({ending, link});
    slot.payload = bits | many_bit | (link + 1);
  }
}

FirstWordFilter::FirstWordFilter(std::size_t words)
    : cells_(std::bit_ceil(std::max<std::size_t>(64, words / 3))) {}

BeginningFilter::BeginningFilter(std::size_t beginnings)
    : cells_(std::bit_ceil(std::max<std::size_t>(64, beginnings / 8))),
      shift_(shift_for(cells_.size())) {}

}  // namespace crossroads
