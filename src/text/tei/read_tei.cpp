// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <utility>

#include "crossroads/core/checksum.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/location.hpp"
#include "crossroads/core/version.hpp"
#include "text/readers.hpp"
#include "text/tei/reader.hpp"

namespace crossroads {

void TeiReader::text(const XmlElement& tei) {
  from_grobid_ = names_grobid(tei);
  write_head_of_article(tei);
  content(tei, {});
  writer_.end();
}

bool TeiReader::names_grobid(const XmlElement& tei) {
  const XmlElement* application =
      descendant_of(tei, {"teiHeader", "encodingDesc", "appInfo", "application"});
  return application != nullptr && attribute_of(*application, "ident") == "GROBID";
}

void TeiReader::write_head_of_article(const XmlElement& tei) {
  const XmlElement* abstract = descendant_of(tei, {"teiHeader", "profileDesc", "abstract"});
  if (!from_grobid_ && abstract == nullptr) return;
  Document said;
  read_tei_header(tei, said);
  line(Role::heading, 1, said.title);
  std::string authors;
  for (const std::string& name : said.metadata.authors) {
    authors += (authors.empty() ? "" : ", ") + name;
  }
  line(Role::byline, 0, authors);
  if (abstract != nullptr) content(*abstract, {});
  writer_.end();
}

void TeiReader::line(Role role, unsigned level, std::string_view words) {
  writer_.begin(role, level);
  writer_.words(words);
  writer_.end();
}

void TeiReader::content(const XmlElement& element, Place place) {
  const std::string_view text = element.text;
  const std::optional<std::uint32_t> lead_in = place.lead_in;
  std::optional<std::uint32_t> introduction;
  std::size_t at = 0;
  bool first = true;
  for (const XmlElement& child : element.children) {
    words(text.substr(at, child.text_before - at), place);
    at = child.text_before;
    if (!first && is_part_of_name(tei_name(child)) && writer_.is_open()) writer_.words(" ");
    first = false;
    const bool list = tei_name(child) == "list" && !place.flat;
    if (list) introduction = end(place).has_value() ? writer_.last_passage() : introduction;
    const std::size_t before = writer_.passages();
    place.lead_in = list ? introduction : lead_in;
    visit(child, place);
    if (place.flat || tei_name(child) == "pb") continue;
    const bool said = tei_name(child) == "p" && writer_.passages() == before + 1;
    introduction = said ? writer_.last_passage() : std::nullopt;
  }
  place.lead_in = lead_in;
  words(text.substr(at), place);
}

void TeiReader::words(std::string_view text, const Place& place) {
  if (!writer_.is_open()) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
    begin(place.paragraph, place);
  }
  writer_.words(text);
}

void TeiReader::begin(Role role, const Place& place, unsigned level) {
  const bool item = role == Role::list_item;
  writer_.begin(role, item ? place.depth : level, item ? place.lead_in : std::nullopt);
  if (place.marker != nullptr) writer_.marker(*place.marker);
}

std::optional<std::uint32_t> TeiReader::end(const Place& place) {
  const auto number = writer_.end();
  if (number && place.marker != nullptr) place.marker->clear();
  return number;
}

void TeiReader::visit(const XmlElement& element, const Place& place) {
  const std::string_view name = tei_name(element);
  if (name == "teiHeader" || name == "del" || name == "graphic" || name == "facsimile" ||
      name == "standOff" || name == "sourceDoc") {
    return;
  }
  if (name == "note") return note(element, place);
  if (name == "ref" || name == "ptr") return reference_to(element, place);
  if (name == "pb") return page(element);
  if (name == "lb") {
    if (writer_.is_open() && attribute_of(element, "break") != "no") writer_.words(" ");
    return;
  }
  if (name == "choice") return choice(element, place);
  if (name == "fw") return running_head(element, place);
  if (place.flat) {
    if (is_tei_block(name) && writer_.is_open()) writer_.words(" ");
    content(element, place);
    if (is_tei_block(name) && writer_.is_open()) writer_.words(" ");
  } else if (!block(element, name, place)) {
    content(element, place);
  }
}

namespace {

constexpr XmlLimits limits{.depth = 200};

}  // namespace

Document read_tei(std::string id, std::string_view xml, const ReadOptions& options) {
  const XmlResult read = read_xml(xml, id, limits);
  if (read.problem) {
    throw Error(ErrorKind::input,
                fmt::format("{}: {}", to_string(read.problem->at), read.problem->message));
  }
  const std::string_view name = tei_name(*read.root);
  if (name != "TEI" && name != "TEI.2" && name != "teiCorpus") {
    throw Error(ErrorKind::input,
                fmt::format("{}: is XML, but not TEI: its root is <{}>", id, read.root->name));
  }
  TextWriter writer(std::move(id));
  read_tei_header(*read.root, writer.document());
  TeiReader reader(writer, *read.root);
  reader.text(*read.root);
  reader.write_notes();
  Document document = writer.finish(options);
  document.original = {sha256(xml), xml.size(), "application/tei+xml",
                       fmt::format("crossroads {}", version)};
  return document;
}

}  // namespace crossroads
