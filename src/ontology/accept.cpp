// SPDX-License-Identifier: Apache-2.0
#include "crossroads/ontology/accept.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "crossroads/core/error.hpp"
#include "ontology/grammar.hpp"
#include "ontology/xml_text.hpp"

namespace crossroads {
namespace {

constexpr std::string_view new_file =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!-- Names that were accepted from suggestions. Edit as you like: more is added, nothing "
    "replaced. -->\n"
    "<ontology>\n"
    "</ontology>\n";

/// Where an element ends: at its end tag, or at the "/>" of a tag that is one.
struct End {
  std::size_t offset = 0;
  bool empty_tag = false;
};

/// The ends of all elements, by the offset of their names.
std::map<std::size_t, End> ends_of(std::string_view xml) {
  std::map<std::size_t, End> ends;
  std::vector<std::size_t> open;
  const auto behind = [&](std::size_t at, std::string_view mark) {
    return std::min(xml.find(mark, at), xml.size() - mark.size()) + mark.size();
  };
  for (std::size_t at = xml.find('<'); at < xml.size(); at = xml.find('<', at)) {
    const std::string_view tag = xml.substr(at);
    if (tag.starts_with("<!--")) {
      at = behind(at, "-->");
    } else if (tag.starts_with("<![CDATA[")) {
      at = behind(at, "]]>");
    } else if (tag.starts_with("<?")) {
      at = behind(at, "?>");
    } else if (tag.starts_with("</")) {
      if (!open.empty()) {
        ends[open.back()] = {at, false};
        open.pop_back();
      }
      ++at;
    } else {
      const std::size_t name = ++at;
      while (at < xml.size() && xml[at] != '>') {
        const char c = xml[at++];
        if (c == '"' || c == '\'') at = behind(at, std::string_view(&c, 1));
      }
      if (xml[at - 1] == '/') {
        ends[name] = {at - 1, true};
      } else {
        open.push_back(name);
      }
    }
  }
  return ends;
}

struct Insertion {
  std::size_t offset = 0;
  std::size_t replaced = 0;  // bytes
  std::string text;
};

/// Lines before an element's end tag, which is given a line of its own.
Insertion before_end(std::string_view xml, const End& end, std::string_view name,
                     std::string_view lines, std::string_view indent) {
  if (end.empty_tag) return {end.offset, 2, fmt::format(">\n{}{}</{}>", lines, indent, name)};
  std::size_t begin = end.offset;
  while (begin > 0 && (xml[begin - 1] == ' ' || xml[begin - 1] == '\t')) --begin;
  if (begin > 0 && xml[begin - 1] == '\n') return {begin, 0, std::string(lines)};
  return {end.offset, 0, fmt::format("\n{}{}", lines, indent)};
}

std::string line_of(const Form& form) {
  std::string line = form.is_label ? "    <label" : "    <alias";
  const auto attribute = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) line += fmt::format(" {}=\"{}\"", name, xml_attribute(value));
  };
  if (form.case_rule != CaseRule::by_shape) {
    attribute("case", form.case_rule == CaseRule::exact ? "exact" : "ignore");
  }
  if (form.lang != "en") attribute("lang", form.lang);
  if (form.shared) attribute("shared", "true");
  if (form.hidden) attribute("use", "hidden");
  attribute("source", fmt::format("{}", fmt::join(form.provenance.sources, " ")));
  attribute("locator", form.provenance.locator);
  return fmt::format("{}>{}</{}>\n", line, xml_text(form.text), form.is_label ? "label" : "alias");
}

std::string lines_of(const std::vector<Form>& forms) {
  std::string lines;
  for (const Form& form : forms) lines += line_of(form);
  return lines;
}

std::string lines_of(const EntryAddition& entry) {
  const std::string kind =
      entry.kinds.empty()
          ? ""
          : fmt::format(" kind=\"{}\"",
                        xml_attribute(fmt::format("{}", fmt::join(entry.kinds, " "))));
  return fmt::format("  <entry id=\"{}\"{}>\n{}  </entry>\n", entry.id, kind,
                     lines_of(entry.forms));
}

std::string line_of(const Source& source) {
  std::string line = fmt::format("  <source id=\"{}\"", source.id);
  if (!source.year.empty()) line += fmt::format(" year=\"{}\"", xml_attribute(source.year));
  if (!source.url.empty()) line += fmt::format(" url=\"{}\"", xml_attribute(source.url));
  if (!source.seen.empty()) line += fmt::format(" seen=\"{}\"", xml_attribute(source.seen));
  return fmt::format("{}>{}</source>\n", line, xml_text(source.title));
}

}  // namespace

std::string add_to_ontology(const OntologyFile& file, const Additions& additions) {
  std::string xml = file.bytes.empty() ? std::string(new_file) : file.bytes;
  const XmlResult read = read_xml(xml, file.name);
  if (read.problem || read.root->name != "ontology") {
    throw Error(ErrorKind::input,
                read.problem
                    ? fmt::format("{}: {}", to_string(read.problem->at), read.problem->message)
                    : fmt::format("{}: is no ontology", file.name),
                "mend it, or move it away: nothing was written");
  }
  std::map<std::string, std::size_t> there;  // entries, and where their names stand
  for (const XmlElement& child : read.root->children) {
    if (child.name == "entry") there.emplace(attribute(child, "id"), child.offset);
  }
  const std::map<std::size_t, End> ends = ends_of(xml);
  std::string more;
  for (const Source& source : additions.sources) more += line_of(source);
  std::vector<Insertion> insertions;
  for (const EntryAddition& entry : additions.entries) {
    const auto known = there.find(entry.id);
    if (known == there.end()) {
      more += lines_of(entry);
    } else if (!entry.forms.empty()) {
      insertions.push_back(
          before_end(xml, ends.at(known->second), "entry", lines_of(entry.forms), "  "));
    }
  }
  if (!more.empty()) {
    insertions.push_back(before_end(xml, ends.at(read.root->offset), "ontology", more, ""));
  }
  std::sort(insertions.begin(), insertions.end(),
            [](const Insertion& a, const Insertion& b) { return a.offset > b.offset; });
  for (const Insertion& insertion : insertions) {
    xml.replace(insertion.offset, insertion.replaced, insertion.text);
  }
  return xml;
}

std::string add_to_name_list(std::string list, const std::vector<Ban>& names,
                             const std::string& comment) {
  if (names.empty()) return list;
  if (list.empty()) list = comment;
  if (!list.empty() && list.back() != '\n') list += '\n';
  for (const Ban& name : names) {
    list += name.form;
    if (!name.entry.empty()) list += '\t' + name.entry;
    list += '\n';
  }
  return list;
}

}  // namespace crossroads
