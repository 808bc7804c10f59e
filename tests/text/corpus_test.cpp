// SPDX-License-Identifier: Apache-2.0
//
// A report as it comes out of a PDF, with its structure annotated by hand. Neither is ours to ship:
// without the shared folder there is nothing to compare.
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "crossroads/core/system.hpp"
#include "crossroads/text/read.hpp"
#include "support/check_document.hpp"
#include "support/paths.hpp"

using namespace crossroads;
namespace fs = std::filesystem;

namespace {

constexpr double least_share_of_bytes = 0.999;
constexpr std::string_view name = "un-peace-operations-at-a-crossroads.txt";

std::string read_file(const fs::path& path) {
  return real_system()->read_file(path.string(), std::size_t{1} << 30U);
}

struct Score {
  std::size_t right = 0;
  std::size_t all = 0;
};

/// How many bytes of [begin, end) that are not white space are in notes, or are not.
void count(Score& score, const Document& document, const std::vector<bool>& in_note,
           std::size_t begin, std::size_t end, bool note) {
  for (std::size_t at = begin; at < end; ++at) {
    if (document.bytes[at] == ' ' || document.bytes[at] == '\n') continue;
    ++score.all;
    if (in_note[at] == note) ++score.right;
  }
}

std::vector<bool> note_bytes(const Document& document) {
  std::vector<bool> in_note(document.bytes.size(), false);
  for (const Passage& passage : document.passages) {
    if (passage.role != Role::note) continue;
    for (const Span range : passage.ranges) {
      for (std::uint32_t at = range.begin; at < range.end; ++at) in_note[at] = true;
    }
  }
  return in_note;
}

bool has_passage(const Document& document, Role role, std::size_t begin) {
  for (const Passage& passage : document.passages) {
    if (passage.role == role && passage.ranges.front().begin == begin) return true;
  }
  return false;
}

/// The section of that kind whose heading begins there, or null.
const Section* section_at(const Document& document, Section::Kind kind, std::size_t begin) {
  for (const Section& section : document.sections) {
    if (section.kind == kind && document.passages[section.first].span().begin == begin) {
      return &section;
    }
  }
  return nullptr;
}

bool has_authors(const Section& section, const nlohmann::json& names) {
  std::vector<std::string> found;
  for (const Author& author : section.authors) found.push_back(author.name);
  return found == names.get<std::vector<std::string>>();
}

}  // namespace

TEST_CASE("corpus: headings, bylines and notes stand where the annotation says") {
  const fs::path shared = test::shared_folder();
  if (!fs::exists(shared / "corpus" / name)) {
    MESSAGE("no shared folder: nothing compared");
    return;
  }
  const Document document =
      read_text(std::string(name), read_file(shared / "corpus" / name), TextFormat::plain);
  CHECK(test::violations(document) == "");
  const auto gold = nlohmann::json::parse(read_file(shared / "gold" / "structure.json"));
  CHECK(document.title == gold.at("title").get<std::string>());

  const std::vector<bool> in_note = note_bytes(document);
  Score bytes;
  Score notes;
  for (const auto& note : gold.at("footnotes")) {
    if (!note.at("text_present").get<bool>()) continue;
    const auto begin = note.at("start").get<std::size_t>();
    CAPTURE(begin);
    ++notes.all;
    if (has_passage(document, Role::note, begin)) ++notes.right;
    count(bytes, document, in_note, begin, note.at("end").get<std::size_t>(), true);
  }
  Score headings;
  Score bylines;
  std::vector<nlohmann::json> articles{gold.at("front_matter")};
  for (const auto& section : gold.at("sections")) {
    ++headings.all;
    if (has_passage(document, Role::heading, section.at("heading_start").get<std::size_t>())) {
      ++headings.right;
    }
    for (const auto& article : section.at("articles")) articles.push_back(article);
  }
  for (const auto& article : articles) {
    ++headings.all;
    ++bylines.all;
    if (has_passage(document, Role::heading, article.at("heading_start").get<std::size_t>())) {
      ++headings.right;
    }
    if (has_passage(document, Role::byline, article.at("byline_start").get<std::size_t>())) {
      ++bylines.right;
    }
    for (const auto& range : article.at("body_ranges")) {
      count(bytes, document, in_note, range.at(0).get<std::size_t>(),
            range.at(1).get<std::size_t>(), false);
    }
  }
  MESSAGE("notes ", notes.right, "/", notes.all, ", headings ", headings.right, "/", headings.all,
          ", bylines ", bylines.right, "/", bylines.all, ", bytes of body and notes ", bytes.right,
          "/", bytes.all);
  CHECK(notes.right == notes.all);
  CHECK(headings.right == headings.all);
  CHECK(bylines.right == bylines.all);
  CHECK(static_cast<double>(bytes.right) >= least_share_of_bytes * static_cast<double>(bytes.all));
}

TEST_CASE("corpus: sections, articles, authors and the notes that each cites") {
  const fs::path shared = test::shared_folder();
  if (!fs::exists(shared / "corpus" / name)) {
    MESSAGE("no shared folder: nothing compared");
    return;
  }
  const Document document =
      read_text(std::string(name), read_file(shared / "corpus" / name), TextFormat::plain);
  const auto gold = nlohmann::json::parse(read_file(shared / "gold" / "structure.json"));

  std::vector<nlohmann::json> articles{gold.at("front_matter")};
  Score sections;
  for (const auto& section : gold.at("sections")) {
    ++sections.all;
    const auto begin = section.at("heading_start").get<std::size_t>();
    const Section* found = section_at(document, Section::Kind::section, begin);
    if (found != nullptr && !found->parent) ++sections.right;
    for (const auto& article : section.at("articles")) {
      articles.push_back(article);
      articles.back()["heading_of_section"] = begin;
    }
  }
  Score right;
  for (const auto& article : articles) {
    CAPTURE(article.at("title").get<std::string>());
    ++right.all;
    const Section* found = section_at(document, Section::Kind::article,
                                      article.at("heading_start").get<std::size_t>());
    REQUIRE(found != nullptr);
    CHECK(has_authors(*found, article.at("authors")));
    const bool placed =
        article.contains("heading_of_section")
            ? found->parent &&
                  document.passages[document.sections[*found->parent].first].span().begin ==
                      article.at("heading_of_section").get<std::uint32_t>()
            : !found->parent;
    CHECK(placed);
    std::vector<std::string> marks;
    for (const Footnote& note : document.notes) {
      if (note.section && &document.sections[*note.section] == found) marks.push_back(note.mark);
    }
    std::vector<std::string> expected;
    for (const auto& note : article.at("footnotes"))
      expected.push_back(std::to_string(note.get<int>()));
    CHECK(marks == expected);
    if (placed && has_authors(*found, article.at("authors")) && marks == expected) ++right.right;
  }
  Score notes;
  for (const auto& note : gold.at("footnotes")) {
    ++notes.all;
    for (const Footnote& found : document.notes) {
      if (found.mark != std::to_string(note.at("n").get<int>()) || !found.call || !found.passage)
        continue;
      const bool same =
          found.call->begin == note.at("marker_start").get<std::uint32_t>() &&
          found.call->end == note.at("marker_end").get<std::uint32_t>() &&
          document.passages[*found.passage].span().begin == note.at("start").get<std::uint32_t>() &&
          document.passages[*found.passage].span().end == note.at("end").get<std::uint32_t>();
      if (same) ++notes.right;
    }
  }
  MESSAGE("sections ", sections.right, "/", sections.all, ", articles ", right.right, "/",
          right.all, ", notes with their calls and ends ", notes.right, "/", notes.all);
  CHECK(document.sections.size() ==
        gold.at("n_sections").get<std::size_t>() + gold.at("n_articles").get<std::size_t>());
  CHECK(document.notes.size() == gold.at("n_footnote_markers").get<std::size_t>());
  CHECK(sections.right == sections.all);
  CHECK(right.right == right.all);
  CHECK(notes.right == notes.all);
}
