// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/link.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/text/read.hpp"

using namespace crossroads;

namespace {

const std::string xml =
    "<ontology><kind id='k' label='K'/><kind id='person' label='P'/>"
    "<entry id='watch' kind='k'><label>Flood "
    "Watch</label><alias>watch</alias><alias>FW</alias></entry>"
    "<entry id='clock' kind='k'><label>Clock</label><alias>watch</alias></entry>"
    "<entry id='ada' kind='person'><label>Ada Lind</label></entry></ontology>";

LoadResult load(const std::string& bans) {
  return load_ontology({{"o.xml", xml}, {"banned.txt", bans, OntologyContent::bans}});
}

std::string findings(const LoadResult& result) {
  std::string all;
  for (const Diagnostic& finding : result.findings) {
    all += to_string(finding.at) + ": " + std::string(to_string(finding.severity)) + ": " +
           finding.message + " [" + finding.code + "]\n";
  }
  return all;
}

/// Which entries a text names, in its order; "?" where several may be meant.
std::string named(const Ontology& ontology, const std::string& text) {
  const Document document = read_text("t.txt", text, TextFormat::plain);
  const Links links = link(Lexicon::build(ontology), document);
  std::string all;
  for (const Mention& mention : links.mentions) all += ontology.entry(mention.entry).id + " ";
  for (std::size_t i = 0; i < links.undecided.size(); ++i) all += "? ";
  return all;
}

}  // namespace

TEST_CASE("bans: a banned form is not matched") {
  const std::string text = "We watch the Flood Watch, the Clock and Ada Lind, or A. Lind.";
  struct Case {
    std::string bans;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"", "watch clock ada ada ? "},
      {"watch\twatch\n", "clock watch clock ada ada "},
      {"watch\tclock\n", "watch watch clock ada ada "},
      {"watch\n", "watch clock ada ada "},
      {"watch\nFlood Watch\nClock\n", "ada ada "},
      // What follows from a form goes with it.
      {"Ada Lind\n", "watch clock ? "},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bans);
    const LoadResult result = load(c.bans);
    CHECK(findings(result).empty());
    CHECK(named(result.ontology, text) == c.expected);
  }
}

TEST_CASE("bans: lines") {
  const LoadResult result = load("\xEF\xBB\xBF# so\r\n\r\n  watch \t clock \r\nFlood   Watch\rFW");
  CHECK(findings(result).empty());
  REQUIRE(result.ontology.bans.size() == 3);
  CHECK(result.ontology.bans[0].form == "FW");
  CHECK(result.ontology.bans[1].form == "Flood Watch");
  CHECK(result.ontology.bans[2].form == "watch");
  CHECK(result.ontology.bans[2].entry == "clock");
  CHECK(to_string(result.ontology.bans[2].at) == "banned.txt:3:1");
}

TEST_CASE("bans: what is wrong") {
  struct Case {
    std::string bans;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"wacth\n",
       "banned.txt:1:1: warning: no entry has the form 'wacth', so nothing is banned; did you mean "
       "'watch'? [idle-ban]\n"},
      {"Watch\n",
       "banned.txt:1:1: warning: no entry has the form 'Watch', so nothing is banned; did you mean "
       "'watch'? [idle-ban]\n"},
      {"watch\nFW\tclock\n",
       "banned.txt:2:1: warning: entry 'clock' has no form 'FW', so nothing is banned "
       "[idle-ban]\n"},
      {"watch\tclok\n",
       "banned.txt:1:7: warning: there is no entry 'clok', so nothing is banned; did you mean "
       "'clock'? [idle-ban]\n"},
      {"\tclock\n",
       "banned.txt:1:1: error: a line names a form, or a form, a tab and an entry's id "
       "[bad-ban]\n"},
      {"watch\tclock\twatch\n",
       "banned.txt:1:7: error: a line is a form, or a form, a tab and an entry's id; here are more "
       "tabs [bad-ban]\n"},
      {"watch\tNot an id\n",
       "banned.txt:1:7: error: 'Not an id' is not the id of an entry [bad-ban]\n"},
      {"watch\t\n", "banned.txt:1:7: error: '' is not the id of an entry [bad-ban]\n"},
      {"wa\x01tch\n", "banned.txt:1:1: error: a form holds no control characters [bad-ban]\n"},
      {std::string(2000, 'x'),
       "banned.txt:1:1: error: a form of 2000 bytes is no name (at most 1000) [bad-ban]\n"},
      {"watch\n\xFF\n", "banned.txt:2:1: error: this is not UTF-8 [not-utf8]\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bans);
    CHECK(findings(load(c.bans)) == c.expected);
  }
  CHECK(load("\xFF").malformed);
  CHECK_FALSE(load("\t").malformed);
}

TEST_CASE("bans: limits") {
  XmlLimits limits;
  limits.elements = 40;  // of the XML, too
  std::string bans;
  for (int i = 0; i < 41; ++i) bans += "watch\n";
  const LoadResult result =
      load_ontology({{"o.xml", xml}, {"banned.txt", bans, OntologyContent::bans}}, limits);
  CHECK(findings(result) == "banned.txt:41:1: error: more than 40 lines [too-large]\n");
  limits.elements = 1000;
  limits.bytes = 50;
  CHECK(load_ontology({{"banned.txt", bans, OntologyContent::bans}}, limits).malformed);
}

TEST_CASE("bans: the checksum knows them, and a file that can't be read hides nothing") {
  CHECK(load("watch\n").ontology.sha256 != load("FW\n").ontology.sha256);
  // What the other file may hold is not known.
  const LoadResult result =
      load_ontology({{"o.xml", "<ontology"}, {"banned.txt", "FW\n", OntologyContent::bans}});
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].at.file == "o.xml");
}

TEST_CASE("bans: equal ones of two files are one") {
  const LoadResult result =
      load_ontology({{"o.xml", xml},
                     {"a/banned.txt", "watch\nwatch\n", OntologyContent::bans},
                     {"b/banned.txt", "watch\n", OntologyContent::bans}});
  CHECK(findings(result).empty());
  CHECK(result.ontology.bans.size() == 1);
}

TEST_CASE("accepted names: those of entries of other files are left out") {
  const std::string accepted =
      "<ontology><entry id='watch'><alias>Tide Watch</alias></entry>"
      "<entry id='elsewhere'><alias>Far Away</alias></entry>"
      "<entry id='new' kind='k'><label>New</label></entry></ontology>";
  const LoadResult beside =
      load_ontology({{"o.xml", xml}, {"accepted.xml", accepted, OntologyContent::accepted}});
  CHECK(findings(beside).empty());
  CHECK(beside.ontology.find_entry("new"));
  CHECK(named(beside.ontology, "The Tide Watch, Far Away.") == "watch ");
  const LoadResult named_too = load_ontology({{"o.xml", xml}, {"accepted.xml", accepted}});
  CHECK(named_too.has_errors());
}
