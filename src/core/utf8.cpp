// SPDX-License-Identifier: Apache-2.0
#include "crossroads/core/utf8.hpp"

#include <array>
#include <cassert>
#include <cstdint>
#include <cstring>

namespace crossroads {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// The bytes that may follow a lead byte (Unicode, table 3-7); size 0 for what can't lead.
struct Sequence {
  std::size_t size;
  unsigned char second_low;
  unsigned char second_high;
};

Sequence sequence_of(unsigned char lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

bool continues(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
}

bool eight_ascii_bytes(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return (word & 0x8080808080808080ULL) == 0;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text.size() - at >= 8 && eight_ascii_bytes(text.data() + at)) {
      at += 8;
      continue;
    }
    const Sequence sequence = sequence_of(byte_at(text, at));
    if (sequence.size == 0 || text.size() - at < sequence.size) return at;
    if (sequence.size > 1) {
      const unsigned char second = byte_at(text, at + 1);
      if (second < sequence.second_low || second > sequence.second_high) return at;
    }
    for (std::size_t i = 2; i < sequence.size; ++i) {
      if (!continues(byte_at(text, at + i))) return at;
    }
    at += sequence.size;
  }
  return std::nullopt;
}

CodePoint code_point_at(std::string_view text, std::size_t offset) {
  assert(offset < text.size());
  const unsigned char lead = byte_at(text, offset);
  const std::size_t size = sequence_of(lead).size;
  if (size <= 1) return {lead, 1};
  constexpr std::array<unsigned, 5> payload = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t value = lead & payload[size];
  for (std::size_t i = 1; i < size; ++i)
    value = (value << 6U) | (byte_at(text, offset + i) & 0x3FU);
  return {value, size};
}

CodePoint code_point_before(std::string_view text, std::size_t offset) {
  assert(offset > 0 && offset <= text.size());
  std::size_t begin = offset - 1;
  while (begin > 0 && continues(byte_at(text, begin))) --begin;
  return code_point_at(text, begin);
}

void append_utf8(std::string& text, char32_t value) {
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0U | (value >> 6U));
    put(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12U));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  } else {
    put(0xF0U | (value >> 18U));
    put(0x80U | ((value >> 12U) & 0x3FU));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  }
}

}  // namespace crossroads
