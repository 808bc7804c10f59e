// SPDX-License-Identifier: Apache-2.0
#include "text/outline/byline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "crossroads/core/ascii.hpp"
#include "text/plain/lines.hpp"

namespace crossroads {
namespace {

bool is_white(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Gathers words into names.
class Names {
 public:
  explicit Names(std::string_view text) : text_(text) {}

  void word(Span span) {
    constexpr std::array<std::string_view, 9> joints = {"and", "with", "og",  "och", "und",
                                                        "et",  "y",    "AND", "&"};
    constexpr std::array<std::string_view, 8> others = {"By", "by",  "BY",  "PhD",
                                                        "Dr", "Dr.", "eds", "(eds.)"};
    const std::string_view spelled = slice(text_, span);
    if (is_one_of(spelled, joints)) return close();
    if (is_one_of(spelled, others)) return;
    constexpr std::array<std::string_view, 6> endings = {"Jr", "Jr.", "Sr", "Sr.", "II", "III"};
    if (name_.empty() && !authors_.empty() && is_one_of(spelled, endings)) {
      authors_.back().name += fmt::format(", {}", spelled);
      authors_.back().span.end = span.end;
      return;
    }
    if (!name_.empty()) name_ += ' ';
    name_ += spelled;
    if (span_.empty()) span_.begin = span.begin;
    span_.end = span.end;
  }

  void close() {
    if (!name_.empty()) authors_.push_back({std::move(name_), span_});
    name_.clear();
    span_ = {};
  }

  std::vector<Author> take() {
    close();
    return std::move(authors_);
  }

 private:
  std::string_view text_;
  std::string name_;
  Span span_;
  std::vector<Author> authors_;
};

/// Without emphasis around it and the marks of notes behind it.
Span without_marks(std::string_view text, Span word) {
  const auto is_mark = [](char c) { return c == '*' || c == '_' || is_ascii_digit(c); };
  while (!word.empty() && (text[word.begin] == '*' || text[word.begin] == '_')) ++word.begin;
  while (!word.empty() && is_mark(text[word.end - 1])) --word.end;
  return word;
}

}  // namespace

std::vector<Author> authors_of(std::string_view text, const std::vector<Span>& ranges) {
  Names names(text);
  unsigned brackets = 0;
  for (const Span range : ranges) {
    for (std::uint32_t at = range.begin; at < range.end;) {
      const char c = text[at];
      if (c == '(' || c == '[') ++brackets;
      if ((c == ')' || c == ']') && brackets > 0) --brackets;
      const bool parts = c == ',' || c == ';' || c == '/';
      if (parts && brackets == 0) names.close();
      if (parts || is_white(c) || brackets > 0 || c == ')' || c == ']') {
        ++at;
        continue;
      }
      std::uint32_t end = at;
      while (end < range.end && !is_white(text[end]) && text[end] != ',' && text[end] != ';' &&
             text[end] != '/' && text[end] != '(' && text[end] != '[') {
        ++end;
      }
      const Span word = without_marks(text, {at, end});
      if (!word.empty()) names.word(word);
      at = end;
    }
  }
  return names.take();
}

}  // namespace crossroads
