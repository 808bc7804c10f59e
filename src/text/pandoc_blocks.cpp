// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/pandoc_reader.hpp"

namespace crossroads {
namespace {

std::string letters(std::int64_t number, char first) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26) {
    out.insert(out.begin(), static_cast<char>(first + (number - 1) % 26));
  }
  return out;
}

std::string roman(std::int64_t number) {
  constexpr std::array<std::pair<int, std::string_view>, 13> signs{{{1000, "m"},
                                                                    {900, "cm"},
                                                                    {500, "d"},
                                                                    {400, "cd"},
                                                                    {100, "c"},
                                                                    {90, "xc"},
                                                                    {50, "l"},
                                                                    {40, "xl"},
                                                                    {10, "x"},
                                                                    {9, "ix"},
                                                                    {5, "v"},
                                                                    {4, "iv"},
                                                                    {1, "i"}}};
  std::string out;
  for (const auto& [value, sign] : signs) {
    for (; number >= value; number -= value) out += sign;
  }
  return out;
}

/// "3. ", "c) ", "(iii) ": as the list's style says.
std::string marker_of(std::int64_t number, std::string_view style, std::string_view delimiter) {
  constexpr std::int64_t most = 4000;  // as far as Roman numbers go, and far enough
  std::string mark = std::to_string(number);
  if (number > 0 && number < most) {
    if (style == "LowerAlpha") mark = letters(number, 'a');
    if (style == "UpperAlpha") mark = letters(number, 'A');
    if (style == "LowerRoman" || style == "UpperRoman") mark = roman(number);
    if (style == "UpperRoman") {
      for (char& c : mark) c = static_cast<char>(c - 'a' + 'A');
    }
  }
  if (delimiter == "OneParen") return mark + ") ";
  if (delimiter == "TwoParens") return "(" + mark + ") ";
  return mark + ". ";
}

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

bool is_list(std::string_view type) {
  return type == "BulletList" || type == "OrderedList" || type == "DefinitionList";
}

bool is_paragraph(std::string_view type) {
  return type == "Para" || type == "Plain";
}

}  // namespace

void PandocReader::top_block(const JsonValue& block) {
  Place place;
  place.outside = take_ != AstOptions::Take::all;
  this->block(block, place);
  writer_.end();
}

void PandocReader::blocks(const Nodes& nodes, Place place) {
  const std::optional<std::uint32_t> lead_in = place.lead_in;
  std::optional<std::uint32_t> introduction;  // the paragraph just before, if it is one
  for (const JsonValue& node : nodes) {
    const std::string_view type = type_of(node);
    const std::size_t before = writer_.passages();
    place.lead_in = is_list(type) ? introduction : lead_in;
    block(node, place);
    writer_.end();
    const bool introduces = is_paragraph(type) || (type == "Div" && !place.all);
    introduction =
        introduces && writer_.passages() == before + 1 ? writer_.last_passage() : std::nullopt;
  }
}

void PandocReader::block(const JsonValue& node, Place& place) {
  const std::string_view type = type_of(node);
  if (type == "Div") return division(node, place);
  if (place.outside) {
    if (type != "Table" && type != "BlockQuote") return;  // a page may be laid out by them
  }
  if (is_paragraph(type)) return paragraph(parts_of(node), place);
  if (type == "Header") return heading(node, place);
  if (type == "CodeBlock") return code(node, place);
  if (type == "LineBlock") return line_block(node, place);
  if (type == "BulletList" || type == "OrderedList") return list(node, place);
  if (type == "DefinitionList") return definitions(node, place);
  if (type == "Table") return table(node, place);
  if (type == "BlockQuote") {
    Place within = place;
    within.paragraph = Role::quote;
    blocks(parts_of(node), within);
  }
}

void PandocReader::begin(Role role, const Place& place, unsigned level) {
  const bool item = role == Role::list_item && !place.all;
  writer_.begin(place.all.value_or(role), level, item ? place.lead_in : std::nullopt);
  if (place.marker != nullptr) writer_.marker(*place.marker);
}

void PandocReader::end(const Place& place) {
  if (writer_.end() && place.marker != nullptr) place.marker->clear();
}

void PandocReader::paragraph(const Nodes& inlines, const Place& place) {
  const auto call = heading_of_note_ ? heading_of_note_ : note_begun_by(inlines);
  heading_of_note_.reset();
  if (call) {
    begin_note(marks_[*call], *call);
    this->inlines(inlines);
    writer_.end();
    in_note_ = false;
    at_note_begin_ = false;
    if (place.marker != nullptr) place.marker->clear();
    return;
  }
  if (inlines.size() == 1 && type_of(inlines.front()) == "Image") {
    const auto& image = parts_of(inlines.front());
    // Pandoc marks a figure so; the description of another picture is not shown on the page.
    if (string_of(part(part(image, 2).items(), 1)).starts_with("fig:")) {
      begin(Role::caption, place);
      this->inlines(part(image, 1).items());
      end(place);
    }
    return;
  }
  Role role = place.paragraph;
  unsigned level = role == Role::list_item ? place.depth : 0;
  if (!inlines.empty() && type_of(inlines.front()) == "Span") {
    const NodeAttributes mark = attributes_of(part(parts_of(inlines.front()), 0));
    if (part_of(mark) == Part::paragraph) {
      switch (part_of_paragraph(mark)) {
        case Part::left_out:
          return;
        case Part::caption:
          role = Role::caption;
          break;
        case Part::quote:
          role = Role::quote;
          break;
        case Part::byline:
          role = Role::byline;
          break;
        case Part::reference:
          role = Role::reference;
          break;
        case Part::contents:
          role = Role::contents;
          break;
        case Part::title:
          role = Role::heading;
          level = 1;
          break;
        default:
          break;
      }
    }
  }
  begin(role, place, level);
  this->inlines(inlines);
  end(place);
}

void PandocReader::heading(const JsonValue& node, const Place& place) {
  const auto& parts = parts_of(node);
  const auto& words = part(parts, 2).items();
  heading_of_note_ = note_begun_by(words);
  if (heading_of_note_) return;  // Texinfo: "(1)" is a heading, and its note a paragraph
  const auto level = part(parts, 0).integer().value_or(0);
  begin(Role::heading, place, static_cast<unsigned>(std::clamp<std::int64_t>(level, 1, 9)));
  inlines(words);
  end(place);
}

void PandocReader::code(const JsonValue& node, const Place& place) {
  begin(Role::code, place);
  writer_.verbatim(string_of(part(parts_of(node), 1)));
  end(place);
}

void PandocReader::line_block(const JsonValue& node, const Place& place) {
  begin(place.paragraph, place);
  for (const JsonValue& line : parts_of(node)) {
    inlines(line.items());
    writer_.line_break();
  }
  end(place);
}

void PandocReader::division(const JsonValue& node, const Place& place) {
  const auto& parts = parts_of(node);
  const NodeAttributes attributes = attributes_of(part(parts, 0));
  const auto& nodes = part(parts, 1).items();
  if (const auto call = note_at(attributes.id)) return note(*call, nodes);
  Place within = place;
  switch (part_of(attributes)) {
    case Part::left_out:
      return;
    case Part::main:
      within.outside = false;
      break;
    case Part::article:
      if (take_ == AstOptions::Take::one_article) within.outside = false;
      break;
    case Part::notes:
      within.outside = false;
      break;
    case Part::contents:
      within.all = Role::contents;
      break;
    case Part::reference:
      within.all = Role::reference;
      break;
    case Part::caption:
      return caption(nodes, within);
    case Part::quote:
      within.paragraph = Role::quote;
      break;
    case Part::byline:
      within.paragraph = Role::byline;
      break;
    case Part::title: {
      if (within.outside) return;
      begin(Role::heading, place, 1);
      flat(nodes, Join::spaces);
      end(place);
      return;
    }
    case Part::words:
    case Part::paragraph:
      break;
  }
  blocks(nodes, within);
}

void PandocReader::caption(const Nodes& nodes, const Place& place) {
  std::string words;
  for (const JsonValue& block : nodes) words += words_of(parts_of(block));
  // Pandoc gives a Word table's caption twice: as the paragraph before it, too.
  if (place.outside || nodes.empty() || words == last_caption_) return;
  begin(Role::caption, place);
  flat(nodes, Join::spaces);
  end(place);
  last_caption_ = std::move(words);
}

void PandocReader::list(const JsonValue& node, const Place& place) {
  const auto& parts = parts_of(node);
  const bool ordered = type_of(node) == "OrderedList";
  const auto& attributes = part(parts, 0).items();
  std::int64_t number = ordered ? part(attributes, 0).integer().value_or(1) : 0;
  number = std::clamp<std::int64_t>(number, 0, 1'000'000'000);
  Place within = place;
  within.depth = place.depth + 1;
  within.paragraph = Role::list_item;
  const auto& items = ordered ? part(parts, 1).items() : parts;
  for (const JsonValue& item : items) {
    std::string marker = "\u2022 ";
    if (ordered) {
      marker = marker_of(number++, type_of(part(attributes, 1)), type_of(part(attributes, 2)));
    }
    this->item(item.items(), within, std::move(marker));
  }
}

void PandocReader::item(const Nodes& nodes, Place place, std::string marker) {
  place.marker = &marker;
  blocks(nodes, place);
}

/// A term and what is said of it are items: it leads in to them.
void PandocReader::definitions(const JsonValue& node, const Place& place) {
  Place within = place;
  within.depth = place.depth + 1;
  within.paragraph = Role::list_item;
  for (const JsonValue& entry : parts_of(node)) {
    const auto& term = part(entry.items(), 0).items();
    const auto& definitions = part(entry.items(), 1).items();
    if (const auto call = note_begun_by(term)) {  // docutils made lists of notes once
      for (const JsonValue& definition : definitions) note(*call, definition.items());
      continue;
    }
    begin(Role::list_item, within, within.depth);
    inlines(term);
    const auto number = writer_.end();
    Place said = within;
    if (number) said.lead_in = number;
    for (const JsonValue& definition : definitions) blocks(definition.items(), said);
  }
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
    for (const JsonValue& cell : cells_of(*row)) {
      flat(blocks_of_cell(cell), Join::spaces);
      writer_.separator(" | ");
    }
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
  if (is_paragraph(type)) {
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
