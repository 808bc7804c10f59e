// SPDX-License-Identifier: Apache-2.0
#include "text/words/broken_words.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "crossroads/core/utf8.hpp"
#include "text/plain/lines.hpp"
#include "text/words/form_counts.hpp"
#include "text/words/spelling.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

using Reading = BrokenWord::Reading;
using Evidence = BrokenWord::Evidence;

constexpr std::uint32_t longest_half = 64;  // bytes; what is longer is no word

/// A broken word and its halves.
struct Candidate {
  BrokenWord word;
  char32_t hyphen = 0;
  bool in_address = false;
  Span left;
  Span right;
  std::size_t joined = 0;  // places among the forms that are counted
  std::size_t hyphenated = 0;
};

class CandidateFinder {
 public:
  CandidateFinder(std::string_view text, std::vector<Candidate>& found)
      : text_(text), found_(found) {}

  void search(const Passage& passage) {
    for (std::size_t i = 0; i < passage.ranges.size(); ++i) {
      const Span range = passage.ranges[i];
      if (i > 0) add(passage.ranges[i - 1], passage.ranges[i - 1].end, range, range.begin);
      LineEnds ends(text_.substr(range.begin, range.size()));
      for (std::uint32_t next = 0;;) {
        const auto at = static_cast<std::uint32_t>(ends.next(next)) + range.begin;
        if (at == range.end) break;
        std::uint32_t behind = at;
        if (skip_one_line_break(behind, range.end)) add(range, at, range, behind);
        next = behind - range.begin;
      }
    }
  }

 private:
  CodePoint point_at(std::uint32_t at) const { return code_point_at(text_, at); }

  /// Goes over white space and what is not seen; whether there was just one line break.
  bool skip_one_line_break(std::uint32_t& at, std::uint32_t end) const {
    unsigned breaks = 0;
    for (char32_t last = 0; at < end;) {
      const CodePoint point = point_at(at);
      if (is_line_break(point.value)) {
        if (!(point.value == '\n' && last == '\r')) ++breaks;
      } else if (!is_space(point.value) &&
                 (!is_invisible(point.value) || point.value == soft_hyphen)) {
        break;
      }
      last = point.value;
      at += static_cast<std::uint32_t>(point.size);
    }
    return breaks == 1;
  }

  /// Goes back over white space and what is not seen.
  std::uint32_t skip_back(std::uint32_t at, std::uint32_t begin, bool spaces) const {
    while (at > begin) {
      const CodePoint point = code_point_before(text_, at);
      const bool skipped = (spaces && is_space(point.value)) ||
                           (is_invisible(point.value) && point.value != soft_hyphen);
      if (!skipped) break;
      at -= static_cast<std::uint32_t>(point.size);
    }
    return at;
  }

  /// The line ends at `line_end` in `before`, and what goes on does so at `next` in `after`.
  void add(Span before, std::uint32_t line_end, Span after, std::uint32_t next) {
    const std::uint32_t end = skip_back(line_end, before.begin, true);
    if (end == before.begin || next == after.end) return;
    const CodePoint hyphen = code_point_before(text_, end);
    if (!is_hyphen(hyphen.value) || !is_word_character(point_at(next).value)) return;
    const auto begin = end - static_cast<std::uint32_t>(hyphen.size);
    const Span left = word_before(skip_back(begin, before.begin, false), before.begin);
    if (left.empty()) return;
    Candidate candidate;
    candidate.word.gap = {begin, next};
    candidate.hyphen = hyphen.value;
    candidate.in_address = in_address(left.begin, before.begin);
    candidate.left = left;
    candidate.right = word_behind(next, after.end);
    found_.push_back(candidate);
  }

  Span word_before(std::uint32_t end, std::uint32_t begin) const {
    std::uint32_t at = end;
    while (at > begin && end - at <= longest_half) {
      const CodePoint point = code_point_before(text_, at);
      if (!is_word_character(point.value) && !is_invisible(point.value)) break;
      at -= static_cast<std::uint32_t>(point.size);
    }
    return {at, end};
  }

  /// A note that is called right behind a word is no part of it.
  Span word_behind(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t at = begin;
    while (at < end && at - begin <= longest_half) {
      const CodePoint point = point_at(at);
      if (!is_word_character(point.value) && !is_invisible(point.value)) break;
      at += static_cast<std::uint32_t>(point.size);
    }
    const auto is_digit = [&](std::uint32_t i) { return text_[i] >= '0' && text_[i] <= '9'; };
    if (!is_digit(begin)) {
      while (is_digit(at - 1)) --at;
    }
    return {begin, at};
  }

  /// Whether the run without white space that leads up to `at` is a URL's or an e-mail address's.
  bool in_address(std::uint32_t at, std::uint32_t begin) const {
    std::uint32_t run = at;
    while (run > begin && static_cast<unsigned char>(text_[run - 1]) > ' ') --run;
    const std::string_view before = text_.substr(run, at - run);
    return before.find("://") != before.npos || before.find("www.") != before.npos ||
           before.find('@') != before.npos;
  }

  std::string_view text_;
  std::vector<Candidate>& found_;
};

bool all_capitals(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); ++letters) {
    const CodePoint point = code_point_at(word, at);
    if (u_isupper(static_cast<UChar32>(point.value)) == 0) return false;
    at += point.size;
  }
  return letters >= 2;
}

class Reader {
 public:
  explicit Reader(const Document& document) : document_(document), text_(document.bytes) {}

  std::vector<BrokenWord> read() {
    CandidateFinder finder(text_, candidates_);
    for (const Passage& passage : document_.passages) finder.search(passage);
    std::sort(candidates_.begin(), candidates_.end(),
              [](const Candidate& a, const Candidate& b) { return a.word.gap < b.word.gap; });
    count();
    std::vector<BrokenWord> words;
    words.reserve(candidates_.size());
    for (Candidate& candidate : candidates_) {
      decide(candidate);
      words.push_back(candidate.word);
    }
    return words;
  }

 private:
  std::string_view bytes(Span span) const { return text_.substr(span.begin, span.size()); }

  static bool asks_document(const Candidate& candidate) {
    return candidate.hyphen != soft_hyphen && candidate.hyphen != no_break_hyphen &&
           !candidate.in_address && candidate.left.size() <= longest_half &&
           candidate.right.size() <= longest_half;
  }

  void count() {
    std::vector<Span> gaps;
    for (Candidate& candidate : candidates_) {
      gaps.push_back(candidate.word.gap);
      if (!asks_document(candidate)) continue;
      const std::string left = fold(bytes(candidate.left));
      const std::string right = fold(bytes(candidate.right));
      candidate.joined = counts_.add(left + right);
      candidate.hyphenated = counts_.add(left + '-' + right);
    }
    if (counts_.size() == 0) return;
    counts_.prepare();
    for (const Passage& passage : document_.passages) {
      if (!holds_words(passage.role)) continue;
      for (const Span range : passage.ranges) counts_.count(text_, range, gaps);
    }
  }

  void decide(Candidate& candidate) {
    const auto say = [&](Reading reading, Evidence evidence) {
      candidate.word.reading = reading;
      candidate.word.evidence = evidence;
    };
    if (candidate.hyphen == soft_hyphen) return say(Reading::joined, Evidence::document);
    if (candidate.hyphen == no_break_hyphen || candidate.in_address) {
      return say(Reading::hyphenated, Evidence::document);
    }
    if (!asks_document(candidate)) return;
    const std::uint32_t joined = counts_[candidate.joined];
    const std::uint32_t hyphenated = counts_[candidate.hyphenated];
    if (joined != hyphenated) {
      return say(joined > hyphenated ? Reading::joined : Reading::hyphenated, Evidence::document);
    }
    if (letters_keep_hyphen(candidate)) return say(Reading::hyphenated, Evidence::letters);
    if (const auto reading = by_words(candidate)) say(*reading, Evidence::words);
  }

  bool letters_keep_hyphen(const Candidate& candidate) const {
    const std::string_view left = bytes(candidate.left);
    const std::string_view right = bytes(candidate.right);
    const auto last = static_cast<UChar32>(code_point_before(left, left.size()).value);
    const auto first = static_cast<UChar32>(code_point_at(right, 0).value);
    if (u_isdigit(last) != 0 || u_isdigit(first) != 0) return true;
    if (u_isupper(first) != 0) return u_isupper(last) == 0;
    return all_capitals(left);
  }

  std::optional<Reading> by_words(const Candidate& candidate) const {
    const std::string left = fold(bytes(candidate.left));
    const std::string right = fold(bytes(candidate.right));
    if (is_listed_word(left + right)) return Reading::joined;
    if (!is_listed_word(right)) return Reading::joined;
    if (is_listed_word(left)) return Reading::hyphenated;
    const CodePoint first = code_point_at(bytes(candidate.left), 0);
    if (u_isupper(static_cast<UChar32>(first.value)) != 0) return std::nullopt;
    return Reading::joined;
  }

  const Document& document_;
  std::string_view text_;
  std::vector<Candidate> candidates_;
  FormCounts counts_;
};

}  // namespace

std::vector<BrokenWord> find_broken_words(const Document& document) {
  return Reader(document).read();
}

}  // namespace crossroads
