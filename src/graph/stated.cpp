// SPDX-License-Identifier: Apache-2.0
#include "graph/stated.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "crossroads/core/ascii.hpp"
#include "text/plain/shape.hpp"

namespace crossroads {
namespace {

/// More bytes than a cue has, for white space that collapses.
constexpr std::size_t slack = 8;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// White space collapsed, ASCII case folded; a space at an end is kept as one.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_space(c)) {
      if (out.empty() || out.back() != ' ') out += ' ';
    } else {
      out += ascii_lower(c);
    }
  }
  return out;
}

bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') ||
         ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// Without an article before the name that follows.
std::string_view without_article(std::string_view between) {
  for (const std::string_view article : {" the ", " a ", " an "}) {
    if (between.ends_with(article)) return between.substr(0, between.size() - article.size() + 1);
  }
  return between;
}

/// A cue as a sequence: what stands before the first name, between the two, and behind the second.
struct CuePattern {
  std::string head;
  std::string middle;
  std::string tail;
  bool from_first = true;
  const Cue* cue = nullptr;
  RelationId relation{};
};

CuePattern pattern_of(const Cue& cue, RelationId relation) {
  CuePattern pattern;
  pattern.cue = &cue;
  pattern.relation = relation;
  if (!cue.text.empty()) {
    pattern.middle = fmt::format(" {} ", plain(cue.text));
    return pattern;
  }
  const std::string text = plain(cue.pattern);
  const std::size_t from = text.find("{from}");
  const std::size_t to = text.find("{to}");
  constexpr std::size_t from_size = 6;
  constexpr std::size_t to_size = 4;
  pattern.from_first = from < to;
  const std::size_t first_end = pattern.from_first ? from + from_size : to + to_size;
  const std::size_t second = std::max(from, to);
  const std::size_t second_end = second + (pattern.from_first ? to_size : from_size);
  pattern.head = text.substr(0, std::min(from, to));
  pattern.middle = text.substr(first_end, second - first_end);
  pattern.tail = text.substr(second_end);
  return pattern;
}

class StatedFinder {
 public:
  StatedFinder(const Ontology& ontology, const LinkedDocument& linked)
      : ontology_(ontology), text_(linked.document.bytes), linked_(linked) {
    for (std::size_t r = 0; r < ontology.relations.size(); ++r) {
      for (const Cue& cue : ontology.relations[r].cues) {
        patterns_.push_back(pattern_of(cue, static_cast<RelationId>(r)));
      }
    }
  }

  std::vector<StatedRelation> run() {
    const std::vector<Mention>& mentions = linked_.links.mentions;
    for (std::size_t second = 1; second < mentions.size(); ++second) {
      of_this_pair_ = found_.size();
      const auto gap = between(second - 1, second);
      if (!gap) continue;
      const std::string middle = without_list_end(*gap, entry(second - 1));
      for (const CuePattern& pattern : patterns_) {
        try_pattern(pattern, middle, second - 1, second);
      }
    }
    look_over_lead_ins();
    return std::move(found_);
  }

 private:
  const Mention& mention(std::size_t at) const { return linked_.links.mentions[at]; }
  const Entry& entry(std::size_t at) const { return ontology_.entry(mention(at).entry); }

  /// The text from the end of one mention to the start of the next, as it is compared; nothing
  /// where they stand in two passages. What interrupts a passage matches no cue, blank lines of a
  /// double-spaced note aside.
  std::optional<std::string> between(std::size_t first, std::size_t second) const {
    const Mention& a = mention(first);
    const Mention& b = mention(second);
    if (a.passage != b.passage || a.span.end > b.span.begin) return std::nullopt;
    return plain(text_.substr(a.span.end, b.span.begin - a.span.end));
  }

  /// The last name of each lead-in with the first of each of its items.
  void look_over_lead_ins() {
    const std::vector<Passage>& passages = linked_.document.passages;
    std::vector<std::optional<std::size_t>> first(passages.size());
    std::vector<std::optional<std::size_t>> last(passages.size());
    for (std::size_t at = 0; at < linked_.links.mentions.size(); ++at) {
      const std::uint32_t passage = mention(at).passage;
      if (!first[passage]) first[passage] = at;
      last[passage] = at;
    }
    for (std::size_t item = 0; item < passages.size(); ++item) {
      const auto lead_in = passages[item].lead_in;
      if (!lead_in || !first[item] || !last[*lead_in]) continue;
      of_this_pair_ = found_.size();
      const std::string middle =
          without_list_end(over_lead_in(*last[*lead_in], *first[item]), entry(*last[*lead_in]));
      for (const CuePattern& pattern : patterns_) {
        try_pattern(pattern, middle, *last[*lead_in], *first[item]);
      }
    }
  }

  /// The text from a name to the end of its passage, without the colon there, and from the start of
  /// an item behind its mark to the name in it.
  std::string over_lead_in(std::size_t first, std::size_t second) const {
    const Span from = mention(first).span;
    const Span to = mention(second).span;
    std::string_view lead = trim(text_.substr(from.end, passage_of(first).end - from.end));
    while (lead.ends_with(':') || lead.ends_with('-')) lead = trim(lead.substr(0, lead.size() - 1));
    const std::uint32_t begin = passage_of(second).begin;
    std::string_view item = text_.substr(begin, to.begin - begin);
    item.remove_prefix(list_marker(text_.substr(begin, to.end - begin)));
    return plain(fmt::format(" {} {}", lead, item));
  }

  /// Where " and other armed groups" ends a list of armed groups, what follows counts.
  std::string without_list_end(std::string text, const Entry& member) const {
    const Kind* kind = ontology_.find_kind(member.kinds.front());
    if (kind == nullptr) return text;
    for (const std::string_view link : {" and other ", ", and other ", " or other "}) {
      const std::string end = fmt::format("{}{}", link, plain(kind->plural));
      if (text.starts_with(end)) return text.substr(end.size());
    }
    return text;
  }

  void try_pattern(const CuePattern& pattern, std::string_view middle, std::size_t first,
                   std::size_t second) {
    // An acronym in brackets behind its name: "the Joint Task Force (MJTF) mission against".
    const bool bracketed = middle.starts_with(") ") && opens_bracket_before(first);
    if (bracketed) middle.remove_prefix(1);
    if (middle != pattern.middle && without_article(middle) != pattern.middle) return;
    const auto head_begin = begin_of_head(first, pattern.head);
    if (!head_begin) return;
    const auto tail_end = end_of_tail(second, pattern.tail);
    if (!tail_end) return;
    const std::size_t list = pattern.from_first ? first_of_list(first) : first;
    for (std::size_t member = list; member <= first; ++member) {
      std::uint32_t begin = mention(member).span.begin;
      if (member == first) begin = std::min(*head_begin, bracketed ? begin - 1 : begin);
      const Span words{begin, *tail_end};
      add(pattern, pattern.from_first ? member : second, pattern.from_first ? second : first,
          words);
    }
  }

  bool opens_bracket_before(std::size_t at) const {
    const std::uint32_t begin = mention(at).span.begin;
    return begin > passage_of(at).begin && text_[begin - 1] == '(';
  }

  Span passage_of(std::size_t at) const {
    return linked_.document.passages[mention(at).passage].span();
  }

  /// Whether no word goes on over that place.
  bool parts_words(std::size_t at) const {
    return at == 0 || at >= text_.size() || !is_word(text_[at - 1]) || !is_word(text_[at]);
  }

  /// Where the words that must stand before the first name begin; nothing where they do not stand.
  std::optional<std::uint32_t> begin_of_head(std::size_t at, std::string_view head) const {
    const std::uint32_t end = mention(at).span.begin;
    if (trim(head).empty()) return end;
    const std::size_t least =
        end - std::min<std::size_t>(end - passage_of(at).begin, head.size() + slack);
    for (std::uint32_t begin = end; begin-- > least;) {
      if (is_space(text_[begin]) || plain(text_.substr(begin, end - begin)) != head) continue;
      return parts_words(begin) ? std::optional(begin) : std::nullopt;
    }
    return std::nullopt;
  }

  /// Where the words that must stand behind the second name end; nothing where they do not.
  std::optional<std::uint32_t> end_of_tail(std::size_t at, std::string_view tail) const {
    const std::uint32_t begin = mention(at).span.end;
    if (trim(tail).empty()) return begin;
    const std::size_t most =
        begin + std::min<std::size_t>(passage_of(at).end - begin, tail.size() + slack);
    for (std::uint32_t end = begin + 1; end <= most; ++end) {
      if (plain(text_.substr(begin, end - begin)) != tail) continue;
      return parts_words(end) ? std::optional(end) : std::nullopt;
    }
    return std::nullopt;
  }

  /// The first member of the list of mentions of one kind that ends at `last`.
  std::size_t first_of_list(std::size_t last) const {
    constexpr std::array<std::string_view, 5> links = {",", "and", ", and", "or", ", or"};
    std::size_t first = last;
    while (first > 0 && entry(first - 1).kinds.front() == entry(last).kinds.front()) {
      const auto gap = between(first - 1, first);
      if (!gap) break;
      const std::string_view link = trim(without_article(*gap));
      if (std::find(links.begin(), links.end(), link) == links.end()) break;
      --first;
    }
    return first;
  }

  void add(const CuePattern& pattern, std::size_t from, std::size_t to, Span words) {
    const Relation& relation = ontology_.relation(pattern.relation);
    if (mention(from).entry == mention(to).entry) return;
    const auto fit = [&](const auto& start, const auto& end) {
      return ontology_.is_any_of(entry(from), start) && ontology_.is_any_of(entry(to), end);
    };
    if (!fit(relation.from, relation.to) &&
        !(relation.symmetric && fit(relation.to, relation.from))) {
      return;
    }
    StatedRelation stated;
    stated.from = mention(from).entry;
    stated.to = mention(to).entry;
    stated.relation = pattern.relation;
    stated.polarity = pattern.cue->negated ? Polarity::negative : Polarity::positive;
    stated.passage = mention(std::max(from, to)).passage;
    const Span a = mention(from).span;
    const Span b = mention(to).span;
    stated.words.span = words;
    stated.words.source_span = a;
    stated.words.target_span = b;
    const Span gap{std::min(a.end, b.end), std::max(a.begin, b.begin)};
    stated.words.cue = std::string(trim(text_.substr(gap.begin, gap.size())));
    if (mention(from).passage != mention(to).passage) part_words(from, to, stated);
    stated.words.rule =
        fmt::format("{}: {}", relation.id,
                    pattern.cue->text.empty() ? pattern.cue->pattern : pattern.cue->text);
    keep(std::move(stated));
  }

  /// Of words that begin in a lead-in, those of the item and those of the lead-in.
  void part_words(std::size_t from, std::size_t to, StatedRelation& stated) const {
    const std::size_t first = std::min(from, to);
    const std::size_t second = std::max(from, to);
    const Span lead_in = passage_of(first);
    stated.with = PassageSpan{mention(first).passage, {stated.words.span.begin, lead_in.end}};
    stated.words.span.begin = mention(second).span.begin;
    const std::uint32_t end = mention(first).span.end;
    stated.words.cue = std::string(trim(text_.substr(end, lead_in.end - end)));
  }

  /// Of several cues of a relation for the same two names one counts: one that denies it, else the
  /// first.
  void keep(StatedRelation stated) {
    const auto same = std::find_if(found_.begin() + static_cast<std::ptrdiff_t>(of_this_pair_),
                                   found_.end(), [&](const StatedRelation& known) {
                                     return known.relation == stated.relation &&
                                            known.words.source_span == stated.words.source_span &&
                                            known.words.target_span == stated.words.target_span;
                                   });
    if (same == found_.end()) {
      found_.push_back(std::move(stated));
    } else if (stated.polarity == Polarity::negative && same->polarity == Polarity::positive) {
      *same = std::move(stated);
    }
  }

  const Ontology& ontology_;
  std::string_view text_;
  const LinkedDocument& linked_;
  std::vector<CuePattern> patterns_;
  std::vector<StatedRelation> found_;
  std::size_t of_this_pair_ = 0;  // where in found_ what the names at hand state begins
};

}  // namespace

std::vector<StatedRelation> find_stated(const Ontology& ontology, const LinkedDocument& linked) {
  return StatedFinder(ontology, linked).run();
}

}  // namespace crossroads
