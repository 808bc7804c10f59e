// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/tei/reader.hpp"

namespace crossroads {
namespace {

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 27> blocks{
    "p",        "ab",         "head",      "list",       "item",     "table",   "row",
    "lg",       "l",          "sp",        "stage",      "speaker",  "figure",  "figDesc",
    "opener",   "closer",     "byline",    "docAuthor",  "docDate",  "div",     "trailer",
    "listBibl", "biblStruct", "titlePart", "docImprint", "argument", "epigraph"};
constexpr std::array<std::string_view, 14> plain_blocks{
    "p",       "ab",     "stage",  "speaker",  "opener",     "closer",     "docDate",
    "trailer", "salute", "signed", "dateline", "postscript", "docImprint", "argument"};
constexpr std::array<std::string_view, 8> containers{"text",  "front", "body",      "back",
                                                     "group", "sp",    "titlePage", "floatingText"};

bool has_blocks(const XmlElement& element) {
  return std::any_of(element.children.begin(), element.children.end(), [](const XmlElement& child) {
    return is_one_of(blocks, tei_name(child)) || has_blocks(child);
  });
}

/// How deep a heading numbered "2.1." is; 0 where it is not so numbered.
unsigned level_of_number(std::string_view number) {
  unsigned level = 0;
  bool digit = false;
  for (const char c : number) {
    if (c >= '0' && c <= '9') {
      if (!digit) ++level;
      digit = true;
    } else if (c == '.') {
      digit = false;
    } else {
      return 0;
    }
  }
  return level;
}

}  // namespace

bool is_tei_block(std::string_view name) {
  return is_one_of(blocks, name);
}

bool TeiReader::block(const XmlElement& element, std::string_view name, const Place& place) {
  if (name == "TEI" || name == "TEI.2") {
    end(place);
    text(element);
  } else if (is_one_of(containers, name)) {
    end(place);
    content(element, place);
    end(place);
  } else if (name == "div" || (name.size() == 4 && name.starts_with("div"))) {
    division(element, name, place);
  } else if (name == "head" || name == "titlePart") {
    heading(element, name, place);
  } else if (is_one_of(plain_blocks, name)) {
    passage(element, place.paragraph, place);
  } else if (name == "byline" || name == "docAuthor") {
    if (place.in_paragraph || writer_.is_open()) return false;  // an author in a byline
    passage(element, Role::byline, place);
  } else if (name == "quote" || name == "q" || name == "epigraph" || name == "cit") {
    return quote(element, name, place);
  } else if (name == "list") {
    list(element, place);
  } else if (name == "table") {
    table(element, place);
  } else if (name == "figure") {
    figure(element, place);
  } else if (name == "lg" || name == "l") {
    verse(element, name, place);
  } else if (name == "listBibl" || name == "biblStruct" || name == "bibl") {
    return bibliography(element, name, place);
  } else {
    return false;
  }
  return true;
}

void TeiReader::passage(const XmlElement& element, Role role, const Place& place, unsigned level) {
  end(place);
  Place within = place;
  within.in_paragraph = true;
  within.paragraph = role;  // what a list interrupts goes on so
  begin(role, place, level);
  content(element, within);
  end(place);
}

void TeiReader::division(const XmlElement& element, std::string_view name, const Place& place) {
  end(place);
  Place within = place;
  within.division = name.size() == 4 && name[3] >= '1' && name[3] <= '9'
                        ? static_cast<unsigned>(name[3] - '0')
                        : place.division + 1;
  const std::string_view type = attribute_of(element, "type");
  if (type == "contents" || type == "toc") within.paragraph = Role::contents;
  content(element, within);
  end(place);
}

void TeiReader::heading(const XmlElement& element, std::string_view name, const Place& place) {
  unsigned level = std::max(place.division, 1U);
  const std::string_view number = attribute_of(element, "n");
  if (from_grobid_ && level_of_number(number) > 0) level = level_of_number(number);
  if (name == "titlePart" && attribute_of(element, "type") == "sub") level = 2;
  end(place);
  begin(Role::heading, place, level);
  if (from_grobid_ && !number.empty()) {  // it took the number out of the words
    writer_.words(number);
    writer_.words(" ");
  }
  Place within = place;
  within.flat = true;
  content(element, within);
  end(place);
}

bool TeiReader::quote(const XmlElement& element, std::string_view name, const Place& place) {
  const bool stands_alone = name == "epigraph" || !writer_.is_open() || has_blocks(element);
  if (!stands_alone) return false;
  if (name == "q" && !has_blocks(element)) return false;
  end(place);
  Place within = place;
  within.paragraph = Role::quote;
  content(element, within);
  end(place);
  return true;
}

void TeiReader::list(const XmlElement& element, const Place& place) {
  end(place);
  Place within = place;
  within.paragraph = Role::list_item;
  within.depth = place.depth + 1;
  within.marker = nullptr;
  const std::string type =
      fmt::format("{} {}", attribute_of(element, "type"), attribute_of(element, "rend"));
  const bool numbered =
      (type.find("ordered") != type.npos && type.find("unordered") == type.npos) ||
      type.find("number") != type.npos;
  unsigned number = 0;
  std::string label;
  for (const XmlElement& child : element.children) {
    const std::string_view name = tei_name(child);
    if (name == "label") {
      label = words_in(child);
    } else if (name == "item") {
      std::string marker = "\u2022 ";
      const std::string_view given = attribute_of(child, "n");
      ++number;
      if (numbered) marker = fmt::format("{}. ", number);
      if (!given.empty()) marker = fmt::format("{} ", given);
      if (!label.empty()) marker = std::exchange(label, {}) + " ";
      within.marker = &marker;
      content(child, within);
      end(within);
      within.marker = nullptr;
    } else if (name == "head") {
      caption(child, place);
      within.lead_in = writer_.last_passage();
    } else {
      visit(child, within);
    }
  }
  end(within);
}

void TeiReader::caption(const XmlElement& element, const Place& place) {
  end(place);
  writer_.begin(Role::caption);
  Place within;
  within.flat = true;
  content(element, within);
  writer_.end();
}

void TeiReader::table(const XmlElement& element, const Place& place) {
  end(place);
  Place within = place;
  within.flat = true;
  for (const XmlElement& child : element.children) {
    const std::string_view name = tei_name(child);
    if (name == "row") {
      begin(Role::table, place);
      for (const XmlElement& cell : child.children) {
        content(cell, within);
        writer_.separator(" | ");
      }
      end(place);
    } else if (name == "head" || name == "figDesc") {
      caption(child, place);
    } else {
      visit(child, place);
      end(place);
    }
  }
}

void TeiReader::figure(const XmlElement& element, const Place& place) {
  end(place);
  const bool has_head = child_of(element, "head") != nullptr;
  const XmlElement* description = child_of(element, "figDesc");
  const std::string described = has_head && description != nullptr ? words_in(*description) : "";
  for (const XmlElement& child : element.children) {
    const std::string_view name = tei_name(child);
    if (name == "head" || name == "figDesc") {
      // GROBID says a caption's beginning twice.
      const bool said =
          name == "head" && description != nullptr && described.starts_with(words_in(child));
      if (!said) caption(child, place);
    } else if (name != "label" || !has_head) {
      visit(child, place);
      end(place);
    }
  }
}

void TeiReader::verse(const XmlElement& element, std::string_view name, const Place& place) {
  Place within = place;
  within.flat = true;
  if (name == "l") {
    if (!writer_.is_open()) begin(place.paragraph, place);
    content(element, within);
    writer_.line_break();
    return;
  }
  end(place);
  begin(place.paragraph, place);
  for (const XmlElement& child : element.children) {
    if (tei_name(child) == "lg") {
      verse(child, "lg", place);
    } else if (tei_name(child) == "head") {
      heading(child, "head", place);
    } else {
      if (!writer_.is_open()) begin(place.paragraph, place);
      if (tei_name(child) == "l") {
        verse(child, "l", place);
      } else {
        visit(child, within);
      }
    }
  }
  end(place);
}

bool TeiReader::bibliography(const XmlElement& element, std::string_view name, const Place& place) {
  if (name == "listBibl") {
    end(place);
    Place within = place;
    within.paragraph = Role::reference;
    within.in_paragraph = false;
    within.division = place.division + 1;
    content(element, within);
    end(place);
    return true;
  }
  if (name == "bibl") {
    if (place.in_paragraph || writer_.is_open() || place.paragraph != Role::reference) return false;
    passage(element, Role::reference, place);
    return true;
  }
  end(place);
  line(Role::reference, 0, tei_reference(element));
  return true;
}

void TeiReader::page(const XmlElement& element) {
  ++page_;
  const std::string_view label = attribute_of(element, "n");
  writer_.page(label.empty() ? std::to_string(page_) : std::string(label));
  if (writer_.is_open() && attribute_of(element, "break") != "no") writer_.words(" ");
}

void TeiReader::running_head(const XmlElement& element, const Place& place) {
  if (writer_.is_open()) return;
  const std::string_view type = attribute_of(element, "type");
  begin(type == "pageNum" ? Role::page_number : Role::running_head, {});
  Place within = place;
  within.flat = true;
  content(element, within);
  writer_.end();
}

void TeiReader::choice(const XmlElement& element, const Place& place) {
  constexpr std::array<std::string_view, 3> wanted{"corr", "reg", "expan"};
  for (const XmlElement& child : element.children) {
    if (is_one_of(wanted, tei_name(child))) return content(child, place);
  }
  if (!element.children.empty()) content(element.children.front(), place);
}

}  // namespace crossroads
