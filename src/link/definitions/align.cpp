// SPDX-License-Identifier: Apache-2.0
#include "link/definitions/align.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "link/definitions/small_words.hpp"
#include "text/words/spelling.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

constexpr int unreachable = 1 << 20;

/// What a letter costs by where it stands …
constexpr int small_word_cost = 1;   // a capital for the first of "of", "and"
constexpr int numeral_cost = 1;      // a digit for a word
constexpr int part_cost = 1;         // behind a hyphen or the like
constexpr int next_cost = 3;         // right behind the one before
constexpr int listed_word_cost = 3;  // where a word begins within a word: "immunoassay"
constexpr int consonant_cost = 7;
constexpr int vowel_cost = 9;
/// … the short form's first, never in a small word …
constexpr int first_in_part_cost = 2;
/// … what is passed over …
constexpr int skipped_word_cost = 8;
constexpr int skipped_small_word_cost = 2;
constexpr int skipped_part_cost = 2;
constexpr int skipped_end_cost = 3;  // more where the last words are
/// … and a short form without capitals.
constexpr int all_small_cost = 5;

/// The dearest alignment that is believed, by how many letters it has.
constexpr std::array<int, 6> dearest = {-1, -1, 14, 22, 30, 38};

/// The dearest of a short form whose letters are not taken as they stand.
constexpr int dearest_otherwise = 14;

enum class Place : std::uint8_t { word, small_word, part, inside };
enum class Listed : std::uint8_t { unknown, no, yes };

/// A letter of the text.
struct Letter {
  char32_t value;
  char32_t numeral;  // the digit that its word may be written as, if it is the word's first; else 0
  std::uint16_t glyph;
  std::uint16_t unit;  // the word, or the part of one, that holds it
  Place place;
  Listed listed;  // the word from here on
};

constexpr std::size_t most_letters = 256;
constexpr std::size_t most_units = 80;

/// The cheapest way to have placed a form's letters up to one, and where it begins.
struct Path {
  int cost;
  std::uint16_t start;

  void consider(const Path& other, int more) {
    if (other.cost < unreachable && other.cost + more <= cost) {
      *this = {other.cost + more, other.start};
    }
  }
};

constexpr Path no_path{unreachable, 0};

int limit_of(const ShortForm& form) {
  return dearest[std::min(form.size, dearest.size() - 1)] -
         (form.capitals == 0 ? all_small_cost : 0);
}

bool is_vowel(char32_t c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

class Aligner {
 public:
  Aligner(Glyphs before, From from) : before_(before), from_(from) { read_letters(); }

  std::optional<Alignment> run(const ShortForm& form) {
    if (size_ <= form.size) return std::nullopt;
    begin_row(form);
    for (std::size_t i = 1; i < form.size; ++i) next_row(form, i);
    const std::optional<Alignment> found = best();
    const int limit = dearest[std::min(form.size, dearest.size() - 1)];
    return found && found->cost + (form.capitals == 0 ? all_small_cost : 0) <= limit ? found
                                                                                     : std::nullopt;
  }

 private:
  void read_letters() {
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= before_.size(); ++at) {
      if (at < before_.size() && before_[at].value != ' ') continue;
      if (at > begin) read_word(begin, at);
      if (first_word_end_ == 0) first_word_end_ = at;
      begin = at + 1;
    }
    skips_[units_] = skipped_so_far_;
  }

  void read_word(std::size_t begin, std::size_t end) {
    const Glyphs word = before_.subspan(begin, end - begin);
    const bool small = is_small_word(word);
    bool first = true;
    bool parted = true;
    char32_t last = 0;
    for (std::size_t at = begin; at < end && size_ < most_letters && units_ < most_units; ++at) {
      const char32_t c = before_[at].value;
      if (!is_word_character(c)) {
        parted = !is_apostrophe(c) || at + 2 < end;
        continue;
      }
      Letter letter{plain_letter(c), 0, static_cast<std::uint16_t>(at), 0, Place::inside,
                    Listed::unknown};
      if (first) {
        letter.place = small ? Place::small_word : Place::word;
        letter.numeral = numeral_of(word);
        open_unit(small ? skipped_small_word_cost : skipped_word_cost);
      } else if (parted) {
        letter.place = Place::part;
        open_unit(skipped_part_cost);
      } else if (is_digit(c) != is_digit(last) || (is_capital(c) && !is_capital(last))) {
        letter.place = Place::part;
      }
      letter.unit = static_cast<std::uint16_t>(units_ - 1);
      letters_[size_++] = letter;
      first = false;
      parted = false;
      last = c;
    }
  }

  void open_unit(int skipping) {
    skips_[units_++] = skipped_so_far_;
    skipped_so_far_ += skipping;
  }

  static bool matches(const ShortForm::Letter& given, const Letter& letter) {
    return given.value == letter.value || (given.digit && given.value == letter.numeral);
  }

  void begin_row(const ShortForm& form) {
    for (std::size_t j = 0; j < size_; ++j) {
      paths_[j] = {unreachable, static_cast<std::uint16_t>(j)};
      if (j > 0 && from_ == From::first_word && letters_[j].glyph >= first_word_end_) continue;
      if (!matches(form.letters[0], letters_[j])) continue;
      if (letters_[j].place == Place::word) paths_[j].cost = 0;
      if (letters_[j].place == Place::part) paths_[j].cost = first_in_part_cost;
    }
  }

  /// The paths to each letter that the form's letter `i` may be, from those of the one before it.
  void next_row(const ShortForm& form, std::size_t i) {
    Path earlier =
        no_path;  // the cheapest from an earlier unit, less what is passed over up to its end
    Path same = no_path;  // from this unit
    Path last = no_path;  // from the letter right before
    for (std::size_t j = 0; j < size_; ++j) {
      const Letter& letter = letters_[j];
      if (j > 0 && letter.unit != letters_[j - 1].unit) {
        earlier.consider(same, -skips_[letter.unit]);
        same = no_path;
      }
      Path path = no_path;
      if (matches(form.letters[i], letter)) {
        const int before = std::min(earlier.cost + skips_[letter.unit], same.cost);
        const int cost = place_cost(form, i, j, std::min(before, last.cost));
        path.consider(earlier, skips_[letter.unit] + cost);
        path.consider(same, cost);
        path.consider(last, std::min(cost, next_cost));
      }
      last = paths_[j];
      same.consider(last, 0);
      paths_[j] = path;
    }
  }

  /// `before` is what the letters before it cost at least.
  int place_cost(const ShortForm& form, std::size_t i, std::size_t j, int before) {
    const ShortForm::Letter& given = form.letters[i];
    if (given.value != letters_[j].value) return numeral_cost;
    switch (letters_[j].place) {
      case Place::word:
        return 0;
      case Place::small_word:
        return given.capital ? small_word_cost : 0;
      case Place::part:
        return part_cost;
      case Place::inside:
        break;
    }
    if (form.plural && i + 1 == form.size && j + 1 == size_) return 0;
    const bool matters = !given.digit && before + listed_word_cost <= limit_;
    if (matters && begins_listed_word(j)) return listed_word_cost;
    return is_vowel(letters_[j].value) ? vowel_cost : consonant_cost;
  }

  /// Whether a word begins at a letter within a word and goes to its end: "gram" of "cardiogram".
  bool begins_listed_word(std::size_t j) {
    Letter& letter = letters_[j];
    if (letter.listed == Listed::unknown) letter.listed = look_up(j) ? Listed::yes : Listed::no;
    return letter.listed == Listed::yes;
  }

  bool look_up(std::size_t j) const {
    std::array<char, 24> word;
    std::size_t size = 0;
    for (std::size_t k = j; k < size_ && letters_[k].unit == letters_[j].unit; ++k) {
      if (letters_[k].value >= 0x80 || size == word.size()) return false;
      word[size++] = static_cast<char>(letters_[k].value);
    }
    return size >= 4 && is_listed_word(std::string_view(word.data(), size));
  }

  std::optional<Alignment> best() const {
    std::optional<Alignment> found;
    for (std::size_t j = 0; j < size_; ++j) {
      if (paths_[j].cost >= unreachable) continue;
      int cost = paths_[j].cost;
      const std::size_t unit = letters_[j].unit;
      if (unit + 1 < units_) cost += skipped_so_far_ - skips_[unit + 1] + skipped_end_cost;
      const std::size_t begin = letters_[paths_[j].start].glyph;
      if (!found || cost < found->cost || (cost == found->cost && begin >= found->begin)) {
        found = Alignment{begin, cost};
      }
    }
    return found;
  }

  Glyphs before_;
  From from_;
  int limit_ = 0;
  std::size_t first_word_end_ = 0;  // a glyph
  std::array<Letter, most_letters> letters_;
  std::size_t size_ = 0;
  std::array<int, most_units + 1> skips_;  // what passing over all units before each costs
  std::size_t units_ = 0;
  int skipped_so_far_ = 0;
  std::array<Path, most_letters> paths_;
};

/// "IFN-gamma" as "gamma-IFN"; nothing if it is not of two parts.
std::optional<ShortForm> with_parts_exchanged(const ShortForm& form) {
  if (form.hyphen == 0 || form.hyphen >= form.size) return std::nullopt;
  ShortForm out = form;
  const auto begin = out.letters.begin();
  std::rotate(begin, begin + form.hyphen, begin + static_cast<std::ptrdiff_t>(form.size));
  out.plural = false;
  return out;
}

/// The alignment of what is most common, found without a search: each letter is the first of a
/// word, and only small words are passed over.
std::optional<Alignment> align_initials(const ShortForm& form, Glyphs before) {
  std::size_t left = form.size;
  if (form.plural && before.back().value == 's') --left;
  int cost = 0;
  for (Glyphs rest = before; !rest.empty(); rest = before_last_word(rest)) {
    const Glyphs word = last_word(rest);
    const ShortForm::Letter& wanted = form.letters[left - 1];
    const bool small = is_small_word(word);
    const bool matches = plain_letter(word.front().value) == wanted.value;
    if (!matches && !small) return std::nullopt;
    if (small) cost += !matches ? skipped_small_word_cost : wanted.capital ? small_word_cost : 0;
    if (cost > dearest_initials || (matches && small && left == 1)) return std::nullopt;
    if (matches && --left == 0) return Alignment{rest.size() - word.size(), cost};
  }
  return std::nullopt;
}

/// "3R" as "RRR", "W3C" as "WWWC"; nothing if no digit of up to four stands beside a letter.
std::optional<ShortForm> with_letters_repeated(const ShortForm& form) {
  const auto letters = form.all();
  const auto digit = std::find_if(letters.begin(), letters.end(), [](const auto& letter) {
    return letter.digit && letter.value >= '2' && letter.value <= '4';
  });
  if (form.digits != 1 || digit == letters.end()) return std::nullopt;
  const ShortForm::Letter repeated = digit == letters.begin() ? letters[1] : *std::prev(digit);
  ShortForm out = form;
  out.size = 0;
  out.digits = 0;
  const std::size_t times = digit->value - '0' - 1;  // besides where the letter itself stands
  if (form.size - 1 + times > ShortForm::most_letters) return std::nullopt;
  for (const ShortForm::Letter& letter : letters) {
    if (!letter.digit) {
      out.letters[out.size++] = letter;
      continue;
    }
    for (std::size_t i = 0; i < times; ++i) out.letters[out.size++] = repeated;
  }
  return out;
}

}  // namespace

/// What of the text an alignment that is believed may reach: so many small words and others can't
/// be passed over.
std::size_t reach_begin(const ShortForm& form, Glyphs before) {
  std::size_t words = form.size + static_cast<std::size_t>(std::max(limit_of(form), 0)) / 4;
  std::size_t at = before.size();
  while (at > 0 && (before[at - 1].value != ' ' || --words > 0)) --at;
  return at;
}

std::optional<Alignment> align(const ShortForm& form, Glyphs before, From from) {
  if (form.size < 2 || before.empty()) return std::nullopt;
  if (from == From::any_word) {
    if (const auto initials = align_initials(form, before)) return initials;
  }
  const std::size_t begin = from == From::any_word ? reach_begin(form, before) : 0;
  Aligner aligner(before.subspan(begin), from);
  std::optional<Alignment> found = aligner.run(form);
  for (const auto other : {with_letters_repeated, with_parts_exchanged}) {
    if (found) break;
    const std::optional<ShortForm> tried = other(form);
    if (tried) found = aligner.run(*tried);
    if (found && found->cost > dearest_otherwise) found.reset();
  }
  if (!found) return found;
  found->begin += begin;
  while (found->begin > 0 && before[found->begin - 1].value != ' ' &&
         before[found->begin - 1].value != '/') {
    --found->begin;
  }
  return found;
}

}  // namespace crossroads
