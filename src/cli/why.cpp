// SPDX-License-Identifier: Apache-2.0
#include "cli/why.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>

#include "crossroads/core/error.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/core/utf8.hpp"
#include "crossroads/link/explain.hpp"

namespace crossroads {
namespace {

constexpr std::size_t most_places = 20;

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

bool is_white(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Where `words` end that begin at `at`, any white space being any other; 0 if they don't.
std::size_t end_of(std::string_view text, std::size_t at, std::string_view words) {
  for (std::size_t i = 0; i < words.size();) {
    if (!is_white(words[i])) {
      if (at >= text.size() || text[at++] != words[i++]) return 0;
      continue;
    }
    if (at >= text.size() || !is_white(text[at])) return 0;
    while (at < text.size() && is_white(text[at])) ++at;
    while (i < words.size() && is_white(words[i])) ++i;
  }
  return at;
}

/// Letters and digits, as far as it matters whether a word goes on: all but ASCII's signs,
/// Latin-1's and general punctuation.
bool goes_on(char32_t c) {
  if (c < 0x80) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
  return c >= 0xC0 && (c < 0x2000 || c > 0x206F);
}

bool cuts_word(std::string_view text, std::size_t begin, std::size_t end) {
  return (begin > 0 && goes_on(code_point_before(text, begin).value)) ||
         (end < text.size() && goes_on(code_point_at(text, end).value));
}

bool is_boundary(const std::string& text, std::size_t at) {
  return at == text.size() || (text[at] & 0xC0) != 0x80;
}

std::string trimmed(std::string text) {
  while (!text.empty() && is_white(text.back())) text.pop_back();
  text.erase(0, static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_white) -
                                         text.begin()));
  return text;
}

}  // namespace

WhyQuestion::WhyQuestion(const std::string& text) : words_(trimmed(text)) {
  if (words_.empty()) {
    throw Error(ErrorKind::question, "--why asks for nothing",
                "name a place, as in report.txt:10-14, or quote words of a text");
  }
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) return;
  const std::string_view rest = std::string_view(text).substr(colon + 1);
  const std::size_t dash = rest.find('-');
  if (dash == rest.npos) return;
  const auto begin = number(rest.substr(0, dash));
  const auto end = number(rest.substr(dash + 1));
  if (!begin || !end) return;
  document_ = text.substr(0, colon);
  span_ = Span{*begin, *end};
}

std::vector<Span> WhyQuestion::places_in(const Document& document) const {
  const std::string& text = document.bytes;
  if (span_) {
    if (document.id != document_) return {};
    if (span_->begin >= span_->end || span_->end > text.size() ||
        !is_boundary(text, span_->begin) || !is_boundary(text, span_->end)) {
      throw Error(
          ErrorKind::question,
          fmt::format("--why {}: the text has no such place", printable_line(words_)),
          fmt::format("it has {} bytes; a place begins and ends between characters", text.size()));
    }
    return {*span_};
  }
  std::vector<Span> whole;
  std::vector<Span> within;  // within words: of interest only where there is nothing else
  for (std::size_t at = text.find(words_[0]); at != std::string::npos;
       at = text.find(words_[0], at + 1)) {
    const std::size_t end = end_of(text, at, words_);
    if (end == 0) continue;
    (cuts_word(text, at, end) ? within : whole)
        .push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
  }
  return whole.empty() ? within : whole;
}

std::string WhyQuestion::answer(const Lexicon& lexicon, const Ontology& ontology,
                                const Document& document, const LinkOptions& options) {
  const std::vector<Span> places = places_in(document);
  if (places.empty()) return "";
  answered_ = true;
  LinkOptions linking = options;
  linking.reasons = Reasons::on;
  const Links links = link(lexicon, document, linking);
  std::string out;
  for (std::size_t i = 0; i < places.size() && i < most_places; ++i) {
    const Span span = places[i];
    out +=
        fmt::format("{}:{}-{}: “{}” {}", document.id, span.begin, span.end,
                    printable_line(document.bytes.substr(span.begin, span.size())),
                    text_of(ontology, document, explain(ontology, document, links, span, options)));
  }
  if (places.size() > most_places) {
    out += fmt::format("{}: and {} more\n", document.id, places.size() - most_places);
  }
  return out;
}

}  // namespace crossroads
