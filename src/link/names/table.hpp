// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace crossroads {

/// What the names begin with, by hash: beginnings of whole words, from one word to the whole name.
/// May take a beginning for another, but never misses one.
class BeginningTable {
 public:
  static constexpr std::uint32_t no_ending = (1U << 30U) - 1;

  /// A beginning, or a name that ends there.
  struct Item {
    std::uint64_t hash;
    std::uint32_t ending;  ///< what the caller knows the name by, or no_ending
    bool goes_on;
    bool first_word;  ///< of no matter to the table
  };

  /// O(items), at about 11 bytes for each that differs.
  static BeginningTable build(const std::vector<Item>& items);

  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[home(hash)]); }

  /// Whether the table knows the beginning.
  [[nodiscard]] bool contains(std::uint64_t hash) const {
    return slots_[find(hash)].payload != empty;
  }

  /// Calls `take(ending)` for each name that ends there; whether others go on.
  template <class Take>
  bool look_up(std::uint64_t hash, const Take& take) const {
    const Slot slot = slots_[find(hash)];
    if (slot.payload == empty) return false;
    const std::uint32_t ending = slot.payload & no_ending;
    if ((slot.payload & many_bit) != 0) {
      for (std::uint32_t i = ending; i != no_ending; i = links_[i].next) take(links_[i].ending);
    } else if (ending != no_ending) {
      take(ending);
    }
    return (slot.payload & goes_on_bit) != 0;
  }

  /// Calls `take` with the names that end at one place, where several do.
  template <class Take>
  void for_each_shared(const Take& take) const {
    if (links_.empty()) return;
    std::vector<std::uint32_t> endings;
    for (const Slot slot : slots_) {
      if (slot.payload == empty || (slot.payload & many_bit) == 0) continue;
      endings.clear();
      for (std::uint32_t i = slot.payload & no_ending; i != no_ending; i = links_[i].next) {
        endings.push_back(links_[i].ending);
      }
      take(endings);
    }
  }

  [[nodiscard]] std::size_t bytes() const {
    return slots_.capacity() * sizeof(Slot) + links_.capacity() * sizeof(Link);
  }

 private:
  struct Slot {
    std::uint32_t print = 0;
    std::uint32_t payload = empty;
  };
  struct Link {
    std::uint32_t ending;
    std::uint32_t next;  // in `links_`, or no_ending
  };
  static constexpr std::uint32_t empty = 0xFFFFFFFF;
  static constexpr std::uint32_t goes_on_bit = 1U << 31U;
  static constexpr std::uint32_t many_bit = 1U << 30U;  // several names end there: see `links_`

  [[nodiscard]] std::size_t home(std::uint64_t hash) const {
    return (hash >> 32U) * slots_.size() >> 32U;
  }
  /// The slot that has the hash's print, or the empty one that would take it.
  [[nodiscard]] std::size_t find(std::uint64_t hash) const {
    const auto print = static_cast<std::uint32_t>(hash);
    std::size_t at = home(hash);
    while (slots_[at].payload != empty && slots_[at].print != print) {
      at = at + 1 == slots_.size() ? 0 : at + 1;
    }
    return at;
  }
  bool insert_all(const std::vector<Item>& items);
  void add_ending(Slot& slot, std::uint32_t ending);

  std::vector<Slot> slots_ = std::vector<Slot>(1);  // one of them at least is empty
  std::vector<Link> links_;
};

/// Tells in one look into memory that most words begin no name. May take a word for another.
class FirstWordFilter {
 public:
  /// Names of one word, and words that longer ones begin with.
  enum Kind : std::uint32_t { whole = 1, beginning = 2 };

  explicit FirstWordFilter(std::size_t words);

  void add(std::uint64_t hash, Kind kind) {
    cells_[hash >> 5U & (cells_.size() - 1)] |= std::uint64_t{kind} << hash % 32U * 2U;
  }

  /// Views what the filter knows, for as long as it lives.
  class View {
   public:
    View(const std::uint64_t* cells, std::uint64_t mask) : cells_(cells), mask_(mask) {}
    /// The kinds of names that may begin with a word.
    [[nodiscard]] std::uint32_t kinds(std::uint64_t hash) const {
      return static_cast<std::uint32_t>(cells_[hash >> 5U & mask_] >> hash % 32U * 2U & 3U);
    }

   private:
    const std::uint64_t* cells_;
    std::uint64_t mask_;
  };
  [[nodiscard]] View view() const { return {cells_.data(), cells_.size() - 1}; }

  [[nodiscard]] std::size_t bytes() const { return cells_.capacity() * sizeof(std::uint64_t); }

 private:
  std::vector<std::uint64_t> cells_;  // a power of two of them; two bits for each of 32 hashes
};

/// Tells most beginnings of two words and more that are none, before the table is asked: a Bloom
/// filter that sets two bits of one word.
class BeginningFilter {
 public:
  explicit BeginningFilter(std::size_t beginnings);

  void add(std::uint64_t hash) { cells_[hash >> shift_] |= bits(hash); }
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&cells_[hash >> shift_]); }
  [[nodiscard]] bool may_contain(std::uint64_t hash) const {
    return (cells_[hash >> shift_] & bits(hash)) == bits(hash);
  }

  [[nodiscard]] std::size_t bytes() const { return cells_.capacity() * sizeof(std::uint64_t); }

 private:
  static std::uint64_t bits(std::uint64_t hash) {
    return std::uint64_t{1} << hash % 64U | std::uint64_t{1} << (hash >> 6U) % 64U;
  }

  std::vector<std::uint64_t> cells_;
  unsigned shift_;
};

}  // namespace crossroads
