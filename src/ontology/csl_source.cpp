// SPDX-License-Identifier: Apache-2.0
#include "ontology/csl_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/core/utf8.hpp"
#include "crossroads/ontology/date.hpp"
#include "ontology/values.hpp"

namespace crossroads {
namespace {

/// Whether that is a tag of the markup that CSL-JSON allows in its strings, without its "<>".
bool is_markup(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  constexpr std::array<std::string_view, 6> names = {"i", "b", "sup", "sub", "sc", "span"};
  return tag.starts_with("span ") || std::find(names.begin(), names.end(), tag) != names.end();
}

/// On one line, without markup. Any other "<" is one that was written.
std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '<') {
      constexpr std::size_t longest_tag = 80;
      const std::size_t end = text.substr(at + 1, longest_tag).find('>');
      if (end != std::string_view::npos && is_markup(text.substr(at + 1, end))) {
        at += end + 1;
        continue;
      }
    }
    out += text[at];
  }
  return printable_line(out);
}

/// A string, or a number as some write it; of an array (Crossref's), the first.
std::string text_of(const JsonValue& value) {
  if (const std::string* text = value.string()) return plain(*text);
  if (const auto number = value.integer()) return std::to_string(*number);
  if (!value.items().empty() && !value.items().front().is(JsonValue::Kind::array)) {
    return text_of(value.items().front());
  }
  return {};
}

std::string field(const JsonValue& object, std::string_view name) {
  const JsonValue* value = object.find(name);
  return value == nullptr ? std::string() : text_of(*value);
}

std::string name_of(const JsonValue& name) {
  if (!name.is(JsonValue::Kind::object)) return text_of(name);
  std::string whole = field(name, "literal");
  if (!whole.empty()) return whole;
  for (const std::string_view part :
       {"given", "dropping-particle", "non-dropping-particle", "family", "suffix"}) {
    const std::string text = field(name, part);
    if (!text.empty()) whole += (whole.empty() ? "" : " ") + text;
  }
  return whole;
}

/// "A", "A and B", "A, B and C", "A and others".
std::string people(const JsonValue& work, std::string_view role) {
  const JsonValue* all = work.find(role);
  if (all == nullptr) return {};
  std::vector<std::string> names;
  bool others = false;
  for (const JsonValue& name : all->items()) {
    std::string text = name_of(name);
    if (text == "others") {
      others = true;
    } else if (!text.empty()) {
      names.push_back(std::move(text));
    }
  }
  constexpr std::size_t most = 3;
  if (names.size() > most) {
    names.resize(1);
    others = true;
  }
  if (others && !names.empty()) names.emplace_back("others");
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

/// What holds the work, or else who published it; and its number (of a report, a symbol).
std::string where(const JsonValue& work, std::string_view said) {
  std::string text;
  const auto add = [&](const std::string& part) {
    if (part.empty() || said.find(part) != std::string_view::npos) return;
    if (!text.empty()) text += ", ";
    text += part;
  };
  add(field(work, "container-title"));
  const std::string publisher = field(work, "publisher");
  if (text.empty() && !is_url(publisher)) add(publisher);
  add(field(work, "number"));
  return text;
}

std::optional<unsigned> date_part(const JsonValue& value) {
  const std::string digits = text_of(value);  // Zotero writes strings
  unsigned number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || read.ec != std::errc() || read.ptr != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return number;
}

/// The first four digits that stand alone and are a year.
std::string year_within(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - at == 4 && is_date(text.substr(at, 4))) return std::string(text.substr(at, 4));
    at = std::max(end, at + 1);
  }
  return {};
}

/// The date that a work has by that name, of a span its beginning: YYYY[-MM[-DD]], or nothing.
std::string date_of(const JsonValue& work, std::string_view name) {
  const JsonValue* date = work.find(name);
  if (date == nullptr) return {};
  const JsonValue* parts = date->find("date-parts");
  if (parts == nullptr || parts->items().empty()) {
    for (const std::string_view way : {"raw", "literal"}) {
      std::string year = year_within(field(*date, way));
      if (!year.empty()) return year;
    }
    return year_within(text_of(*date));
  }
  std::string text;
  for (const JsonValue& part : parts->items().front().items()) {
    const std::optional<unsigned> number = date_part(part);
    if (!number) break;
    const std::string longer =
        text.empty() ? fmt::format("{:04}", *number) : fmt::format("{}-{:02}", text, *number);
    if (!is_date(longer)) break;
    text = longer;
  }
  return text;
}

/// As it is written, where it is no URL either.
std::string address_of(const JsonValue& work) {
  const std::string url = field(work, "URL");
  const std::string doi = field(work, "DOI");
  if (is_url(url) || (!url.empty() && doi.empty())) return url;
  if (!doi.empty()) return doi.starts_with("http") ? doi : "https://doi.org/" + doi;
  const std::string how = field(work, "publisher");  // pandoc's place for howpublished = {\url{…}}
  return how.find("://") != std::string::npos && is_url(how) ? how : std::string();
}

/// "example.org, read 2026-11-24".
std::string seen(const JsonValue& work, std::string_view url) {
  const std::string date = date_of(work, "accessed");
  const std::size_t slashes = url.find("://");
  if (date.empty() || slashes == std::string_view::npos) return {};
  std::string_view host = url.substr(slashes + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return fmt::format("{}, read {}", host, date);
}

/// U+00C0 to U+017F without their accents; "-" where there is no such letter.
constexpr std::string_view bare_letters =
    "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(bare_letters.size() == 0x180 - 0xC0);

}  // namespace

std::string csl_key(const JsonValue& work) {
  std::string key = field(work, "citation-key");
  return key.empty() ? field(work, "id") : key;
}

Source csl_source(const JsonValue& work) {
  Source source;
  std::string authors = people(work, "author");
  if (authors.empty()) {
    authors = people(work, "editor");
    if (!authors.empty()) authors += " (ed.)";
  }
  const std::string title = field(work, "title");
  source.title = authors + (authors.empty() || title.empty() ? "" : ", ") + title;
  if (source.title.empty()) return source;
  const std::string place = where(work, source.title);
  if (!place.empty()) source.title += " (" + place + ")";
  source.year = date_of(work, "issued").substr(0, 4);
  source.url = address_of(work);
  source.seen = seen(work, source.url);
  return source;
}

std::string id_of_key(std::string_view key) {
  std::string id;
  const auto add = [&](char c) {
    const bool joins = c == '-' || c == '.' || c == '_';
    if (joins && id.empty()) return;
    if (c == '-' && id.back() == '-') return;
    id += c;
  };
  for (std::size_t at = 0; at < key.size();) {
    const CodePoint point = code_point_at(key, at);
    at += point.size;
    if (point.value >= 0xC0 && point.value < 0x180) {
      add(bare_letters[point.value - 0xC0]);
    } else if (point.value < 0x80) {
      const char c = ascii_lower(static_cast<char>(point.value));
      add(is_id(std::string("a") + c) ? c : '-');
    } else if (point.value < 0x300 || point.value > 0x36F) {  // no accent that stands alone
      add('-');
    }
  }
  while (id.ends_with('-')) id.pop_back();
  return id;
}

}  // namespace crossroads
