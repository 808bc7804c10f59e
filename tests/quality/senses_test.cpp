// SPDX-License-Identifier: Apache-2.0
//
// Forms of several entries of our ontology, in sentences and short documents of our own
// (shared_forms.tsv tells how they are written), and in the briefings.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/json.hpp"
#include "crossroads/link/explain.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/text/read.hpp"
#include "support/check_links.hpp"
#include "support/our_ontology.hpp"
#include "support/paths.hpp"

using namespace crossroads;
namespace fs = std::filesystem;

namespace {

struct SenseCase {
  bool kept = false;
  std::string date;
  std::vector<std::string> names;
  std::string text;
};

std::vector<SenseCase> read_cases() {
  std::istringstream lines(
      test::read_file(test::source_folder() / "tests/quality/shared_forms.tsv"));
  std::vector<SenseCase> cases;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#') || line.starts_with("for\t")) continue;
    const std::size_t begin = line.find('\t') + 1;
    const std::size_t first = line.find('\t', begin);
    const std::size_t second = line.find('\t', first + 1);
    REQUIRE(second != std::string::npos);
    SenseCase read;
    read.kept = line.starts_with("kept\t");
    read.date = line.substr(begin, first - begin);
    std::istringstream names(line.substr(first + 1, second - first - 1));
    for (std::string name; names >> name;) read.names.push_back(name);
    read.text = line.substr(second + 1);
    for (std::size_t at = 0; (at = read.text.find("\\n", at)) != std::string::npos;) {
      read.text.replace(at, 2, "\n");
    }
    cases.push_back(std::move(read));
  }
  return cases;
}

/// What stands at each place of a form of several entries, in text order.
std::vector<std::string> answers(const Ontology& ontology, const Links& links) {
  std::vector<std::string> names;
  for (const Decision& decision : links.decisions) {
    names.push_back(decision.entry ? ontology.entry(*decision.entry).id : "-");
  }
  return names;
}

std::string shown(const Ontology& ontology, const Document& document, const Links& links) {
  std::string out;
  for (const Decision& decision : links.decisions) {
    for (const Candidate& candidate : decision.candidates) {
      out +=
          "  " + ontology.entry(candidate.entry).id + " " + std::to_string(candidate.score) + ":";
      for (const Reason& reason : candidate.reasons) {
        out += " " + document.bytes.substr(reason.span.begin, reason.span.size()) + "(" +
               std::string(to_string(reason.kind)) + " " + std::to_string(reason.score) + ")";
      }
      out += "\n";
    }
  }
  return out;
}

struct Count {
  int cases = 0;
  int right = 0;
  int wrong = 0;
  int abstained = 0;
};

void count(const SenseCase& one, const std::vector<std::string>& found, Count& all) {
  ++all.cases;
  bool wrong = found.size() != one.names.size();
  bool open = false;
  for (std::size_t i = 0; i < std::min(found.size(), one.names.size()); ++i) {
    if (found[i] == one.names[i]) continue;
    (found[i] == "-" ? open : wrong) = true;
  }
  ++(wrong ? all.wrong : open ? all.abstained : all.right);
}

}  // namespace

TEST_CASE("senses: forms of several entries in sentences and short documents") {
  const Ontology ontology = test::our_ontology();
  const Lexicon lexicon = Lexicon::build(ontology);
  const bool tell = std::getenv("CROSSROADS_TELL") != nullptr;
  Count counts[2];
  std::map<std::string, Count> by_form[2];
  for (const SenseCase& one : read_cases()) {
    Document document = read_text("t.md", one.text, TextFormat::markdown);
    document.metadata.date = one.date;
    const Links links = link(lexicon, document, {.reasons = Reasons::on});
    CHECK(test::violations(document, links) == "");
    const std::size_t half = one.kept ? 1 : 0;
    const std::vector<std::string> found = answers(ontology, links);
    const Count before = counts[half];
    count(one, found, counts[half]);
    const Decision* first = links.decisions.empty() ? nullptr : &links.decisions.front();
    CAPTURE(one.text);
    REQUIRE(first != nullptr);
    count(one, found, by_form[half][document.bytes.substr(first->span.begin, first->span.size())]);
    if (tell && half == 0 && counts[half].right == before.right) {
      MESSAGE("TEXT ", one.text, "\n", shown(ontology, document, links));
    }
  }
  for (std::size_t half = 0; half < 2; ++half) {
    const std::string name = half == 0 ? "making: " : "kept: ";
    for (const auto& [form, all] : by_form[half]) {
      MESSAGE(name, form, " ", all.cases, " cases, right ", all.right, ", left open ",
              all.abstained, ", wrong ", all.wrong);
    }
    CHECK(counts[half].wrong * 20 <= counts[half].cases);
    // Of what the rules were made by, a floor; the figures are printed.
    CHECK(counts[half].right * 100 >= counts[half].cases * (half == 0 ? 92 : 95));
  }
}

TEST_CASE("senses: forms of several entries in the briefings, as a reader found them") {
  const Ontology ontology = test::our_ontology();
  const Lexicon lexicon = Lexicon::build(ontology);
  const fs::path folder = test::source_folder() / "examples/briefings";
  std::map<std::string, std::map<Span, std::string>> gold;
  std::istringstream lines(test::read_file(folder / "mentions.jsonl"));
  for (std::string line; std::getline(lines, line);) {
    const JsonValue mention = read_json(line, "mentions.jsonl");
    const Span span{static_cast<std::uint32_t>(*mention.find("start")->integer()),
                    static_cast<std::uint32_t>(*mention.find("end")->integer())};
    gold[*mention.find("document")->string()][span] = *mention.find("entry")->string();
  }
  std::size_t places = 0;
  for (const auto& [name, mentions] : gold) {
    const TextFormat format = name.ends_with(".md") ? TextFormat::markdown : TextFormat::plain;
    const Document document = read_text(name, test::read_file(folder / name), format);
    const Links links = link(lexicon, document, {.reasons = Reasons::on});
    CAPTURE(name);
    for (const Decision& decision : links.decisions) {
      CAPTURE(decision.span.begin);
      const auto read = mentions.find(decision.span);
      if (read == mentions.end()) continue;  // in a list of sources
      ++places;
      REQUIRE(decision.entry);
      CHECK(ontology.entry(*decision.entry).id == read->second);
    }
    for (const auto& [span, entry] : mentions) {  // none is left out
      const auto is_here = [at = span](const auto& place) { return place.span == at; };
      CHECK(std::none_of(links.undecided.begin(), links.undecided.end(), is_here));
    }
  }
  MESSAGE(places, " places");
  CHECK(places >= 15);
}

TEST_CASE("senses: every mention in the briefings is explained by a form of its entry") {
  const Ontology ontology = test::our_ontology();
  const Lexicon lexicon = Lexicon::build(ontology);
  std::size_t mentions = 0;
  std::size_t by_rule = 0;  // by symbol or number, or by what the document says
  for (const auto& file : fs::directory_iterator(test::source_folder() / "examples/briefings")) {
    const std::string name = file.path().filename().string();
    if (!name.ends_with(".md") && !name.ends_with(".txt")) continue;
    const TextFormat format = name.ends_with(".md") ? TextFormat::markdown : TextFormat::plain;
    const Document document = read_text(name, test::read_file(file.path()), format);
    const Links links = link(lexicon, document, {.reasons = Reasons::on});
    for (const Mention& mention : links.mentions) {
      const Explanation why = explain(ontology, document, links, mention);
      CAPTURE(name);
      CAPTURE(document.bytes.substr(mention.span.begin, mention.span.size()));
      CHECK(why.kind == Explanation::Kind::linked);
      CHECK(why.entry == mention.entry);
      ++mentions;
      if (!why.form.empty()) continue;
      const bool is_document = ontology.is_any_of(ontology.entry(mention.entry), {"document"});
      CHECK((is_document || mention.decided != Decided::only_name));
      ++by_rule;
    }
  }
  MESSAGE(mentions, " mentions, ", by_rule, " by no form");
  CHECK(mentions > 1000);
}
