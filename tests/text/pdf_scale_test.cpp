// SPDX-License-Identifier: Apache-2.0
//
// What is large in a PDF takes no longer than its size: each of these once took the square of it.
#include <ctime>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "text/pdf/document.hpp"
#include "text/pdf/margins.hpp"
#include "text/pdf/tables.hpp"

using namespace crossroads;

namespace {

constexpr double longest = 5;  // seconds

/// Seconds of this program's own, however busy the machine is.
double seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

std::string word(double left, double top, const std::string& text, double width = 10) {
  return fmt::format("<word xMin=\"{}\" yMin=\"{}\" xMax=\"{}\" yMax=\"{}\">{}</word>", left, top,
                     left + width, top + 10, text);
}

std::string page(const std::string& lines) {
  return "<page width=\"600\" height=\"800000\">" + lines + "</page>";
}

/// So many lines of 40 words.
std::string lines_of(const std::string& text, int count, double top) {
  std::string lines;
  for (int line = 0; line < count; ++line) {
    lines += "<line>";
    for (int at = 0; at < 40; ++at) lines += word(40 + 12.0 * at, top + 12.0 * line, text);
    lines += "</line>";
  }
  return lines;
}

Document read(const std::string& layout, const std::string& fonts = "") {
  return pdf_document("large.pdf", read_pdf_source(layout, fonts), {});
}

}  // namespace

TEST_CASE("pdf: many raised digits that call no note") {
  const std::string layout =
      page("<line>" + word(40, 20, "So") + word(54, 20, "called¹") + "</line>" +
           lines_of("x²", 6000, 32) +
           "<line><word xMin=\"40\" yMin=\"790000\" xMax=\"60\" yMax=\"790007\">¹The</word>"
           "<word xMin=\"62\" yMin=\"790000\" xMax=\"90\" yMax=\"790007\">note</word></line>");
  const double start = seconds();
  const Document document = read(layout);
  CHECK(seconds() - start < longest);
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].call.has_value());
}

TEST_CASE("pdf: many notes at the end, and many calls") {
  std::string layout = page(lines_of("x²", 1500, 20));
  std::string notes =
      "<line><word xMin=\"40\" yMin=\"20\" xMax=\"120\" yMax=\"40\">Notes</word></line>";
  for (int i = 0; i < 20000; ++i) {
    notes += "<line>" + word(40, 60 + 24.0 * i, "7.") + word(54, 60 + 24.0 * i, "Words.", 40) +
             "</line>";
  }
  layout += page(notes);
  const double start = seconds();
  const Document document = read(layout);
  CHECK(seconds() - start < longest);
  CHECK(document.notes.size() == 20000);
}

TEST_CASE("pdf: many bookmarks of one page") {
  std::string lines;
  std::string fonts = "<outline>";
  for (int i = 0; i < 3000; ++i) {
    lines += "<line>" + word(40, 20 + 40.0 * i, "Heading", 40) +
             word(84, 20 + 40.0 * i, fmt::format("h{}", i), 30) + "</line>";
  }
  for (int i = 0; i < 20000; ++i) fonts += fmt::format("<item page=\"1\">No such {}</item>", i);
  fonts += "<item page=\"1\">Heading h2500</item></outline>";
  const double start = seconds();
  const Document document = read(page(lines), fonts);
  CHECK(seconds() - start < longest);
  std::vector<std::string> headings;
  for (const Passage& passage : document.passages) {
    if (passage.role == Role::heading) headings.push_back(text_of(document, passage));
  }
  CHECK(headings == std::vector<std::string>{"Heading h2500"});
}

TEST_CASE("pdf: many lines that stand aside") {
  PdfSource source;
  source.text = "word";
  source.pages.push_back({600, 800, {PdfWord{{40, 20, 60, 30}, {0, 4}, 9}}});
  PdfLine line = make_line(source, 0, {0});
  line.place = PdfLine::Place::aside;
  const std::vector<PdfLine> lines(200'000, line);
  const std::vector<std::string> words(lines.size(), "word");
  const double start = seconds();
  const std::vector<LineShape> shapes = line_shapes(source, lines, words);
  CHECK(seconds() - start < longest);
  CHECK(shapes == std::vector<LineShape>(lines.size(), LineShape::prose));
}

TEST_CASE("pdf: rows of many cells") {
  PdfSource source;
  source.text = "word";
  source.pages.push_back({600, 800, {}});
  std::vector<PdfLine> lines;
  for (std::uint32_t row = 0; row < 400; ++row) {
    std::vector<std::uint32_t> places;
    for (std::uint32_t at = 0; at < 2000; ++at) {
      // A row's cells stand between those of the row above.
      const double left = 100.0 * at + (row % 2 == 0 ? 0 : 50);
      places.push_back(static_cast<std::uint32_t>(source.pages[0].words.size()));
      source.pages[0].words.push_back(
          PdfWord{{left, 20.0 * row, left + 20, 20.0 * row + 10}, {0, 4}, 9});
    }
    lines.push_back(make_line(source, 0, places));
  }
  const std::vector<std::string> words(lines.size(), "many cells  and words");
  const double start = seconds();
  const std::vector<LineShape> shapes = line_shapes(source, lines, words);
  CHECK(seconds() - start < longest / 5);
  CHECK(shapes == std::vector<LineShape>(lines.size(), LineShape::prose));
}

TEST_CASE("pdf: many pages with numbers") {
  std::string layout;
  for (int number = 1; number <= 20'000; ++number) {
    layout += "<page width=\"600\" height=\"800\"><line>" + word(40, 100, "Words") +
              "</line><line>" + word(40, 130, "more") + "</line><line>" +
              word(300, 760, std::to_string(number)) + "</line></page>";
  }
  const PdfSource source = read_pdf_source(layout, "");
  const double start = seconds();
  const std::vector<PdfMargins> margins = find_margins(source);
  CHECK(seconds() - start < longest);
  REQUIRE(margins.size() == 20'000);
  CHECK(margins[4998].label == "4999");
}
