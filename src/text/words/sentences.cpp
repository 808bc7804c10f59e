// SPDX-License-Identifier: Apache-2.0
//
// Bytes are scanned for what may end a sentence; only there is anything read closer: the stops, the
// closing marks and the call of a note behind them, then whether white space follows, and what
// comes after it.
#include "text/words/sentences.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "crossroads/core/utf8.hpp"
#include "text/words/spelling.hpp"
#include "text/words/stops.hpp"

namespace crossroads {
namespace {

/// What stands behind the last character of a passage: no character, as NUL may be in a text.
constexpr char32_t past_end = 0x110000;

bool is_dot(char32_t c) {
  return c == '.' || c == 0x2024 || c == 0xFE52 || c == 0xFF0E;
}

bool is_ellipsis(char32_t c) {
  return c == 0x2026;
}

bool is_stop(char32_t c) {
  if (c < 0x80) return c == '.' || c == '?' || c == '!';
  return is_dot(c) || is_ellipsis(c) ||
         u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) != 0;
}

/// Behind those of other scripts no space need follow.
bool needs_space(char32_t stop) {
  return stop < 0x80 || is_dot(stop) || is_ellipsis(stop);
}

/// What may begin a stop's bytes: the ASCII ones, and all that lead longer sequences of those
/// blocks that have stops.
constexpr std::array<bool, 256> stop_bytes = [] {
  std::array<bool, 256> bytes{};
  for (const int c : {'.', '?', '!'}) bytes[static_cast<std::size_t>(c)] = true;
  for (std::size_t c = 0xD6; c < 0xE4; ++c) bytes[c] = true;
  for (std::size_t c = 0xEA; c < 0xF5; ++c) bytes[c] = true;
  return bytes;
}();

/// Markup that closes what it opened, too.
bool is_closer(char32_t c) {
  if (c < 0x80) {
    return c == ')' || c == ']' || c == '}' || c == '"' || c == '\'' || c == '*' || c == '_' ||
           c == '`';
  }
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION || is_apostrophe(c);
}

bool is_opening_quote(char32_t c) {
  return c >= 0x80 && u_charType(static_cast<UChar32>(c)) == U_INITIAL_PUNCTUATION;
}

bool is_white(char32_t c) {
  return is_space(c) || c == 0xFEFF;
}

/// Signs within a sentence; behind an abbreviation, then.
bool goes_on(char32_t c) {
  return c == ',' || c == ';' || c == ':' || c == 0x060C || c == 0x3001 || c == 0xFF0C;
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

/// Raised digits and daggers.
bool is_raised_mark(char32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ||
         c == 0x2020 || c == 0x2021;
}

/// A place in a passage: in one of its ranges, or behind the last.
struct Place {
  std::size_t range = 0;
  std::uint32_t at = 0;
};

/// What ends at a place: stops, with all that belongs to them.
struct Stops {
  char32_t first = 0;
  unsigned count = 0;
  Place end;  ///< behind the stops, closing marks and calls of notes
};

class SentenceFinder {
 public:
  SentenceFinder(std::string_view text, const std::vector<Span>& calls, const Passage& passage,
                 std::uint32_t number, std::vector<Sentence>& sentences)
      : text_(text),
        calls_(calls),
        ranges_(passage.ranges),
        number_(number),
        begin_(passage.span().begin),
        sentences_(sentences) {}

  void find() {
    for (std::size_t range = 0; range < ranges_.size(); ++range) {
      // A sentence may end in a range that the one before leads into.
      std::uint32_t at = std::max(ranges_[range].begin, next_.range == range ? next_.at : 0);
      const std::uint32_t end = ranges_[range].end;
      while (next_.range <= range) {
        while (at < end && !stop_bytes[static_cast<unsigned char>(text_[at])]) ++at;
        if (at >= end) break;
        const CodePoint point = code_point_at(text_, at);
        if (!is_stop(point.value)) {
          at += static_cast<std::uint32_t>(point.size);
          continue;
        }
        next_ = behind_stops({range, at});
        at = next_.at;
      }
    }
    sentences_.push_back({{begin_, ranges_.back().end}, number_});
  }

 private:
  bool at_end(Place place) const { return place.range == ranges_.size(); }

  /// The character at a place: a line feed from one range to the next; past_end at the end.
  char32_t peek(Place place) const {
    if (at_end(place)) return past_end;
    if (place.at == ranges_[place.range].end) {
      return place.range + 1 < ranges_.size() ? '\n' : past_end;
    }
    return code_point_at(text_, place.at).value;
  }

  Place next(Place place) const {
    if (at_end(place)) return place;
    if (place.at < ranges_[place.range].end) {
      place.at += static_cast<std::uint32_t>(code_point_at(text_, place.at).size);
    } else if (++place.range < ranges_.size()) {
      place.at = ranges_[place.range].begin;
    }
    return place;
  }

  Place skip_white(Place place) const {
    while (is_white(peek(place))) place = next(place);
    return place;
  }

  bool white_or_end(Place place) const { return peek(place) == past_end || is_white(peek(place)); }

  /// Behind a note's call that is known to stand at `place`, or `place`.
  Place skip_known_call(Place place) const {
    const auto call = std::lower_bound(calls_.begin(), calls_.end(), place.at,
                                       [](Span c, std::uint32_t at) { return c.begin < at; });
    const bool here = call != calls_.end() && call->begin == place.at && !at_end(place) &&
                      call->end <= ranges_[place.range].end;
    return here ? Place{place.range, call->end} : place;
  }

  Place skip_stops_and_closers(Place place, unsigned& count) const {
    for (;; place = next(place)) {
      const char32_t c = peek(place);
      if (is_stop(c)) {
        ++count;
      } else if (!is_closer(c) && !(is_opening_quote(c) && white_or_end(next(place)))) {
        return place;
      }
    }
  }

  /// Behind the call of a note at `place`, or `place` if there is none.
  Place skip_call(Place place) const {
    Place end = place;
    if (is_raised_mark(peek(end))) {
      while (is_raised_mark(peek(end))) end = next(end);
      return end;
    }
    const bool bracket = peek(end) == '[';
    if (bracket) end = next(end);
    if (bracket && peek(end) == '^') end = next(end);
    unsigned digits = 0;
    for (; is_digit(peek(end)); end = next(end)) ++digits;
    if (digits == 0 || digits > 3) return place;
    if (bracket) {
      if (peek(end) != ']') return place;
      end = next(end);
    }
    return white_or_end(end) || is_closer(peek(end)) ? end : place;
  }

  /// Digits right behind a stop are a note's only where they are no part of a number or symbol.
  bool may_be_called(Place stop, std::string_view token) const {
    if (token.empty()) return stop.at > ranges_[stop.range].begin;
    if (std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      return token.size() == 4 && (token.starts_with("19") || token.starts_with("20"));
    }
    return token.size() >= 2 && token.find('.') == token.npos && !is_digit(token.back() & 0x7F) &&
           !is_abbreviation(token);
  }

  /// "[…]": something is left out there.
  bool is_omission(Place stop) const {
    const char before = stop.at > ranges_[stop.range].begin ? text_[stop.at - 1] : ' ';
    if (before != '[' && before != '(') return false;
    while (is_stop(peek(stop))) stop = next(stop);
    return peek(stop) == U')' || peek(stop) == U']';
  }

  /// Reads what stands at a stop, and ends a sentence there if it does; where to go on.
  Place behind_stops(Place stop) {
    Stops stops;
    stops.first = peek(stop);
    stops.end = skip_stops_and_closers(stop, stops.count);
    const std::string_view token = token_before(stop);
    if (!white_or_end(stops.end) && may_be_called(stop, token)) {
      const Place called = skip_call(stops.end);
      if (called.at != stops.end.at) stops.end = skip_stops_and_closers(called, stops.count);
    }
    Place start = skip_white(stops.end);
    if (const Place called = skip_known_call(start); called.at != start.at) {
      stops.end = called;
      start = skip_white(called);
    }
    while (is_stop(peek(start)) && needs_space(peek(start))) {  // ". . ."
      stops.end = skip_stops_and_closers(start, stops.count);
      start = skip_white(stops.end);
    }
    if (peek(start) == past_end || is_omission(stop) || !ends_sentence(stops, token, start)) {
      return stops.end;
    }
    sentences_.push_back({{begin_, stops.end.at}, number_});
    begin_ = start.at;
    return start;
  }

  bool ends_sentence(const Stops& stops, std::string_view token, Place start) const {
    if (!needs_space(stops.first)) return true;
    if (!white_or_end(stops.end) || goes_on(peek(start))) return false;
    const Follows follows = what_follows(start);
    if (follows.kind == Follows::Kind::small) return false;
    if (stops.count > 1 || !is_dot(stops.first)) return true;
    return !numbers_sentence(token) && !is_in_brackets(token) &&
           stop_ends_sentence(word_before(token), token, follows);
  }

  /// The letters of ASCII that white space parts from `token`; empty for none, or for longer ones.
  std::string_view word_before(std::string_view token) const {
    constexpr std::size_t longest = 16;
    const auto least = static_cast<std::size_t>(begin_);
    auto end = static_cast<std::size_t>(token.data() - text_.data());
    const std::size_t token_begin = end;
    while (end > least && token_begin - end < longest &&
           is_white(static_cast<unsigned char>(text_[end - 1]))) {
      --end;
    }
    std::size_t begin = end;
    while (begin > least && end - begin < longest && is_ascii_letter(text_[begin - 1])) --begin;
    const bool whole = begin == least || !is_ascii_letter(text_[begin - 1]);
    return end < token_begin && whole ? text_.substr(begin, end - begin) : std::string_view();
  }

  /// An abbreviation alone in brackets: "(eds.)".
  bool is_in_brackets(std::string_view token) const {
    const auto begin = static_cast<std::size_t>(token.data() - text_.data());
    if (token.empty() || begin == 0 || (text_[begin - 1] != '(' && text_[begin - 1] != '[')) {
      return false;
    }
    const char behind =
        begin + token.size() + 1 < text_.size() ? text_[begin + token.size() + 1] : ' ';
    return (behind == ')' || behind == ']') && is_abbreviation(token);
  }

  /// Whether `token` is the number or letter of a list's item at the sentence's start.
  bool numbers_sentence(std::string_view token) const {
    if (token.empty() || token.size() > 4) return false;
    const bool number = token.find_first_not_of("0123456789.") == token.npos;
    const bool roman = token.find_first_not_of("ivx") == token.npos;
    if (!number && !roman && token.size() > 1) return false;
    constexpr std::uint32_t farthest = 16;  // bytes; a bullet or a bracket may stand before
    const auto end = static_cast<std::uint32_t>(token.data() - text_.data());
    if (end - begin_ > farthest) return false;
    for (std::uint32_t at = begin_; at < end;) {
      const CodePoint point = code_point_at(text_, at);
      if (is_word_character(point.value)) return false;
      at += static_cast<std::uint32_t>(point.size);
    }
    return true;
  }

  /// The run of letters, digits and their marks that ends before a stop.
  std::string_view token_before(Place stop) const {
    constexpr std::uint32_t longest = 24;
    const std::uint32_t begin = ranges_[stop.range].begin;
    std::uint32_t at = stop.at;
    while (at > begin && stop.at - at < longest) {
      const char c = text_[at - 1];
      const bool part = (c & 0x80) != 0
                            ? part_of_token(at)
                            : is_word_character(static_cast<char32_t>(c)) || c == '.' || c == '-';
      if (!part) break;
      do {
        --at;
      } while ((static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U);
    }
    while (at < stop.at && (text_[at] == '-' || text_[at] == '.')) ++at;
    return text_.substr(at, stop.at - at);
  }

  bool part_of_token(std::uint32_t end) const {
    const char32_t c = code_point_before(text_, end).value;
    return is_word_character(c) || c == 0xB0;  // "N°"
  }

  Follows what_follows(Place place) const {
    constexpr unsigned farthest = 16;
    for (unsigned i = 0; i < farthest && !is_word_character(peek(place)); ++i) place = next(place);
    Follows follows;
    const char32_t first = peek(place);
    if (!is_word_character(first) || at_end(place)) return follows;
    const auto c = static_cast<UChar32>(first);
    if (u_isdigit(c) != 0) {
      follows.kind = Follows::Kind::digit;
    } else if (u_islower(c) != 0) {
      follows.kind = Follows::Kind::small;
    } else if (u_isupper(c) != 0 || u_istitle(c) != 0) {
      follows.kind = Follows::Kind::capital;
    }
    Place end = place;
    while (end.at < ranges_[end.range].end && is_word_character(peek(end))) end = next(end);
    follows.word = text_.substr(place.at, end.at - place.at);
    follows.behind = peek(end) == past_end ? 0 : peek(end);
    return follows;
  }

  std::string_view text_;
  const std::vector<Span>& calls_;  // of notes, sorted
  const std::vector<Span>& ranges_;
  std::uint32_t number_;
  std::uint32_t begin_;  // of the sentence at hand
  Place next_;           // up to where the passage is read
  std::vector<Sentence>& sentences_;
};

}  // namespace

std::vector<Sentence> find_sentences(const Document& document) {
  std::vector<Span> calls;
  for (const Footnote& note : document.notes) {
    if (note.call) calls.push_back(*note.call);
  }
  std::sort(calls.begin(), calls.end());
  std::vector<Sentence> sentences;
  for (std::uint32_t i = 0; i < document.passages.size(); ++i) {
    const Passage& passage = document.passages[i];
    if (!holds_words(passage.role)) continue;
    SentenceFinder(document.bytes, calls, passage, i, sentences).find();
  }
  return sentences;
}

}  // namespace crossroads
