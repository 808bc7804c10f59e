// SPDX-License-Identifier: Apache-2.0
#include "graph/stated.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace crossroads {
namespace {

/// More bytes than a cue has, for white space that collapses.
constexpr std::size_t slack = 8;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// White space collapsed, ASCII case folded; a space at an end is kept as one.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_space(c)) {
      if (out.empty() || out.back() != ' ') out += ' ';
    } else {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return out;
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
      for (const CuePattern& pattern : patterns_) try_pattern(pattern, second - 1, second);
    }
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

  void try_pattern(const CuePattern& pattern, std::size_t first, std::size_t second) {
    const auto gap = between(first, second);
    if (!gap) return;
    std::string middle = without_list_end(*gap, entry(first));
    // An acronym in brackets behind its name: "the Joint Task Force (MJTF) mission against".
    const bool bracketed = middle.starts_with(") ") && opens_bracket_before(first);
    if (bracketed) middle.erase(0, 1);
    if (without_article(middle) != pattern.middle) return;
    if (!stands_before(first, pattern.head)) return;
    const auto tail_end = end_of_tail(second, pattern.tail);
    if (!tail_end) return;
    const std::size_t list = pattern.from_first ? first_of_list(first) : first;
    for (std::size_t member = list; member <= first; ++member) {
      const std::uint32_t begin = mention(member).span.begin;
      const Span words{bracketed && member == first ? begin - 1 : begin, *tail_end};
      add(pattern, pattern.from_first ? member : second, pattern.from_first ? second : first, words);
    }
  }

  bool opens_bracket_before(std::size_t at) const {
    const std::uint32_t begin = mention(at).span.begin;
    return begin > 0 && text_[begin - 1] == '(';
  }

  bool stands_before(std::size_t at, std::string_view head) const {
    const std::size_t begin = mention(at).span.begin;
    const std::size_t from = begin - std::min(begin, head.size() + slack);
    return head.empty() || plain(text_.substr(from, begin - from)).ends_with(head);
  }

  /// Where the words that must stand behind the second name end; nothing where they do not.
  std::optional<std::uint32_t> end_of_tail(std::size_t at, std::string_view tail) const {
    std::uint32_t end = mention(at).span.end;
    if (trim(tail).empty()) return end;
    const std::uint32_t limit =
        end + static_cast<std::uint32_t>(std::min(text_.size() - end, tail.size() + slack));
    for (; end <= limit; ++end) {
      const Span words{mention(at).span.end, end};
      if (plain(text_.substr(words.begin, words.size())) == tail) return end;
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
    if (!ontology_.is_any_of(entry(from), relation.from)) return;
    if (!ontology_.is_any_of(entry(to), relation.to)) return;
    StatedRelation stated;
    stated.from = mention(from).entry;
    stated.to = mention(to).entry;
    stated.relation = pattern.relation;
    stated.polarity = pattern.cue->negated ? Polarity::negative : Polarity::positive;
    stated.passage = mention(from).passage;
    const Span a = mention(from).span;
    const Span b = mention(to).span;
    stated.words.span = words;
    stated.words.source_span = a;
    stated.words.target_span = b;
    const Span gap{std::min(a.end, b.end), std::max(a.begin, b.begin)};
    stated.words.cue = std::string(trim(text_.substr(gap.begin, gap.size())));
    stated.words.rule = fmt::format(
        "{}: {}", relation.id, pattern.cue->text.empty() ? pattern.cue->pattern : pattern.cue->text);
    found_.push_back(std::move(stated));
  }

  const Ontology& ontology_;
  std::string_view text_;
  const LinkedDocument& linked_;
  std::vector<CuePattern> patterns_;
  std::vector<StatedRelation> found_;
};

}  // namespace

std::vector<StatedRelation> find_stated(const Ontology& ontology, const LinkedDocument& linked) {
  return StatedFinder(ontology, linked).run();
}

}  // namespace crossroads
