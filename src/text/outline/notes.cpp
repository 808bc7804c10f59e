// SPDX-License-Identifier: Apache-2.0
#include "text/outline/notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "text/outline/note_calls.hpp"
#include "text/plain/lines.hpp"
#include "text/plain/shape.hpp"

namespace crossroads {
namespace {

constexpr unsigned highest_number = 999;
constexpr unsigned most_without_text = 64;  // numbers behind the last one that has a text
constexpr std::size_t longest_label = 100;
constexpr std::size_t farthest_series = 3;
constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

struct NoteText {
  unsigned number = 0;
  std::uint32_t passage = 0;
  std::uint32_t begin = 0;
};

/// Texts of notes whose numbers rise, by number.
using Series = std::map<unsigned, NoteText>;

/// The heaviest sequence of calls with rising numbers.
class RisingCalls {
 public:
  RisingCalls(const std::vector<NoteCall>& calls, const Series& series)
      : calls_(calls),
        series_(series),
        tree_(std::min(series.rbegin()->first + most_without_text, highest_number) + 1,
              Chain{0, nowhere}) {}

  /// Among calls [begin, end); gives their places in `calls`, in order.
  std::vector<std::uint32_t> choose(std::uint32_t begin, std::uint32_t end) {
    before_.assign(end - begin, nowhere);
    for (std::uint32_t i = begin; i < end; ++i) {
      const unsigned weight = weight_of(calls_[i]);
      if (weight == 0) continue;
      const auto [heaviest, last] = heaviest_up_to(calls_[i].number - 1);
      before_[i - begin] = last;
      offer(calls_[i].number, {heaviest + weight, i});
    }
    std::vector<std::uint32_t> chosen;
    const auto highest = static_cast<unsigned>(tree_.size() - 1);
    for (std::uint32_t at = heaviest_up_to(highest).second; at != nowhere;
         at = before_[at - begin]) {
      chosen.push_back(at);
    }
    std::reverse(chosen.begin(), chosen.end());
    return chosen;
  }

 private:
  using Chain = std::pair<std::uint64_t, std::uint32_t>;  // its weight and its last call

  /// A call stands before its note; one without a text must be plain to see.
  unsigned weight_of(const NoteCall& call) const {
    if (call.number >= tree_.size()) return 0;
    const bool strong = call.strength == NoteCall::Strength::strong;
    const auto text = series_.find(call.number);
    if (text == series_.end()) return strong ? 2 : 0;
    if (call.span.begin >= text->second.begin) return 0;
    return strong ? 8 : 3;
  }

  Chain heaviest_up_to(unsigned number) const {
    Chain heaviest{0, nowhere};
    for (; number > 0; number -= number & (~number + 1)) {
      if (tree_[number].first > heaviest.first) heaviest = tree_[number];
    }
    return heaviest;
  }

  void offer(unsigned number, Chain chain) {
    for (; number < tree_.size(); number += number & (~number + 1)) {
      if (chain.first > tree_[number].first) tree_[number] = chain;
    }
  }

  const std::vector<NoteCall>& calls_;
  const Series& series_;
  std::vector<std::uint32_t> before_;
  std::vector<Chain> tree_;
};

class NoteFinder {
 public:
  NoteFinder(Document& document, TextFormat markup) : document_(document), markup_(markup) {}

  void find() {
    if (markup_ == TextFormat::markdown) return find_labels();
    find_numbers();
  }

  void place() {
    for (Footnote& note : document_.notes) {
      const auto from = note.caller ? note.caller : note.passage;
      if (from) note.section = document_.passages[*from].section;
      if (note.passage) document_.passages[*note.passage].section = note.section;
    }
    std::stable_sort(
        document_.notes.begin(), document_.notes.end(),
        [&](const Footnote& a, const Footnote& b) { return position(a) < position(b); });
    report();
  }

 private:
  std::string_view text() const { return document_.bytes; }

  // --- Markdown ---

  void find_labels() {
    std::map<std::string, std::uint32_t, std::less<>> texts;
    for (std::uint32_t i = 0; i < document_.passages.size(); ++i) {
      const Passage& passage = document_.passages[i];
      const std::string_view words = slice(text(), passage.ranges.front());
      if (passage.role != Role::note || !words.starts_with("[^")) continue;
      const std::string_view label = words.substr(2, words.find(']') - 2);
      texts.emplace(label, i);
    }
    std::map<std::string, std::uint32_t, std::less<>> uncalled = texts;
    for (std::uint32_t i = 0; i < document_.passages.size(); ++i) {
      const Passage& passage = document_.passages[i];
      if (!holds_words(passage.role) || passage.role == Role::code) continue;
      const std::uint32_t from = passage.role == Role::note ? 2 : 0;
      for (const Span range : passage.ranges) find_label_calls(i, range, from, texts, uncalled);
    }
    for (const auto& [label, passage] : uncalled) {
      document_.notes.push_back({label, passage, {}, {}, {}, false});
    }
  }

  void find_label_calls(std::uint32_t passage, Span range, std::uint32_t from,
                        const std::map<std::string, std::uint32_t, std::less<>>& texts,
                        std::map<std::string, std::uint32_t, std::less<>>& uncalled) {
    const std::string_view words = slice(text(), range);
    for (std::size_t at = words.find("[^", from); at != words.npos; at = words.find("[^", at + 2)) {
      const std::string_view behind = words.substr(at + 2, longest_label);
      const std::size_t size = behind.find(']');
      if (size == behind.npos || size == 0 || behind.find('\n') < size) continue;
      const std::size_t end = at + 2 + size;
      const std::string label(behind.substr(0, size));
      const auto found = texts.find(label);
      const Span call{range.begin + static_cast<std::uint32_t>(at),
                      range.begin + static_cast<std::uint32_t>(end + 1)};
      if (found == texts.end()) {
        document_.notes.push_back({label, {}, call, passage, {}, false});
      } else {
        uncalled.erase(label);
        document_.notes.push_back({label, found->second, call, passage, {}, false});
      }
    }
  }

  // --- plain text ---

  void find_numbers() {
    for (std::uint32_t i = 0; i < document_.passages.size(); ++i) {
      const Passage& passage = document_.passages[i];
      if (passage.role == Role::note) {
        take_text(i);
      } else if (holds_words(passage.role) && passage.role != Role::code &&
                 passage.role != Role::reference) {
        for (const Span range : passage.ranges) append_note_calls(text(), range, i, calls_);
      }
    }
    if (references_have_marks()) drop_bracketed_calls();
    if (series_.empty()) return match_without_texts();
    std::uint32_t next = 0;
    std::uint32_t farthest = 0;
    for (std::size_t i = 0; i < series_.size(); ++i) {
      // Else each of many series that find no call would look through all of them again.
      if (i >= farthest_series) {
        const std::uint32_t last = series_[i - farthest_series].rbegin()->second.begin;
        while (farthest < calls_.size() && calls_[farthest].span.begin < last) ++farthest;
        next = std::max(next, farthest);
      }
      std::uint32_t end = static_cast<std::uint32_t>(calls_.size());
      if (i + 1 < series_.size()) {
        const std::uint32_t last = series_[i].rbegin()->second.begin;
        end = next;
        while (end < calls_.size() && calls_[end].span.begin < last) ++end;
      }
      next = match(series_[i], next, end);
    }
  }

  void take_text(std::uint32_t passage) {
    const Span first = document_.passages[passage].ranges.front();
    const auto mark = note_mark(slice(text(), first));
    if (!mark) {
      document_.notes.push_back({{}, passage, {}, {}, {}, false});
      return;
    }
    if (series_.empty() || series_.back().rbegin()->first >= mark->number) series_.emplace_back();
    series_.back()[mark->number] = {mark->number, passage, first.begin};
  }

  /// "[12]" then names an item of the list of references.
  bool references_have_marks() const {
    return std::any_of(document_.passages.begin(), document_.passages.end(),
                       [&](const Passage& passage) {
                         const std::string_view words = slice(text(), passage.ranges.front());
                         return passage.role == Role::reference && words.starts_with('[') &&
                                note_mark(words).has_value();
                       });
  }

  void drop_bracketed_calls() {
    const auto is_bracketed = [&](const NoteCall& call) { return text()[call.span.begin] == '['; };
    calls_.erase(std::remove_if(calls_.begin(), calls_.end(), is_bracketed), calls_.end());
  }

  /// Gives where the calls of the next series may begin.
  std::uint32_t match(const Series& series, std::uint32_t begin, std::uint32_t end) {
    std::vector<std::uint32_t> chosen = RisingCalls(calls_, series).choose(begin, end);
    drop_loose_ends(series, chosen);
    std::map<unsigned, std::uint32_t> by_number;
    for (const std::uint32_t call : chosen) by_number[calls_[call].number] = call;
    for (const auto& [number, note] : series) {
      Footnote footnote{std::to_string(number), note.passage, {}, {}, {}, false};
      if (const auto call = by_number.find(number); call != by_number.end()) {
        footnote.call = calls_[call->second].span;
        footnote.caller = calls_[call->second].passage;
        by_number.erase(call);
      }
      document_.notes.push_back(std::move(footnote));
    }
    for (const auto& [number, call] : by_number) add_without_text(call);
    return chosen.empty() ? begin : chosen.back() + 1;
  }

  /// Below the first number that has a text, and above the last, calls must follow without a gap.
  void drop_loose_ends(const Series& series, std::vector<std::uint32_t>& chosen) const {
    const unsigned lowest = series.begin()->first;
    const unsigned highest = series.rbegin()->first;
    std::vector<std::uint32_t> kept;
    unsigned last = highest;
    for (const std::uint32_t call : chosen) {
      const unsigned number = calls_[call].number;
      if (number < lowest) continue;
      if (number > highest && number != last + 1) break;
      if (number > highest) last = number;
      kept.push_back(call);
    }
    chosen = std::move(kept);
  }

  void add_without_text(std::uint32_t call) {
    document_.notes.push_back({std::to_string(calls_[call].number),
                               {},
                               calls_[call].span,
                               calls_[call].passage,
                               {},
                               false});
  }

  /// All texts were lost: a run from 1 on still tells.
  void match_without_texts() {
    constexpr std::size_t shortest_run = 3;
    std::vector<std::uint32_t> run;
    for (std::uint32_t i = 0; i < calls_.size(); ++i) {
      if (calls_[i].strength == NoteCall::Strength::strong && calls_[i].number == run.size() + 1) {
        run.push_back(i);
      }
    }
    if (run.size() < shortest_run) return;
    for (const std::uint32_t call : run) add_without_text(call);
  }

  // --- both ---

  std::uint32_t position(const Footnote& note) const {
    if (note.call) return note.call->begin;
    return note.passage ? document_.passages[*note.passage].ranges.front().begin : 0;
  }

  void report() {
    const std::uint32_t widest = widest_note_line();
    const bool any_call = std::any_of(document_.notes.begin(), document_.notes.end(),
                                      [](const Footnote& note) { return note.call.has_value(); });
    for (Footnote& note : document_.notes) {
      if (!note.passage) {
        document_.findings.push_back(fmt::format("note {} is called at byte {} and has no text",
                                                 note.mark, note.call->begin));
      } else if (!note.call && any_call && !note.mark.empty()) {
        document_.findings.push_back(
            fmt::format("note {}, at byte {}, is called nowhere", note.mark, position(note)));
      }
      if (note.passage && markup_ == TextFormat::plain && !document_.original) {
        note.cut = is_cut(*note.passage, widest);
      }
      if (note.cut) {
        document_.findings.push_back(
            fmt::format("note {} is cut off at byte {}", note.mark,
                        document_.passages[*note.passage].ranges.back().end));
      }
    }
  }

  std::uint32_t last_line_width(Span range) const {
    const std::size_t feed = slice(text(), range).rfind('\n');
    return feed == std::string_view::npos ? range.size()
                                          : range.size() - static_cast<std::uint32_t>(feed) - 1;
  }

  std::uint32_t widest_note_line() const {
    std::uint32_t widest = 0;
    for (const Footnote& note : document_.notes) {
      if (!note.passage) continue;
      for (const Span range : document_.passages[*note.passage].ranges) {
        widest = std::max(widest, last_line_width(range));
      }
    }
    return widest;
  }

  /// The last line of a paragraph is seldom full; a full one without a stop goes on somewhere.
  bool is_cut(std::uint32_t passage, std::uint32_t widest) const {
    const Span last = document_.passages[passage].ranges.back();
    const std::string_view words = slice(text(), last);
    const char end = words.back();
    const bool open = (end >= 'a' && end <= 'z') || (end >= 'A' && end <= 'Z') || end == ',';
    const std::size_t word = words.find_last_of(" \n") + 1;
    return open && words.find("://", word) == std::string_view::npos &&
           last_line_width(last) * 5 >= widest * 4;
  }

  Document& document_;
  TextFormat markup_;
  std::vector<NoteCall> calls_;  // what may be one, in text order
  std::vector<Series> series_;   // in text order
};

}  // namespace

void find_notes(Document& document, TextFormat markup) {
  NoteFinder(document, markup).find();
}

void place_notes(Document& document, TextFormat markup) {
  NoteFinder(document, markup).place();
}

}  // namespace crossroads
