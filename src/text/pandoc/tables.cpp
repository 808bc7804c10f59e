// SPDX-License-Identifier: Apache-2.0
//
// Tables, and what else puts blocks into one passage.
#include <algorithm>
#include <utility>

#include "text/pandoc/reader.hpp"

namespace crossroads {
namespace {

/// Whether a cell holds what no row of a table does: it lays out a page.
bool lays_out(const std::vector<JsonValue>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [](const JsonValue& block) {
    const std::string_view type = type_of(block);
    return type == "Header" || type == "Table" || type == "CodeBlock" ||
           (type == "Div" && lays_out(part(parts_of(block), 1).items()));
  });
}

/// All rows of a table: of its head, its bodies and its foot.
std::vector<const JsonValue*> rows_of(const JsonValue& table) {
  std::vector<const JsonValue*> rows;
  const auto& parts = parts_of(table);
  const auto add = [&](const JsonValue& list) {
    for (const JsonValue& row : list.items()) rows.push_back(&row);
  };
  add(part(part(parts, 3).items(), 1));
  for (const JsonValue& body : part(parts, 4).items()) {
    add(part(body.items(), 2));
    add(part(body.items(), 3));
  }
  add(part(part(parts, 5).items(), 1));
  return rows;
}

const std::vector<JsonValue>& cells_of(const JsonValue& row) {
  return part(row.items(), 1).items();
}

const std::vector<JsonValue>& blocks_of_cell(const JsonValue& cell) {
  return part(cell.items(), 4).items();
}

}  // namespace

void PandocReader::caption(const Nodes& nodes, const Place& place) {
  std::string words;
  for (const JsonValue& block : nodes) words += words_of(parts_of(block));
  // Pandoc gives a Word table's caption twice: as the paragraph before it, too.
  if (place.outside || nodes.empty() || words == last_caption_) return;
  begin(Role::caption, place);
  one_line_ = true;
  flat(nodes, Join::spaces);
  one_line_ = false;
  end(place);
  last_caption_ = std::move(words);
}

void PandocReader::table(const JsonValue& node, const Place& place) {
  const std::vector<const JsonValue*> rows = rows_of(node);
  const bool layout =
      place.outside || std::any_of(rows.begin(), rows.end(), [](const JsonValue* row) {
        const auto& cells = cells_of(*row);
        return std::any_of(cells.begin(), cells.end(),
                           [](const JsonValue& cell) { return lays_out(blocks_of_cell(cell)); });
      });
  caption(part(part(parts_of(node), 1).items(), 1).items(), place);
  last_caption_.clear();
  for (const JsonValue* row : rows) {
    if (layout) {
      for (const JsonValue& cell : cells_of(*row)) blocks(blocks_of_cell(cell), place);
      continue;
    }
    begin(Role::table, place);
    one_line_ = true;
    for (const JsonValue& cell : cells_of(*row)) {
      flat(blocks_of_cell(cell), Join::spaces);
      writer_.separator(" | ");
    }
    one_line_ = false;
    end(place);
  }
}

void PandocReader::join_by(Join join) {
  if (join == Join::lines) {
    writer_.line_break();
  } else {
    writer_.words(" ");
  }
}

void PandocReader::flat(const Nodes& nodes, Join join) {
  for (const JsonValue& node : nodes) {
    flat(node, join);
    join_by(join);
  }
}

void PandocReader::flat(const JsonValue& node, Join join) {
  const std::string_view type = type_of(node);
  const auto& parts = parts_of(node);
  if (type == "Para" || type == "Plain") {
    inlines(parts);
  } else if (type == "Header") {
    inlines(part(parts, 2).items());
  } else if (type == "CodeBlock") {
    writer_.words(string_of(part(parts, 1)));
  } else if (type == "LineBlock") {
    for (const JsonValue& line : parts) {
      inlines(line.items());
      join_by(join);
    }
  } else if (type == "BlockQuote") {
    flat(parts, join);
  } else if (type == "Div") {
    if (part_of(attributes_of(part(parts, 0))) != Part::left_out)
      flat(part(parts, 1).items(), join);
  } else if (type == "BulletList") {
    for (const JsonValue& item : parts) flat(item.items(), join);
  } else if (type == "OrderedList") {
    for (const JsonValue& item : part(parts, 1).items()) flat(item.items(), join);
  } else if (type == "DefinitionList") {
    for (const JsonValue& entry : parts) {
      inlines(part(entry.items(), 0).items());
      join_by(join);
      for (const JsonValue& said : part(entry.items(), 1).items()) flat(said.items(), join);
    }
  } else if (type == "Table") {
    for (const JsonValue* row : rows_of(node)) {
      for (const JsonValue& cell : cells_of(*row)) flat(blocks_of_cell(cell), Join::spaces);
      join_by(join);
    }
  }
}

}  // namespace crossroads
