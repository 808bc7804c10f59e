// SPDX-License-Identifier: Apache-2.0
#include "text/pdf/tables.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "text/pdf/blocks.hpp"
#include "text/plain/shape.hpp"

namespace crossroads {
namespace {

constexpr double cell_gap = 1.2;        // of the line's size: more parts cells
constexpr double same_place = 3;        // points
constexpr double widest_overhang = 40;  // points by which a cell's further line may be longer
constexpr std::size_t most_lines_of_cell = 3;
constexpr std::size_t fewest_leaders = 3;
constexpr std::size_t fewest_contents = 3;

struct Cell {
  double left = 0;
  double right = 0;
};

std::vector<Cell> cells_of(const PdfSource& source, const PdfLine& line) {
  std::vector<Cell> cells;
  const std::vector<PdfWord>& words = source.pages[line.page].words;
  for (const std::uint32_t at : line.words) {
    const PdfBox& box = words[at].box;
    if (cells.empty() || box.left - cells.back().right > cell_gap * line.size) {
      cells.push_back({box.left, box.right});
    } else {
      cells.back().right = std::max(cells.back().right, box.right);
    }
  }
  return cells;
}

/// Whether cells behind the first have the same `place`, which grows from cell to cell.
template <class Place>
bool share(const std::vector<Cell>& a, const std::vector<Cell>& b, const Place& place) {
  for (std::size_t i = 1, j = 1; i < a.size() && j < b.size();) {
    const double distance = place(a[i]) - place(b[j]);
    if (std::abs(distance) <= same_place) return true;
    ++(distance < 0 ? i : j);
  }
  return false;
}

/// Whether cells behind the first stand below each other. O(cells).
bool aligned(const std::vector<Cell>& a, const std::vector<Cell>& b) {
  return share(a, b, [](const Cell& cell) { return cell.left; }) ||
         share(a, b, [](const Cell& cell) { return cell.right; }) ||
         share(a, b, [](const Cell& cell) { return (cell.left + cell.right) / 2; });
}

bool is_page(std::string_view word) {
  return looks_like_page_number(word) ||
         (!word.empty() && word.size() <= 6 && word.find_first_not_of("ivxlc") == word.npos);
}

/// "Name . . . . . 12", "Name ........ 12": whether leaders stand before the number at the end.
bool has_leaders(std::string_view text) {
  const std::size_t space = text.find_last_of(" .");
  if (space == text.npos || !is_page(text.substr(space + 1))) return false;
  std::size_t dots = 0;
  for (std::size_t at = space + 1; at > 0; --at) {
    if (text[at - 1] == '.')
      ++dots;
    else if (text[at - 1] != ' ')
      break;
  }
  return dots >= fewest_leaders;
}

class ShapeFinder {
 public:
  ShapeFinder(const PdfSource& source, const std::vector<PdfLine>& lines,
              const std::vector<std::string>& words)
      : lines_(lines), words_(words), shapes_(lines.size(), LineShape::prose) {
    for (const PdfLine& line : lines) cells_.push_back(cells_of(source, line));
  }

  std::vector<LineShape> find() {
    find_contents();
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const std::size_t next = next_row(at);
      if (next == at || !aligned(cells_[at], cells_[next])) continue;
      shapes_[at] = shapes_[next] = LineShape::table;
      for (std::size_t line = at + 1; line < next; ++line) shapes_[line] = LineShape::cell;
    }
    for (std::size_t at = 1; at + 1 < lines_.size(); ++at) {
      // A row between two others, with cells that stand nowhere below others.
      const bool between =
          shapes_[at] == LineShape::prose && is_body(at) && shapes_[at - 1] == LineShape::table &&
          shapes_[at + 1] == LineShape::table && lines_[at - 1].region == lines_[at + 1].region;
      if (between && cells_[at].size() > 1) shapes_[at] = LineShape::table;
    }
    for (std::size_t at = 0; at + 1 < lines_.size(); ++at) {
      const double close = 1.5 * (lines_[at].box.bottom - lines_[at].box.top);
      const bool last = shapes_[at] == LineShape::table && shapes_[at + 1] == LineShape::prose &&
                        lines_[at].region == lines_[at + 1].region && is_below(at, at + 1, 1) &&
                        lines_[at + 1].box.bottom - lines_[at].box.bottom < close;
      if (last) shapes_[at + 1] = LineShape::cell;
    }
    return std::move(shapes_);
  }

 private:
  bool is_body(std::size_t at) const { return lines_[at].place == PdfLine::Place::body; }

  /// An item's sign and a heading's number are no cells.
  bool is_row(std::size_t at) const {
    if (!is_body(at) || shapes_[at] == LineShape::contents || cells_[at].size() < 2) return false;
    if (cells_[at].size() > 2) return true;
    const std::size_t space = words_[at].find("  ");
    return space == std::string::npos || (space > 5 && item_marker(words_[at]) == 0) ||
           (space > 1 && words_[at].find_first_not_of("0123456789.() •–-") < space);
  }

  /// Whether a line of one cell goes on with a cell of a row, not before its `first`.
  bool is_below(std::size_t row, std::size_t line, std::size_t first) const {
    if (!is_body(line) || cells_[line].size() != 1) return false;
    const Cell& further = cells_[line][0];
    return std::any_of(cells_[row].begin() + static_cast<std::ptrdiff_t>(first), cells_[row].end(),
                       [&](const Cell& cell) {
                         return std::abs(cell.left - further.left) <= same_place &&
                                further.right <= cell.right + widest_overhang;
                       });
  }

  /// The row below a row: the next line, or one behind the further lines of a cell; else the row
  /// itself.
  std::size_t next_row(std::size_t at) const {
    if (!is_row(at)) return at;
    const std::size_t end = std::min(lines_.size(), at + most_lines_of_cell + 1);
    for (std::size_t next = at + 1; next < end; ++next) {
      if (lines_[next].region != lines_[at].region) return at;
      if (is_row(next)) return next;
      if (!is_below(at, next, 0)) return at;
    }
    return at;
  }

  void find_contents() {
    for (std::size_t first = 0; first < lines_.size();) {
      if (!is_body(first)) {
        ++first;
        continue;
      }
      std::size_t end = first;
      std::size_t leaders = 0;
      std::size_t without = 0;  // lines in a row that are no entry: the first part of a long one
      std::size_t last = first;
      for (; end < lines_.size() && without < 2; ++end) {
        if (!is_body(end)) continue;
        const bool entry = has_leaders(words_[end]) || ends_in_page(end);
        if (has_leaders(words_[end])) ++leaders;
        without = entry ? 0 : without + 1;
        if (entry) last = end + 1;
        if (!entry && end == first) break;
      }
      if (leaders >= fewest_contents || (leaders == 0 && opens_contents(first, last))) {
        for (std::size_t at = first; at < last; ++at) {
          if (is_body(at)) shapes_[at] = LineShape::contents;
        }
      }
      first = std::max(last, first + 1);
    }
  }

  bool ends_in_page(std::size_t at) const {
    const std::size_t gap = words_[at].rfind("  ");
    return gap != std::string::npos && is_page(std::string_view(words_[at]).substr(gap + 2));
  }

  /// Entries without leaders count below the word alone.
  bool opens_contents(std::size_t first, std::size_t end) const {
    if (end < first + fewest_contents || first == 0) return false;
    for (std::size_t at = first - std::min<std::size_t>(first, 3); at < first; ++at) {
      std::string_view words = words_[at];
      if (words.starts_with("Table of ")) words.remove_prefix(9);
      if (words == "Contents" || words == "CONTENTS" || words == "contents" || words == "Content") {
        return true;
      }
    }
    return false;
  }

  const std::vector<PdfLine>& lines_;
  const std::vector<std::string>& words_;
  std::vector<std::vector<Cell>> cells_;
  std::vector<LineShape> shapes_;
};

}  // namespace

std::vector<LineShape> line_shapes(const PdfSource& source, const std::vector<PdfLine>& lines,
                                   const std::vector<std::string>& words) {
  return ShapeFinder(source, lines, words).find();
}

}  // namespace crossroads
