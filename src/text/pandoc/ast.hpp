// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/json.hpp"
#include "crossroads/text/document.hpp"
#include "crossroads/text/read.hpp"

namespace crossroads {

// Pandoc's syntax tree in JSON (pandoc-types 1.20 and later): a node is {"t": TYPE, "c": CONTENT}.
// Whatever is not as it should be reads as empty.

std::string_view type_of(const JsonValue& node);
/// The content's elements, or its single string or object as the only one.
const std::vector<JsonValue>& parts_of(const JsonValue& node);
/// An element of an array, or null.
const JsonValue& part(const std::vector<JsonValue>& parts, std::size_t index);
std::string_view string_of(const JsonValue& value);
/// The string that is a node's whole content.
std::string_view content_string(const JsonValue& node);

/// [identifier, [class…], [[key, value]…]]. Views of the node.
struct NodeAttributes {
  std::string_view id;
  std::vector<std::string_view> classes;
  const JsonValue* pairs = nullptr;

  [[nodiscard]] std::string_view find(std::string_view key) const;
  [[nodiscard]] bool has_class(std::string_view name) const;
};
NodeAttributes attributes_of(const JsonValue& value);

/// The words of inlines on one line, without notes; for marks, captions and metadata.
std::string words_of(const std::vector<JsonValue>& inlines);

/// Adds the names that stand in one text, parted by ";", or by "," where no name is turned around
/// ("Roe, J.").
void add_names(std::string_view text, std::vector<std::string>& names);

/// What pandoc's "meta" says of title, authors, date, language and source.
void read_pandoc_meta(const JsonValue& meta, Document& document);

struct AstOptions {
  enum class Take {
    all,
    main_element,  ///< of a page: what stands in <main>, and its notes
    one_article,   ///< of a page: what stands in its <article>, and its notes
  };
  enum class Title {
    in_blocks,  ///< or nowhere in the text
    in_meta,    ///< pandoc takes it, authors and date out of the text
  };
  enum class Authors { in_order, backwards };
  Take take = Take::all;
  Title title = Title::in_blocks;
  Authors authors = Authors::in_order;
};

/// The document that an AST holds: its text is written anew. Throws Error (input) where the JSON is
/// ill-formed or nested too deep. O(bytes).
Document read_pandoc_ast(std::string id, std::string_view json, const AstOptions& ast,
                         const ReadOptions& options);

}  // namespace crossroads
