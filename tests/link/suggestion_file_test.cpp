// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/suggestion_file.hpp"
#include "crossroads/ontology/load.hpp"

using namespace crossroads;

namespace {

const std::string header = "decision\twhat\tform\tshort\tentry\tkind\tseen\n";

const std::string xml =
    "<ontology><kind id='guild' label='Guild'/><kind id='place' label='Place'/>"
    "<source id='text-a-txt'>a.txt</source><source id='text-b-txt'>not that text</source>"
    "<entry id='pilots' kind='guild'><label>River Pilots</label><alias>RP</alias></entry>"
    "<entry id='valley' kind='place'><label>Green Valley</label></entry></ontology>";

Ontology ontology(const std::string& bans) {
  return load_ontology({{"o.xml", xml}, {"banned.txt", bans, OntologyContent::bans}}).ontology;
}

/// What the lines mean: findings, or what is added.
std::string applied(const std::string& lines, const std::string& bans = {},
                    const std::vector<Ban>& skipped = {}) {
  const SuggestionFile file = read_suggestions(header + lines, "s.tsv");
  std::string out;
  for (const Diagnostic& finding : file.findings) out += format(finding) + "\n";
  const AppliedDecisions done = apply_decisions(ontology(bans), file, skipped);
  for (const Diagnostic& finding : done.findings) out += format(finding) + "\n";
  if (!out.empty()) return out;
  for (const Source& source : done.accepted.sources) {
    out += "source " + source.id + " " + source.title + "\n";
  }
  for (const EntryAddition& entry : done.accepted.entries) {
    out += entry.id;
    for (const std::string& kind : entry.kinds) out += " " + kind;
    for (const Form& form : entry.forms) {
      out += std::string(form.is_label ? " label" : " alias") + (form.hidden ? " hidden" : "") +
             (form.shared ? " shared" : "") + (form.case_rule == CaseRule::exact ? " exact" : "") +
             " '" + form.text + "'";
      for (const std::string& id : form.provenance.sources) {
        out += " <" + id + " " + form.provenance.locator + ">";
      }
    }
    out += "\n";
  }
  for (const Ban& ban : done.banned) out += "ban " + ban.form + "|" + ban.entry + "\n";
  for (const Ban& skip : done.skipped) out += "skip " + skip.form + "|" + skip.entry + "\n";
  if (done.there > 0) out += "there " + std::to_string(done.there) + "\n";
  if (done.open > 0) out += "open " + std::to_string(done.open) + "\n";
  return out;
}

}  // namespace

TEST_CASE("suggestions: what decisions mean") {
  struct Case {
    std::string name;
    std::string lines;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"nothing is decided", "?\talias\tPilots' Guild\t\tpilots\t\ta.txt:3\n\talias\tX\t\tpilots\n",
       "open 2\n"},
      {"an alias, with the text that has it", "accept\talias\tPilots' Guild\t\tpilots\t\ta.txt:3\n",
       "pilots alias 'Pilots' Guild' <text-a-txt line 3>\n"},
      {"a text that is no source yet", "accept\talias\tPG\t\tpilots\t\tin/c: d.txt:12\n",
       "source text-in-c-d-txt in/c: d.txt\npilots alias exact 'PG' <text-in-c-d-txt line 12>\n"},
      {"its id is of another source", "accept\talias\tGuild\t\tpilots\t\tb.txt:1\n",
       "source text-b-txt-2 b.txt\npilots alias 'Guild' <text-b-txt-2 line 1>\n"},
      {"no place is known", "accept\talias\tGuild\t\tpilots\t\t\n", "pilots alias 'Guild'\n"},
      {"a misspelling is hidden", "accept\tmisspelling\tRiver Pilts\t\tpilots\t\ta.txt:3\n",
       "pilots alias hidden 'River Pilts' <text-a-txt line 3>\n"},
      {"a new entry", "accept\tentry\tSalt Guild\tSGU\tsalt-guild\tguild\ta.txt:4\n",
       "salt-guild guild label 'Salt Guild' <text-a-txt line 4> alias 'SGU' <text-a-txt line 4>\n"},
      {"a form that another entry has is shared",
       "accept\tentry\tRed Post\tRP\tred-post\tplace\ta.txt:4\n",
       "red-post place label 'Red Post' <text-a-txt line 4> alias shared exact 'RP' <text-a-txt "
       "line 4>\n"},
      {"two lines may make one entry, in any order",
       "accept\talias\tSalters\t\tsalt-guild\t\na\n"
       "accept\tentry\tSalt Guild\t\tsalt-guild\tguild\t\n"
       "accept\tentry\tGuild of Salt\t\tsalt-guild\t\t\n",
       "s.tsv:3:1: error: 'a' is no decision: accept, ban, skip, or ? for none "
       "[bad-decision]\n  a\n  ^\n"},
      {"two lines may make one entry",
       "accept\talias\tSalters\t\tsalt-guild\t\t\n"
       "accept\tentry\tSalt Guild\t\tsalt-guild\tguild\t\n"
       "accept\tentry\tGuild of Salt\t\tsalt-guild\t\t\n",
       "salt-guild guild label 'Salt Guild' alias 'Guild of Salt' alias 'Salters'\n"},
      {"a ban of one entry's form, and of all",
       "ban\tflood\tRP\t\tpilots\nban\tflood\tGreen Valley\t\t\n",
       "ban RP|pilots\nban Green Valley|\n"},
      {"what no entry has is skipped",
       "ban\tentry\tSalt Guild\t\tsalt-guild\nban\talias\tX\t\tpilots\n",
       "skip Salt Guild|\nskip X|pilots\n"},
      {"skips", "skip\tentry\tSalt Guild\t\tsalt-guild\nskip\tconflict\tRP\t\tpilots\n",
       "skip Salt Guild|\nskip RP|pilots\n"},
      {"what is there already", "accept\talias\tRP\t\tpilots\nban\tflood\tKnown\t\tpilots\n",
       "skip Known|pilots\nthere 1\n"},
      {"a kind is needed", "accept\tentry\tSalt Guild\t\tsalt-guild\t\t\n",
       "s.tsv:2:1: error: 'Salt Guild' needs a kind to be accepted: write one into the column "
       "kind: "
       "guild, place [no-kind]\n"},
      {"a kind that is none", "accept\tentry\tSalt Guild\t\tsalt-guild\tgild\t\n",
       "s.tsv:2:1: error: there is no kind 'gild'; did you mean 'guild'?; there are: guild, place "
       "[unknown-kind]\n"},
      {"an entry that is none", "accept\talias\tX\t\tpilotes\t\t\n",
       "s.tsv:2:1: error: there is no entry 'pilotes'; did you mean 'pilots'? [unknown-entry]\n"},
      {"an id that is none", "accept\tentry\tX\t\tNew One\tguild\t\n",
       "s.tsv:2:1: error: 'New One' is not an id (lower-case letters, digits, '.', '_', '-') "
       "[no-entry]\n"},
      {"an entry that is there", "accept\tentry\tX\t\tpilots\tguild\t\n",
       "s.tsv:2:1: error: there is an entry 'pilots' already; write alias for 'entry' in the "
       "column "
       "what to give it the form, or name another id [entry-is-there]\n"},
      {"a flood can't be accepted", "accept\tflood\tRP\t\tpilots\t\t\n",
       "s.tsv:2:1: error: a flood is banned or skipped, not accepted [not-to-accept]\n"},
      {"a decision that is none", "acept\talias\tX\t\tpilots\n",
       "s.tsv:2:1: error: 'acept' is no decision: accept, ban, skip, or ? for none; did you mean "
       "'accept'? [bad-decision]\n  acept alias X  pilots\n  ^\n"},
      {"no form", "accept\talias\t\t\tpilots\n",
       "s.tsv:2:1: error: the column form is empty [no-form]\n"},
      {"all mistakes at once",
       "accept\talias\tX\t\tnone\n?\talias\tX\t\tnone\naccept\tflood\tRP\t\tpilots\n",
       "s.tsv:2:1: error: there is no entry 'none' [unknown-entry]\n"
       "s.tsv:4:1: error: a flood is banned or skipped, not accepted [not-to-accept]\n"},
      {"quotation marks of a spreadsheet", "accept\talias\t\"the \"\"Pilots\"\"\"\t\tpilots\n",
       "pilots alias 'the \"Pilots\"'\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(applied(c.lines) == c.expected);
  }
}

TEST_CASE("suggestions: what was decided before") {
  CHECK(applied("accept\talias\tX\t\tpilots\t\t\n", "X\tpilots\n") ==
        "s.tsv:2:1: error: 'X' is banned; take it out of the list of bans first [is-banned]\n");
  CHECK(applied("ban\tflood\tRP\t\tpilots\n", "RP\tpilots\n") == "there 1\n");
  CHECK(applied("skip\tentry\tX\t\tx\n", "", {{"X", "", {}}}) == "there 1\n");
}

TEST_CASE("suggestions: columns may be moved and dropped, ends of lines may be of any kind") {
  const SuggestionFile file = read_suggestions(
      "\xEF\xBB\xBF# so\r\n\r\nentry\tform\tnew\twhat\tdecision\r\nx\tX y\t?\talias\tskip\r\n",
      "s.tsv");
  CHECK(file.findings.empty());
  REQUIRE(file.suggestions.size() == 1);
  CHECK(file.suggestions[0].decision == Verdict::skip);
  CHECK(file.suggestions[0].form == "X y");
  CHECK(file.suggestions[0].entry == "x");
  CHECK(file.suggestions[0].at.line == 4);
}

TEST_CASE("suggestions: what is no such file") {
  const auto first = [](const std::string& text) {
    const SuggestionFile file = read_suggestions(text, "s.tsv");
    return file.findings.empty() ? "" : file.findings.front().message;
  };
  CHECK(first("") == "it holds no suggestions");
  CHECK(first("# only words\n") == "it holds no suggestions");
  CHECK(first("a\tb\n") ==
        "the first line that is no comment names the columns; 'decision' is not among them");
  CHECK(first("\xFF") == "this is not UTF-8");
  CHECK(first(header + "accept\tthing\tX\t\tx\n") ==
        "'thing' is nothing that is suggested (alias, misspelling, entry, person, document, "
        "conflict, flood)");
}

TEST_CASE("suggestions: what is written can be read back") {
  Suggestion s;
  s.kind = SuggestionKind::alias;
  s.form = "\"Quoted\tForm\"";
  s.short_form = "QF";
  s.entry = "x";
  s.entry_kind = "guild";
  s.reason = "so\nit is";
  s.seen = {2, 1, 1, {{"a:1.txt", {3, 5}, 7, "A quote\twith\nall \x1b[31m.", 0}}};
  const std::string text = write_suggestions({s});
  CHECK(text.find('\x1b') == std::string::npos);
  const SuggestionFile file = read_suggestions(text, "s.tsv");
  CHECK(file.findings.empty());
  REQUIRE(file.suggestions.size() == 1);
  const DecidedSuggestion& read = file.suggestions[0];
  CHECK(read.decision == Verdict::open);
  CHECK(read.kind == SuggestionKind::alias);
  CHECK(read.form == "\"Quoted Form\"");
  CHECK(read.short_form == "QF");
  CHECK(read.entry == "x");
  CHECK(read.entry_kind == "guild");
  CHECK(read.document == "a:1.txt");
  CHECK(read.line == 7);
}
