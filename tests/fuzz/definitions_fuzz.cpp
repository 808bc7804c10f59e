// SPDX-License-Identifier: Apache-2.0
// Any text, read as plain text and as Markdown, and as one passage that is interrupted: the
// definitions found keep their promises.
#include <cstdint>
#include <string>
#include <string_view>

#include "crossroads/core/utf8.hpp"
#include "crossroads/link/definitions.hpp"
#include "crossroads/text/read.hpp"
#include "fuzz/require.hpp"
#include "support/check_definitions.hpp"
#include "text/words/broken_words.hpp"

namespace {

using namespace crossroads;
using test::require;

void check(const Document& document) {
  const std::string wrong = test::violations(document, find_definitions(document));
  require(wrong.empty(), wrong);
}

/// The text as one passage, but for its middle third.
Document interrupted(std::string_view text) {
  const auto begin_of = [&](std::size_t at) {
    while (at < text.size() && (text[at] & 0xC0) == 0x80) ++at;
    return static_cast<std::uint32_t>(at);
  };
  Document document;
  document.id = "fuzz";
  document.bytes = text;
  const Span first{0, begin_of(text.size() / 3)};
  const Span last{begin_of(2 * text.size() / 3), static_cast<std::uint32_t>(text.size())};
  if (first.empty() || last.empty()) return document;
  document.passages.push_back({{first, last}, Role::body});
  document.broken_words = find_broken_words(document);
  return document;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (find_invalid_utf8(input)) return 0;
  const std::string text(input);
  for (const TextFormat format : {TextFormat::plain, TextFormat::markdown}) {
    check(read_text("fuzz", text, format));
  }
  check(interrupted(text));
  return 0;
}
