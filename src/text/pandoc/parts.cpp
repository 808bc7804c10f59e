// SPDX-License-Identifier: Apache-2.0
#include "text/pandoc/parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "crossroads/core/ascii.hpp"

namespace crossroads {
namespace {

using Name = std::pair<std::string_view, Part>;

/// Of elements of HTML 5, as html_for_pandoc() marks them.
constexpr std::array<Name, 9> elements{{{"nav", Part::left_out},
                                        {"footer", Part::left_out},
                                        {"aside", Part::left_out},
                                        {"dialog", Part::left_out},
                                        {"control", Part::left_out},
                                        {"main", Part::main},
                                        {"article", Part::article},
                                        {"figcaption", Part::caption},
                                        {"p", Part::paragraph}}};

constexpr std::array<Name, 14> roles{{{"navigation", Part::left_out},
                                      {"banner", Part::left_out},
                                      {"contentinfo", Part::left_out},
                                      {"complementary", Part::left_out},
                                      {"search", Part::left_out},
                                      {"dialog", Part::left_out},
                                      {"alertdialog", Part::left_out},
                                      {"menu", Part::left_out},
                                      {"doc-backlink", Part::left_out},
                                      {"doc-toc", Part::contents},
                                      {"doc-endnotes", Part::notes},
                                      {"doc-footnotes", Part::notes},
                                      {"doc-bibliography", Part::reference},
                                      {"main", Part::main}}};

/// Of classes and identifiers, in small letters.
constexpr std::array<Name, 77> names{{
    {"nav", Part::left_out},
    {"navbar", Part::left_out},
    {"navigation", Part::left_out},
    {"navheader", Part::left_out},
    {"navfooter", Part::left_out},
    {"nav-panel", Part::left_out},
    {"navbox", Part::left_out},
    {"breadcrumb", Part::left_out},
    {"breadcrumbs", Part::left_out},
    {"menu", Part::left_out},
    {"sidebar", Part::left_out},
    {"sphinxsidebar", Part::left_out},
    {"related", Part::left_out},
    {"footer", Part::left_out},
    {"site-footer", Part::left_out},
    {"site-header", Part::left_out},
    {"page-footer", Part::left_out},
    {"cookie", Part::left_out},
    {"cookies", Part::left_out},
    {"cookie-banner", Part::left_out},
    {"cookie-notice", Part::left_out},
    {"cookie-consent", Part::left_out},
    {"consent", Part::left_out},
    {"skip-link", Part::left_out},
    {"skip-to-content", Part::left_out},
    {"mw-jump-link", Part::left_out},
    {"mw-editsection", Part::left_out},
    {"mw-cite-backlink", Part::left_out},
    {"catlinks", Part::left_out},
    {"printfooter", Part::left_out},
    {"noprint", Part::left_out},
    {"headerlink", Part::left_out},
    {"sr-only", Part::left_out},
    {"visually-hidden", Part::left_out},
    {"screen-reader-text", Part::left_out},
    {"share", Part::left_out},
    {"sharing", Part::left_out},
    {"social", Part::left_out},
    {"nav_header", Part::left_out},
    {"nav-footer", Part::left_out},
    {"footnote-back", Part::left_out},
    {"fn-backref", Part::left_out},
    {"toc", Part::contents},
    {"table-of-contents", Part::contents},
    {"tableofcontents", Part::contents},
    {"toc_element", Part::contents},
    {"list-of-figures", Part::contents},
    {"list-of-tables", Part::contents},
    {"footnotes", Part::notes},
    {"endnotes", Part::notes},
    {"references", Part::reference},
    {"bibliography", Part::reference},
    {"csl-bib-body", Part::reference},
    {"csl-entry", Part::reference},
    {"caption", Part::caption},
    {"msocaption", Part::caption},
    {"msoquote", Part::quote},
    {"blockquote", Part::quote},
    {"headertitle", Part::title},
    {"titlearea", Part::left_out},
    {"tabs", Part::left_out},
    {"navpath", Part::left_out},
    {"nav-path", Part::left_out},
    {"navrow1", Part::left_out},
    {"float-caption", Part::caption},
    {"table-title", Part::caption},
    {"figure-title", Part::caption},
    {"example-title", Part::caption},
    {"section-toc", Part::contents},
    {"docinfo", Part::metadata},
    {"date", Part::date},
    {"pubdate", Part::date},
    {"author", Part::byline},
    {"authors", Part::byline},
    {"byline", Part::byline},
    {"msotitle", Part::title},
    {"msobibliography", Part::reference},
}};

/// Of a paragraph's style in a word processor, in small letters.
constexpr std::array<Name, 17> styles{{{"caption", Part::caption},
                                       {"image caption", Part::caption},
                                       {"table caption", Part::caption},
                                       {"illustration", Part::caption},
                                       {"drawing", Part::caption},
                                       {"figure", Part::caption},
                                       {"quote", Part::quote},
                                       {"intense quote", Part::quote},
                                       {"block text", Part::quote},
                                       {"quotations", Part::quote},
                                       {"bibliography", Part::reference},
                                       {"references", Part::reference},
                                       {"contents heading", Part::contents},
                                       {"author", Part::byline},
                                       {"byline", Part::byline},
                                       {"title", Part::title},
                                       {"table of figures", Part::contents}}};

template <std::size_t size>
Part look_up(const std::array<Name, size>& table, std::string_view name) {
  const auto* known = std::find_if(table.begin(), table.end(),
                                   [&](const Name& entry) { return entry.first == name; });
  return known == table.end() ? Part::words : known->second;
}

Part part_of_style(const std::string& style) {
  if (style.starts_with("toc ") || style.starts_with("contents ")) return Part::contents;
  return look_up(styles, style);
}

Part part_of_name(const std::string& name) {
  if (name.starts_with("msotoc")) return Part::contents;
  return look_up(names, name);
}

Part part_of_names(const NodeAttributes& attributes) {
  for (const std::string_view name : attributes.classes) {
    if (const Part part = part_of_name(ascii_lower(name)); part != Part::words) return part;
  }
  return part_of_name(ascii_lower(attributes.id));
}

/// Whether an identifier is one that programs give to notes, "fn1", "_ftn1", "cite_note-3".
bool names_note(std::string_view target) {
  if (const std::size_t file = target.rfind('#'); file != std::string_view::npos) {
    target.remove_prefix(file + 1);  // EPUB: "chapter.xhtml#fn1"
  }
  while (target.starts_with('_') || target.starts_with('-')) target.remove_prefix(1);
  const std::string name = ascii_lower(target);
  constexpr std::array<std::string_view, 11> beginnings{
      "fn",        "ftn",        "edn",       "footnote", "endnote", "note",
      "cite_note", "sdfootnote", "sdendnote", "foot",     "rearnote"};
  const auto* begin = std::find_if(beginnings.begin(), beginnings.end(),
                                   [&](std::string_view b) { return name.starts_with(b); });
  return begin != beginnings.end() && name.find("ref") == std::string::npos &&
         name.find_first_of("0123456789") != std::string::npos;
}

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

}  // namespace

Part part_of(const NodeAttributes& attributes) {
  const bool has_notes =
      std::any_of(attributes.classes.begin(), attributes.classes.end(),
                  [](std::string_view name) { return name.starts_with("footnote"); });
  const std::string_view element = attributes.find("element");
  Part part = look_up(elements, element);
  if (element == "nav" && part_of_names(attributes) == Part::contents) return Part::contents;
  if (part == Part::left_out && has_notes)
    return Part::notes;  // docutils: <aside class="footnote">
  if (part != Part::words) return part;
  const std::string_view title = attributes.find("title");
  if (title == "header" || title == "footer") return Part::left_out;  // LibreOffice's pages
  if (attributes.has_class("contents") && attributes.has_class("topic")) return Part::contents;
  if (part = look_up(roles, ascii_lower(attributes.find("role"))); part != Part::words) return part;
  if (part = part_of_style(ascii_lower(attributes.find("custom-style"))); part != Part::words) {
    return part;
  }
  return part_of_names(attributes);
}

Part part_of_paragraph(NodeAttributes mark) {
  mark.pairs = nullptr;
  return part_of(mark);
}

bool is_note_call(const NodeAttributes& link, std::string_view target) {
  constexpr std::array<std::string_view, 7> classes{
      "footnote-ref", "footnote-reference", "noteref", "footnote", "fn-ref",
      "fnref",        "sdfootnoteanc"};
  return link.find("role") == "doc-noteref" ||
         std::any_of(classes.begin(), classes.end(),
                     [&](std::string_view name) { return link.has_class(name); }) ||
         names_note(target);
}

std::string item_marker(std::int64_t number, std::string_view style, std::string_view delimiter) {
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

}  // namespace crossroads
