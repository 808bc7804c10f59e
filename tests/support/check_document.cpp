// SPDX-License-Identifier: Apache-2.0
#include "support/check_document.hpp"

#include <unicode/uchar.h>

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
