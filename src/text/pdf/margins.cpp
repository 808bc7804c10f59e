// SPDX-License-Identifier: Apache-2.0
#include "text/pdf/margins.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <compare>
#include <map>
#include <utility>

#include "crossroads/core/ascii.hpp"

namespace crossroads {
namespace {

constexpr std::size_t most_rows = 3;     // of a head or a foot
constexpr double same_height = 4;        // points
constexpr double outer_part = 0.14;      // of a page: numbers and titles stand there
constexpr std::size_t nearby_pages = 3;  // left and right pages may differ, and one may be empty
constexpr double apart_from_text = 1.6;  // line heights, from line to line
constexpr double wide_gap = 0.8;         // of the size: parts a number from a running head
constexpr long longest_number = 5'000;

enum class Side { head, foot };

long roman(std::string_view text) {
  constexpr std::array<std::pair<char, long>, 5> digits{
      {{'i', 1}, {'v', 5}, {'x', 10}, {'l', 50}, {'c', 100}}};
  long value = 0;
  long before = 1000;
  if (text.size() > 7) return 0;
  for (const char c : text) {
    const auto* digit =
        std::find_if(digits.begin(), digits.end(), [&](const auto& d) { return d.first == c; });
    if (digit == digits.end()) return 0;
    value += digit->second;
    if (before < digit->second) value -= 2 * before;
    before = digit->second;
  }
  return value;
}

/// A number that may be a page's: "12", "xii", "12/30" (its first), "-12-", "12.".
struct Number {
  long value = 0;  // 0 for none
  bool is_roman = false;
  std::string shown;
};

Number number_in(std::string_view word) {
  while (!word.empty() && (word.front() == '-' || word.front() == '[' || word.front() == '|')) {
    word.remove_prefix(1);
  }
  std::size_t digits = 0;
  while (digits < word.size() && is_ascii_digit(word[digits])) ++digits;
  const std::string_view rest = word.substr(digits);
  const bool ends = rest.empty() || rest.front() == '/' || rest == "-" || rest == "]" ||
                    rest == "|" || rest == ".";
  if (digits > 0 && digits <= 4 && ends) {
    const std::string shown(word.substr(0, digits));
    const long value = std::stol(shown);
    return value <= longest_number ? Number{value, false, shown} : Number{};
  }
  if (const long value = roman(word)) return {value, true, std::string(word)};
  return {};
}

/// A row's words, digits as "#": what is the same on every page.
std::string key_of(std::string_view text) {
  std::string key;
  for (const char c : text) {
    const char shown = is_ascii_digit(c) ? '#' : c;
    if (shown == '#' && key.ends_with('#')) continue;
    key += shown;
  }
  return roman(key) > 0 ? "#" : key;
}

struct Row {
  PdfLine line;
  std::string key;
  bool margin = false;
};

struct Candidates {
  std::vector<Row> rows;  // the outermost first
  double next = 0;        // distance from the middle of the last to the next row, in heights
};

class MarginFinder {
 public:
  explicit MarginFinder(const PdfSource& source) : source_(source), margins_(source.pages.size()) {}

  std::vector<PdfMargins> find() {
    for (std::uint32_t page = 0; page < source_.pages.size(); ++page) collect(page);
    find_offsets();
    for (const Side side : {Side::head, Side::foot}) {
      for (std::size_t page = 0; page < margins_.size(); ++page) mark(page, side);
      std::vector<double>& heights = heights_[static_cast<std::size_t>(side)];
      std::sort(heights.begin(), heights.end());
      for (std::size_t page = 0; page < margins_.size(); ++page) mark_at_height(page, side);
      for (std::size_t page = 0; page < margins_.size(); ++page) take(page, side);
    }
    return std::move(margins_);
  }

 private:
  std::vector<std::array<std::vector<Row>, 2>> rows_;
  std::vector<Row>& rows(std::size_t page, Side side) {
    return rows_[page][static_cast<std::size_t>(side)];
  }

  void collect(std::uint32_t page) {
    std::vector<PdfLine> pieces = line_pieces(source_, page);
    std::erase_if(pieces, [&](const PdfLine& piece) { return is_across(source_, piece); });
    std::vector<PdfLine> lines = merge_rows(source_, std::move(pieces));
    rows_.emplace_back();
    const std::size_t count = std::min(most_rows, lines.size() / 2 + 1);
    for (std::size_t at = 0; at < std::min(count, lines.size()); ++at) {
      add_row(rows_.back()[0], lines[at]);
      add_row(rows_.back()[1], lines[lines.size() - 1 - at]);
    }
  }

  void add_row(std::vector<Row>& rows, const PdfLine& line) {
    rows.push_back({line, key_of(line_text(source_, line))});
  }

  const PdfWord& word(const PdfLine& line, std::size_t at) const {
    return source_.pages[line.page].words[line.words[at]];
  }

  // --- page numbers ---

  /// The places of a row's words where a page's number may stand: alone, at an end and apart from
  /// the rest, behind "Page" or a sign. (A raised number begins a note.)
  std::vector<std::size_t> number_places(const PdfLine& line) const {
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < line.words.size(); ++at) {
      const PdfWord& number = word(line, at);
      const bool raised = number.size < 0.87F * line.size && line.words.size() > 1;
      if (!raised && (is_parted(line, at) || is_parted(line, at + 1) || is_announced(line, at))) {
        places.push_back(at);
      }
    }
    return places;
  }

  /// Whether a wide gap, or nothing, stands before a word that is the first or the last but one.
  bool is_parted(const PdfLine& line, std::size_t at) const {
    if (at == 0 || at == line.words.size()) return line.words.size() == 1;
    if (at != 1 && at + 1 != line.words.size()) return false;
    return word(line, at).box.left - word(line, at - 1).box.right > wide_gap * line.size;
  }

  bool is_announced(const PdfLine& line, std::size_t at) const {
    constexpr std::array<std::string_view, 7> before = {"Page", "page", "-", "–", "|", "•", "p."};
    const auto is_sign = [&](std::size_t place) {
      return std::find(before.begin(), before.end(), source_.text_of(word(line, place))) !=
             before.end();
    };
    return (at > 0 && is_sign(at - 1)) || (at + 1 < line.words.size() && is_sign(at + 1));
  }

  bool is_outer(const PdfLine& line) const {
    const double height = source_.pages[line.page].height;
    return line.box.middle() < outer_part * height || line.box.middle() > (1 - outer_part) * height;
  }

  /// How far the printed numbers are from the count of the pages, where they agree.
  void find_offsets() {
    for (const bool is_roman : {false, true}) {
      std::map<long, std::size_t> votes;
      for (std::size_t page = 0; page < margins_.size(); ++page) vote(page, is_roman, votes);
      std::size_t needed = margins_.size() == 1 ? 1 : 2;
      if (!is_roman) needed = std::max(needed, margins_.size() / 5);
      for (const auto& [offset, count] : votes) {
        // Numbers may begin anew (with each part), so several may hold.
        if (count >= needed && (margins_.size() > 1 || offset == 0)) {
          offsets_[is_roman ? 1 : 0].push_back(offset);
        }
      }
    }
  }

  void vote(std::size_t page, bool is_roman, std::map<long, std::size_t>& votes) {
    std::vector<long> seen;
    for (const Side side : {Side::head, Side::foot}) {
      for (const Row& row : rows(page, side)) {
        if (!is_outer(row.line)) continue;
        for (const std::size_t place : number_places(row.line)) {
          const Number number = number_in(source_.text_of(word(row.line, place)));
          if (number.value == 0 || number.is_roman != is_roman) continue;
          const long offset = number.value - static_cast<long>(page) - 1;
          note_place(page, {offset, side, height_step(row.line)});
          if (std::find(seen.begin(), seen.end(), offset) == seen.end()) seen.push_back(offset);
        }
      }
    }
    for (const long offset : seen) ++votes[offset];
  }

  /// By how much a number differs from the count of its page, and where it stands.
  struct Place {
    long offset = 0;
    Side side = Side::head;
    long height = 0;  // in steps
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  struct Pages {
    std::size_t first = 0;
    bool several = false;
  };

  static long height_step(const PdfLine& line) {
    return std::lround(line.box.middle() / same_height);
  }

  void note_place(std::size_t page, const Place& place) {
    const auto [known, is_new] = numbers_.try_emplace(place, Pages{page, false});
    if (!is_new && known->second.first != page) known->second.several = true;
  }

  bool is_outermost(std::size_t page, Side side, const PdfLine& line) const {
    const std::vector<Row>& of = rows_[page][static_cast<std::size_t>(side)];
    return !of.empty() && of.front().line.words.front() == line.words.front();
  }

  /// Whether a number of that offset stands at that height on another page too: a section's number
  /// may be the page's by chance. One that stands alone and outermost is no chance.
  bool is_usual_place(std::size_t page, long offset, Side side, const PdfLine& line) const {
    if (line.words.size() == 1 && is_outermost(page, side, line)) return true;
    for (const long step : {-1L, 0L, 1L}) {
      const auto place = numbers_.find({offset, side, height_step(line) + step});
      if (place == numbers_.end()) continue;
      if (place->second.several || place->second.first != page) return true;
    }
    return false;
  }

  /// Whether the row bears its page's number; it is noted then.
  bool bears_number(std::size_t page, Side side, const PdfLine& line) {
    if (!is_outer(line) || !margins_[page].label.empty()) return false;
    for (const std::size_t place : number_places(line)) {
      const Number number = number_in(source_.text_of(word(line, place)));
      const auto& offsets = offsets_[number.is_roman ? 1 : 0];
      const long offset = number.value - static_cast<long>(page) - 1;
      if (number.value == 0 || !std::binary_search(offsets.begin(), offsets.end(), offset))
        continue;
      if (!is_usual_place(page, offset, side, line)) continue;
      margins_[page].label = number.shown;
      margins_[page].number_word = line.words[place];
      return true;
    }
    return false;
  }

  // --- rows ---

  bool stands_nearby(std::size_t page, Side side, const Row& row) {
    const std::size_t first = page - std::min(page, nearby_pages);
    const std::size_t end = std::min(page + nearby_pages + 1, margins_.size());
    for (std::size_t other = first; other < end; ++other) {
      if (other == page) continue;
      for (const Row& same : rows(other, side)) {
        if (same.key == row.key &&
            std::abs(same.line.box.middle() - row.line.box.middle()) <= same_height) {
          return true;
        }
      }
    }
    return false;
  }

  void mark(std::size_t page, Side side) {
    for (Row& row : rows(page, side)) {
      const bool words = row.key.find_first_not_of("# .-") != row.key.npos;
      row.margin = bears_number(page, side, row.line) ||
                   (words && is_outer(row.line) && stands_nearby(page, side, row));
      if (row.margin) {
        heights_[static_cast<std::size_t>(side)].push_back(row.line.box.middle());
      } else if (is_outer(row.line)) {
        continue;  // a row may stand outside of one that is known
      } else {
        break;
      }
    }
  }

  /// Rows whose words change from page to page, at a height that others have made known.
  void mark_at_height(std::size_t page, Side side) {
    std::vector<Row>& of = rows(page, side);
    const auto& heights = heights_[static_cast<std::size_t>(side)];
    for (std::size_t at = 0; at < of.size(); ++at) {
      if (of[at].margin) continue;
      const double middle = of[at].line.box.middle();
      const auto near = std::lower_bound(heights.begin(), heights.end(), middle - same_height);
      const auto past = std::upper_bound(near, heights.end(), middle + same_height);
      const bool known =
          static_cast<std::size_t>(past - near) * 4 > margins_.size() && past - near >= 3;
      if (known && is_outer(of[at].line) && is_apart(of, at)) of[at].margin = true;
    }
  }

  static bool is_apart(const std::vector<Row>& rows, std::size_t at) {
    if (at + 1 >= rows.size()) return false;
    const double distance = std::abs(rows[at + 1].line.box.middle() - rows[at].line.box.middle());
    return distance > apart_from_text * rows[at].line.box.height();
  }

  /// All rows out to the last that is known, if what lies between is as far out.
  void take(std::size_t page, Side side) {
    std::vector<Row>& of = rows(page, side);
    std::size_t count = 0;
    for (std::size_t at = 0; at < of.size(); ++at) {
      if (of[at].margin) count = at + 1;
    }
    for (std::size_t at = 0; at < count; ++at) {
      PdfLine& line = of[at].line;
      line.place = side == Side::head ? PdfLine::Place::head : PdfLine::Place::foot;
      if (side == Side::head && is_taken(line, margins_[page].foot)) continue;
      if (side == Side::foot && is_taken(line, margins_[page].head)) continue;
      (side == Side::head ? margins_[page].head : margins_[page].foot).push_back(std::move(line));
    }
    if (side == Side::foot) std::reverse(margins_[page].foot.begin(), margins_[page].foot.end());
  }

  static bool is_taken(const PdfLine& line, const std::vector<PdfLine>& lines) {
    return std::any_of(lines.begin(), lines.end(), [&](const PdfLine& other) {
      return other.words.front() == line.words.front();
    });
  }

  const PdfSource& source_;
  std::vector<PdfMargins> margins_;
  std::map<Place, Pages> numbers_;
  std::array<std::vector<long>, 2> offsets_;    // of arabic and of roman numbers; sorted
  std::array<std::vector<double>, 2> heights_;  // of the rows that are known, at each side
};

}  // namespace

std::vector<PdfMargins> find_margins(const PdfSource& source) {
  return MarginFinder(source).find();
}

}  // namespace crossroads
