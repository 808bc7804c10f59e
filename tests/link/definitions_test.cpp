// SPDX-License-Identifier: Apache-2.0
//
// Families of cases. What is expected reads "short form = long form", as they read, with the kind
// and the evidence where they are not long-first and letters.
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/definitions.hpp"
#include "crossroads/text/read.hpp"
#include "support/check_definitions.hpp"
#include "support/check_document.hpp"

using namespace crossroads;

namespace {

struct DefinitionCase {
  std::string name;
  std::string text;
  std::string expected;
};

std::string found_in(const Document& document) {
  CHECK(test::violations(document) == "");
  const std::vector<DefinedForm> found = find_definitions(document);
  CHECK(test::violations(document, found) == "");
  return test::shown(document, found);
}

/// Names of cases are unique over all families.
void run(const std::vector<DefinitionCase>& cases, TextFormat format = TextFormat::plain) {
  static std::set<std::string> names;
  for (const DefinitionCase& c : cases) {
    CAPTURE(c.name);
    CAPTURE(c.text);
    CHECK(names.insert(c.name).second);
    CHECK(found_in(read_text("t.txt", c.text, format)) == c.expected);
  }
}

}  // namespace

TEST_CASE("definitions: by initials") {
  run({
      {"capitals", "He led the Harbour Safety Office (HSO) then.", "HSO = Harbour Safety Office"},
      {"small words are passed over", "The Ministry of Fish and Salt (MFS) closed.",
       "MFS = Ministry of Fish and Salt"},
      {"or counted", "The Ministry of Fish and Salt (MoFaS) closed.",
       "MoFaS = Ministry of Fish and Salt"},
      {"a list of small words", "On bread, butter and jam (BBJ) they agreed.",
       "BBJ = bread, butter and jam"},
      {"the nearest words", "The harbour harbour office (HO) closed.", "HO = harbour office"},
      {"a plural", "All volunteer harbour offices (VHOs) closed.",
       "VHOs = volunteer harbour offices"},
      {"two letters", "The Salt Union (SU) met.", "SU = Salt Union"},
      {"behind a comma", "In May, the Salt Union (SU) met.", "SU = Salt Union"},
      {"not over a semicolon", "the Union; Fishers (UF) met.", ""},
      {"not over a colon", "the Union: Fishers (UF) met.", ""},
      {"not over a sentence's end", "It was a Salty Union. Fishers (SUF) met.", ""},
      {"several on end", "The Salt Union (SU), the Fish Union (FU) and the Tin Union (TU) met.",
       "SU = Salt Union; FU = Fish Union; TU = Tin Union"},
      {"again, and otherwise", "The Salt Union (SU) met the Silk Union (SU).",
       "SU = Salt Union; SU = Silk Union"},
      {"accents do not count", "The Élite Fishers Órgano (EFO) met.", "EFO = Élite Fishers Órgano"},
      {"square brackets", "The Salt Union [SU] met.", "SU = Salt Union"},
      {"within other brackets", "Some (the Salt Union [SU] too) met.", "SU = Salt Union"},
      {"no white space", "The Salt Union(SU) met.", "SU = Salt Union"},
  });
}

TEST_CASE("definitions: by other letters") {
  run({
      {"of words with a hyphen", "The fish-salt-packing act (FSPA) passed.",
       "FSPA = fish-salt-packing act"},
      {"of a dash between words", "the harbour\u2013city coordination (HCCoord) began",
       "HCCoord = harbour\u2013city coordination"},
      {"beginnings of words", "The Fishery Protection Forum of Orsay (FIPROFOR) met.",
       "FIPROFOR = Fishery Protection Forum of Orsay"},
      {"within one word", "They measured methylpyridine (MPD) in it.", "MPD = methylpyridine"},
      {"a word within a word", "An immunoassay (IA) was made.", "IA = immunoassay"},
      {"a digit for a word", "The Right to Fish (R2F) counts.", "R2F = Right to Fish"},
      {"a digit for letters", "Read, Repeat, Recite (3R) is its name.",
       "3R = Read, Repeat, Recite"},
      {"a digit of the name", "The April 24 Movement (A24) left.", "A24 = April 24 Movement"},
      {"in another order", "The Armed Fishers of the Oriental Republic (FARO) met.",
       "FARO = Armed Fishers of the Oriental Republic"},
      {"in French order", "The United Fishers Operation in the Lagoon (OFUL) began.",
       "OFUL = United Fishers Operation in the Lagoon"},
      {"the whole name, not its end",
       "The Fishers-led International Support Tour in Silk (TISIF) began.",
       "TISIF = Fishers-led International Support Tour in Silk"},
      {"a possessive within", "the Harbour-Master\u2019s Special Envoy (HMSE) came",
       "HMSE = Harbour-Master\u2019s Special Envoy"},
      {"a possessive at the end", "the Salt Union\u2019s (SU) men", "SU = Salt Union"},
      {"too far from the letters", "The orchestra played on (OPQR).", ""},
      {"letters of no other word", "They came to the harbour (XQZ).", ""},
      {"not a word that holds it", "The SU members (SU) met.", ""},
      {"small letters must be sure", "mean body pressure (mbp) rose", "mbp = mean body pressure"},
  });
}

TEST_CASE("definitions: by place") {
  run({
      {"a name whose letters differ", "The Fishers of Orsay Bay (VZQ) met.",
       "VZQ = Fishers of Orsay Bay [place]"},
      {"behind an article", "In Orsay the Fish Monitoring Group (ECOMUG) met.",
       "ECOMUG = Fish Monitoring Group [place]"},
      {"not of small letters", "The men of the bay (VZQ) met.", ""},
      {"not of one word", "They came to Orsay (VZQ) then.", ""},
      {"not for two letters", "They came to Port Orsay (UN) then.", ""},
      {"no letters of one word either", "They came to Uganda (UN) then.", ""},
      {"not for words", "The Fishers of Orsay Bay (Salt) met.", ""},
      {"one more of the same", "The Harbour Up Front (ZHuF, or HuF) plan.",
       "ZHuF = Harbour Up Front [place]; HuF = Harbour Up Front"},
      {"one more whose letters differ", "The Salt Union (SU, also SU/A) met.",
       "SU = Salt Union; SU/A = Salt Union [place]"},
  });
}

TEST_CASE("definitions: what the brackets hold") {
  run({
      {"quotation marks", "The Salt Union (\u201CSU\u201D) met.", "SU = Salt Union"},
      {"around both", "The \u2018Salt Union\u2019 (SU) met.", "SU = Salt Union"},
      {"more behind a comma", "The Salt Union (SU, founded 1990) met.", "SU = Salt Union"},
      {"more behind a semicolon", "The Salt Union (SU; French: Union du sel) met.",
       "SU = Salt Union"},
      {"the language", "The Union of Salt (French: SUX) met.", "SUX = Union of Salt [place]"},
      {"the short form first", "The HSO (Harbour Safety Office) closed.",
       "HSO = Harbour Safety Office [short-first]"},
      {"the short form first, in another order", "FARO (Armed Fishers of the Oriental Republic).",
       "FARO = Armed Fishers of the Oriental Republic [short-first]"},
      {"both", "Two came (one of the Harbour Safety Office, HSO) then.",
       "HSO = Harbour Safety Office"},
      {"two words", "The Fishers\u2019 Union house (FU house) closed.",
       "FU house = Fishers\u2019 Union house"},
      {"not more words", "The Salt Union (SU as we know it) met.", ""},
      {"not a place", "HSO (Orsay) closed.", ""},
  });
}

TEST_CASE("definitions: what is none") {
  run({
      {"years", "The Salt Union (1990) met (1990\u20131995), in May (2001a).", ""},
      {"references", "As shown (see p. 3), and drawn (Fig. 2), by some (Fisher and Salt 2003).",
       ""},
      {"sources", "The bay (Orsay: Salt Press), edited (eds.) again (ibid.).", ""},
      {"list numbers", "They want (a) salt, (b) fish, (ii) tin and (A) apples.", ""},
      {"remarks", "It counts (emphasis added) and salt (sic) too (forthcoming).", ""},
      {"formulas", "Some rose (p < 0.05) and others (n = 25) fell (SU = 3).", ""},
      {"an open bracket", "The Salt Union (SU met.", ""},
      {"nothing in it", "The Salt Union () met.", ""},
      {"nothing before it", "(SU) met.", ""},
      {"part of a word", "The salt(s) of the bay", ""},
  });
}

TEST_CASE("definitions: names agreed on") {
  run({
      {"hereafter", "The Harbour Intervention Brigade (hereafter \u201Cthe Brigade\u201D) came.",
       "Brigade = Harbour Intervention Brigade [hereafter]"},
      {"henceforth, without marks", "The Panel of Fishers on Salt (henceforth: the Panel) met.",
       "Panel = Panel of Fishers on Salt [hereafter]"},
      {"hereinafter, other marks", "The Harbour Council (hereinafter \u2018the Council\u2019) met.",
       "Council = Harbour Council [hereafter]"},
      {"referred to as", "The Harbour Council (hereafter referred to as the Council) met.",
       "Council = Harbour Council [hereafter]"},
      {"an article and marks", "The Salt Force (the \u201CForce\u201D) came.",
       "Force = Salt Force [hereafter]"},
      {"an article in the marks", "The Salt Force (\u201Cthe Force\u201D) came.",
       "Force = Salt Force [hereafter]"},
      {"of small letters", "An independent panel of fishers (hereafter \u201Cthe Panel\u201D) met.",
       "Panel = independent panel of fishers [hereafter]"},
      {"of other words", "The Gulf of Salt (hereafter \u201Cthe Region\u201D) is wide.",
       "Region = Gulf of Salt [hereafter] [place]"},
      {"a short form", "The Salt Union (hereafter SU) met.", "SU = Salt Union [hereafter]"},
      {"outside brackets", "The Harbour Council, hereinafter \u201Cthe Council\u201D, met.",
       "Council = Harbour Council [hereafter]"},
      {"known as", "The April 24 Movement, also known as A24, left.",
       "A24 = April 24 Movement [hereafter]"},
      {"a person known as", "In May came Ada Fisher, known as Gull.",
       "Gull = Ada Fisher [hereafter] [place]"},
      {"known as, in brackets", "The Salt Union (better known as SU) met.",
       "SU = Salt Union [hereafter]"},
      {"not what will be known", "It will be known as the \u2018Fisher report\u2019 then.", ""},
      {"not what was", "The Salt Union (formerly known as Fishers) met.", ""},
      {"not a gloss", "The Gannets (\u201Cdivers of the bay\u201D) came.", ""},
      {"not a translation", "The Gannets (\u201CThe Divers\u201D) came.",
       "Divers = Gannets [hereafter] [place]"},
      {"not a remark", "They shared it (the \u2018gull effect\u2019) with others.", ""},
      {"not words that end so",
       "The Salt Union, thereafter \u201Cthe Force\u201D, met an unknown as Gull.", ""},
      {"not the adverb", "The Salt Union will hereafter meet in Orsay.", ""},
  });
}

TEST_CASE("definitions: lists of abbreviations") {
  run({
      {"tabs", "SU\tSalt Union\nFU\tFish Union\n",
       "SU = Salt Union [listed]; FU = Fish Union [listed]"},
      {"dashes, colons, wide space",
       "SU \u2013 Salt Union\nFU: Fish Union\nHSO   Harbour Safety Office\n",
       "SU = Salt Union [listed]; FU = Fish Union [listed]; HSO = Harbour Safety Office [listed]"},
      {"one space, by letters", "SU Salt Union\nHSO Harbour Safety Office\nTU Tin Union\n",
       "SU = Salt Union [listed]; HSO = Harbour Safety Office [listed]; TU = Tin Union [listed]"},
      {"items over a line's end", "SU\tSalt Union\nHSO\tHarbour Safety\n\tOffice\n",
       "SU = Salt Union [listed]; HSO = Harbour Safety Office [listed]"},
      {"others among them", "SU\tSalt Union\nBZQ\tUnited Fishers of Orsay\nFU\tFish Union\n",
       "SU = Salt Union [listed]; BZQ = United Fishers of Orsay [listed] [place]; "
       "FU = Fish Union [listed]"},
      {"with remarks", "SU: Salt Union, of Orsay\nFU: Fish Union (old)\n",
       "SU = Salt Union [listed]; FU = Fish Union [listed]"},
      {"one alone is none", "SU: Salt Union\n", ""},
      {"nor are lines of prose",
       "SU members met in Orsay, where the\nFU had its house, and the men of\nTU came too.\n", ""},
  });
  run(
      {
          {"a table",
           "| Short | Long |\n|---|---|\n| SU | Salt Union |\n| **FU** | Fish Union | 3 |\n",
           "SU = Salt Union [listed]; FU = Fish Union [listed]"},
          {"list items", "- SU: Salt Union\n- FU: Fish Union\n\nText.\n",
           "SU = Salt Union [listed]; FU = Fish Union [listed]"},
      },
      TextFormat::markdown);
}

TEST_CASE("definitions: over lines and markup") {
  run({
      {"over a line's end", "The Harbour\nSafety Office\n(HSO) closed.",
       "HSO = Harbour Safety Office"},
      {"over a broken word", "The Harbour Organi-\nzation of Salt (HOS) closed.",
       "HOS = Harbour Organization of Salt"},
      {"with Windows' line ends", "The Harbour\r\nSafety Office (HSO)\r\nclosed.",
       "HSO = Harbour Safety Office"},
      {"not over a blank line", "The Harbour Safety Office\n\n(HSO) closed.", ""},
      {"with a ligature", "The Salt O\uFB03ce (SO) closed.", "SO = Salt Office"},
      {"with a soft hyphen", "The Har\u00ADbour Office (HO) closed.", "HO = Harbour Office"},
  });
  run(
      {
          {"emphasis", "The **Harbour Safety Office** (**HSO**) closed.",
           "HSO = Harbour Safety Office"},
          {"emphasis around both", "- **The Harbour Safety Office (HSO)** closed.",
           "HSO = Harbour Safety Office"},
          {"underscores", "The _Harbour Safety Office_ (_HSO_) closed.",
           "HSO = Harbour Safety Office"},
          {"the call of a note", "The Harbour Safety Office[^1] (HSO) closed.\n\n[^1]: In May.\n",
           "HSO = Harbour Safety Office"},
      },
      TextFormat::markdown);
}

TEST_CASE("definitions: exact bytes, over what interrupts a passage") {
  const std::string text = "the Harbour Safe-\n12 A NOTE\nty Office (HSO) closed";
  Document document;
  document.id = "t.txt";
  document.bytes = text;
  const auto note = static_cast<std::uint32_t>(text.find("12"));
  const auto rest = static_cast<std::uint32_t>(text.find("ty Office"));
  document.passages.push_back(
      {{{0, note - 1}, {rest, static_cast<std::uint32_t>(text.size())}}, Role::body});
  document.passages.push_back({{{note, rest - 1}}, Role::note});
  document.broken_words.push_back({{note - 2, rest}, BrokenWord::Reading::joined});
  const std::vector<DefinedForm> found = find_definitions(document);
  REQUIRE(found.size() == 1);
  CHECK(test::violations(document, found) == "");
  const auto bytes = [&](Span span) { return text.substr(span.begin, span.size()); };
  CHECK(bytes(found[0].short_form) == "HSO");
  CHECK(bytes(found[0].long_form) == "Harbour Safe-\n12 A NOTE\nty Office");
  CHECK(test::shown(document, found) == "HSO = Harbour Safety Office");
}

TEST_CASE("definitions: an empty document") {
  CHECK(find_definitions(Document{}).empty());
}
