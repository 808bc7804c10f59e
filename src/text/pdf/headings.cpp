// SPDX-License-Identifier: Apache-2.0
//
// Headings. A block of a few lines that is set larger than the body, or bold, or in capitals, and
// is no sentence, may be one. Where the file has bookmarks, they say which are, and how deep; else
// the styles are ranked: larger first, then bold ones; numbers ("2.1") say how deep their style is.
#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "crossroads/core/utf8.hpp"
#include "text/pdf/heading_names.hpp"
#include "text/pdf/roles.hpp"
#include "text/plain/shape.hpp"

namespace crossroads {
namespace {

constexpr float larger = 1.06F;  // than the body
constexpr float much = 1.2F;
constexpr std::size_t longest_plain = 140;    // bytes of a heading that is hardly larger
constexpr std::size_t longest_heading = 220;  // bytes
constexpr std::size_t most_lines = 4;
constexpr double heading_leading = 1.9;  // of the size, between the lines of one heading
constexpr std::size_t deepest = 9;
constexpr std::uint32_t title_pages = 2;
constexpr std::size_t enough_bookmarks = 3;

/// What of a heading's look tells its level.
struct Look {
  int size = 0;  // in thirds of a point
  bool bold = false;
  bool capitals = false;
  bool italic = false;

  friend bool operator==(const Look&, const Look&) = default;
  /// The higher one first.
  friend bool operator<(const Look& a, const Look& b) {
    return std::tuple(-a.size, !a.bold, !a.capitals, a.italic) <
           std::tuple(-b.size, !b.bold, !b.capitals, b.italic);
  }
};

bool in_capitals(std::string_view text) {
  std::size_t large = 0;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') return false;
    if (c >= 'A' && c <= 'Z') ++large;
  }
  return large >= 4;
}

std::size_t letters_in(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (u_isalpha(static_cast<UChar32>(point.value)) != 0) ++letters;
    at += point.size;
  }
  return letters;
}

/// How deep a heading's number is: "2.1 Title" 2, "3. Title" 1; 0 where there is none.
std::size_t number_depth(std::string_view text) {
  std::size_t depth = 0;
  std::size_t at = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
    const std::size_t begin = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    if (at - begin > 3) return 0;
    ++depth;
    if (at < text.size() && text[at] == '.') ++at;
  }
  return at < text.size() && text[at] == ' ' ? depth : 0;
}

class HeadingFinder {
 public:
  explicit HeadingFinder(PdfText& text) : text_(text) {}

  void find() {
    for (const PdfBookmark& mark : text_.source->bookmarks) {
      titles_[mark.page].add(bare_heading(mark.title), 0);
    }
    find_candidates();
    join_lines();
    match_bookmarks();
    set_levels();
  }

 private:
  Look look_of(const PdfBlock& block) const {
    const PdfLine& line = text_.first_line(block);
    return {static_cast<int>(std::lround(line.size * 3)), (line.face & PdfFace::bold) != 0,
            in_capitals(text_.words[block.first]), (line.face & PdfFace::italic) != 0};
  }

  bool is_candidate(std::size_t at) const {
    const PdfBlock& block = text_.blocks[at];
    if (block.role != Role::body || block.end - block.first > most_lines) return false;
    const PdfLine& line = text_.first_line(block);
    const Look look = look_of(block);
    const std::string words = text_.text_of(block);
    if (words.size() > longest_heading || letters_in(words) < 2) return false;
    const bool large = line.size > larger * text_.style.size;
    const bool bold = look.bold && (text_.style.face & PdfFace::bold) == 0;
    const bool italic = look.italic && (text_.style.face & PdfFace::italic) == 0;
    const bool plain_size = line.size >= 0.95F * text_.style.size;
    const bool small_bold = bold && line.size >= 0.85F * text_.style.size && stands_apart(at);
    const bool plain = plain_size && (bold || look.capitals || (italic && stands_apart(at)));
    const bool stands_out = large || small_bold || plain;
    if (!stands_out || begins_small(words) || words.ends_with(',')) return false;
    if (!raised_mark(*text_.source, line, 0).empty()) return false;
    const bool much_larger = line.size > much * text_.style.size;
    const bool long_one = block.end - block.first > 2 || words.size() > longest_plain;
    if (!much_larger && long_one) return false;
    if (large) return !ends_sentence(words) || words.size() < 80;
    const bool sign = item_marker(words) > 0 && (words[0] < '0' || words[0] > '9');
    return !sign && (!ends_sentence(words) || words.ends_with('?')) && stands_alone(at);
  }

  double distance(std::size_t upper, std::size_t lower) const {
    const PdfLine& a = text_.lines[upper];
    const PdfLine& b = text_.lines[lower];
    return a.region == b.region ? b.box.bottom - a.box.bottom : 1e6;
  }

  /// Not in the run of a paragraph above: it is parted from it, or that one has ended.
  bool stands_alone(std::size_t at) const {
    const PdfBlock& block = text_.blocks[at];
    if (block.first == 0) return true;
    if (distance(block.first - 1, block.first) > 1.15 * text_.style.leading_of(text_.style.size)) {
      return true;
    }
    const PdfBlock& before = text_.blocks[at - 1];
    return before.role != Role::body || ends_sentence(text_.words[block.first - 1]) ||
           before.end - before.first == 1;
  }

  bool stands_apart(std::size_t at) const {
    const PdfBlock& block = text_.blocks[at];
    if (block.end - block.first > 1 || block.first == 0) return false;
    const PdfLine& line = text_.first_line(block);
    const bool apart =
        distance(block.first - 1, block.first) > 1.3 * text_.style.leading_of(line.size);
    return apart && block.end < text_.lines.size() && text_.lines[block.end].region == line.region;
  }

  void find_candidates() {
    for (std::size_t at = 0; at < text_.blocks.size(); ++at) {
      if (is_candidate(at)) text_.blocks[at].role = Role::heading;
    }
  }

  /// Joins the blocks of one heading: alike, close, and with no number of its own.
  void join_lines() {
    std::vector<PdfBlock> joined;
    for (PdfBlock& block : text_.blocks) {
      if (!joined.empty() && is_one_heading(joined.back(), block)) {
        joined.back().end = block.end;
      } else {
        joined.push_back(std::move(block));
      }
    }
    text_.blocks = std::move(joined);
  }

  bool is_one_heading(const PdfBlock& a, const PdfBlock& b) const {
    if (a.role != Role::heading || b.role != Role::heading) return false;
    const PdfLine& line = text_.first_line(b);
    if (b.end - a.first > most_lines || !(look_of(a) == look_of(b))) return false;
    const std::string& words = text_.words[b.first];
    if (number_depth(words) > 0 || is_bookmarked(b) || is_bookmarked(a)) return false;
    return distance(b.first - 1, b.first) <= heading_leading * line.size;
  }

  bool is_bookmarked(const PdfBlock& block) const {
    const auto page = titles_.find(text_.first_line(block).page);
    return page != titles_.end() && page->second.has(bare_heading(text_.text_of(block)));
  }

  // --- levels ---

  /// Each bookmark's heading is the first block of its words, on its page, that no other has.
  void match_bookmarks() {
    std::map<std::size_t, HeadingNames> on_page;
    for (std::size_t at = 0; at < text_.blocks.size(); ++at) {
      const PdfBlock& block = text_.blocks[at];
      const bool may_be = block.role == Role::heading || block.role == Role::body;
      const std::uint32_t page = text_.first_line(block).page;
      if (!may_be || block.end - block.first > most_lines || !titles_.contains(page)) continue;
      on_page[page].add(bare_heading(text_.text_of(block)), at);
    }
    for (const PdfBookmark& mark : text_.source->bookmarks) {
      const auto page = on_page.find(mark.page);
      if (page == on_page.end()) continue;
      const auto at = page->second.take(bare_heading(mark.title));
      if (!at) continue;
      text_.blocks[*at].role = Role::heading;
      levels_[*at] = mark.level;
    }
  }

  /// The first of the largest headings on the first pages, if nothing later looks like it.
  std::optional<std::size_t> find_title() const {
    std::optional<std::size_t> title;
    for (std::size_t at = 0; at < text_.blocks.size(); ++at) {
      const PdfBlock& block = text_.blocks[at];
      if (block.role != Role::heading) continue;
      const int size = look_of(block).size;
      if (!title) {
        if (text_.first_line(block).page < title_pages) title = at;
        continue;
      }
      const Look best = look_of(text_.blocks[*title]);
      if (size > best.size && text_.first_line(block).page < title_pages) {
        title = at;
      } else if (size > best.size || (look_of(block) == best)) {
        return std::nullopt;
      }
    }
    return title;
  }

  /// What stands between the title and the first heading of a section is no heading, however it is
  /// set: names, places, a date. A section's heading has a bookmark, a number or a usual name, or
  /// looks like one further on.
  void clear_below(std::size_t title) {
    const std::uint32_t page = text_.first_line(text_.blocks[title]).page;
    std::size_t end = title + 1;
    std::map<Look, std::size_t> later;
    for (std::size_t at = end; at < text_.blocks.size(); ++at) {
      const PdfBlock& block = text_.blocks[at];
      if (block.role == Role::heading && text_.first_line(block).page > page) {
        ++later[look_of(block)];
      }
    }
    for (; end < text_.blocks.size(); ++end) {
      PdfBlock& block = text_.blocks[end];
      if (text_.first_line(block).page > page || levels_.contains(end)) break;
      const bool paragraph = block.role == Role::body && block.end - block.first > most_lines;
      if (paragraph || block.role == Role::contents) break;
      if (block.role != Role::heading) continue;
      const std::string name = bare_heading(text_.text_of(block));
      const bool known = name == "abstract" || name == "summary" || name == "executivesummary" ||
                         name.ends_with("introduction") || name.ends_with("contents");
      const bool recurs = levels_.empty() && later.contains(look_of(block));
      if (known || recurs || number_depth(text_.words[block.first]) > 0) break;
      block.role = Role::body;
    }
  }

  void set_levels() {
    const auto title = find_title();
    if (title) clear_below(*title);
    const bool title_marked = title && levels_.contains(*title);
    const std::size_t base = title && !title_marked ? 1 : 0;
    std::map<Look, std::size_t> level_of =
        levels_.size() >= enough_bookmarks ? levels_by_bookmarks(title) : levels_by_look(title);
    // Looks that are rare leave gaps: each heading is one deeper than what it stands in.
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < text_.blocks.size(); ++at) {
      PdfBlock& block = text_.blocks[at];
      if (block.role != Role::heading) continue;
      std::size_t level = 1;
      if (const auto marked = levels_.find(at); marked != levels_.end()) {
        level = base + marked->second;
      } else if (!levels_.empty() && at < levels_.begin()->first && at != title) {
        level = base + 1;  // an abstract, a preface
      } else if (at != title) {
        level = base + level_of[look_of(block)];
      }
      while (!open.empty() && open.back() >= level) open.pop_back();
      open.push_back(level);
      block.level = static_cast<std::uint8_t>(std::min(open.size(), deepest));
    }
  }

  /// Looks in order, each with the level that its headings have most often.
  std::map<Look, std::size_t> levels_by_bookmarks(std::optional<std::size_t> title) const {
    std::map<Look, std::map<std::size_t, std::size_t>> counts;
    for (std::size_t at = 0; at < text_.blocks.size(); ++at) {
      if (text_.blocks[at].role != Role::heading || at == title) continue;
      auto& of = counts[look_of(text_.blocks[at])];
      if (const auto marked = levels_.find(at); marked != levels_.end()) ++of[marked->second];
    }
    std::map<Look, std::size_t> levels;
    std::size_t last = 0;
    for (const auto& [look, of] : counts) {
      const auto most = std::max_element(
          of.begin(), of.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
      const std::size_t level = most == of.end() ? last + 1 : most->first;
      levels[look] = std::max<std::size_t>(level, 1);
      if (most != of.end()) last = std::max(last, level);
    }
    return levels;
  }

  std::map<Look, std::size_t> levels_by_look(std::optional<std::size_t> title) const {
    std::map<Look, std::vector<std::size_t>> depths;
    for (std::size_t at = 0; at < text_.blocks.size(); ++at) {
      if (text_.blocks[at].role != Role::heading || at == title) continue;
      depths[look_of(text_.blocks[at])].push_back(
          number_depth(text_.words[text_.blocks[at].first]));
    }
    std::map<Look, std::size_t> levels;
    std::size_t last = 0;
    for (auto& [look, of] : depths) {
      std::sort(of.begin(), of.end());
      const std::size_t depth = of[of.size() / 2];
      const std::size_t level = depth > 0 ? depth : last + 1;
      levels[look] = level;
      last = std::max(last, level);
    }
    return levels;
  }

  PdfText& text_;
  std::map<std::size_t, HeadingNames> titles_;  // of the bookmarks, by page
  std::map<std::size_t, std::size_t> levels_;   // of blocks that have a bookmark
};

}  // namespace

void find_headings(PdfText& text) {
  HeadingFinder(text).find();
}

}  // namespace crossroads
