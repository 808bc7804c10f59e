// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/link.hpp"
#include "crossroads/link/symbols.hpp"
#include "support/check_links.hpp"
#include "support/entry_of.hpp"

using namespace crossroads;

namespace {

Document document_of(std::string text) {
  Document document;
  document.id = "t";
  document.bytes = std::move(text);
  document.passages.push_back(
      {{{0, static_cast<std::uint32_t>(document.bytes.size())}}, Role::body});
  return document;
}

/// "surface = symbol, symbol (year)", a place each.
std::string shown(const Document& document) {
  std::string out;
  for (const SymbolPlace& place : find_symbols(document)) {
    if (!out.empty()) out += " | ";
    out += document.bytes.substr(place.span.begin, place.span.size()) + " =";
    for (const std::string& symbol : place.symbols) out += " " + symbol;
    if (!place.year.empty()) out += " (" + place.year + ")";
  }
  return out;
}

struct Case {
  std::string_view name;
  std::string text;
  std::string expected;
};

const std::vector<Case> cases = {
    {"a symbol", "as S/2015/446 says", "S/2015/446 = S/2015/446"},
    {"a resolution's symbol and year", "By S/RES/2098 (2013), it",
     "S/RES/2098 = S/RES/2098 (2013)"},
    {"a year that is not in brackets", "S/RES/2098, 2013", "S/RES/2098 = S/RES/2098"},
    {"a statement of the president", "(S/PRST/2014/5)", "S/PRST/2014/5 = S/PRST/2014/5"},
    {"of the Assembly", "A/RES/60/1, A/70/95.", "A/RES/60/1 = A/RES/60/1 | A/70/95 = A/70/95"},
    {"of a committee", "E/CN.4/2004/1 and A/C.5/51/2",
     "E/CN.4/2004/1 = E/CN.4/2004/1 | A/C.5/51/2 = A/C.5/51/2"},
    {"of the Secretariat", "ST/SGB/2003/13", "ST/SGB/2003/13 = ST/SGB/2003/13"},
    {"of an institute", "UNIDIR/2013/3", "UNIDIR/2013/3 = UNIDIR/2013/3"},
    {"an addendum", "see S/2006/1050/Add.1.", "S/2006/1050/Add.1 = S/2006/1050/Add.1"},
    {"a double symbol, hyphen", "A/55/305-S/2000/809", "A/55/305-S/2000/809 = A/55/305 S/2000/809"},
    {"a double symbol, dash", "A/55/305–S/2000/809", "A/55/305–S/2000/809 = A/55/305 S/2000/809"},
    {"a double symbol over a line's end", "A/55/305–\nS/2000/809",
     "A/55/305–\nS/2000/809 = A/55/305 S/2000/809"},
    {"a line's end inside", "S/\n2014/957", "S/\n2014/957 = S/2014/957"},
    {"of a subcommission", "E/CN.4/Sub.2/2003/12", "E/CN.4/Sub.2/2003/12 = E/CN.4/Sub.2/2003/12"},
    {"of a committee on a treaty", "CCPR/C/21/Rev.1 and CEDAW/C/GC/30",
     "CCPR/C/21/Rev.1 = CCPR/C/21/Rev.1 | CEDAW/C/GC/30 = CEDAW/C/GC/30"},
    {"an old one, a resolution and a meeting whose numbers look like years",
     "S/15862, S/RES/1973, S/PV.1973",
     "S/15862 = S/15862 | S/RES/1973 = S/RES/1973 | S/PV.1973 = S/PV.1973"},
    {"another series", "UNMIK/REG/2000/45", "UNMIK/REG/2000/45 = UNMIK/REG/2000/45"},
    {"a year is no number", "S/2013, A/HRC/2013 and UNIDIR/2013", ""},
    {"slashes between capitals", "MONUSCO/2013, N/A/2015/3, US/UK/2013, HIV/AIDS/12, TCC/PCC/100",
     ""},
    {"two numbers are no symbol", "24/7 and/or AND/OR, A/B and km/h", ""},
    {"in an address", "https://undocs.org/S/RES/2098", ""},
    {"the Council in words", "Security Council resolution 2098 (2013)",
     "Security Council resolution 2098 = S/RES/2098 (2013)"},
    {"the Council with UN", "the UN Security\nCouncil Resolution 1325",
     "UN Security\nCouncil Resolution 1325 = S/RES/1325"},
    {"the Council in full", "United Nations Security Council resolution 1325",
     "United Nations Security Council resolution 1325 = S/RES/1325"},
    {"stops", "U.N. Security Council Res. No. 1325",
     "U.N. Security Council Res. No. 1325 = S/RES/1325"},
    {"the Council's", "the Security Council’s resolution 1325",
     "Security Council’s resolution 1325 = S/RES/1325"},
    {"abbreviations", "UNSCR 1325, SCR 1820, UNSC resolution 1888, UNSCR resolution 1889",
     "UNSCR 1325 = S/RES/1325 | SCR 1820 = S/RES/1820 | UNSC resolution 1888 = S/RES/1888 | UNSCR "
     "resolution 1889 = S/RES/1889"},
    {"a list", "UNSCRs 1325 and 1820", "UNSCRs 1325 = S/RES/1325 | 1820 = S/RES/1820"},
    {"a list with years", "Security Council resolutions 1325 (2000), 1820 (2008) and 1960 (2010)",
     "Security Council resolutions 1325 = S/RES/1325 (2000) | 1820 = S/RES/1820 (2008) | 1960 = "
     "S/RES/1960 (2010)"},
    {"a list in the singular", "Security Council resolution 1325 (2000) and 1820 (2008)",
     "Security Council resolution 1325 = S/RES/1325 (2000) | 1820 = S/RES/1820 (2008)"},
    {"a list that ends", "Security Council resolutions 1970 and 1973, and 17 March",
     "Security Council resolutions 1970 = S/RES/1970 | 1973 = S/RES/1973"},
    {"the singular has no list without years",
     "Security Council resolution 1970 and 2011 elections",
     "Security Council resolution 1970 = S/RES/1970"},
    {"the Assembly in words", "General Assembly resolution 60/1",
     "General Assembly resolution 60/1 = A/RES/60/1"},
    {"the Human Rights Council", "Human Rights Council resolution 16/21",
     "Human Rights Council resolution 16/21 = A/HRC/RES/16/21"},
    {"a bare number, unknown", "By resolution 2098 they", ""},
    {"a bare number where the Council was named",
     "The Security Council met. Resolutions 425 and 426 say",
     "Resolutions 425 = S/RES/425 | 426 = S/RES/426"},
    {"no resolution", "The Security Council met at a resolution 1024x768 or 1.5", ""},
    {"a blank line parts", "Security Council\n\nresolution 1325", "resolution 1325 = S/RES/1325"},
};

/// Seconds that it takes to find the symbols of a text.
Entry document_entry(std::string id, std::vector<std::string> forms) {
  return test::entry_of("document", std::move(id), std::move(forms));
}

}  // namespace

TEST_CASE("symbols: what is found in a text") {
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(shown(document_of(c.text)) == c.expected);
  }
}

TEST_CASE("symbols: many parts take no longer than their number") {
  for (const std::string_view unit : {"A/", "UN/", "A.1/", "A/1-"}) {
    std::string text;
    while (text.size() < 2'000'000) text += unit;
    find_symbols(document_of(text + "B"));  // its square takes longer than CTest allows
  }
}

TEST_CASE("symbols: an entry is linked whatever way its symbol is written") {
  Ontology ontology;
  ontology.entries = {document_entry("brahimi", {"Brahimi report", "A/55/305-S/2000/809"}),
                      document_entry("sc-res-1325", {"Security Council resolution 1325"}),
                      document_entry("sc-res-1820", {"S/RES/1820"})};
  const Lexicon lexicon = Lexicon::build(ontology);
  const std::vector<Case> linked = {
      {"the label", "Security Council resolution 1325",
       "Security Council resolution 1325 sc-res-1325"},
      {"its symbol", "in S/RES/1325 (2000)", "S/RES/1325 sc-res-1325"},
      {"more words than the label", "the UN Security Council resolution 1325",
       "UN Security Council resolution 1325 sc-res-1325"},
      {"a list", "UNSCRs 1325 and 1820", "UNSCRs 1325 sc-res-1325|1820 sc-res-1820"},
      {"half of a double symbol", "report S/2000/809.", "S/2000/809 brahimi"},
      {"the double symbol with a dash", "A/55/305 – S/2000/809", "A/55/305 – S/2000/809 brahimi"},
      {"what the ontology lacks", "UNSCR 1960 and S/2014/957", ""},
  };
  for (const Case& c : linked) {
    CAPTURE(c.name);
    const Document document = document_of(c.text);
    const Links links = link(lexicon, document);
    CHECK(test::violations(document, links) == "");
    std::string found;
    for (const Mention& mention : links.mentions) {
      if (!found.empty()) found += "|";
      found += document.bytes.substr(mention.span.begin, mention.span.size()) + " " +
               ontology.entry(mention.entry).id;
    }
    CHECK(found == c.expected);
  }
}
