// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/ontology/accept.hpp"
#include "crossroads/ontology/load.hpp"
#include "support/dump_ontology.hpp"

using namespace crossroads;

namespace {

Form form(const std::string& text, bool label = false) {
  Form made;
  made.text = text;
  made.is_label = label;
  made.provenance = {{"s"}, "line 3"};
  return made;
}

Additions additions() {
  Additions all;
  Source source;
  source.id = "s";
  source.title = "A & B";
  all.sources.push_back(source);
  all.entries.push_back({"old", {}, {form("<Other>")}});
  all.entries.push_back({"new", {"k"}, {form("New", true), form("N")}});
  return all;
}

const std::string added_old = "    <alias source=\"s\" locator=\"line 3\">&lt;Other&gt;</alias>\n";
const std::string added_new =
    "  <source id=\"s\">A &amp; B</source>\n"
    "  <entry id=\"new\" kind=\"k\">\n"
    "    <label source=\"s\" locator=\"line 3\">New</label>\n"
    "    <alias source=\"s\" locator=\"line 3\">N</alias>\n"
    "  </entry>\n";
const std::string whole_old = "  <entry id=\"old\">\n" + added_old + "  </entry>\n";

}  // namespace

TEST_CASE("accept: where additions stand") {
  struct Case {
    std::string name;
    std::string before;
    std::string after;
  };
  const std::string source = added_new.substr(0, added_new.find("  <entry"));
  const std::string entry = added_new.substr(source.size());
  const std::vector<Case> cases = {
      {"an entry that is there gets its forms",
       "<ontology>\n  <!-- mine -->\n  <entry id='old'>\n    <alias>One</alias>\n  </entry>\n"
       "</ontology>\n<!-- end -->\n",
       "<ontology>\n  <!-- mine -->\n  <entry id='old'>\n    <alias>One</alias>\n" + added_old +
           "  </entry>\n" + source + entry + "</ontology>\n<!-- end -->\n"},
      {"tags on one line", "<ontology><entry id='old'><alias>One</alias></entry></ontology>",
       "<ontology><entry id='old'><alias>One</alias>\n" + added_old + "  </entry>\n" + source +
           entry + "</ontology>"},
      {"an empty entry", "<ontology>\n  <entry id='old' />\n</ontology>",
       "<ontology>\n  <entry id='old' >\n" + added_old + "  </entry>\n" + source + entry +
           "</ontology>"},
      {"an empty root", "<ontology/>", "<ontology>\n" + source + whole_old + entry + "</ontology>"},
      {"what only looks like tags",
       "<?xml version='1.0'?><ontology><!-- <entry id='old'> --><entry id='old'>"
       "<!-- </entry> --><alias><![CDATA[</entry>]]></alias><note type='scope'>a > b</note>"
       "<match type='exact' href='x:/&gt;>/'/></entry><?x </ontology> ?></ontology>",
       "<?xml version='1.0'?><ontology><!-- <entry id='old'> --><entry id='old'>"
       "<!-- </entry> --><alias><![CDATA[</entry>]]></alias><note type='scope'>a > b</note>"
       "<match type='exact' href='x:/&gt;>/'/>\n" +
           added_old + "  </entry><?x </ontology> ?>\n" + source + entry + "</ontology>"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(add_to_ontology({"accepted.xml", c.before}, additions()) == c.after);
  }
}

TEST_CASE("accept: a new file is an ontology that loads") {
  const std::string written = add_to_ontology({"accepted.xml", ""}, additions());
  const LoadResult result = load_ontology(
      {{"o.xml",
        "<ontology><kind id='k'/><entry id='old' kind='k'><label>O</label></entry></ontology>"},
       {"accepted.xml", written}});
  CHECK(result.findings.empty());
  CHECK(result.ontology.entries.size() == 2);
  // Again, with nothing to add, it stays as it is.
  CHECK(add_to_ontology({"accepted.xml", written}, {}) == written);
}

TEST_CASE("accept: attributes of forms") {
  Form all = form("A \"b\"");
  all.case_rule = CaseRule::exact;
  all.lang = "fr";
  all.shared = true;
  all.hidden = true;
  all.provenance = {{"s", "t"}, "\"1\""};
  Additions one;
  one.entries.push_back({"e", {}, {all}});
  CHECK(add_to_ontology({"a.xml", "<ontology/>"}, one) ==
        "<ontology>\n  <entry id=\"e\">\n    <alias case=\"exact\" lang=\"fr\" shared=\"true\" "
        "use=\"hidden\" source=\"s t\" locator=\"&quot;1&quot;\">A \"b\"</alias>\n  </entry>\n"
        "</ontology>");
}

TEST_CASE("accept: what is no ontology is left alone") {
  CHECK_THROWS_WITH_AS(add_to_ontology({"a.xml", "<graph/>"}, additions()), "a.xml: is no ontology",
                       Error);
  CHECK_THROWS_AS(add_to_ontology({"a.xml", "<ontology>"}, additions()), Error);
}

TEST_CASE("accept: lists of names") {
  const std::vector<Ban> names = {{"A b", "", {}}, {"C", "c", {}}};
  CHECK(add_to_name_list("", names, "# so\n") == "# so\nA b\nC\tc\n");
  CHECK(add_to_name_list("# mine\nX", names, "# so\n") == "# mine\nX\nA b\nC\tc\n");
  CHECK(add_to_name_list("", {}, "# so\n").empty());
}
