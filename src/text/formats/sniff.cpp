// SPDX-License-Identifier: Apache-2.0
#include "text/formats/sniff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/json.hpp"
#include "crossroads/core/utf8.hpp"
#include "text/formats/encoding.hpp"

namespace crossroads {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t beginning_size = 8192;

struct Magic {
  std::string_view bytes;
  const char* what;
  const char* remedy;
};

constexpr std::array<Magic, 9> not_read{{
    {"{\\rtf"sv, "is RTF, which is not read", "save it as .docx or .odt"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "is of an old Microsoft Office, which is not read",
     "save it as .docx"},
    {"%!PS"sv, "is PostScript, which is not read", "'ps2pdf' makes a PDF of it"},
    {"\x1F\x8B"sv, "is compressed by gzip", "unpack it first"},
    {"\xFD\x37zXZ"sv, "is compressed by xz", "unpack it first"},
    {"\x89PNG"sv, "is a picture, not a text", ""},
    {"\xFF\xD8\xFF"sv, "is a picture, not a text", ""},
    {"GIF87a"sv, "is a picture, not a text", ""},
    {"GIF89a"sv, "is a picture, not a text", ""},
}};

std::string_view without_lead(std::string_view text) {
  if (text.starts_with("\uFEFF")) text.remove_prefix(3);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text;
}

/// Behind XML's declaration, comments, processing instructions and document type.
std::string_view at_root(std::string_view text) {
  for (;;) {
    text = without_lead(text);
    std::string_view end;
    if (text.starts_with("<?")) {
      end = "?>";
    } else if (text.starts_with("<!--")) {
      end = "-->";
    } else if (text.starts_with("<!")) {
      end = ">";
    } else {
      return text;
    }
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + end.size());
  }
}

bool is_html(std::string_view bytes) {
  const auto begins = [](std::string_view text, std::string_view word) {
    return ascii_lower(text.substr(0, word.size())) == word;
  };
  std::string_view text = without_lead(bytes);
  while (text.starts_with("<!--") || text.starts_with("<?xml")) {
    const std::size_t end = text.find('>');
    if (end == std::string_view::npos) return false;
    text = without_lead(text.substr(end + 1));
  }
  return begins(text, "<!doctype html") ||
         (begins(text, "<html") && text.substr(5, 1).find_first_of(" \t\r\n>") == 0);
}

/// What a zip is, by the names in it and, of those that have one, by their "mimetype".
TextFormat zip_format(const std::string& name, std::string_view bytes) {
  const std::string_view first = bytes.substr(0, 256);
  const auto says = [&](std::string_view type) { return first.find(type) != first.npos; };
  if (says("mimetypeapplication/epub+zip")) return TextFormat::epub;
  if (says("mimetypeapplication/vnd.oasis.opendocument.text")) return TextFormat::odt;
  if (bytes.find("word/document.xml") != bytes.npos) return TextFormat::docx;
  if (bytes.find("META-INF/container.xml") != bytes.npos) return TextFormat::epub;
  const bool office = bytes.find("[Content_Types].xml") != bytes.npos || says("mimetype");
  throw Error(ErrorKind::input,
              fmt::format("{}: {}", name,
                          office ? "is an office file, but not a text" : "is a zip archive"),
              office ? "" : "unpack it first");
}

}  // namespace

bool has_text_ending(std::string_view name) {
  const std::string small = ascii_lower(name);
  return format_of(name) != TextFormat::plain || small.ends_with(".txt") ||
         small.ends_with(".text");
}

bool looks_binary(std::string_view bytes) {
  if (has_wide_mark(bytes)) return false;
  std::string_view sample = bytes.substr(0, beginning_size);
  std::size_t controls = 0;
  for (const char c : sample) {
    const auto byte = static_cast<unsigned char>(c);
    const bool blank = (byte >= '\t' && byte <= '\r') || byte == 0x1B || byte == '\b';
    if (byte < 0x20 && !blank) ++controls;
  }
  if (controls == 0) return false;
  const auto invalid = find_invalid_utf8(sample);
  const bool cut = invalid && sample.size() < bytes.size() && *invalid + 4 > sample.size();
  return controls * 10 > sample.size() || (invalid && !cut && controls * 100 > sample.size());
}

std::string_view xml_root(std::string_view beginning) {
  std::string_view text = at_root(beginning);
  if (!text.starts_with('<')) return {};
  text = text.substr(1, text.find_first_of(" \t\r\n/>", 1) - 1);
  const std::size_t colon = text.find(':');
  return colon == text.npos ? text : text.substr(colon + 1);
}

bool is_tei(std::string_view beginning) {
  const std::string_view root = xml_root(beginning);
  return root == "TEI" || root == "teiCorpus" || root == "TEI.2";
}

bool may_hold_texts(std::string_view beginning) {
  if (has_wide_mark(beginning)) return true;
  const std::string_view text = without_lead(beginning);
  if (!text.starts_with('{')) return false;
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  if (end == text.npos && line.find("\"text\"") == line.npos) return line.size() >= beginning_size;
  try {
    const JsonValue value = read_json(line, "line");
    const JsonValue* words = value.find("text");
    return words != nullptr && words->string() != nullptr;
  } catch (const Error&) {
    return line.find("\"text\"") != line.npos;  // a line that is ill-formed is reported as such
  }
}

TextFormat sniff(const std::string& name, std::string_view bytes, TextFormat by_name) {
  for (const Magic& magic : not_read) {
    if (bytes.starts_with(magic.bytes)) {
      throw Error(ErrorKind::input, fmt::format("{}: {}", name, magic.what), magic.remedy);
    }
  }
  if (bytes.starts_with("%PDF-")) return TextFormat::pdf;
  if (bytes.starts_with("PK\x03\x04"sv)) return zip_format(name, bytes);
  // A PDF may begin with other bytes.
  if (by_name == TextFormat::pdf && bytes.substr(0, 1024).find("%PDF-") != bytes.npos) {
    return TextFormat::pdf;
  }
  const bool is_markup = without_lead(bytes).starts_with('<');
  if (is_markup && by_name != TextFormat::json_lines && is_html(bytes)) return TextFormat::html;
  if (is_markup && is_tei(bytes)) return TextFormat::tei;
  if (by_name != TextFormat::plain) return by_name;
  if (ascii_lower(name).ends_with(".xml")) {
    const std::string_view root = xml_root(bytes);
    throw Error(ErrorKind::input,
                root.empty() ? fmt::format("{}: is not XML", name)
                             : fmt::format("{}: is XML, but not TEI (its root is <{}>)", name,
                                           root.substr(0, 40)),
                "of XML, only TEI and XHTML are read");
  }
  if (!has_text_ending(name) && !has_wide_mark(bytes) && may_hold_texts(bytes))
    return TextFormat::json_lines;
  return by_name;
}

}  // namespace crossroads
