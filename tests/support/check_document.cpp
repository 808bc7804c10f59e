// SPDX-License-Identifier: Apache-2.0
#include "support/check_document.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "crossroads/core/utf8.hpp"

namespace crossroads::test {
namespace {

bool is_white(char32_t c) {
  return c == 0xFEFF || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

std::string shown(Span span) {
  return std::to_string(span.begin) + "-" + std::to_string(span.end);
}

class Checker {
 public:
  explicit Checker(const Document& document)
      : document_(document), text_(document.bytes), covered_(text_.size(), false) {}

  std::string run() {
    if (document_.id.empty()) problem("the id is empty");
    if (document_.title.empty()) problem("the title is empty");
    std::uint32_t last_begin = 0;
    for (const Passage& passage : document_.passages) {
      if (passage.ranges.empty()) {
        problem("a passage has no range");
        continue;
      }
      check(passage);
      if (passage.ranges.front().begin < last_begin) {
        problem("out of order: " + shown(passage.ranges.front()));
      }
      last_begin = passage.ranges.front().begin;
    }
    check_cover();
    check_sections();
    check_notes();
    return problems_;
  }

 private:
  void problem(const std::string& what) {
    if (problems_.size() < 2000) problems_ += what + "\n";
  }

  bool at_code_point(std::uint32_t offset) const {
    return offset == text_.size() || (static_cast<unsigned char>(text_[offset]) & 0xC0U) != 0x80U;
  }

  void check(const Passage& passage) {
    std::uint32_t last_end = 0;
    for (const Span range : passage.ranges) {
      if (range.begin >= range.end || range.end > text_.size()) {
        problem("not a range of the text: " + shown(range));
        continue;
      }
      if (range.begin < last_end) problem("ranges out of order: " + shown(range));
      last_end = range.end;
      if (!at_code_point(range.begin) || !at_code_point(range.end)) {
        problem("within a code point: " + shown(range));
        continue;
      }
      if (is_white(code_point_at(text_, range.begin).value) ||
          is_white(code_point_before(text_, range.end).value)) {
        problem("white space at an end: " + shown(range));
      }
      for (std::uint32_t at = range.begin; at < range.end; ++at) {
        if (covered_[at]) return problem("overlaps: " + shown(range));
        covered_[at] = true;
      }
    }
  }

  void check_cover() {
    for (std::size_t at = 0; at < text_.size();) {
      const CodePoint point = code_point_at(text_, at);
      if (!covered_[at] && !is_white(point.value)) {
        return problem("byte " + std::to_string(at) + " is in no passage");
      }
      at += point.size;
    }
  }

  bool is_passage(std::uint32_t place) const { return place < document_.passages.size(); }

  void check_sections() {
    const auto& sections = document_.sections;
    for (std::uint32_t i = 0; i < sections.size(); ++i) {
      const Section& section = sections[i];
      if (section.first >= section.end || section.end > document_.passages.size()) {
        problem("a section holds nothing");
        continue;
      }
      if (document_.passages[section.first].role != Role::heading) problem("no heading");
      if (i > 0 && section.first <= sections[i - 1].first) problem("sections out of order");
      if (!section.parent) {
        if (section.level != 1) problem("an outermost section of another level than 1");
        continue;
      }
      if (*section.parent >= i) {
        problem("a section before its parent");
        continue;
      }
      const Section& parent = sections[*section.parent];
      if (section.end > parent.end) problem("a section ends behind its parent");
      if (section.level != parent.level + 1) problem("a section is not one below its parent");
    }
    for (const Passage& passage : document_.passages) {
      if (passage.section && *passage.section >= sections.size()) problem("no such section");
      if (passage.lead_in && !is_passage(*passage.lead_in)) problem("no such lead-in");
      if (passage.lead_in && passage.role != Role::list_item) problem("a lead-in without a list");
    }
  }

  void check_notes() {
    std::uint32_t last_call = 0;
    for (const Footnote& note : document_.notes) {
      if (!note.call && !note.passage) problem("a note with neither call nor text");
      if (note.call.has_value() != note.caller.has_value()) problem("a call without its passage");
      if (note.passage && !is_passage(*note.passage)) problem("no such passage of a note");
      if (!note.call || !note.caller || !is_passage(*note.caller)) continue;
      const Passage& caller = document_.passages[*note.caller];
      const bool within = std::any_of(caller.ranges.begin(), caller.ranges.end(),
                                      [&](Span range) { return range.contains(*note.call); });
      if (!within) problem("a call outside its passage: " + shown(*note.call));
      if (note.call->begin < last_call) problem("notes out of order");
      last_call = note.call->begin;
    }
    std::uint32_t last_page = 0;
    for (const Page& page : document_.pages) {
      if (page.begin < last_page || page.begin > text_.size()) problem("pages out of order");
      last_page = page.begin;
    }
  }

  const Document& document_;
  std::string_view text_;
  std::vector<bool> covered_;
  std::string problems_;
};

}  // namespace

std::string violations(const Document& document) {
  return Checker(document).run();
}

}  // namespace crossroads::test
