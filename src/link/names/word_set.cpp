// SPDX-License-Identifier: Apache-2.0
#include "link/names/word_set.hpp"

#include "link/names/distinct.hpp"

namespace crossroads {
namespace {

constexpr std::uint32_t ending_bits = 3;
constexpr std::size_t ahead = 16;  // items whose memory is asked for before it is needed

std::uint32_t print_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash) & ~ending_bits;
}

}  // namespace

/// The place of the hash's print, or the free one that would take it.
std::size_t WordSet::find(std::uint64_t hash) const {
  std::size_t at = home(hash);
  while (prints_[at] != 0 && (prints_[at] & ~ending_bits) != print_of(hash)) {
    at = at + 1 == prints_.size() ? 0 : at + 1;
  }
  return at;
}

WordSet WordSet::build(const std::vector<Item>& items) {
  WordSet set;
  std::size_t room = count_distinct(items) * 5 / 4 + 1;
  set.prints_.assign(room, 0);
  while (!set.insert_all(items)) {
    room += room / 4 + 1;
    set.prints_.assign(room, 0);
  }
  return set;
}

/// Whether there was room for them.
bool WordSet::insert_all(const std::vector<Item>& items) {
  const std::size_t most = prints_.size() - 1 - prints_.size() / 16;
  std::size_t used = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i + ahead < items.size()) __builtin_prefetch(&prints_[home(items[i + ahead].hash)]);
    std::uint32_t& print = prints_[find(items[i].hash)];
    if (print == 0 && ++used > most) return false;
    print |= print_of(items[i].hash) | items[i].endings;
  }
  return true;
}

bool WordSet::contains(Item item) const {
  return (prints_[find(item.hash)] & ending_bits & item.endings) != 0;
}

}  // namespace crossroads
