// SPDX-License-Identifier: Apache-2.0
#include "crossroads/text/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/checksum.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/location.hpp"
#include "crossroads/core/utf8.hpp"
#include "text/lines.hpp"
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
  const auto invalid = find_invalid_utf8(bytes);
  if (!invalid) return;
  const std::string place = to_string(locate(bytes, *invalid, id));
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  throw Error(ErrorKind::input,
              utf16 ? fmt::format("{}: is UTF-16, not UTF-8", place)
                    : fmt::format("{}: is not UTF-8: byte {:02x}", place,
                                  static_cast<unsigned char>(bytes[*invalid])),
              fmt::format("save it as UTF-8; 'iconv -f {} -t UTF-8' converts it",
                          utf16 ? "UTF-16" : "WINDOWS-1252"));
}

/// A Markdown heading without its marks: "## Title ##", or a line of "=" or "-" below it.
std::string_view without_marks(std::string_view heading) {
  const std::size_t last = heading.find_last_not_of("=-");
  if (last != heading.npos && (heading[last] == '\n' || heading[last] == '\r')) {
    heading = heading.substr(0, last);
  } else {
    heading = heading.substr(0, heading.find_last_not_of('#') + 1);
  }
  heading.remove_prefix(std::min(heading.find_first_not_of('#'), heading.size()));
  return heading;
}

std::string on_one_line(std::string_view text) {
  std::string words;
  for (const char c : text) {
    const bool white = c == ' ' || (c >= '\t' && c <= '\r');
    if (!white) {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

}  // namespace

TextFormat format_of(std::string_view name) {
  return ends_with_ignoring_case(name, ".md") || ends_with_ignoring_case(name, ".markdown")
             ? TextFormat::markdown
             : TextFormat::plain;
}

Document read_text(std::string id, std::string bytes, TextFormat format) {
  check(id, bytes);
  Document document;
  document.id = std::move(id);
  document.bytes = std::move(bytes);
  document.sha256 = sha256(document.bytes);
  document.passages = format == TextFormat::markdown ? markdown_passages(document.bytes)
                                                     : plain_text_passages(document.bytes);
  const auto heading = std::find_if(document.passages.begin(), document.passages.end(),
                                    [](const Passage& p) { return p.role == Role::heading; });
  if (heading != document.passages.end()) {
    const std::string words = text_of(document, *heading);
    document.title = on_one_line(format == TextFormat::markdown ? without_marks(words) : words);
  }
  if (document.title.empty()) document.title = document.id;
  return document;
}

}  // namespace crossroads
