// SPDX-License-Identifier: Apache-2.0
#include "support/check_links.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "crossroads/core/utf8.hpp"

namespace crossroads::test {
namespace {

bool is_word_character(char32_t c) {
  if (c >= 0x02BB && c <= 0x02BD) return false;  // apostrophes, whatever Unicode says
  const auto character = static_cast<UChar32>(c);
  return u_isalnum(character) != 0 || (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
}

std::string shown(Span span) {
  return std::to_string(span.begin) + "-" + std::to_string(span.end);
}

class Checker {
 public:
  explicit Checker(const Document& document)
      : document_(document), text_(document.bytes), taken_(text_.size(), false) {}

  std::string run(const Links& links) {
    Span last;
    for (const Mention& mention : links.mentions) {
      check(mention.span, mention.passage, mention.parts);
      if (mention.span <= last) problem("out of order: " + shown(mention.span));
      last = mention.span;
      if (mention.parts.size() == 1) problem("a single part: " + shown(mention.span));
    }
    last = {};
    for (const Undecided& place : links.undecided) {
      check(place.span, place.passage, place.parts);
      if (place.span <= last) problem("out of order: " + shown(place.span));
      last = place.span;
      if (place.candidates.size() < 2) problem("decided after all: " + shown(place.span));
      if (!std::is_sorted(place.candidates.begin(), place.candidates.end())) {
        problem("candidates out of order: " + shown(place.span));
      }
    }
    return problems_;
  }

 private:
  void problem(const std::string& what) {
    if (problems_.size() < 2000) problems_ += what + "\n";
  }

  void check(Span span, std::uint32_t passage, const std::vector<Span>& parts) {
    if (span.begin >= span.end || span.end > text_.size() || passage >= document_.passages.size()) {
      return problem("not a place in the text: " + shown(span));
    }
    if (!parts.empty() && (parts.front().begin != span.begin || parts.back().end != span.end)) {
      problem("its parts are not all of it: " + shown(span));
    }
    const std::vector<Span> whole{span};
    for (const Span part : parts.empty() ? whole : parts) check_part(part, passage);
    if (!is_word_character(code_point_at(text_, span.begin).value) ||
        !is_word_character(code_point_before(text_, span.end).value)) {
      problem("does not begin and end with a word: " + shown(span));
    }
    if ((span.begin > 0 && is_word_character(code_point_before(text_, span.begin).value)) ||
        (span.end < text_.size() && is_word_character(code_point_at(text_, span.end).value))) {
      problem("cuts a word: " + shown(span));
    }
  }

  void check_part(Span part, std::uint32_t passage) {
    const std::vector<Span>& ranges = document_.passages[passage].ranges;
    if (part.begin >= part.end || std::none_of(ranges.begin(), ranges.end(),
                                               [&](Span range) { return range.contains(part); })) {
      return problem("in no range of its passage: " + shown(part));
    }
    for (std::uint32_t at = part.begin; at < part.end; ++at) {
      if (taken_[at]) return problem("overlaps another: " + shown(part));
      taken_[at] = true;
    }
  }

  const Document& document_;
  std::string_view text_;
  std::vector<bool> taken_;
  std::string problems_;
};

}  // namespace

std::string violations(const Document& document, const Links& links) {
  return Checker(document).run(links);
}

Links before_choice(Links links) {
  std::erase_if(links.mentions, [](const Mention& mention) {
    return mention.decided == Decided::context || mention.decided == Decided::date;
  });
  for (const Decision& decision : links.decisions) {
    if (!decision.entry || decision.decided == Decided::defined_here) continue;
    Undecided place{decision.span, decision.passage, {}, decision.parts};
    for (const Candidate& candidate : decision.candidates) {
      place.candidates.push_back(candidate.entry);
    }
    std::sort(place.candidates.begin(), place.candidates.end());
    links.undecided.push_back(std::move(place));
  }
  std::sort(links.undecided.begin(), links.undecided.end(),
            [](const Undecided& a, const Undecided& b) { return a.span < b.span; });
  return links;
}

}  // namespace crossroads::test
