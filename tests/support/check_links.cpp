// SPDX-License-Identifier: Apache-2.0
#include "support/check_links.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "crossroads/core/utf8.hpp"
#include "support/naive_spelling.hpp"

namespace crossroads::test {
namespace {

std::string shown(Span span) {
  return std::to_string(span.begin) + "-" + std::to_string(span.end);
}

class Checker {
 public:
  Checker(const Document& document, Overlap overlap)
      : document_(document),
        text_(document.bytes),
        overlap_(overlap),
        taken_(text_.size(), false),
        in_call_(text_.size(), false) {
    for (const Footnote& note : document.notes) {
      const Span call = note.call.value_or(Span{});
      for (std::uint32_t at = call.begin; at < call.end; ++at) in_call_[at] = true;
    }
  }

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
    // The last full stop of initials is theirs: "U.N.".
    const bool stop = span.size() > 3 && text_[span.end - 1] == '.' && text_[span.end - 3] == '.';
    if (!begins_with_word(span.begin) || !ends_with_word(span.end - (stop ? 1 : 0))) {
      problem("does not begin and end with a word: " + shown(span));
    }
    if (ends_with_word(span.begin) || begins_with_word(span.end)) {
      problem("cuts a word: " + shown(span));
    }
  }

  /// Whether a character of a word stands behind `at`, or before it. A note call is no word.
  bool begins_with_word(std::uint32_t at) const {
    return at < text_.size() && !in_call_[at] && naive::is_word(code_point_at(text_, at).value);
  }
  bool ends_with_word(std::uint32_t at) const {
    return at > 0 && !in_call_[at - 1] && naive::is_word(code_point_before(text_, at).value);
  }

  void check_part(Span part, std::uint32_t passage) {
    const std::vector<Span>& ranges = document_.passages[passage].ranges;
    if (part.begin >= part.end || std::none_of(ranges.begin(), ranges.end(),
                                               [&](Span range) { return range.contains(part); })) {
      return problem("in no range of its passage: " + shown(part));
    }
    for (std::uint32_t at = part.begin; at < part.end; ++at) {
      if (taken_[at] && overlap_ == Overlap::leftmost_longest) {
        return problem("overlaps another: " + shown(part));
      }
      taken_[at] = true;
    }
  }

  const Document& document_;
  std::string_view text_;
  Overlap overlap_;
  std::vector<bool> taken_;
  std::vector<bool> in_call_;
  std::string problems_;
};

}  // namespace

std::string violations(const Document& document, const Links& links, Overlap overlap) {
  return Checker(document, overlap).run(links);
}

}  // namespace crossroads::test
