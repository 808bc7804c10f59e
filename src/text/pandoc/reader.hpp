// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/formats/text_writer.hpp"
#include "text/pandoc/ast.hpp"
#include "text/pandoc/parts.hpp"

namespace crossroads {

/// Writes an AST's blocks as text. Notes are of two kinds: pandoc's own (Word, ODT), whose texts
/// come at the end; and links to a place on the page (HTML, EPUB), whose texts stand where they
/// are, known by the links that lead there, or back from there.
class PandocReader {
 public:
  PandocReader(TextWriter& writer, AstOptions::Take take) : writer_(writer), take_(take) {}

  void top_block(const JsonValue& block);
  /// Blocks that "meta" holds, an abstract say.
  void meta_blocks(const std::vector<JsonValue>& nodes) { blocks(nodes, {}); }
  /// The texts of pandoc's notes. Call it last.
  void write_notes();

 private:
  /// What the blocks around say of those within.
  struct Place {
    Role paragraph = Role::body;
    std::optional<Role> all;  ///< where whatever stands there is of one role
    unsigned depth = 0;       ///< of lists
    std::optional<std::uint32_t> lead_in;
    std::optional<std::uint32_t> introduction;  ///< the paragraph just before, if it is one
    std::string* marker = nullptr;              ///< the item's, until its first passage has it
    bool outside = false;                       ///< of what is to be taken
  };
  using Nodes = std::vector<JsonValue>;

  // Blocks: blocks.cpp, tables.cpp
  void blocks(const Nodes& nodes, Place place);
  std::optional<std::uint32_t> block_of_several(const JsonValue& node, Place place);
  void block(const JsonValue& node, const Place& place);
  void paragraph(const Nodes& inlines, const Place& place);
  void heading(const JsonValue& node, const Place& place);
  void code(const JsonValue& node, const Place& place);
  void line_block(const JsonValue& node, const Place& place);
  void division(const JsonValue& node, const Place& place);
  void list(const JsonValue& node, const Place& place);
  void definitions(const JsonValue& node, const Place& place);
  void item(const Nodes& nodes, Place place, std::string marker);
  void table(const JsonValue& node, const Place& place);
  void caption(const Nodes& nodes, const Place& place);
  void begin(Role role, const Place& place, unsigned level = 0);
  void end(const Place& place);

  // What is written on one line, or in one passage: tables.cpp
  enum class Join { spaces, lines };
  void flat(const Nodes& nodes, Join join);
  void flat(const JsonValue& node, Join join);
  void join_by(Join join);

  // Inlines and notes: inlines.cpp
  void inlines(const Nodes& nodes);
  void inline_node(const JsonValue& node);
  void string(std::string_view text);
  void link(const JsonValue& node);
  void span(const JsonValue& node);
  void superscript(const JsonValue& node);
  bool write_call(const NodeAttributes& link, std::string_view target, const std::string& mark);
  bool is_back_link(const JsonValue& link) const;
  /// The call whose note begins with these inlines, by an anchor or a link back.
  [[nodiscard]] std::optional<std::size_t> note_begun_by(const Nodes& inlines) const;
  [[nodiscard]] std::optional<std::size_t> note_begun_by(const JsonValue& inline_node) const;
  [[nodiscard]] std::optional<std::size_t> note_at(std::string_view anchor) const;
  void note(std::size_t call, const Nodes& nodes);
  void begin_note(const std::string& mark, std::optional<std::size_t> call);

  TextWriter& writer_;
  AstOptions::Take take_;
  bool one_line_ = false;  // what is written stays on one: a heading, a caption, a row
  bool in_superscript_ = false;
  bool in_note_ = false;
  bool at_note_begin_ = false;             // where its own mark may stand
  std::vector<std::string_view> anchors_;  // of what surrounds the inline that is written
  std::vector<std::string> marks_;         // of notes, by number
  std::map<std::string, std::size_t, std::less<>> call_by_target_;  // the first, of each
  std::map<std::string, std::size_t, std::less<>> call_by_anchor_;
  std::optional<std::size_t> heading_of_note_;  // a note whose mark was a heading of its own
  std::vector<std::pair<std::size_t, JsonValue>> notes_;  // to be written: number, note
  unsigned pandoc_notes_ = 0;
  std::string last_caption_;
  std::string mark_;                           // of the note that is written
  std::optional<std::uint32_t> introduction_;  // between the outermost blocks
};

}  // namespace crossroads
