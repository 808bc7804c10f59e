// SPDX-License-Identifier: Apache-2.0
// Holds every source to tests/tools/layers.txt, where the rules and their form are.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "support/paths.hpp"

namespace {

namespace fs = std::filesystem;

// ---- The rules ----

struct Folder {
  std::string name;
  std::vector<std::string> may_include;
  bool public_only = false;
};

/// A header or a word, and the files that may have it.
struct Rule {
  std::string name;
  std::vector<std::string> files;
};

struct Layers {
  std::vector<Folder> folders;
  std::vector<Rule> headers;
  std::vector<Rule> words;

  [[nodiscard]] const Folder* find(std::string_view name) const {
    const auto found = std::find_if(folders.begin(), folders.end(),
                                    [&](const Folder& f) { return f.name == name; });
    return found == folders.end() ? nullptr : &*found;
  }
};

void add_folder(Layers& layers, const Rule& row) {
  Folder folder{row.name, row.files};
  auto& others = folder.may_include;
  if (!others.empty() && others.front() == "public") {
    folder.public_only = true;
    others.erase(others.begin());
  }
  if (layers.find(folder.name) != nullptr) throw std::runtime_error(folder.name + " is here twice");
  for (const std::string& other : others) {
    if (layers.find(other) == nullptr) {
      throw std::runtime_error(folder.name + " looks back to " + other);
    }
  }
  others.emplace_back("core");
  others.push_back(folder.name);
  layers.folders.push_back(std::move(folder));
}

/// Throws with the line's number where it does not read `text`.
Layers parse_layers(const std::string& text) {
  Layers layers;
  std::istringstream lines(text);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    try {
      const std::size_t space = line.find(' ');
      std::size_t colon = line.find(": ");
      if (colon == std::string::npos && line.back() == ':') colon = line.size() - 1;
      if (colon == std::string::npos || colon < space) throw std::runtime_error("no colon");
      Rule rule{line.substr(space + 1, colon - space - 1), {}};
      std::istringstream rest(line.substr(colon + 1));
      rule.files.assign(std::istream_iterator<std::string>(rest), {});
      const std::string kind = line.substr(0, space);
      if (kind == "folder") {
        add_folder(layers, rule);
      } else if (kind == "header") {
        layers.headers.push_back(std::move(rule));
      } else if (kind == "forbid") {
        layers.words.push_back(std::move(rule));
      } else {
        throw std::runtime_error("what is a " + kind + "?");
      }
    } catch (const std::runtime_error& error) {
      throw std::runtime_error("layers.txt:" + std::to_string(number) + ": " + error.what());
    }
  }
  return layers;
}

/// Whether `name` is as `pattern` says, in which * stands for anything.
bool matches(std::string_view pattern, std::string_view name) {
  if (pattern.empty()) return name.empty();
  if (pattern.front() != '*') {
    return !name.empty() && name.front() == pattern.front() &&
           matches(pattern.substr(1), name.substr(1));
  }
  for (std::size_t i = 0; i <= name.size(); ++i) {
    if (matches(pattern.substr(1), name.substr(i))) return true;
  }
  return false;
}

bool is_open_to(const Rule& rule, std::string_view file) {
  return std::any_of(rule.files.begin(), rule.files.end(),
                     [&](const std::string& pattern) { return matches(pattern, file); });
}

// ---- The sources ----

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Where the literal that opens at `begin` ends; at the line's end if it is not closed.
std::size_t end_of_literal(const std::string& text, std::size_t begin) {
  if (text[begin] == '"' && begin > 0 && text[begin - 1] == 'R') {
    const std::size_t open = std::min(text.find('(', begin), text.size());
    const std::string close = ")" + text.substr(begin + 1, open - begin - 1) + "\"";
    const std::size_t end = text.find(close, open);
    return end == std::string::npos ? text.size() : end + close.size();
  }
  std::size_t i = begin + 1;
  while (i < text.size() && text[i] != text[begin] && text[i] != '\n')
    i += text[i] == '\\' ? 2U : 1U;
  return std::min(i + 1, text.size());
}

enum class Blank { comments, comments_and_literals };

/// `text` with blanks in place of what is no code; every line keeps its number.
std::string blanked(std::string text, Blank what) {
  const auto blank = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) text[i] = text[i] == '\n' ? '\n' : ' ';
    return end;
  };
  for (std::size_t i = 0; i < text.size();) {
    if (text.compare(i, 2, "//") == 0) {
      i = blank(i, std::min(text.find('\n', i), text.size()));
    } else if (text.compare(i, 2, "/*") == 0) {
      const std::size_t end = text.find("*/", i + 2);
      i = blank(i, end == std::string::npos ? text.size() : end + 2);
    } else if (text[i] == '"' || text[i] == '\'') {
      const std::size_t end = end_of_literal(text, i);
      i = what == Blank::comments_and_literals ? blank(i, end) : end;
    } else if (std::isdigit(static_cast<unsigned char>(text[i])) != 0) {
      while (i < text.size() && (is_word(text[i]) || text[i] == '\'')) ++i;  // 1'000 is no literal
    } else {
      do ++i;
      while (i < text.size() && is_word(text[i - 1]) && is_word(text[i]));
    }
  }
  return text;
}

/// Whether a folder may include a header of ours; the rule that it breaks, if it may not.
std::string broken_arrow(const Layers& layers, const std::string& file, const std::string& header) {
  const bool in_public_header = file.rfind("include/", 0) == 0;
  const bool is_public = header.rfind("crossroads/", 0) == 0;
  const std::size_t begin = is_public ? 11 : 0;
  const std::string target = header.substr(begin, header.find('/', begin) - begin);
  const std::string path = file.substr(in_public_header ? 19 : 4);
  const Folder& folder = *layers.find(path.substr(0, path.find('/')));
  if (layers.find(target) == nullptr) return "there is no folder " + target;
  const auto& allowed = folder.may_include;
  if (std::find(allowed.begin(), allowed.end(), target) == allowed.end()) {
    return folder.name + " may not include " + target;
  }
  if (in_public_header && !is_public) return "a public header may not include a private one";
  if (!is_public && folder.public_only && target != folder.name) {
    return folder.name + " may include public headers only";
  }
  return "";
}

/// The rule that including `name` (with its quotes or brackets) breaks.
std::string broken_include(const Layers& layers, const std::string& file, const std::string& name) {
  const std::string header = name.substr(1, name.size() - 2);
  if (header.rfind("crossroads/", 0) == 0) return broken_arrow(layers, file, header);
  if (name.front() == '"') {
    if (header.find('/') == std::string::npos) return "our headers are named with their folder";
    return broken_arrow(layers, file, header);
  }
  if (header.find_first_of("./") == std::string::npos) return "";  // the standard library
  bool known = false;
  for (const Rule& rule : layers.headers) {
    if (!matches(rule.name, header)) continue;
    if (is_open_to(rule, file)) return "";
    known = true;
  }
  return known ? "may not be included here" : "is in no row of layers.txt";
}

/// Whether `line` says `word`: not as a part of a longer one, or of another scope's for "::word".
bool says(std::string_view line, std::string_view word) {
  for (std::size_t at = line.find(word); at != std::string_view::npos;
       at = line.find(word, at + 1)) {
    const char before = at == 0 ? ' ' : line[at - 1];
    const char after = at + word.size() == line.size() ? ' ' : line[at + word.size()];
    const bool starts = word.front() == '<' || !(is_word(before) || before == '>');
    if (starts && !(is_word(word.back()) && is_word(after))) return true;
  }
  return false;
}

/// What breaks the rules in one file: "file:line: what: which rule".
std::vector<std::string> check_source(const Layers& layers, const std::string& file,
                                      const std::string& text) {
  const std::string prefix = file.rfind("include/", 0) == 0 ? "include/crossroads/" : "src/";
  const std::size_t slash = file.find('/', prefix.size());
  if (file.rfind(prefix, 0) != 0 || slash == std::string::npos ||
      layers.find(file.substr(prefix.size(), slash - prefix.size())) == nullptr) {
    return {file + ":1: stands in no folder of layers.txt"};
  }
  std::vector<std::string> problems;
  std::istringstream with_literals(blanked(text, Blank::comments));
  std::istringstream without(blanked(text, Blank::comments_and_literals));
  std::string line, code;
  for (int number = 1; std::getline(with_literals, line) && std::getline(without, code); ++number) {
    const std::string place = file + ":" + std::to_string(number) + ": ";
    for (const Rule& rule : layers.words) {
      if (says(code, rule.name) && !is_open_to(rule, file)) {
        problems.push_back(place + rule.name + ": may not be said here");
      }
    }
    std::istringstream tokens(line.substr(std::min(line.find_first_not_of(" \t"), line.size())));
    std::string directive, name;
    if (tokens.get() != '#' || !(tokens >> directive) || directive.rfind("include", 0) != 0)
      continue;
    const std::size_t begin = line.find_first_of("<\"");
    const std::size_t end = line.find_last_of(">\"");
    if (begin == std::string::npos || begin == end) {
      problems.push_back(place + "an include that names no header");
      continue;
    }
    name = line.substr(begin, end + 1 - begin);
    const std::string rule = broken_include(layers, file, name);
    if (!rule.empty()) problems.push_back(place + name + ": " + rule);
  }
  return problems;
}

std::string read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE_MESSAGE(stream, path.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

Layers house() {
  return parse_layers(read_file(crossroads::test::source_folder() / "tests/tools/layers.txt"));
}

/// The paths below the project's folder of what the library and the program are made of.
std::vector<std::string> sources() {
  std::vector<std::string> paths;
  for (const char* folder : {"include/crossroads", "src"}) {
    const fs::path root = crossroads::test::source_folder();
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string ending = entry.path().extension().string();
      if (ending != ".hpp" && ending != ".cpp") continue;
      paths.push_back(entry.path().lexically_relative(root).generic_string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

TEST_CASE("layers: every source keeps to layers.txt") {
  const Layers layers = house();
  const auto files = sources();
  CHECK(files.size() >= 60);
  for (const std::string& file : files) {
    const std::string text = read_file(crossroads::test::source_folder() / file);
    for (const std::string& problem : check_source(layers, file, text)) FAIL_CHECK(problem);
  }
}

TEST_CASE("layers: the files that layers.txt names are there") {
  const Layers layers = house();
  for (const auto* rules : {&layers.headers, &layers.words}) {
    for (const Rule& rule : *rules) {
      for (const std::string& file : rule.files) {
        CAPTURE(file);
        if (file.find('*') != std::string::npos) continue;
        CHECK(fs::exists(crossroads::test::source_folder() / file));
      }
    }
  }
}

TEST_CASE("layers: what is refused, and what is not") {
  struct Case {
    std::string file;
    std::string text;
    std::string problem;  ///< after the place, which is line 2; empty where there is none
  };
  static const Case cases[] = {
      {"src/text/a.cpp", R"(#include "crossroads/link/link.hpp")",
       R"("crossroads/link/link.hpp": text may not include link)"},
      {"src/link/a.cpp", R"(#include "crossroads/text/document.hpp")", ""},
      {"src/link/a.cpp", R"(  #  include "link/words.hpp")", ""},
      {"src/core/a.cpp", R"(#include "crossroads/text/document.hpp")",
       R"("crossroads/text/document.hpp": core may not include text)"},
      {"src/text/a.cpp", R"(#include <crossroads/graph/edge.hpp>)",
       R"(<crossroads/graph/edge.hpp>: text may not include graph)"},
      {"src/text/a.cpp", R"(#include "lines.hpp")",
       R"("lines.hpp": our headers are named with their folder)"},
      {"src/text/a.cpp", R"(#include "magic/a.hpp")", R"("magic/a.hpp": there is no folder magic)"},
      {"src/cli/a.cpp", R"(#include "crossroads/graph/edge.hpp")", ""},
      {"src/cli/a.cpp", R"(#include "cli/a.hpp")", ""},
      {"src/cli/a.cpp", R"(#include "graph/stated.hpp")",
       R"("graph/stated.hpp": cli may include public headers only)"},
      {"include/crossroads/text/a.hpp", R"(#include "text/plain/lines.hpp")",
       R"("text/plain/lines.hpp": a public header may not include a private one)"},
      {"include/crossroads/text/a.hpp", "#include <fmt/format.h>",
       "<fmt/format.h>: may not be included here"},
      {"src/text/a.hpp", "#include <vector> // why", ""},
      {"src/text/a.cpp", "#include <fmt/format.h>", ""},
      {"src/text/a.cpp", "#include <unicode/uchar.h>", ""},
      {"src/graph/a.cpp", "#include <unicode/uchar.h>",
       "<unicode/uchar.h>: may not be included here"},
      {"include/crossroads/graph/a.hpp", "#include <boost/graph/graph_traits.hpp>", ""},
      {"include/crossroads/query/a.hpp", "#include <boost/graph/graph_traits.hpp>",
       "<boost/graph/graph_traits.hpp>: may not be included here"},
      {"src/core/xml_scan.cpp", "#include <rapidxml/rapidxml.hpp>",
       "<rapidxml/rapidxml.hpp>: may not be included here"},
      {"src/store/a.cpp", "#include <nlohmann/json.hpp>",
       "<nlohmann/json.hpp>: may not be included here"},
      {"src/core/a.cpp", "#include <doctest/doctest.h>",
       "<doctest/doctest.h>: is in no row of layers.txt"},
      {"src/core/a.cpp", "#include <sys/stat.h>", "<sys/stat.h>: may not be included here"},
      {"src/core/system.cpp", "#include <sys/stat.h>", ""},
      {"src/core/a.cpp", "#include MAGIC", "an include that names no header"},
      {"src/core/a.cpp", "// #include <sys/stat.h>", ""},
      {"src/core/a.cpp", "#include <fstream>", "<fstream>: may not be said here"},
      {"src/cli/main.cpp", "#include <filesystem>", "<filesystem>: may not be said here"},
      {"src/core/a.cpp", "x = std::fopen(name);", "fopen(: may not be said here"},
      {"src/core/a.cpp", "x = ::open(name);", "::open(: may not be said here"},
      {"src/core/a.cpp", "int Box::open(int x) { return open(1'000, '\"') + fopen_count(); }", ""},
      {"src/core/a.cpp", "std::cout << 1;", "cout: may not be said here"},
      {"src/cli/a.cpp", "std::cout << 1;", ""},
      {"src/core/a.cpp", "std::exit(1);", "exit(: may not be said here"},
      {"src/core/a.cpp", R"-(std::snprintf(b, 2, "exit()") /* exit() */; at_exit();)-", ""},
      {"src/core/a.cpp", "x = R\"(\" exit(0) \")\";", ""},
  };
  const Layers layers = house();
  for (const Case& one : cases) {
    CAPTURE(one.file);
    CAPTURE(one.text);
    std::string found;
    for (const auto& p : check_source(layers, one.file, "\n" + one.text)) found += p;
    std::string expected = one.problem;
    if (!expected.empty()) expected.insert(0, one.file + ":2: ");
    CHECK(found == expected);
  }
}

TEST_CASE("layers: a source in a folder that layers.txt does not know is refused") {
  const Layers layers = house();
  for (const std::string file : {"src/magic/a.cpp", "src/a.cpp", "include/a.hpp"}) {
    const std::vector<std::string> expected = {file + ":1: stands in no folder of layers.txt"};
    CHECK(check_source(layers, file, "") == expected);
  }
}

TEST_CASE("layers: a layers.txt that can't be true is refused") {
  const auto parse = [](const char* text) { static_cast<void>(parse_layers(text)); };
  CHECK_THROWS_WITH(parse("folder a: b\nfolder b:\n"), "layers.txt:1: a looks back to b");
  CHECK_THROWS_WITH(parse("folder a:\nfolder a:\n"), "layers.txt:2: a is here twice");
  CHECK_THROWS_WITH(parse("\nfloor a:\n"), "layers.txt:2: what is a floor?");
  CHECK_THROWS_WITH(parse("folder a\n"), "layers.txt:1: no colon");
}
