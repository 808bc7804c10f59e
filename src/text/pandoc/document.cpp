// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "text/formats/text_writer.hpp"
#include "text/pandoc/ast.hpp"
#include "text/pandoc/reader.hpp"

namespace crossroads {
namespace {

constexpr JsonLimits limits{.depth = 2048};

JsonValue read(std::string_view json, const std::string& id, const JsonSink& block) {
  return read_json(json, id + ": pandoc's answer", {{"blocks", block}}, limits);
}

void write_line(TextWriter& writer, Role role, unsigned level, std::string_view words) {
  writer.begin(role, level);
  writer.words(words);
  writer.end();
}

/// A title, its authors and an abstract, where pandoc takes them out of the text.
void write_meta(const JsonValue& meta, TextWriter& writer, PandocReader& reader) {
  Document said;
  read_pandoc_meta(meta, said);
  write_line(writer, Role::heading, 1, said.title);
  if (const JsonValue* subtitle = meta.find("subtitle")) {
    write_line(writer, Role::body, 0, words_of(parts_of(*subtitle)));
  }
  std::string authors;
  for (const std::string& author : said.metadata.authors) {
    authors += (authors.empty() ? "" : ", ") + author;
  }
  write_line(writer, Role::byline, 0, authors);
  if (const JsonValue* date = meta.find("date")) {
    write_line(writer, Role::metadata, 0, words_of(parts_of(*date)));
  }
  if (const JsonValue* abstract = meta.find("abstract")) {
    if (type_of(*abstract) == "MetaBlocks") reader.meta_blocks(parts_of(*abstract));
    if (type_of(*abstract) == "MetaInlines") {
      write_line(writer, Role::body, 0, words_of(parts_of(*abstract)));
    }
  }
}

/// A page's title often ends with the site's name: where the first heading is a part of it, that is
/// the text's own.
void shorten_title(Document& document) {
  const auto heading = std::find_if(document.passages.begin(), document.passages.end(),
                                    [](const Passage& p) { return p.role == Role::heading; });
  if (heading == document.passages.end()) return;
  const std::string words = text_of(document, *heading);
  constexpr std::size_t shortest = 8;
  if (words.size() >= shortest && document.title.find(words) != std::string::npos) {
    document.title = words;
  }
}

}  // namespace

Document read_pandoc_ast(std::string id, std::string_view json, const AstOptions& ast,
                         const ReadOptions& options) {
  TextWriter writer(id);
  PandocReader reader(writer, ast.take);
  const JsonValue null;
  if (ast.title == AstOptions::Title::in_meta) {
    const JsonValue root = read(json, id, [](const JsonValue&) {});
    const JsonValue* meta = root.find("meta");
    write_meta(meta == nullptr ? null : *meta, writer, reader);
  }
  const JsonValue root = read(json, id, [&](const JsonValue& block) { reader.top_block(block); });
  reader.write_notes();
  if (writer.passages() == 0 && ast.take != AstOptions::Take::all) {
    return read_pandoc_ast(std::move(id), json, {.title = ast.title}, options);
  }
  if (const JsonValue* meta = root.find("meta")) read_pandoc_meta(*meta, writer.document());
  shorten_title(writer.document());
  if (ast.authors == AstOptions::Authors::backwards) {
    std::vector<std::string>& authors = writer.document().metadata.authors;
    std::reverse(authors.begin(), authors.end());
  }
  return writer.finish(options);
}

}  // namespace crossroads
