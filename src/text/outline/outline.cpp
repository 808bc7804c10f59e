// SPDX-License-Identifier: Apache-2.0
#include "text/outline/outline.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "text/outline/apply_structure.hpp"
#include "text/outline/byline.hpp"
#include "text/outline/heading_style.hpp"
#include "text/plain/shape.hpp"
#include "text/shown.hpp"

namespace crossroads {
namespace {

constexpr std::size_t longest_byline = 200;

/// What stands between passages of the running text without being part of it.
bool stands_apart(Role role) {
  return !holds_words(role) || role == Role::note;
}

class Outliner {
 public:
  Outliner(Document& document, TextFormat markup, const Structure* structure)
      : document_(document), markup_(markup), structure_(structure) {}

  void run() {
    for (std::uint32_t i = 0; i < document_.passages.size(); ++i) {
      if (document_.passages[i].role == Role::heading) headings_.push_back(i);
    }
    take_title();
    for (const std::uint32_t heading : headings_) mark_bylines(heading);
    take_title_by_byline();
    for (const std::uint32_t heading : headings_) {
      if (heading != title_ || byline_behind(heading) || said_of(heading) != nullptr) open(heading);
    }
    close_down_to(0, passage_count());
    place_passages();
  }

 private:
  std::uint32_t passage_count() const {
    return static_cast<std::uint32_t>(document_.passages.size());
  }

  std::string words(std::uint32_t passage) const {
    return shown_words(document_, document_.passages[passage], markup_);
  }

  const Structure::Heading* said_of(std::uint32_t heading) const {
    if (structure_ == nullptr) return nullptr;
    return heading_at(*structure_, document_.passages[heading].span().begin);
  }

  /// The next passage of the running text.
  std::optional<std::uint32_t> behind(std::uint32_t passage) const {
    for (std::uint32_t next = passage + 1; next < passage_count(); ++next) {
      if (!stands_apart(document_.passages[next].role)) return next;
    }
    return std::nullopt;
  }

  std::optional<std::uint32_t> byline_behind(std::uint32_t heading) const {
    const auto next = behind(heading);
    if (!next || document_.passages[*next].role != Role::byline) return std::nullopt;
    return next;
  }

  /// A plain text's reader has seen its bylines; others take them for paragraphs, one an author.
  /// Two capitals alone tell nothing there ("Sierra Leone"): they stand under the title, are set in
  /// italics, begin with "By" or name whom the metadata do.
  void mark_bylines(std::uint32_t heading) {
    for (auto next = behind(heading); next; next = behind(*next)) {
      Passage& passage = document_.passages[*next];
      if (passage.role == Role::byline) continue;
      if (passage.role != Role::body || passage.span().size() > longest_byline) return;
      if (structure_ != nullptr && names_passage(*structure_, document_, passage.span().begin))
        return;
      const std::string shown = words(*next);
      if (!looks_like_names(shown) || ends_sentence(shown)) return;
      if (!heads_document(heading) && !is_marked_byline(passage, shown)) return;
      passage.role = Role::byline;
    }
  }

  bool is_marked_byline(const Passage& passage, const std::string& shown) const {
    const char first = document_.bytes[passage.span().begin];
    const auto& known = document_.metadata.authors;
    return first == '*' || first == '_' || shown.starts_with("By ") ||
           std::find(known.begin(), known.end(), shown) != known.end();
  }

  bool heads_document(std::uint32_t heading) const {
    return std::none_of(document_.passages.begin(), document_.passages.begin() + heading,
                        [](const Passage& p) { return holds_words(p.role); });
  }

  /// Whether another heading is as far out as this one of a known level.
  bool has_peer(std::uint32_t heading) const {
    const std::uint8_t level = document_.passages[heading].level;
    return level > 0 && std::any_of(headings_.begin(), headings_.end(), [&](std::uint32_t other) {
             return other != heading && document_.passages[other].level <= level;
           });
  }

  void take_title() {
    if (headings_.empty()) return;
    const std::uint32_t first = headings_.front();
    const std::string shown = words(first);
    const bool by_its_words =
        !has_peer(first) && rank_of(shown) == HeadingRank::plain && !is_unnumbered_by_custom(shown);
    const bool is_title = heads_document(first) && (by_its_words || shown == document_.title);
    if (is_title) title_ = first;
    if (!document_.title.empty()) return;
    for (const std::uint32_t heading : headings_) {
      document_.title = words(heading);
      if (!is_unnumbered_by_custom(document_.title)) return;
    }
    document_.title.clear();
  }

  /// The one heading with a byline is the title, though others may be as large.
  void take_title_by_byline() {
    if (title_ || headings_.empty()) return;
    const std::uint32_t first = headings_.front();
    if (heads_document(first) && byline_behind(first) && !has_other_articles(first)) title_ = first;
  }

  /// Where headings have numbers, those that by custom have none stand beside the outermost.
  HeadingRank outermost_number() {
    if (!outermost_number_) {
      outermost_number_ = HeadingRank::plain;
      for (const std::uint32_t heading : headings_) {
        const HeadingRank rank = rank_of(words(heading));
        if (rank >= HeadingRank::roman) {
          outermost_number_ = std::min(*outermost_number_, rank);
        }
      }
    }
    return *outermost_number_;
  }

  bool has_other_articles(std::uint32_t heading) const {
    return std::any_of(headings_.begin(), headings_.end(), [&](std::uint32_t other) {
      return other != heading && byline_behind(other);
    });
  }

  /// How far out a heading stands: less is further.
  unsigned rank(std::uint32_t heading, const std::string& shown, bool article) {
    constexpr unsigned behind_levels = 10;
    const unsigned level = document_.passages[heading].level;
    if (heading == title_) {
      // A lone article holds all of its text; an editor's preface ends where the volume begins.
      if (!has_other_articles(heading)) return 0;
      return level > 0 ? std::numeric_limits<unsigned>::max()
                       : behind_levels + static_cast<unsigned>(HeadingRank::article);
    }
    if (level > 0) return level;
    HeadingRank by_words = rank_of(shown, last_letter_);
    last_letter_ = by_words == HeadingRank::letter ? heading_letter(shown) : last_letter_;
    if (by_words == HeadingRank::plain && is_unnumbered_by_custom(shown)) {
      by_words = outermost_number();
    }
    if (article) by_words = std::min(by_words, HeadingRank::article);
    return behind_levels + static_cast<unsigned>(by_words);
  }

  void open(std::uint32_t heading) {
    const auto byline = byline_behind(heading);
    Section section;
    section.title = words(heading);
    section.kind = byline ? Section::Kind::article : Section::Kind::section;
    for (auto next = byline; next && document_.passages[*next].role == Role::byline;
         next = behind(*next)) {
      for (Author& author : authors_of(document_.bytes, document_.passages[*next].ranges)) {
        section.authors.push_back(std::move(author));
      }
    }
    section.first = heading;
    const unsigned own_rank = rank(heading, section.title, byline.has_value());
    std::size_t depth = stack_.size();
    while (depth > 0 && stack_[depth - 1].second >= own_rank) --depth;
    if (const Structure::Heading* said = said_of(heading)) {
      obey(*said, section);
      if (said->level > 0) depth = std::min<std::size_t>(said->level - 1U, stack_.size());
    }
    close_down_to(depth, heading);
    if (!stack_.empty()) section.parent = stack_.back().first;
    section.level = static_cast<std::uint8_t>(
        std::min<std::size_t>(stack_.size() + 1, std::numeric_limits<std::uint8_t>::max()));
    stack_.emplace_back(static_cast<std::uint32_t>(document_.sections.size()), own_rank);
    document_.sections.push_back(std::move(section));
  }

  static void obey(const Structure::Heading& said, Section& section) {
    if (said.kind) section.kind = *said.kind;
    if (said.title) section.title = *said.title;
    if (!said.authors) return;
    const auto is_author = [](const std::string& name, const Author& author) {
      return name == author.name;
    };
    const bool same = std::equal(said.authors->begin(), said.authors->end(),
                                 section.authors.begin(), section.authors.end(), is_author);
    if (same) return;  // and the byline tells where they stand
    section.authors.clear();
    for (const std::string& name : *said.authors) section.authors.push_back({name, {}});
  }

  void close_down_to(std::size_t depth, std::uint32_t end) {
    while (stack_.size() > depth) {
      document_.sections[stack_.back().first].end = end;
      stack_.pop_back();
    }
  }

  void place_passages() {
    std::optional<std::uint32_t> section;
    std::uint32_t next = 0;
    std::optional<std::uint32_t> last;     // of the running text
    std::optional<std::uint32_t> lead_in;  // of the list being read
    for (std::uint32_t i = 0; i < passage_count(); ++i) {
      while (section && document_.sections[*section].end <= i) {
        section = document_.sections[*section].parent;
      }
      while (next < document_.sections.size() && document_.sections[next].first == i) {
        section = next++;
      }
      Passage& passage = document_.passages[i];
      passage.section = section;
      if (stands_apart(passage.role)) continue;
      if (passage.role == Role::list_item) {
        const bool begins = !last || document_.passages[*last].role != Role::list_item;
        if (begins) lead_in = last && introduces(document_.passages[*last]) ? last : std::nullopt;
        if (!passage.lead_in) passage.lead_in = lead_in;
      }
      last = i;
    }
  }

  /// Whether a list may lean on that passage: a paragraph whose sentence the list goes on.
  bool introduces(const Passage& passage) const {
    if (passage.role != Role::body && passage.role != Role::quote) return false;
    const Span end = passage.ranges.back();
    const std::string_view words = std::string_view(document_.bytes).substr(end.begin, end.size());
    return words.ends_with(':') || words.ends_with(';') || !ends_sentence(words);
  }

  Document& document_;
  TextFormat markup_;
  const Structure* structure_;
  std::vector<std::uint32_t> headings_;
  std::optional<std::uint32_t> title_;
  std::optional<HeadingRank> outermost_number_;
  char last_letter_ = 0;
  std::vector<std::pair<std::uint32_t, unsigned>> stack_;  // open sections and their ranks
};

}  // namespace

void find_outline(Document& document, TextFormat markup, const Structure* structure) {
  Outliner(document, markup, structure).run();
}

}  // namespace crossroads
