// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "text/pandoc/reader.hpp"

namespace crossroads {
namespace {

/// "Table 3. Losses": how DocBook names what it numbers.
bool is_numbered_title(std::string_view words) {
  return words.starts_with("Table") || words.starts_with("Figure") ||
         words.starts_with("Example") || words.starts_with("Equation");
}

/// "Next: …, Up: …": Texinfo's signposts.
bool leads_about(const std::vector<JsonValue>& blocks) {
  if (blocks.empty()) return false;
  const std::string words = words_of(parts_of(blocks.front()));
  return words.starts_with("Next:") || words.starts_with("Previous:") || words.starts_with("Up:");
}

bool is_list(std::string_view type);

/// Whether inlines are one link to a place on the same page, and at most its number.
bool is_link_within(const std::vector<JsonValue>& inlines) {
  std::size_t links = 0;
  for (const JsonValue& node : inlines) {
    const std::string_view type = type_of(node);
    if (type == "Link") {
      const std::string_view target = string_of(part(part(parts_of(node), 2).items(), 0));
      if (!target.starts_with('#')) return false;
      ++links;
    } else if (type == "Span") {
      if (!is_link_within(part(parts_of(node), 1).items())) return false;
      ++links;
    } else if (type != "Space" && type != "SoftBreak" &&
               content_string(node).find_first_not_of("0123456789.()") != std::string_view::npos) {
      return false;
    }
  }
  return links == 1;
}

/// How many items of a list lead about the page, those within items too; 0 where one does not.
std::size_t items_that_lead_about(const JsonValue& list) {
  const auto& parts = parts_of(list);
  const auto& items = type_of(list) == "OrderedList" ? part(parts, 1).items() : parts;
  std::size_t count = 0;
  for (const JsonValue& item : items) {
    const auto& blocks = item.items();
    if (blocks.empty() || !is_link_within(parts_of(blocks.front()))) return 0;
    ++count;
    for (std::size_t i = 1; i < blocks.size(); ++i) {
      const std::size_t within = is_list(type_of(blocks[i])) ? items_that_lead_about(blocks[i]) : 0;
      if (within == 0) return 0;
      count += within;
    }
  }
  return count;
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
  place.introduction = introduction_;
  introduction_ = block_of_several(block, place);
}

void PandocReader::blocks(const Nodes& nodes, Place place) {
  for (const JsonValue& node : nodes) place.introduction = block_of_several(node, place);
}

/// A block among others; what it is to the next: the paragraph that may introduce a list.
std::optional<std::uint32_t> PandocReader::block_of_several(const JsonValue& node, Place place) {
  const std::string_view type = type_of(node);
  const std::size_t before = writer_.passages();
  if (is_list(type)) place.lead_in = place.introduction;
  block(node, place);
  writer_.end();
  const std::size_t written = writer_.passages() - before;
  // A list that is cut in two, or that has none of its own, goes on with the same.
  if (written == 0 || is_list(type) || (type == "Div" && writer_.last_role() == Role::list_item)) {
    return place.introduction;
  }
  const bool introduces = is_paragraph(type) || (type == "Div" && !place.all);
  return introduces && written == 1 ? writer_.last_passage() : std::nullopt;
}

void PandocReader::block(const JsonValue& node, const Place& place) {
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
    // A mark alone: its note is the next paragraph.
    if (!writer_.end()) heading_of_note_ = call;
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
    const Part part = part_of(mark);
    if (part == Part::byline && role == Role::body) role = Role::byline;
    if (part == Part::paragraph) {
      if (mark.has_class("title") && is_numbered_title(words_of(inlines))) role = Role::caption;
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
        case Part::date:
          role = Role::metadata;
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
  const Part kind = part_of(attributes_of(part(parts, 1)));
  if (kind == Part::byline || kind == Part::date) {
    begin(kind == Part::byline ? Role::byline : Role::metadata, place);
  } else {
    begin(Role::heading, place, static_cast<unsigned>(std::clamp<std::int64_t>(level, 1, 9)));
  }
  one_line_ = true;
  inlines(words);
  one_line_ = false;
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
  if (attributes.has_class("header") && leads_about(nodes)) return;
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
    case Part::date:
      within.paragraph = Role::metadata;
      break;
    case Part::metadata:
      within.all = Role::metadata;
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
  constexpr std::size_t fewest = 3;
  if (!within.all && items_that_lead_about(node) >= fewest) within.all = Role::contents;
  for (const JsonValue& item : items) {
    std::string marker = "\u2022 ";
    if (ordered) {
      marker = item_marker(number++, type_of(part(attributes, 1)), type_of(part(attributes, 2)));
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

}  // namespace crossroads
