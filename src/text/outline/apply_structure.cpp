// SPDX-License-Identifier: Apache-2.0
#include "text/outline/apply_structure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "crossroads/core/error.hpp"
#include "text/plain/lines.hpp"

namespace crossroads {
namespace {

[[noreturn]] void refuse(const Document& document, const std::string& what) {
  throw Error(ErrorKind::input, fmt::format("{}: its structure file {}", document.id, what),
              "'crossroads read --format structure' writes a new one to correct");
}

bool at_code_point(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// All that the named passages hold, in order.
std::vector<Span> taken(const Structure& structure, const Document& document) {
  std::vector<Span> all;
  for (const Structure::Part& part : structure.passages) {
    for (const Span range : part.ranges) {
      if (range.end > document.bytes.size() || !at_code_point(document.bytes, range.begin) ||
          !at_code_point(document.bytes, range.end)) {
        refuse(document, fmt::format("names bytes {}-{}, which are no stretch of the text",
                                     range.begin, range.end));
      }
      all.push_back(range);
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// What is left of a passage.
std::vector<Span> without(std::string_view text, const std::vector<Span>& ranges,
                          const std::vector<Span>& taken) {
  std::vector<Span> left;
  const auto keep = [&](Span span) {
    span = trimmed(text, span);
    if (!span.empty()) left.push_back(span);
  };
  for (Span range : ranges) {
    auto cut = std::upper_bound(taken.begin(), taken.end(), range.begin,
                                [](std::uint32_t at, Span of) { return at < of.end; });
    for (; cut != taken.end() && cut->begin < range.end; ++cut) {
      if (cut->begin > range.begin) keep({range.begin, cut->begin});
      range.begin = std::min(cut->end, range.end);
    }
    if (!range.empty()) keep(range);
  }
  return left;
}

/// Which passage holds a byte.
class PassageIndex {
 public:
  explicit PassageIndex(const Document& document) {
    for (std::uint32_t i = 0; i < document.passages.size(); ++i) {
      for (const Span range : document.passages[i].ranges) ranges_.emplace_back(range, i);
    }
    std::sort(ranges_.begin(), ranges_.end());
  }

  [[nodiscard]] std::optional<std::uint32_t> at(std::uint32_t byte) const {
    const auto range = std::upper_bound(
        ranges_.begin(), ranges_.end(), byte,
        [](std::uint32_t wanted, const auto& of) { return wanted < of.first.end; });
    if (range == ranges_.end() || byte < range->first.begin) return std::nullopt;
    return range->second;
  }

 private:
  std::vector<std::pair<Span, std::uint32_t>> ranges_;
};

bool holds(const Document& document, std::optional<std::uint32_t> passage, Span call) {
  if (!passage) return false;
  const auto& ranges = document.passages[*passage].ranges;
  return at_code_point(document.bytes, call.begin) && call.end <= document.bytes.size() &&
         at_code_point(document.bytes, call.end) &&
         std::any_of(ranges.begin(), ranges.end(),
                     [&](Span range) { return range.contains(call); });
}

}  // namespace

void apply_passages(const Structure& structure, Document& document) {
  if (!structure.sha256.empty() && structure.sha256 != document.sha256) {
    refuse(document, "was made for another version of the text");
  }
  if (structure.passages.empty()) return;
  const std::vector<Span> cut = taken(structure, document);
  std::vector<Passage> passages;
  for (Passage& passage : document.passages) {
    passage.ranges = without(document.bytes, passage.ranges, cut);
    passage.lead_in.reset();  // passages have moved
    if (!passage.ranges.empty()) passages.push_back(std::move(passage));
  }
  for (const Structure::Part& part : structure.passages) {
    Passage passage;
    for (const Span range : part.ranges) {
      const Span words = trimmed(document.bytes, range);
      if (!words.empty()) passage.ranges.push_back(words);
    }
    passage.role = part.role;
    passage.level = part.level;
    if (!passage.ranges.empty()) passages.push_back(std::move(passage));
  }
  std::sort(passages.begin(), passages.end(),
            [](const Passage& a, const Passage& b) { return a.ranges.front() < b.ranges.front(); });
  document.passages = std::move(passages);
  document.notes.clear();  // their passages have moved
}

void apply_notes(const Structure& structure, Document& document) {
  document.notes.clear();
  const PassageIndex passages(document);
  for (const Structure::Note& note : *structure.notes) {
    Footnote footnote{note.mark, {}, note.call, {}, {}, false};
    if (note.text) footnote.passage = passages.at(*note.text);
    if (note.call) footnote.caller = passages.at(note.call->begin);
    if (note.text && !footnote.passage) {
      refuse(document, fmt::format("says that note '{}' stands at byte {}, where no passage is",
                                   note.mark, *note.text));
    }
    if (note.call && !holds(document, footnote.caller, *note.call)) {
      refuse(document, fmt::format("says that note '{}' is called at bytes {}-{}, which lie in no "
                                   "passage",
                                   note.mark, note.call->begin, note.call->end));
    }
    document.notes.push_back(std::move(footnote));
  }
}

void apply_metadata(const Structure& structure, Document& document) {
  const auto replace = [](std::string& old, const std::string& with) {
    if (!with.empty()) old = with;
  };
  replace(document.title, structure.title);
  replace(document.metadata.date, structure.metadata.date);
  replace(document.metadata.language, structure.metadata.language);
  replace(document.metadata.source, structure.metadata.source);
  if (!structure.metadata.authors.empty()) document.metadata.authors = structure.metadata.authors;
}

bool names_passage(const Structure& structure, const Document& document, std::uint32_t start) {
  const auto behind = std::upper_bound(structure.passages.begin(), structure.passages.end(), start,
                                       [](std::uint32_t byte, const Structure::Part& part) {
                                         return byte < part.ranges.front().begin;
                                       });
  if (behind == structure.passages.begin()) return false;
  return trimmed(document.bytes, std::prev(behind)->ranges.front()).begin == start;
}

void check_sections(const Structure& structure, const Document& document) {
  std::vector<std::uint32_t> headings;
  for (const Passage& passage : document.passages) {
    if (passage.role == Role::heading) headings.push_back(passage.span().begin);
  }
  for (const Structure::Heading& said : structure.sections) {
    const auto at = std::lower_bound(headings.begin(), headings.end(), said.start);
    if (at != headings.end() && *at == said.start) continue;
    std::string where =
        fmt::format("says that a section begins at byte {}, where no heading does", said.start);
    if (!headings.empty()) {
      const std::uint32_t near = at == headings.end() ? headings.back() : *at;
      where += fmt::format("; one near begins at {}", near);
    }
    refuse(document, where);
  }
}

const Structure::Heading* heading_at(const Structure& structure, std::uint32_t start) {
  const auto at = std::lower_bound(
      structure.sections.begin(), structure.sections.end(), start,
      [](const Structure::Heading& heading, std::uint32_t byte) { return heading.start < byte; });
  return at != structure.sections.end() && at->start == start ? &*at : nullptr;
}

}  // namespace crossroads
