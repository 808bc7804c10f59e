// SPDX-License-Identifier: Apache-2.0
//
// Why something is linked, and why something is not: each reason there is.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/json.hpp"
#include "crossroads/link/explain.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/text/read.hpp"

using namespace crossroads;

namespace {

const Ontology& made() {
  static const Ontology ontology = [] {
    const std::string xml = R"(<ontology id="t" version="1">
      <kind id="body" label="Body"/> <kind id="organization" label="Organization"/> <kind id="person" label="Person"/>
      <entry id="minusma" kind="body"><label>MINUSMA</label></entry>
      <entry id="poc" kind="body"><label>Protection of Civilians</label><alias>PoC</alias></entry>
      <entry id="truce" kind="body"><label>cease-fire</label></entry>
      <entry id="un" kind="body"><label>United Nations</label><alias>UN</alias>
        <alias>the helmets</alias></entry>
      <entry id="health" kind="body"><label>World Health Organization</label>
        <alias>WHO</alias></entry>
      <entry id="brigade" kind="organization"><label>Intervention Brigade</label>
        <alias lang="fr" case="ignore">brigade d'intervention</alias></entry>
      <entry id="morten-boas" kind="person"><label>Morten Bøås</label></entry>
      <entry id="piet" kind="person"><label>Piet van der Meer</label></entry>
      <entry id="river" kind="body"><label>River Commission</label><alias shared="true">RC</alias>
      </entry>
      <entry id="relief" kind="body"><label>Relief Council</label><alias shared="true">RC</alias>
      </entry>
    </ontology>)";
    LoadResult result = load_ontology({{"t.xml", xml}});
    REQUIRE_FALSE(result.has_errors());
    const EntryId un = *result.ontology.find_entry("un");
    result.ontology.entries[index(un)].forms.back().banned = true;
    return std::move(result.ontology);
  }();
  return ontology;
}

const Lexicon& lexicon() {
  static const Lexicon compiled = Lexicon::build(made());
  return compiled;
}

Span place_of(const Document& document, const std::string& words) {
  const std::size_t at = document.bytes.find(words);
  REQUIRE(at != std::string::npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

struct Case {
  std::string text;
  std::string words;     // the first place where they stand is asked for
  std::string expected;  // kind; form and entry; likeness
};

std::string shown(const Explanation& why) {
  std::string out(to_string(why.kind));
  if (why.entry) out += " " + made().entry(*why.entry).id;
  if (!why.form.empty()) out += " [" + why.form + "]";
  if (why.likeness) out += " " + std::string(to_string(*why.likeness));
  for (const std::string& form : why.nearest) out += " ~" + form;
  return out;
}

}  // namespace

TEST_CASE("explain: why and why not") {
  const std::vector<Case> cases = {
      {"MINUSMA came.", "MINUSMA", "linked minusma [MINUSMA] as-written"},
      {"the Protection\nof Civilians here", "Protection\nof Civilians",
       "linked poc [Protection of Civilians] layout"},
      {"the protection of civilians", "protection of civilians",
       "linked poc [Protection of Civilians] case"},
      {"by Morten Boas here", "Morten Boas", "linked morten-boas [Morten Bøås] marks"},
      {"a ceasefire held", "ceasefire", "linked truce [cease-fire] joined"},
      {"two cease-fires held", "cease-fires", "linked truce [cease-fire] inflected"},
      {"as M. Bøås says", "M. Bøås", "linked morten-boas [M. Bøås] as-written"},
      {"the RC met", "RC", "undecided"},
      {"then minusma came", "minusma", "case minusma [MINUSMA] case"},
      {"the poc", "poc", "case poc [PoC] case"},
      {"see https://MINUSMA.org/a now", "MINUSMA", "in-address minusma [MINUSMA] as-written"},
      {"the MINUSMAX plan", "MINUSMA", "in-word minusma [MINUSMA] as-written"},
      {"the Protection of Civilians", "Civilians",
       "within poc [Protection of Civilians] as-written"},
      {"the RC met", "RC met", "within"},
      {"the Protection\n\nof Civilians", "Protection\n\nof Civilians", "several-passages"},
      {"the UN met", "UN", "short-form un [UN] as-written"},
      {"WHO CAN HELP THE PEOPLE", "WHO", "capitals health [WHO] as-written"},
      {"In Meer, P. van der was read.", "Meer, P. van der",
       "notes-only piet [Meer, P. van der] as-written"},
      {"the brigades d'intervention there", "brigades d'intervention",
       "inflection brigade [brigade d'intervention] inflected"},
      {"the MINUSKA there", "MINUSKA", "unknown ~MINUSMA"},
      {"the Intervention Brigade Office met", "Intervention Brigade",
       "part-of-name brigade [Intervention Brigade] as-written"},
      {"people of colour (PoC) met; a PoC", "PoC", "redefined poc [PoC] as-written"},
      {"so the Helmets went", "the Helmets", "banned un [the helmets] case"},
      {"nothing of it here", "nothing of it", "unknown"},
      {"---\ntitle: MINUSMA\n---\n\nText.", "MINUSMA", "not-read"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CAPTURE(c.words);
    const Document document = read_text("t.md", c.text, TextFormat::markdown);
    const Explanation why = explain(lexicon(), made(), document, place_of(document, c.words));
    CHECK(shown(why) == c.expected);
    // What is said for a person is whole lines that name the form.
    const std::string lines = text_of(made(), document, why);
    CHECK(lines.ends_with('\n'));
    if (!why.form.empty()) CHECK(lines.find(why.form) != std::string::npos);
  }
}

TEST_CASE("explain: every mention, and every word beside them, agrees with what is linked") {
  const std::string text =
      "# The UN and MINUSMA\n\nMINUSMA (and the Protection of Civilians, PoC) came after a "
      "ceasefire. minusma!\nThe River Commission (RC) saw it; the RC, too.\n\nMorten Boas and "
      "P. van der Meer say so: http://un.org/PoC/MINUSMA and United\nNations.";
  const Document document = read_text("t.md", text, TextFormat::markdown);
  const Links links = link(lexicon(), document, {.reasons = Reasons::on});
  CHECK(links.mentions.size() >= 9);
  std::vector<bool> linked(text.size(), false);
  for (const Mention& mention : links.mentions) {
    const Explanation why = explain(lexicon(), made(), document, mention.span);
    CHECK(why.kind == Explanation::Kind::linked);
    REQUIRE(why.entry);
    CHECK(*why.entry == mention.entry);
    CHECK(why.decided == mention.decided);
    CHECK(why.form != "");
    for (std::uint32_t at = mention.span.begin; at < mention.span.end; ++at) linked[at] = true;
  }
  std::size_t others = 0;
  for (std::uint32_t begin = 0; begin < text.size(); ++begin) {
    if (linked[begin] || text[begin] == ' ' || text[begin] == '\n') continue;
    const auto end = static_cast<std::uint32_t>(text.find_first_of(" \n", begin));
    const Explanation why =
        explain(made(), document, links, Span{begin, std::min<std::uint32_t>(end, begin + 1)});
    CHECK(why.kind != Explanation::Kind::linked);
    ++others;
  }
  CHECK(others > 50);
}

TEST_CASE("explain: mentions with what they were decided by") {
  const std::string text = "The River Commission (RC) and MINUSMA.";
  const Document document = read_text("t.txt", text, TextFormat::plain);
  const Links links = link(lexicon(), document, {.reasons = Reasons::on});
  std::string lines;
  append_explained_json(lines, made(), document, links);
  std::vector<JsonValue> read;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find('\n', at);
    read.push_back(read_json(lines.substr(at, end - at), "t"));
    at = end + 1;
  }
  REQUIRE(read.size() == 3);
  const JsonValue* why = read[1].find("why");
  REQUIRE(why != nullptr);
  CHECK(*read[1].find("decided")->string() == "defined-here");
  CHECK(*why->find("form")->string() == "RC");
  REQUIRE(why->find("candidates")->items().size() == 2);
  const JsonValue& first = why->find("candidates")->items()[0];
  CHECK(*first.find("entry")->string() == "river");
  CHECK(*first.find("reasons")->items()[0].find("kind")->string() == "defined");
  CHECK(read[2].find("why")->find("candidates") == nullptr);
}
