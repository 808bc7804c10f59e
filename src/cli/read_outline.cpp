// SPDX-License-Identifier: Apache-2.0
#include "cli/read_outline.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <vector>

#include "crossroads/core/printable.hpp"
#include "crossroads/text/citation.hpp"

namespace crossroads {
namespace {

constexpr std::size_t longest_title = 70;
constexpr std::size_t longest_beginning = 60;

/// "1-4, 7": runs of marks that are numbers one apart; the others as they are.
std::string in_short(const std::vector<std::string>& marks) {
  const auto number = [](const std::string& mark) {
    const bool digits = !mark.empty() && mark.size() < 7 &&
                        mark.find_first_not_of("0123456789") == std::string::npos;
    return digits ? std::stoi(mark) : -1;
  };
  std::vector<std::string> runs;
  for (std::size_t i = 0; i < marks.size();) {
    std::size_t end = i + 1;
    while (end < marks.size() && number(marks[i]) >= 0 &&
           number(marks[end]) == number(marks[end - 1]) + 1) {
      ++end;
    }
    runs.push_back(end - i < 2 ? marks[i] : fmt::format("{}-{}", marks[i], marks[end - 1]));
    i = end;
  }
  return fmt::format("{}", fmt::join(runs, ", "));
}

/// The marks of the notes that a section cites, or the text outside all sections.
std::string notes_of(const Document& document, std::optional<std::uint32_t> section) {
  std::vector<std::string> marks;
  for (const Footnote& note : document.notes) {
    if (note.section == section) marks.push_back(note.mark.empty() ? "?" : note.mark);
  }
  if (marks.empty()) return {};
  return fmt::format("  {} {}", marks.size() == 1 ? "note" : "notes",
                     printable_line(in_short(marks)));
}

std::string counts_of(const Document& document) {
  std::array<std::size_t, static_cast<std::size_t>(Role::metadata) + 1> counts{};
  for (const Passage& passage : document.passages) ++counts[static_cast<std::size_t>(passage.role)];
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) parts.push_back(fmt::format("{} {}", counts[i], to_string(Role(i))));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string about(const Document& document) {
  std::vector<std::string> known;
  if (!document.metadata.authors.empty()) {
    known.push_back(fmt::format("by {}", fmt::join(document.metadata.authors, ", ")));
  }
  for (const std::string* text :
       {&document.metadata.date, &document.metadata.language, &document.metadata.source}) {
    if (!text->empty()) known.push_back(*text);
  }
  if (document.original) {
    known.push_back(fmt::format("{}, converted by {}", document.original->media_type,
                                document.original->converter));
  }
  return known.empty() ? "" : printable_line(fmt::format("{}", fmt::join(known, "; "))) + "\n";
}

}  // namespace

std::string outline_of(const Document& document) {
  std::string out =
      fmt::format("{}: {}\n", printable_line(document.id), printable_line(document.title));
  if (const std::string known = about(document); !known.empty()) out += "  " + known;
  out += fmt::format("  {}; {}", counted(document.bytes.size(), "byte"),
                     counted(document.passages.size(), "passage"));
  out += fmt::format(" ({})", counts_of(document));
  if (!document.pages.empty()) out += fmt::format("; {}", counted(document.pages.size(), "page"));
  if (!document.sentences.empty()) {
    out += fmt::format("; {}", counted(document.sentences.size(), "sentence"));
  }
  out += '\n';
  if (const std::string notes = notes_of(document, std::nullopt); !notes.empty()) {
    out += fmt::format("  (outside all sections){}\n", notes);
  }
  for (std::uint32_t i = 0; i < document.sections.size(); ++i) {
    const Section& section = document.sections[i];
    std::vector<std::string> names;
    for (const Author& author : section.authors) names.push_back(author.name);
    out += fmt::format(
        "{:{}}{} {}{}  p{}-p{}{}\n", "", section.level * 2U,
        section.kind == Section::Kind::article ? "[article]" : "[section]",
        printable_line(section.title, longest_title),
        names.empty() ? "" : " -- " + printable_line(fmt::format("{}", fmt::join(names, ", "))),
        section.first + 1, section.end, notes_of(document, i));
  }
  const Citations citations = find_citations(document);
  if (!citations.citations.empty()) {
    out += fmt::format("  {} of {}\n", counted(citations.citations.size(), "citation"),
                       counted(citations.works.size(), "work"));
  }
  for (const auto* findings : {&document.findings, &citations.findings}) {
    for (const std::string& finding : *findings)
      out += fmt::format("  ! {}\n", printable_line(finding));
  }
  return out;
}

std::string passages_of(const Document& document) {
  std::string out =
      fmt::format("{}: {}\n", printable_line(document.id), printable_line(document.title));
  for (std::size_t i = 0; i < document.passages.size(); ++i) {
    const Passage& passage = document.passages[i];
    out += fmt::format(
        "  p{:<5} {:<12} {:>8}-{:<8} {}{}\n", i + 1, to_string(passage.role),
        passage.ranges.front().begin, passage.ranges.back().end,
        passage.ranges.size() > 1 ? fmt::format("[{} ranges] ", passage.ranges.size()) : "",
        printable_line(text_of(document, passage), longest_beginning));
  }
  return out;
}

}  // namespace crossroads
