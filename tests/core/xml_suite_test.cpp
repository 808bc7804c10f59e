// SPDX-License-Identifier: Apache-2.0
// The W3C's conformance suite for XML, with expat as a second opinion on what we accept.
#include <stdlib.h>  // mkdtemp

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/xml.hpp"
#include "support/paths.hpp"

using namespace crossroads;

namespace {

namespace fs = std::filesystem;

/// A folder that goes with the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "crossroads-xml-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE_MESSAGE(stream, path.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string quoted(const fs::path& path) {
  return "'" + path.string() + "'";
}

/// What tests/tools/expat_dump.py prints for `arguments`.
std::string run_tool(const std::string& arguments, const fs::path& output) {
  const fs::path tool = test::source_folder() / "tests/tools/expat_dump.py";
  const std::string command = "python3 " + quoted(tool) + " " + arguments + " > " + quoted(output);
  REQUIRE_MESSAGE(std::system(command.c_str()) == 0, command);
  return read_file(output);
}

struct SuiteTest {
  std::string type;
  std::string recommendation;
  std::string edition;
  std::string path;

  /// Ill-formed by XML itself. Namespaces are another recommendation, which this reader leaves
  /// alone; other editions had other rules for names.
  [[nodiscard]] bool is_ill_formed() const {
    return type == "not-wf" && recommendation.rfind("NS", 0) != 0 &&
           (edition == "-" || edition.find('5') != std::string::npos);
  }
};

std::vector<SuiteTest> parse_list(const std::string& list) {
  std::vector<SuiteTest> tests;
  std::istringstream lines(list);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream fields(line);
    SuiteTest test;
    std::getline(fields, test.type, '\t');
    std::getline(fields, test.recommendation, '\t');
    std::getline(fields, test.edition, '\t');
    std::getline(fields, test.path);
    // The suite lists two documents that its archive does not hold.
    if (fs::exists(test.path)) tests.push_back(test);
  }
  return tests;
}

std::string escaped(const std::string& text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    if (c >= 0x20 && c < 0x7F && c != '\\') {
      result += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result.append("\\x").append(1, digits[byte >> 4U]).append(1, digits[byte & 0xFU]);
  }
  return result;
}

/// As expat_dump.py writes it.
void dump(const XmlElement& element, std::string& out) {
  out += "element " + escaped(element.name) + "\n";
  for (const XmlAttribute& attribute : element.attributes) {
    out += "attribute " + escaped(attribute.name) + "=" + escaped(attribute.value) + "\n";
  }
  out += "text " + escaped(element.text) + "\n";
  for (const XmlElement& child : element.children) dump(child, out);
  out += "end\n";
}

/// What expat reads of the same files.
std::map<std::string, std::string> dump_with_expat(const std::map<std::string, std::string>& ours,
                                                   const fs::path& folder) {
  {
    std::ofstream list(folder / "paths");
    for (const auto& [path, dump] : ours) list << path << '\n';
  }
  std::istringstream lines(run_tool("dump < " + quoted(folder / "paths"), folder / "dump"));
  std::map<std::string, std::string> dumps;
  std::string* current = nullptr;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("file ", 0) == 0) {
      current = &dumps[line.substr(5)];
    } else if (current != nullptr) {
      *current += line + "\n";
    }
  }
  return dumps;
}

/// The document type declarations of the suite are all written in ASCII, if not all in UTF-8.
bool has_document_type(std::string source) {
  source.erase(std::remove(source.begin(), source.end(), '\0'), source.end());
  return source.find("<!DOCTYPE") != std::string::npos;
}

void check_place(const Diagnostic& problem, const std::string& source) {
  if (problem.at.line == 0) return;
  const auto lines = std::count(source.begin(), source.end(), '\n') +
                     std::count(source.begin(), source.end(), '\r') + 1;
  CHECK(problem.at.line <= static_cast<std::size_t>(lines));
  CHECK(problem.at.column >= 1);
  CHECK(problem.at.column <= problem.line.size() + 1);
}

/// What became of the suite.
struct Tally {
  int refused = 0;          ///< that had to be
  int refused_untyped = 0;  ///< of those, without a document type declaration
  int unsupported = 0;      ///< well-formed, but of another encoding or version
  int ill_formed = 0;  ///< refused although the suite does not count them as ill-formed XML 1.0
  int equal = 0;       ///< read as expat reads them
  int newer = 0;       ///< with names that expat does not know
};

/// Our dumps by path, "refused" where the document does not count as ill-formed but we say it is.
std::map<std::string, std::string> read_all(const std::vector<SuiteTest>& tests, Tally& tally) {
  std::map<std::string, std::string> dumps;
  for (const SuiteTest& test : tests) {
    INFO(test.type, " ", test.path);
    const std::string source = read_file(test.path);
    const XmlResult result = read_xml(source, test.path);
    REQUIRE(result.root.has_value() != result.problem.has_value());
    if (result.root) {
      CHECK_FALSE(test.is_ill_formed());
      dump(*result.root, dumps[test.path]);
      continue;
    }
    INFO(format(*result.problem));
    check_place(*result.problem, source);
    const bool typed = has_document_type(source);
    if (test.is_ill_formed()) {
      ++tally.refused;
      if (!typed) ++tally.refused_untyped;
    } else if (result.problem->code == "unsupported") {
      if (!typed) ++tally.unsupported;
    } else {
      dumps[test.path] = "refused";
    }
  }
  return dumps;
}

}  // namespace

TEST_CASE("the W3C suite: ill-formed documents are refused, the others read as expat reads them") {
  const fs::path archive = test::shared_folder() / "suites/xml/xmlts20130923.zip";
  if (!fs::exists(archive)) {
    MESSAGE("skipped: no " << archive.string());
    return;
  }
  const TemporaryFolder folder;
  const auto tests = parse_list(
      run_tool("suite " + quoted(archive) + " " + quoted(folder.path()), folder.path() / "list"));
  Tally tally;
  const auto ours = read_all(tests, tally);
  const auto theirs = dump_with_expat(ours, folder.path());
  for (const SuiteTest& test : tests) {
    const auto our = ours.find(test.path);
    if (our == ours.end()) continue;
    const std::string& their = theirs.at(test.path);
    INFO(test.path);
    const bool they_refuse = their.rfind("refused", 0) == 0;
    if (our->second == "refused") {
      CHECK(they_refuse);
      ++tally.ill_formed;
    } else if (they_refuse) {
      // Names that the fifth edition allows; expat follows the fourth.
      CHECK(test.edition != "-");
      ++tally.newer;
    } else {
      CHECK(our->second == their);
      if (our->second == their) ++tally.equal;
    }
  }
  MESSAGE(tests.size() << " documents; " << tally.refused << " ill-formed ones refused, "
                       << tally.refused_untyped << " of them without a document type declaration; "
                       << tally.equal << " read as expat reads them, " << tally.newer
                       << " with names that expat does not know; " << tally.ill_formed
                       << " more refused by both; " << tally.unsupported
                       << " in an encoding or version that is not supported");
  CHECK(tally.refused >= 1000);
  CHECK(tally.equal >= 70);
}
