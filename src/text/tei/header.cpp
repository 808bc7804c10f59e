// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "text/formats/iso_date.hpp"
#include "text/tei/xml.hpp"

namespace crossroads {
namespace {

bool is_white(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

void append(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (!is_white(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
}

void append_words(const XmlElement& element, std::string& out) {
  std::size_t at = 0;
  const std::string_view text = element.text;
  bool first = true;
  for (const XmlElement& child : element.children) {
    append(text.substr(at, child.text_before - at), out);
    at = child.text_before;
    if (!first && is_part_of_name(tei_name(child))) append(" ", out);
    append_words(child, out);
    first = false;
  }
  append(text.substr(at), out);
}

/// `visit` gets every descendant of that name, in text order.
template <class Visit>
void each(const XmlElement& element, std::string_view name, const Visit& visit) {
  for (const XmlElement& child : element.children) {
    if (tei_name(child) == name) visit(child);
    each(child, name, visit);
  }
}

std::string date_in(const XmlElement* parent) {
  std::string found;
  if (parent == nullptr) return found;
  each(*parent, "date", [&](const XmlElement& date) {
    if (found.empty()) found = iso_date(attribute_of(date, "when"));
    if (found.empty()) found = iso_date(words_in(date));
  });
  return found;
}

std::string title_in(const XmlElement* parent) {
  std::string found;
  if (parent == nullptr) return found;
  for (const XmlElement& child : parent->children) {
    const std::string_view type = attribute_of(child, "type");
    if (tei_name(child) != "title" || type == "sub" || type == "alt") continue;
    if (found.empty() || type == "main") found = words_in(child);
  }
  return found;
}

void add_authors(const XmlElement* parent, std::vector<std::string>& authors) {
  if (parent == nullptr) return;
  for (const XmlElement& child : parent->children) {
    if (tei_name(child) != "author") continue;
    std::string name = tei_person(child);
    if (!name.empty()) authors.push_back(std::move(name));
  }
}

/// A DOI or an address, if one is given, before other numbers.
std::string source_in(const XmlElement* parent) {
  std::string found;
  std::string other;
  if (parent == nullptr) return found;
  each(*parent, "idno", [&](const XmlElement& idno) {
    const std::string_view type = attribute_of(idno, "type");
    std::string words = words_in(idno);
    const bool place = type == "DOI" || type == "URI" || type == "URL" || type == "doi" ||
                       words.starts_with("http");
    if (place && found.empty()) {
      found = std::move(words);
    } else if (other.empty() && type != "MD5") {
      other = std::move(words);
    }
  });
  return found.empty() ? other : found;
}

}  // namespace

std::string_view tei_name(const XmlElement& element) {
  const std::string_view name = element.name;
  return name.substr(name.find(':') + 1);
}

std::string_view attribute_of(const XmlElement& element, std::string_view name) {
  const auto found = std::find_if(element.attributes.begin(), element.attributes.end(),
                                  [&](const XmlAttribute& a) { return a.name == name; });
  return found == element.attributes.end() ? std::string_view() : found->value;
}

const XmlElement* child_of(const XmlElement& element, std::string_view name) {
  const auto found = std::find_if(element.children.begin(), element.children.end(),
                                  [&](const XmlElement& c) { return tei_name(c) == name; });
  return found == element.children.end() ? nullptr : &*found;
}

const XmlElement* descendant_of(const XmlElement& element,
                                const std::vector<std::string_view>& path) {
  const XmlElement* at = &element;
  for (const std::string_view name : path) {
    if (at != nullptr) at = child_of(*at, name);
  }
  return at;
}

std::string words_in(const XmlElement& element) {
  std::string out;
  append_words(element, out);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

bool is_part_of_name(std::string_view name) {
  return name == "forename" || name == "surname" || name == "nameLink" || name == "genName" ||
         name == "addName" || name == "roleName";
}

std::string tei_person(const XmlElement& author) {
  const XmlElement* name = child_of(author, "persName");
  if (name == nullptr) name = child_of(author, "name");
  if (name == nullptr) name = child_of(author, "orgName");
  if (name == nullptr) name = &author;
  const XmlElement* surname = child_of(*name, "surname");
  const XmlElement* forename = child_of(*name, "forename");
  // "Roe, Jane", as catalogues have it, is shown as it is spoken.
  if (surname != nullptr && forename != nullptr && surname->offset < forename->offset) {
    std::string words;
    for (const XmlElement& part : name->children) {
      if (tei_name(part) == "forename") words += words_in(part) + " ";
    }
    return words + words_in(*surname);
  }
  return words_in(*name);
}

void read_tei_header(const XmlElement& tei, Document& document) {
  const XmlElement* header = child_of(tei, "teiHeader");
  Metadata& metadata = document.metadata;
  metadata.language = attribute_of(tei, "xml:lang");
  if (const XmlElement* text = child_of(tei, "text");
      text != nullptr && metadata.language.empty()) {
    metadata.language = attribute_of(*text, "xml:lang");
  }
  if (header == nullptr) return;
  const XmlElement* title = descendant_of(*header, {"fileDesc", "titleStmt"});
  const XmlElement* published = descendant_of(*header, {"fileDesc", "publicationStmt"});
  const XmlElement* from = descendant_of(*header, {"fileDesc", "sourceDesc"});
  const XmlElement* source = from == nullptr ? nullptr : child_of(*from, "biblStruct");
  const XmlElement* article = source == nullptr ? nullptr : child_of(*source, "analytic");

  document.title = title_in(title);
  if (document.title.empty()) document.title = title_in(article);
  add_authors(title, metadata.authors);
  if (metadata.authors.empty()) add_authors(article, metadata.authors);
  if (metadata.authors.empty() && source != nullptr) {
    add_authors(child_of(*source, "monogr"), metadata.authors);
  }
  metadata.date = date_in(published);
  if (metadata.date.empty()) metadata.date = date_in(from);
  metadata.source = source_in(published);
  if (metadata.source.empty()) metadata.source = source_in(from);
  if (metadata.language.empty()) metadata.language = attribute_of(*header, "xml:lang");
  if (const XmlElement* use = descendant_of(*header, {"profileDesc", "langUsage", "language"});
      use != nullptr && !attribute_of(*use, "ident").empty()) {
    metadata.language = attribute_of(*use, "ident");
  }
}

std::string tei_reference(const XmlElement& bibl) {
  for (const XmlElement& child : bibl.children) {  // as it was printed
    if (tei_name(child) == "note" && attribute_of(child, "type") == "raw_reference") {
      return words_in(child);
    }
  }
  std::string out;
  const auto add = [&](const std::string& words, std::string_view before) {
    if (words.empty()) return;
    if (!out.empty()) out += out.ends_with('.') && before == ". " ? " " : before;
    out += words;
  };
  const auto add_people = [&](const XmlElement& parent, std::string_view role) {
    std::string_view before = ". ";
    for (const XmlElement& child : parent.children) {
      if (tei_name(child) != role) continue;
      add(tei_person(child), before);
      before = ", ";
    }
  };
  for (const XmlElement& level : bibl.children) {
    const std::string_view name = tei_name(level);
    if (name == "analytic" || name == "monogr" || name == "series") {
      add_people(level, "author");
      for (const XmlElement& child : level.children) {
        if (tei_name(child) == "title" || tei_name(child) == "meeting") add(words_in(child), ". ");
      }
      add_people(level, "editor");
      const XmlElement* imprint = child_of(level, "imprint");
      if (imprint == nullptr) continue;
      for (const XmlElement& part : imprint->children) {
        std::string words = words_in(part);
        const std::string_view from = attribute_of(part, "from");
        if (words.empty() && !from.empty()) {
          words = std::string(from) + "\u2013" + std::string(attribute_of(part, "to"));
        }
        if (words.empty()) words = attribute_of(part, "when");
        add(words, ", ");
      }
    } else if (name == "idno" || name == "note") {
      add(words_in(level), ". ");
    }
  }
  return out.empty() ? words_in(bibl) : out;
}

}  // namespace crossroads
