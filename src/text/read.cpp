// SPDX-License-Identifier: Apache-2.0
#include "crossroads/text/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/error.hpp"
#include "text/complete.hpp"
#include "text/formats/encoding.hpp"
#include "text/formats/front_matter.hpp"
#include "text/readers.hpp"

namespace crossroads {
namespace {

bool ends_with_ignoring_case(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() &&
         std::equal(ending.begin(), ending.end(),
                    text.end() - static_cast<std::ptrdiff_t>(ending.size()),
                    [](char a, char b) { return a == ascii_lower(b); });
}

void check(const std::string& id, std::string_view bytes) {
  if (bytes.size() >= std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorKind::input, fmt::format("{}: is 4 GiB or larger", id), "split it");
  }
  refuse_other_than_utf8(id, bytes);
}

}  // namespace

TextFormat format_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, TextFormat>, 13> endings{{
      {".md", TextFormat::markdown},
      {".markdown", TextFormat::markdown},
      {".html", TextFormat::html},
      {".htm", TextFormat::html},
      {".xhtml", TextFormat::html},
      {".tei", TextFormat::tei},
      {".tei.xml", TextFormat::tei},
      {".jsonl", TextFormat::json_lines},
      {".ndjson", TextFormat::json_lines},
      {".pdf", TextFormat::pdf},
      {".docx", TextFormat::docx},
      {".odt", TextFormat::odt},
      {".epub", TextFormat::epub},
  }};
  const auto* known = std::find_if(endings.begin(), endings.end(), [&](const auto& ending) {
    return ends_with_ignoring_case(name, ending.first);
  });
  return known == endings.end() ? TextFormat::plain : known->second;
}

Document read_text(std::string id, std::string bytes, TextFormat format,
                   const ReadOptions& options) {
  check(id, bytes);
  Document document;
  document.id = std::move(id);
  document.bytes = std::move(bytes);
  document.passages = format == TextFormat::markdown ? markdown_passages(document.bytes)
                                                     : plain_text_passages(document.bytes);
  if (format == TextFormat::markdown) read_front_matter(document);
  complete(document, format, options);
  return document;
}

}  // namespace crossroads
