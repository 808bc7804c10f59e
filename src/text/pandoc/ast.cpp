// SPDX-License-Identifier: Apache-2.0
#include "text/pandoc/ast.hpp"

#include <algorithm>
#include <array>

#include "text/formats/iso_date.hpp"

namespace crossroads {
namespace {

const JsonValue null_value;
const std::vector<JsonValue> no_parts;

void append_words(const std::vector<JsonValue>& inlines, std::string& out);

void append_word(const JsonValue& node, std::string& out) {
  const std::string_view type = type_of(node);
  if (type == "Str") {
    out += content_string(node);
  } else if (type == "Space" || type == "SoftBreak" || type == "LineBreak") {
    if (!out.empty() && out.back() != ' ') out += ' ';
  } else if (type == "Code" || type == "Math") {
    out += string_of(part(parts_of(node), 1));
  } else if (type == "Quoted" || type == "Cite" || type == "Link" || type == "Span") {
    append_words(part(parts_of(node), 1).items(), out);
  } else if (type != "Note" && type != "Image" && type != "RawInline") {
    append_words(parts_of(node), out);
  }
}

void append_words(const std::vector<JsonValue>& inlines, std::string& out) {
  for (const JsonValue& node : inlines) append_word(node, out);
}

/// The texts that a value of "meta" holds: of a list one each.
void append_texts(const JsonValue& value, std::vector<std::string>& out) {
  const std::string_view type = type_of(value);
  std::string text;
  if (type == "MetaList") {
    for (const JsonValue& item : parts_of(value)) append_texts(item, out);
  } else if (type == "MetaInlines") {
    text = words_of(parts_of(value));
  } else if (type == "MetaString") {
    text = content_string(value);
  } else if (type == "MetaBlocks") {
    for (const JsonValue& block : parts_of(value)) {
      if (!text.empty()) text += ' ';
      text += words_of(parts_of(block));
    }
  } else if (type == "MetaMap") {  // EPUB: {"type": …, "text": …}
    const JsonValue* map = value.find("c");
    const JsonValue* inner = map == nullptr ? nullptr : map->find("text");
    if (inner == nullptr && map != nullptr) inner = map->find("name");
    if (inner != nullptr) append_texts(*inner, out);
  }
  if (!text.empty()) out.push_back(std::move(text));
}

template <std::size_t size>
std::vector<std::string> first_of(const JsonValue& meta,
                                  const std::array<std::string_view, size>& names) {
  std::vector<std::string> texts;
  for (const std::string_view name : names) {
    if (const JsonValue* value = meta.find(name)) append_texts(*value, texts);
    if (!texts.empty()) return texts;
  }
  return texts;
}

std::string language_tag(std::string_view tag) {
  std::string out(tag);
  std::replace(out.begin(), out.end(), '_', '-');
  return out == "C" || out == "POSIX" ? "" : out;  // what programs write that know none
}

}  // namespace

std::string_view type_of(const JsonValue& node) {
  const JsonValue* type = node.find("t");
  return type == nullptr ? std::string_view() : string_of(*type);
}

const std::vector<JsonValue>& parts_of(const JsonValue& node) {
  const JsonValue* content = node.find("c");
  return content == nullptr ? no_parts : content->items();
}

const JsonValue& part(const std::vector<JsonValue>& parts, std::size_t index) {
  return index < parts.size() ? parts[index] : null_value;
}

std::string_view string_of(const JsonValue& value) {
  const std::string* string = value.string();
  return string == nullptr ? std::string_view() : *string;
}

std::string_view content_string(const JsonValue& node) {
  const JsonValue* content = node.find("c");
  return content == nullptr ? std::string_view() : string_of(*content);
}

std::string_view NodeAttributes::find(std::string_view key) const {
  if (pairs == nullptr) return {};
  for (const JsonValue& pair : pairs->items()) {
    if (string_of(part(pair.items(), 0)) == key) return string_of(part(pair.items(), 1));
  }
  return {};
}

bool NodeAttributes::has_class(std::string_view name) const {
  return std::find(classes.begin(), classes.end(), name) != classes.end();
}

NodeAttributes attributes_of(const JsonValue& value) {
  NodeAttributes out;
  out.id = string_of(part(value.items(), 0));
  for (const JsonValue& name : part(value.items(), 1).items())
    out.classes.push_back(string_of(name));
  out.pairs = &part(value.items(), 2);
  return out;
}

std::string words_of(const std::vector<JsonValue>& inlines) {
  std::string out;
  append_words(inlines, out);
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

void add_names(std::string_view text, std::vector<std::string>& names) {
  const auto parts = [&](char sign) {
    std::vector<std::string> out;
    std::size_t at = 0;
    while (at <= text.size()) {
      const std::size_t end = std::min(text.find(sign, at), text.size());
      std::string_view name = text.substr(at, end - at);
      while (name.starts_with(' ')) name.remove_prefix(1);
      while (name.ends_with(' ')) name.remove_suffix(1);
      if (!name.empty()) out.emplace_back(name);
      at = end + 1;
    }
    return out;
  };
  std::vector<std::string> found = parts(text.find(';') == std::string_view::npos ? ',' : ';');
  const bool whole = text.find(';') == std::string_view::npos &&
                     std::any_of(found.begin(), found.end(), [](const std::string& name) {
                       return name.find(' ') == std::string::npos;
                     });
  if (whole) found = {std::string(text)};
  for (std::string& name : found) {
    if (name != "unknown") names.push_back(std::move(name));
  }
}

void read_pandoc_meta(const JsonValue& meta, Document& document) {
  constexpr std::array<std::string_view, 4> titles{"title", "citation_title", "dc.title",
                                                   "DC.title"};
  constexpr std::array<std::string_view, 7> authors{
      "author",     "creator",    "citation_author", "DC.creator",
      "dc.creator", "DC.Creator", "dcterms.creator"};
  constexpr std::array<std::string_view, 8> dates{"date",           "citation_publication_date",
                                                  "citation_date",  "DC.date.issued",
                                                  "DC.date",        "dc.date",
                                                  "dcterms.issued", "dcterms.date"};
  constexpr std::array<std::string_view, 4> languages{"lang", "language", "DC.language",
                                                      "dc.language"};
  constexpr std::array<std::string_view, 3> sources{"citation_public_url", "source", "DC.source"};
  Metadata& metadata = document.metadata;
  for (std::string& text : first_of(meta, titles)) {
    if (document.title.empty()) document.title = std::move(text);
  }
  for (const std::string& text : first_of(meta, authors)) add_names(text, metadata.authors);
  for (const std::string& text : first_of(meta, dates)) {
    if (metadata.date.empty()) metadata.date = iso_date(text);
  }
  for (const std::string& text : first_of(meta, languages)) {
    if (metadata.language.empty()) metadata.language = language_tag(text);
  }
  for (std::string& text : first_of(meta, sources)) {
    if (metadata.source.empty()) metadata.source = std::move(text);
  }
}

}  // namespace crossroads
