// SPDX-License-Identifier: Apache-2.0
#include "text/pdf/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

namespace crossroads {
namespace {

constexpr std::size_t fewest_lines = 4;  // on each side of a gutter
constexpr double narrowest_gutter = 6;   // points
constexpr double same_gutter = 15;       // points: left and right pages may differ
constexpr double narrowest_column = 80;
constexpr double prose_fill = 0.7;            // how much of its column a line of prose fills
constexpr std::size_t most_columns_deep = 3;  // cuts within cuts: up to four columns
constexpr std::size_t cuts_within = 2;        // looked for within one side of a gutter
constexpr double edge_share = 0.1;
constexpr std::size_t lines_that_show_edges = 6;

struct Gutter {
  double left = 0;
  double right = 0;
  [[nodiscard]] double middle() const { return (left + right) / 2; }
};

/// Where column edges are not shown by a page's own few lines, other pages' columns of the same
/// place ("LR": the right half of the left half) tell.
struct Edges {
  std::vector<double> left;
  std::vector<double> right;
};

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

enum class Side { left, right, across };

Side side_of(const PdfBox& box, const Gutter& gutter) {
  if (box.right <= gutter.middle()) return Side::left;
  if (box.left >= gutter.middle()) return Side::right;
  return Side::across;
}

/// Whether lines on one side are a column of prose: several fill it, and they hold most of its
/// words. (Pieces of formulas and of tables within a column are many, but short.)
bool is_prose(const std::vector<PdfBox>& lines, const Gutter& gutter, Side side) {
  double left = gutter.left;
  double right = gutter.right;
  double all = 0;
  for (const PdfBox& line : lines) {
    if (side_of(line, gutter) != side) continue;
    left = side == Side::left ? std::min(left, line.left) : left;
    right = side == Side::right ? std::max(right, line.right) : right;
    all += line.width();
  }
  const double column = side == Side::left ? gutter.left - left : right - gutter.right;
  if (column < narrowest_column) return false;
  std::size_t full = 0;
  double filled = 0;
  for (const PdfBox& line : lines) {
    if (side_of(line, gutter) != side || line.width() < prose_fill * column) continue;
    ++full;
    filled += line.width();
  }
  return full >= fewest_lines && 2 * filled >= all;
}

/// The strips that the fewest lines cross, the widest first; at most a few.
std::vector<Gutter> gutters_of(const std::vector<PdfBox>& lines) {
  PdfBox all = lines.front();
  for (const PdfBox& line : lines) all.add(line);
  const double width = std::clamp(all.width(), 1.0, 10'000.0);
  const auto bins = static_cast<std::size_t>(width) + 2;
  std::vector<long> crossing(bins + 1, 0);
  const auto bin = [&](double x) {
    return static_cast<std::size_t>(std::clamp(x - all.left, 0.0, width));
  };
  for (const PdfBox& line : lines) {
    ++crossing[bin(line.left)];
    --crossing[bin(line.right) + 1];
  }
  for (std::size_t at = 1; at < bins; ++at) crossing[at] += crossing[at - 1];
  const long most = *std::max_element(crossing.begin(), crossing.end() - 1);
  std::vector<Gutter> found;
  for (std::size_t at = bins / 8; at < bins - bins / 8;) {
    std::size_t end = at;
    while (end < bins && 2 * crossing[end] < most) ++end;
    // Within the strip, what the fewest cross, or hardly more.
    if (end > at) {
      const long fewest = *std::min_element(crossing.begin() + static_cast<std::ptrdiff_t>(at),
                                            crossing.begin() + static_cast<std::ptrdiff_t>(end));
      const long few = fewest + std::max(2L, most / 12);
      std::size_t first = at;
      while (crossing[first] != fewest) ++first;
      std::size_t last = first;
      while (last + 1 < end && crossing[last + 1] <= few) ++last;
      while (first > at && crossing[first - 1] <= few) --first;
      const Gutter gutter{all.left + static_cast<double>(first),
                          all.left + static_cast<double>(last) + 1};
      if (gutter.right - gutter.left >= narrowest_gutter) found.push_back(gutter);
    }
    at = end + 1;
  }
  std::sort(found.begin(), found.end(),
            [](const Gutter& a, const Gutter& b) { return a.right - a.left > b.right - b.left; });
  return found;
}

std::optional<Gutter> find_gutter(const std::vector<PdfBox>& lines,
                                  const std::optional<double>& usual, std::size_t deeper);

/// Whether what stands on one side is prose, or is parted into columns of prose itself.
bool is_text(const std::vector<PdfBox>& lines, const Gutter& gutter, Side side,
             std::size_t deeper) {
  if (is_prose(lines, gutter, side)) return true;
  if (deeper == 0) return false;
  std::vector<PdfBox> within;
  for (const PdfBox& line : lines) {
    if (side_of(line, gutter) == side) within.push_back(line);
  }
  return find_gutter(within, {}, deeper - 1).has_value();
}

/// A gutter between two columns of prose; or, where most pages have one, between one and anything.
std::optional<Gutter> find_gutter(const std::vector<PdfBox>& lines,
                                  const std::optional<double>& usual, std::size_t deeper) {
  if (lines.size() < 2 * fewest_lines) return std::nullopt;
  for (const Gutter& gutter : gutters_of(lines)) {
    const bool left = is_text(lines, gutter, Side::left, deeper);
    const bool right = is_text(lines, gutter, Side::right, deeper);
    const bool expected = usual && std::abs(*usual - gutter.middle()) <= same_gutter;
    if ((left && right) || (expected && (left || right))) return gutter;
  }
  if (usual) {
    const Gutter gutter{*usual - narrowest_gutter / 2, *usual + narrowest_gutter / 2};
    const bool left = is_prose(lines, gutter, Side::left);
    if (left && is_prose(lines, gutter, Side::right)) return gutter;
  }
  return std::nullopt;
}

std::vector<PdfBox> boxes_of(const std::vector<PdfLine>& lines) {
  std::vector<PdfBox> boxes;
  boxes.reserve(lines.size());
  for (const PdfLine& line : lines) boxes.push_back(line.box);
  return boxes;
}

/// The same for a whole page, of which the upper or the lower part alone may be in columns.
std::optional<Gutter> find_page_gutter(const std::vector<PdfLine>& pieces,
                                       const std::optional<double>& usual) {
  std::vector<PdfBox> lines = boxes_of(pieces);
  if (const auto gutter = find_gutter(lines, usual, cuts_within)) return gutter;
  if (lines.size() < 6 * fewest_lines) return std::nullopt;
  std::stable_sort(lines.begin(), lines.end(),
                   [](const PdfBox& a, const PdfBox& b) { return a.middle() < b.middle(); });
  const auto third = static_cast<std::ptrdiff_t>(lines.size() / 3);
  if (const auto gutter = find_gutter({lines.begin() + third, lines.end()}, usual, cuts_within)) {
    return gutter;
  }
  return find_gutter({lines.begin(), lines.end() - third}, usual, cuts_within);
}

/// The middle of the gutter that most pages have at one place.
std::optional<double> usual_gutter(const std::vector<std::vector<PdfLine>>& pages) {
  std::vector<double> middles;
  std::size_t with_text = 0;
  for (const std::vector<PdfLine>& pieces : pages) {
    if (pieces.size() >= 2 * fewest_lines) ++with_text;
    if (const auto gutter = find_page_gutter(pieces, {})) middles.push_back(gutter->middle());
  }
  if (middles.empty() || 2 * middles.size() < with_text) return std::nullopt;
  const double middle = median(middles);
  const auto near = std::count_if(middles.begin(), middles.end(), [&](double other) {
    return std::abs(other - middle) <= same_gutter;
  });
  if (2 * static_cast<std::size_t>(near) < with_text) return std::nullopt;
  return middle;
}

/// The edges of a column: all but a tenth of its words stand within the left one, and within the
/// right one. (A title or a wide table may stand out on both sides.)
std::pair<double, double> edges_of(const std::vector<PdfLine>& rows) {
  double all = 0;
  for (const PdfLine& row : rows) all += row.box.width();
  std::vector<const PdfLine*> order;
  order.reserve(rows.size());
  for (const PdfLine& row : rows) order.push_back(&row);
  const auto edge = [&](auto further_out) {
    std::sort(order.begin(), order.end(), further_out);
    double outside = 0;
    for (const PdfLine* row : order) {
      outside += row->box.width();
      if (outside >= edge_share * all) return row;
    }
    return order.back();
  };
  const PdfLine* left =
      edge([](const PdfLine* a, const PdfLine* b) { return a->box.left < b->box.left; });
  const PdfLine* right =
      edge([](const PdfLine* a, const PdfLine* b) { return a->box.right > b->box.right; });
  return {left->box.left, right->box.right};
}

class PageLayout {
 public:
  PageLayout(const PdfSource& source, std::vector<PdfLine>& out, std::uint32_t& region)
      : source_(source), out_(out), region_(region) {}

  std::map<std::string, Edges> edges;                         // by place
  std::vector<std::pair<std::uint32_t, std::string>> places;  // of the regions
  std::optional<double> usual;                                // where most pages' gutter is

  /// Appends the pieces in reading order. `place` says which column of which they are.
  void order(std::vector<PdfLine> pieces, const std::string& place) {
    if (pieces.empty()) return;
    std::optional<Gutter> gutter;
    if (place.empty()) {
      gutter = find_page_gutter(pieces, usual);
    } else if (place.size() < most_columns_deep) {
      gutter = find_gutter(boxes_of(pieces), {}, cuts_within);
    }
    if (!gutter) return add_region(std::move(pieces), place);
    std::stable_sort(pieces.begin(), pieces.end(), [](const PdfLine& a, const PdfLine& b) {
      return a.box.middle() < b.box.middle();
    });
    auto next = pieces.begin();
    const auto take = [&](auto belongs) {
      std::vector<PdfLine> taken;
      while (next != pieces.end() && belongs(*next)) taken.push_back(std::move(*next++));
      return taken;
    };
    for (const auto& stretch : crossing_stretches(pieces, *gutter)) {
      // Pieces up to the stretch are in columns, those within it are not.
      const double first = stretch.first;
      const double last = stretch.second;
      add_columns(take([=](const PdfLine& p) { return p.box.middle() < first; }), *gutter, place);
      order(take([=](const PdfLine& p) { return p.box.middle() <= last; }), place + "X");
    }
    add_columns(take([](const PdfLine&) { return true; }), *gutter, place);
  }

 private:
  /// Where lines cross the gutter, from top to bottom: heights without columns.
  static std::vector<std::pair<double, double>> crossing_stretches(
      const std::vector<PdfLine>& pieces, const Gutter& gutter) {
    std::vector<std::pair<double, double>> stretches;
    bool interrupted = true;
    for (const PdfLine& piece : pieces) {
      const bool inside = !stretches.empty() && piece.box.middle() <= stretches.back().second;
      if (side_of(piece.box, gutter) != Side::across) {
        interrupted = interrupted || !inside;
        continue;
      }
      if (interrupted || stretches.empty()) {
        stretches.emplace_back(piece.box.top, piece.box.bottom);
      } else {
        stretches.back().second = std::max(stretches.back().second, piece.box.bottom);
      }
      interrupted = false;
    }
    return stretches;
  }

  void add_columns(std::vector<PdfLine> band, const Gutter& gutter, const std::string& place) {
    std::vector<PdfLine> left;
    std::vector<PdfLine> right;
    for (PdfLine& piece : band) {
      (side_of(piece.box, gutter) == Side::left ? left : right).push_back(std::move(piece));
    }
    order(std::move(left), place + "L");
    order(std::move(right), place + "R");
  }

  void add_region(std::vector<PdfLine> pieces, const std::string& place) {
    std::vector<PdfLine> rows = merge_rows(source_, std::move(pieces));
    for (PdfLine& row : rows) row.region = region_;
    const auto [left, right] = edges_of(rows);
    if (rows.size() >= lines_that_show_edges) {
      edges[place].left.push_back(left);
      edges[place].right.push_back(right);
    }
    places.emplace_back(region_, place);
    for (PdfLine& row : rows) {
      row.left = left;
      row.right = right;
      out_.push_back(std::move(row));
    }
    ++region_;
  }

  const PdfSource& source_;
  std::vector<PdfLine>& out_;
  std::uint32_t& region_;
};

/// What is left of a page's pieces without the words of its margins.
std::vector<PdfLine> body_pieces(const PdfSource& source, std::uint32_t page,
                                 const PdfMargins& margins, std::vector<PdfLine>& aside) {
  std::unordered_set<std::uint32_t> taken;
  for (const auto* lines : {&margins.head, &margins.foot}) {
    for (const PdfLine& line : *lines) taken.insert(line.words.begin(), line.words.end());
  }
  std::vector<PdfLine> body;
  for (PdfLine& piece : line_pieces(source, page)) {
    const std::size_t all = piece.words.size();
    std::erase_if(piece.words, [&](std::uint32_t word) { return taken.contains(word); });
    if (piece.words.empty()) continue;
    if (piece.words.size() < all) piece = make_line(source, page, std::move(piece.words));
    if (is_across(source, piece)) {
      piece.place = PdfLine::Place::aside;
      aside.push_back(std::move(piece));
    } else {
      body.push_back(std::move(piece));
    }
  }
  return body;
}

}  // namespace

std::vector<PdfLine> lay_out(const PdfSource& source, std::vector<PdfMargins>& margins) {
  std::vector<PdfLine> lines;
  std::uint32_t region = 0;
  PageLayout layout(source, lines, region);
  const auto append = [&](std::vector<PdfLine>& more) {
    for (PdfLine& line : more) {
      line.region = region;
      lines.push_back(std::move(line));
    }
    more.clear();
    ++region;
  };
  const auto pages = static_cast<std::uint32_t>(source.pages.size());
  std::vector<std::vector<PdfLine>> bodies(pages);
  std::vector<std::vector<PdfLine>> asides(pages);
  for (std::uint32_t page = 0; page < pages; ++page) {
    bodies[page] = body_pieces(source, page, margins[page], asides[page]);
  }
  layout.usual = usual_gutter(bodies);
  for (std::uint32_t page = 0; page < pages; ++page) {
    append(margins[page].head);
    layout.order(std::move(bodies[page]), "");
    append(margins[page].foot);
    append(asides[page]);
  }
  std::map<std::uint32_t, std::pair<double, double>> widest;
  for (const auto& [number, place] : layout.places) {
    const auto known = layout.edges.find(place);
    if (known == layout.edges.end()) continue;
    widest[number] = {median(known->second.left), median(known->second.right)};
  }
  for (PdfLine& line : lines) {
    const auto known = widest.find(line.region);
    if (known == widest.end()) continue;
    // Of left and right pages the margins may differ: what is wider than the page's own is not so.
    const auto [left, right] = known->second;
    if (line.box.left < left - 1 || line.box.right > right + 1) continue;
    line.left = std::min(line.left, left);
    line.right = std::max(line.right, right);
  }
  return lines;
}

}  // namespace crossroads
