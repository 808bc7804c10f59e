// SPDX-License-Identifier: Apache-2.0
#include "text/outline/note_calls.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "crossroads/core/ascii.hpp"

namespace crossroads {
namespace {

constexpr std::uint32_t most_digits = 3;

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z');
}

/// What a note's number may stand behind, besides words.
constexpr std::array<std::string_view, 14> closers = {".", ",",  ";", ":", "!", "?", ")",
                                                      "]", "\"", "'", "’", "”", "»", "…"};

/// "no.2", "p.45": the number belongs to the abbreviation.
bool is_abbreviation(std::string_view word) {
  constexpr std::array<std::string_view, 16> words = {"art", "c",  "ch",  "fig",  "figs",  "no",
                                                      "nos", "p",  "pp",  "para", "paras", "s",
                                                      "sec", "ss", "vol", "vols"};
  return std::find(words.begin(), words.end(), ascii_lower(word)) != words.end();
}

/// "450 km²": a power of a unit of length.
bool is_unit(std::string_view left) {
  constexpr std::array<std::string_view, 7> units = {"m", "km", "cm", "mm", "dm", "ft", "mi"};
  std::size_t begin = left.size();
  while (begin > 0 && is_letter(left[begin - 1])) --begin;
  return std::find(units.begin(), units.end(), left.substr(begin)) != units.end();
}

class Scanner {
 public:
  Scanner(std::string_view text, Span range, std::uint32_t passage, std::vector<NoteCall>& calls)
      : text_(text), range_(range), passage_(passage), calls_(calls) {}

  void run() {
    for (std::uint32_t at = range_.begin; at < range_.end;) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      if (is_ascii_digit(text_[at])) {
        at = digits_at(at);
      } else if (byte == 0xC2 || byte == 0xE2) {
        at = raised_at(at);
      } else {
        ++at;
      }
    }
  }

 private:
  std::uint32_t digits_at(std::uint32_t begin) {
    std::uint32_t end = begin;
    unsigned number = 0;
    while (end < range_.end && is_ascii_digit(text_[end])) {
      if (end - begin < most_digits) number = number * 10 + static_cast<unsigned>(text_[end] - '0');
      ++end;
    }
    const bool short_enough = end - begin <= most_digits && text_[begin] != '0';
    if (!short_enough || begin == range_.begin) return end;
    if (text_[begin - 1] == '[' && end < range_.end && text_[end] == ']') {
      add({begin - 1, end + 1}, number, NoteCall::Strength::strong);
    } else if (ends_well(end)) {
      if (const auto strength = strength_behind(begin, end)) add({begin, end}, number, *strength);
    }
    return end;
  }

  void add(Span span, unsigned number, NoteCall::Strength strength) {
    calls_.push_back({span, passage_, number, strength});
  }

  /// No letter, and no number that goes on behind a sign, stands behind the digits.
  bool ends_well(std::uint32_t end) const {
    if (end >= range_.end) return true;
    const char next = text_[end];
    if (is_letter(next) || next == '%' || next == '/') return false;
    const bool sign = next == '.' || next == ',' || next == '-' || next == ':';
    return !(sign && end + 1 < range_.end && is_ascii_digit(text_[end + 1]));
  }

  std::string_view before(std::uint32_t at) const {
    return text_.substr(range_.begin, at - range_.begin);
  }

  std::optional<NoteCall::Strength> strength_behind(std::uint32_t begin, std::uint32_t end) const {
    std::string_view left = before(begin);
    if (left.ends_with(' ')) return strength_between_sentences(left, end);
    const char last = left.back();
    if (is_letter(last)) return strength_behind_word(left);
    for (const std::string_view closer : closers) {
      if (left.ends_with(closer)) return strength_behind_sign(left, left.size() - closer.size());
    }
    // A letter beyond ASCII, which the end of another sign may look like: "Boås3".
    const auto byte = static_cast<unsigned char>(last);
    const bool letter = byte >= 0x80 && left.size() >= 2 &&
                        (static_cast<unsigned char>(left[left.size() - 2]) & 0xE0U) == 0xC0U;
    if (letter && static_cast<unsigned char>(left[left.size() - 2]) != 0xC2) {
      return NoteCall::Strength::weak;
    }
    return std::nullopt;
  }

  /// "… to war. 40 On a daily basis": parted from its sentence by mistake.
  std::optional<NoteCall::Strength> strength_between_sentences(std::string_view left,
                                                               std::uint32_t end) const {
    left.remove_suffix(1);
    const bool ended = !left.empty() && (left.back() == '.' || left.ends_with("’"));
    const bool begins = end == range_.end ||
                        (text_[end] == ' ' && end + 1 < range_.end && is_upper(text_[end + 1]));
    if (!ended || !begins) return std::nullopt;
    return NoteCall::Strength::weak;
  }

  static std::optional<NoteCall::Strength> strength_behind_word(std::string_view left) {
    std::size_t begin = left.size();
    while (begin > 0 && (is_letter(left[begin - 1]) || is_ascii_digit(left[begin - 1]))) --begin;
    const std::string_view word = left.substr(begin);
    if (word.size() < 2 || std::any_of(word.begin(), word.end(), is_ascii_digit))
      return std::nullopt;
    const auto capitals = std::count_if(word.begin(), word.end(), is_upper);
    const bool name = capitals > 1 || (capitals == 1 && word.size() <= 3);
    return name ? NoteCall::Strength::weak : NoteCall::Strength::strong;
  }

  /// `end` is where the sign begins that stands before the digits.
  static std::optional<NoteCall::Strength> strength_behind_sign(std::string_view left,
                                                                std::size_t end) {
    if (end == 0 || is_ascii_digit(left[end - 1])) {
      // "3.5", "1,000", "12:30"; but "(in 2013).5".
      const char sign = left[end];
      if (end == 0 || sign == '.' || sign == ',' || sign == ':') {
        return end == 0 ? std::nullopt : year_before(left.substr(0, end));
      }
    }
    if (left[end] == '.') {
      std::size_t begin = end;
      while (begin > 0 && is_letter(left[begin - 1])) --begin;
      if (is_abbreviation(left.substr(begin, end - begin))) return std::nullopt;
    }
    return NoteCall::Strength::strong;
  }

  /// "in 2013.5" may call note 5; no number with decimals has four digits before them.
  static std::optional<NoteCall::Strength> year_before(std::string_view left) {
    std::size_t begin = left.size();
    while (begin > 0 && is_ascii_digit(left[begin - 1])) --begin;
    if (left.size() - begin != 4 || begin == 0 || left[begin - 1] != ' ') return std::nullopt;
    return NoteCall::Strength::weak;
  }

  /// Raised digits: ¹ ² ³ and the others from U+2070 on.
  std::uint32_t raised_at(std::uint32_t begin) {
    unsigned number = 0;
    std::uint32_t at = begin;
    while (const auto digit = raised_digit(at)) {
      number = number * 10 + digit->first;
      at += digit->second;
      if (number > 999) break;
    }
    if (at == begin) return begin + 1;
    if (number > 0 && number <= 999 && begin > range_.begin && text_[begin - 1] != ' ' &&
        !is_ascii_digit(text_[begin - 1]) && !(number <= 3 && is_unit(before(begin)))) {
      add({begin, at}, number, NoteCall::Strength::strong);
    }
    return at;
  }

  std::optional<std::pair<unsigned, std::uint32_t>> raised_digit(std::uint32_t at) const {
    const std::string_view left = text_.substr(at, range_.end - at);
    if (left.starts_with("\xC2\xB9")) return std::pair(1U, 2U);
    if (left.starts_with("\xC2\xB2")) return std::pair(2U, 2U);
    if (left.starts_with("\xC2\xB3")) return std::pair(3U, 2U);
    if (left.starts_with("\xE2\x81") && left.size() >= 3) {
      const auto low = static_cast<unsigned char>(left[2]);
      if (low == 0xB0 || (low >= 0xB4 && low <= 0xB9)) return std::pair(low - 0xB0U, 3U);
    }
    return std::nullopt;
  }

  std::string_view text_;
  Span range_;
  std::uint32_t passage_;
  std::vector<NoteCall>& calls_;
};

}  // namespace

void append_note_calls(std::string_view text, Span range, std::uint32_t passage,
                       std::vector<NoteCall>& calls) {
  Scanner(text, range, passage, calls).run();
}

}  // namespace crossroads
