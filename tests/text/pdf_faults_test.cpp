// SPDX-License-Identifier: Apache-2.0
//
// What can go wrong with a PDF, and with the programs that read it.
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/core/utf8.hpp"
#include "support/fake_system.hpp"
#include "text/readers.hpp"

using namespace crossroads;

namespace {

const std::string one_word =
    "<page width=\"600\" height=\"800\"><line>"
    "<word xMin=\"50\" yMin=\"50\" xMax=\"90\" yMax=\"60\">Word</word></line></page>";

Error error_of(const std::string& bytes, const RunResult& result) {
  test::FakeSystem system;
  system.program = [&](const Command&, std::string_view, const RunLimits&) { return result; };
  try {
    (void)read_pdf(system, "a.pdf", bytes, {});
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error");
  throw;
}

}  // namespace

TEST_CASE("pdf: what can't be read is one clear error") {
  const auto failed = [](const std::string& said) {
    RunResult result;
    result.status = 1;
    result.diagnostics = said;
    return result;
  };
  const std::string pdf = "%PDF-1.4\n";
  struct Case {
    std::string bytes;
    RunResult result;
    const char* what;
  };
  RunResult scanned;
  scanned.output = "<page width=\"600\" height=\"800\"></page>";
  RunResult slow = failed("");
  slow.limit = RunResult::Limit::cpu;
  RunResult large = failed("");
  large.limit = RunResult::Limit::output;
  std::string accents;
  for (int i = 0; i < 300; ++i) accents += "\u00E9";
  const std::vector<Case> cases{
      {"", {}, "a.pdf: is empty"},
      {pdf, failed("Syntax Error: a" + accents), "a.pdf: the PDF is damaged: a\u00E9"},
      {pdf, failed("Syntax Error: bad name \xFF\x1B[1m"), "a.pdf: the PDF is damaged: bad name"},
      {"PK\x03\x04", {}, "a.pdf: is not a PDF: it does not begin with %PDF-"},
      {pdf, failed("Command Line Error: Incorrect password\n"),
       "a.pdf: the PDF is encrypted with a password"},
      {pdf, failed("Syntax Error: Invalid page count 0\n"), "a.pdf: the PDF has no pages"},
      {pdf, failed("Syntax Error: Couldn't find trailer dictionary\nSyntax Error: more\n"),
       "a.pdf: the PDF is damaged: Couldn't find trailer dictionary"},
      {pdf, scanned, "a.pdf: the PDF holds no text: its 1 pages are images"},
      {pdf, slow, "a.pdf: reading the PDF takes too long"},
      {pdf, large, "a.pdf: the PDF holds too much text"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Error error = error_of(c.bytes, c.result);
    CHECK(error.kind() == ErrorKind::input);
    CHECK(std::string(error.what()).find(c.what) != std::string::npos);
    CHECK_FALSE(find_invalid_utf8(error.what()));
  }
}

TEST_CASE("pdf: where poppler can't be run, the text and the package are named") {
  for (const char* missing : {"pdftotext", "pdftohtml"}) {
    CAPTURE(missing);
    test::FakeSystem system;
    std::string package;
    system.program = [&](const Command& command, std::string_view, const RunLimits&) -> RunResult {
      package = command.package;
      if (command.words.front() == missing) {
        throw Error(ErrorKind::input, command.words.front() + ": not found");
      }
      RunResult result;
      result.output = one_word;
      return result;
    };
    CHECK_THROWS_WITH_AS(read_pdf(system, "a.pdf", "%PDF-1.4\n", {}),
                         fmt::format("a.pdf: {}: not found", missing).c_str(), Error);
    CHECK(package == "poppler-utils");
  }
}

TEST_CASE("pdf: what made a text of it is known by its version") {
  test::FakeSystem system;
  std::string said = "pdftotext version 9.8.7\nCopyright\n";
  system.program = [&](const Command& command, std::string_view, const RunLimits&) {
    RunResult result;
    const bool asked = command.words.back() == "-v";
    (asked ? result.diagnostics : result.output) = asked ? said : one_word;
    return result;
  };
  CHECK(read_pdf(system, "a.pdf", "%PDF-1.4\n", {}).original->converter == "pdftotext 9.8.7");
  said = "none";
  CHECK_THROWS_WITH_AS(read_pdf(system, "a.pdf", "%PDF-1.4\n", {}), doctest::Contains("a.pdf: "),
                       Error);
}
