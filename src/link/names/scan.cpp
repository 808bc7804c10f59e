// SPDX-License-Identifier: Apache-2.0
//
// Of 64 bytes at a time, bit masks tell which are letters and digits; from one bit to the next it
// goes from word to word. This file is compiled once for each instruction set that Highway knows.
#include "link/names/scan.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "link/names/word_hash.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "link/names/scan.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace crossroads {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t block_size = 64;
constexpr std::size_t read_ahead = 16;  // what hashing a word may read behind its first byte

struct Masks {
  std::uint64_t alphanumeric = 0;
  std::uint64_t high = 0;  // not ASCII
  std::uint64_t stop = 0;
  std::uint64_t hyphen = 0;
  std::uint64_t sign = 0;   // "/", "@", "\"
  std::uint64_t space = 0;  // white space, and other characters of control
  std::uint64_t small_w = 0;
};

template <class D, class Mask>
void set_bits(D d, Mask mask, std::size_t at, std::uint64_t& bits) {
  std::uint64_t part = 0;
  std::uint8_t bytes[8] = {};
  hn::StoreMaskBits(d, mask, bytes);
  std::memcpy(&part, bytes, sizeof part);
  bits |= part << at;
}

HWY_INLINE Masks masks_of(const char* block) {
  const hn::CappedTag<std::uint8_t, block_size> d;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(block);
  const auto up_to = [&](auto v, std::uint8_t most) {
    return hn::Eq(hn::Min(v, hn::Set(d, most)), v);
  };
  Masks masks;
  for (std::size_t at = 0; at < block_size; at += hn::Lanes(d)) {
    const auto v = hn::LoadU(d, bytes + at);
    const auto letter = hn::Sub(hn::Or(v, hn::Set(d, 0x20)), hn::Set(d, 'a'));
    const auto digit = hn::Sub(v, hn::Set(d, '0'));
    set_bits(d, hn::Or(up_to(letter, 25), up_to(digit, 9)), at, masks.alphanumeric);
    set_bits(d, hn::Eq(hn::Max(v, hn::Set(d, 0x80)), v), at, masks.high);
    set_bits(d, hn::Eq(v, hn::Set(d, '.')), at, masks.stop);
    set_bits(d, hn::Eq(v, hn::Set(d, '-')), at, masks.hyphen);
    set_bits(d,
             hn::Or(hn::Eq(v, hn::Set(d, '/')),
                    hn::Or(hn::Eq(v, hn::Set(d, '@')), hn::Eq(v, hn::Set(d, '\\')))),
             at, masks.sign);
    set_bits(d, up_to(v, ' '), at, masks.space);
    set_bits(d, hn::Eq(v, hn::Set(d, 'w')), at, masks.small_w);
  }
  return masks;
}

/// Goes over a range; keeps what reaches from one block into the next.
class Scanner {
 public:
  Scanner(std::string_view text, Span range, ScannedWords& words)
      : text_(text), range_(range), words_(words) {
    if (range.begin == 0 || text[range.begin - 1] <= ' ') return;
    // What stands before the range may be of the same address.
    char copy[block_size] = {};
    const std::size_t size = std::min<std::size_t>(range.begin, 2);
    std::memcpy(copy + block_size - size, text.data() + range.begin - size, size);
    before_ = masks_of(copy);
  }

  HWY_INLINE void run() {
    if (range_.empty()) return;
    for (base_ = range_.begin; range_.end - base_ > block_size; base_ += block_size) scan_block();
    scan_block();
    if (open_ != 0) take(open_begin_, range_.end, open_high_);
  }

 private:
  HWY_INLINE void scan_block() {
    const std::uint32_t size = range_.end - base_;
    Masks masks;
    if (text_.size() - base_ >= block_size) {
      masks = masks_of(text_.data() + base_);
    } else {
      char copy[block_size] = {};
      std::memcpy(copy, text_.data() + base_, text_.size() - base_);
      masks = masks_of(copy);
    }
    std::uint64_t counts = ~std::uint64_t{0};
    if (size < block_size) counts = (std::uint64_t{1} << size) - 1;
    const std::uint64_t runs = (masks.alphanumeric | masks.high) & counts;
    note_signs(masks, counts);
    const std::uint64_t shifted = runs << 1U | open_;
    std::uint64_t begins = runs & ~shifted;
    std::uint64_t ends = ~runs & shifted & counts;
    if (open_ != 0 && ends != 0) {
      const auto end = static_cast<unsigned>(std::countr_zero(ends));
      take(open_begin_, base_ + end, open_high_ | (masks.high & below(end)));
      ends &= ends - 1;
      open_high_ = 0;
    }
    const bool plain =
        (masks.high & counts) == 0 && base_ + block_size + read_ahead <= text_.size();
    plain ? take_plain(begins, ends) : take_all(begins, ends, masks.high);
    if (begins != 0) {
      const auto begin = static_cast<unsigned>(std::countr_zero(begins));
      open_begin_ = base_ + begin;
      open_high_ = masks.high & counts & ~below(begin);
    } else {
      open_high_ |= masks.high & counts;
    }
    open_ = runs >> (std::min<std::uint32_t>(size, block_size) - 1) & 1U;
    if (open_ == 0) open_high_ = 0;
  }

  static std::uint64_t below(unsigned bit) { return (std::uint64_t{1} << bit) - 1; }

  HWY_INLINE void take_plain(std::uint64_t& begins, std::uint64_t ends) {
    ScannedWords::Adder adder(words_);  // all that changes stays in registers
    const char* const text = text_.data();
    const std::uint32_t base = base_;
    std::uint64_t open = begins;
    for (; ends != 0; ends &= ends - 1, open &= open - 1) {
      const auto begin = base + static_cast<std::uint32_t>(std::countr_zero(open));
      const auto end = base + static_cast<std::uint32_t>(std::countr_zero(ends));
      adder.add(begin, end, hash_word(text + begin, end - begin));
    }
    begins = open;
    adder.close(words_);
  }

  void take_all(std::uint64_t& begins, std::uint64_t ends, std::uint64_t high) {
    for (; ends != 0; ends &= ends - 1, begins &= begins - 1) {
      const auto begin = static_cast<unsigned>(std::countr_zero(begins));
      const auto end = static_cast<unsigned>(std::countr_zero(ends));
      take(base_ + begin, base_ + end, high & below(end) & ~below(begin));
    }
  }

  void take(std::uint32_t begin, std::uint32_t end, std::uint64_t high) {
    if (high != 0) return scan_run(text_, {begin, end}, words_);
    words_.add(begin, end,
               begin + read_ahead <= text_.size() ? hash_word(text_.data() + begin, end - begin)
                                                  : hash_word(text_.substr(begin, end - begin)));
  }

  HWY_INLINE void note_signs(const Masks& masks, std::uint64_t counts) {
    const auto behind = [](std::uint64_t bits, std::uint64_t before, unsigned count) {
      return bits << count | before >> (64 - count);
    };
    const std::uint64_t of_host = masks.alphanumeric | masks.hyphen;
    const std::uint64_t in_word = masks.alphanumeric & behind(masks.stop, before_.stop, 1) &
                                  behind(of_host, before_.alphanumeric | before_.hyphen, 2);
    const std::uint64_t behind_w = masks.stop & behind(masks.small_w, before_.small_w, 1);
    const std::uint64_t behind_hyphen =
        (masks.space | masks.high) & behind(masks.hyphen, before_.hyphen, 1);
    std::uint64_t signs = (masks.sign | in_word | behind_w | behind_hyphen) & counts;
    before_ = masks;
    for (; signs != 0; signs &= signs - 1) {
      words_.signs.push_back(base_ + static_cast<std::uint32_t>(std::countr_zero(signs)));
    }
  }

  std::string_view text_;
  Span range_;
  ScannedWords& words_;
  std::uint32_t base_ = 0;
  std::uint64_t open_ = 0;        // 1: a run goes on from the block before
  std::uint32_t open_begin_ = 0;  // where it begins
  std::uint64_t open_high_ = 0;   // not 0: it is not all ASCII
  Masks before_;
};

void scan_all(std::string_view text, Span range, ScannedWords& words) {
  Scanner(text, range, words).run();
}

}  // namespace HWY_NAMESPACE
}  // namespace crossroads
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace crossroads {

HWY_EXPORT(scan_all);

void scan_words(std::string_view text, Span range, ScannedWords& words) {
  words.make_room(range.size());
  HWY_DYNAMIC_DISPATCH(scan_all)(text, range, words);
}

}  // namespace crossroads
#endif  // HWY_ONCE
