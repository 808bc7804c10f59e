// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/text/citation.hpp"
#include "crossroads/text/read.hpp"

using namespace crossroads;

namespace {

void add(std::string& out, std::string_view name, const std::string& value) {
  if (!value.empty()) out += std::string("; ") + std::string(name) + " " + value;
}

std::string names(const std::vector<CitedName>& all) {
  std::string out;
  for (const CitedName& name : all) {
    if (!out.empty()) out += " & ";
    out += name.given.empty() ? name.family : name.family + ", " + name.given;
    if (!name.is_person) out += " (org)";
  }
  return out;
}

std::string shown(const CitedWork& work) {
  std::string out = std::string(to_string(work.kind)) + ": " + names(work.authors);
  add(out, "ed", names(work.editors));
  add(out, "year", work.year.text);
  if (work.forthcoming) out += "; forthcoming";
  add(out, "title", work.title.text);
  add(out, "in", work.container.text);
  add(out, "vol", work.volume.text);
  add(out, "no", work.issue.text);
  add(out, "pp", work.pages.text);
  add(out, "at", work.place.text);
  add(out, "by", work.publisher.text);
  add(out, "on", work.date.text);
  add(out, "url", work.url.text);
  add(out, "doi", work.doi.text);
  for (const std::string& symbol : work.symbols) add(out, "symbol", symbol);
  return out;
}

Document notes_of(const std::vector<std::string>& notes) {
  std::string text = "# A text\n\nIt says so.";
  for (std::size_t i = 0; i < notes.size(); ++i) text += "[^" + std::to_string(i + 1) + "]";
  text += "\n";
  for (std::size_t i = 0; i < notes.size(); ++i) {
    text += "\n[^" + std::to_string(i + 1) + "]: " + notes[i] + "\n";
  }
  return read_text("t.md", text, TextFormat::markdown);
}

/// The works of one note, parted by " | ".
std::string works_of(const std::string& note) {
  std::string out;
  for (const CitedWork& work : find_citations(notes_of({note})).works) {
    out += (out.empty() ? "" : " | ") + shown(work);
  }
  return out;
}

/// What stands in the source is the field's text, white space and line ends aside.
bool stands_there(const Document& document, const CitedField& field) {
  const auto squeezed = [](std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (c != ' ' && c != '\n' && c != '-' && c != '*' && c != '_') out += c;
    }
    return out;
  };
  if (field.empty()) return field.span.empty();
  return squeezed(document.bytes.substr(field.span.begin, field.span.size())) ==
         squeezed(field.text);
}

struct Case {
  std::string_view name;
  std::string note;
  std::string expected;
};

const std::vector<Case> cases = {
    {"author (year) title, journal vol (issue): pages",
     "See Ada Lind (2014) ‘Salt, sand and snow: the valley’s long war’, Slow Studies, 7 (4): 1–7.",
     "article: Lind, Ada; year 2014; title Salt, sand and snow: the valley’s long war; in Slow "
     "Studies; vol 7; no 4; pp 1–7"},
    {"two authors, a chapter",
     "See Ada Lind and Bo Stern (2013) ‘Understanding rivers: from source to sea?’, in James J. "
     "Holm (ed.) Handbook of Rivers. London: Routledge, pp. 85–95.",
     "chapter: Lind, Ada & Stern, Bo; ed Holm, James J.; year 2013; title Understanding rivers: "
     "from source to sea?; in Handbook of Rivers; pp 85–95; at London; by Routledge"},
    {"several works, parted by a semicolon, one forthcoming",
     "See Ada Marie Lind (forthcoming 2015) Salt People: How words travel. PhD dissertation. "
     "Institute of Letters, University of Lund; Ada Marie Lind (2013) ‘Being there’, Valley Review "
     "(VR) 36(1): 138–156.",
     "thesis: Lind, Ada Marie; year 2015; forthcoming; title Salt People: How words travel; by "
     "University of Lund | article: Lind, Ada Marie; year 2013; title Being there; in Valley "
     "Review (VR); vol 36; no 1; pp 138–156"},
    {"words before it", "For a discussion, see also Bo Stern (2011) Rivers of Salt. Oslo: Fjord.",
     "book: Stern, Bo; year 2011; title Rivers of Salt; at Oslo; by Fjord"},
    {"a sentence that leads on",
     "Bo Stern (2011) Rivers of Salt. Oslo: Fjord. For more on sand, see Ada Lind (2012) Sand. "
     "Lund: Holm.",
     "book: Stern, Bo; year 2011; title Rivers of Salt; at Oslo; by Fjord | book: Lind, Ada; year "
     "2012; title Sand; at Lund; by Holm"},
    {"editors", "Ada Lind, Bo Stern and Carl de Holm (eds.) (2007) Sand and War. Lund: Holm.",
     "book: ; ed Lind, Ada & Stern, Bo & de Holm, Carl; year 2007; title Sand and War; at Lund; by "
     "Holm"},
    {"a series and its number",
     "Ada Lind and Bo Stern (2011) Preparing for the flood: Advice to all, NIR Policy Brief no. 2, "
     "Oslo.",
     "report: Lind, Ada & Stern, Bo; year 2011; title Preparing for the flood: Advice to all; in "
     "NIR Policy Brief; no 2; at Oslo"},
    {"a title with a colon and commas before its publisher",
     "Ada Lind (2013) Water and Women, Peace and Rivers: Aligning the Streams, Leiden/Boston: Holm "
     "Publishers.",
     "book: Lind, Ada; year 2013; title Water and Women, Peace and Rivers: Aligning the Streams; "
     "at Leiden/Boston; by Holm Publishers"},
    {"a quotation within the title",
     "Ada Lind (2014) ‘Along the ‘Salt Road’ to the sea’, Slow Studies 1 (2): 5–34.",
     "article: Lind, Ada; year 2014; title Along the ‘Salt Road’ to the sea; in Slow Studies; vol "
     "1; no 2; pp 5–34"},
    {"broken over lines", "Ada Lind (2014) ‘Salt and\n    sand’, Slow\n    Studies 1 (2): 5–34.",
     "article: Lind, Ada; year 2014; title Salt and sand; in Slow Studies; vol 1; no 2; pp 5–34"},
    {"Chicago, a book in a note",
     "Ada Lind, Quiet Ground: Peace and Its Costs (Cambridge: Cambridge University Press, 2014), "
     "pp. 40–42.",
     "book: Lind, Ada; year 2014; title Quiet Ground: Peace and Its Costs; pp 40–42; at Cambridge; "
     "by Cambridge University Press"},
    {"Chicago, an article in a note",
     "Ada Lind, “The Ground Below,” Slow Studies 36, no. 1 (2015): 40–54.",
     "article: Lind, Ada; year 2015; title The Ground Below; in Slow Studies; vol 36; no 1; pp "
     "40–54"},
    {"Chicago, author and date",
     "Lind, Ada, and Bo Stern. 2017. “The Ground Below.” Slow Studies 36 (1): 40–54.",
     "article: Lind, Ada & Stern, Bo; year 2017; title The Ground Below; in Slow Studies; vol 36; "
     "no 1; pp 40–54"},
    {"Chicago, a book by author and date",
     "Lind, Ada. 2016. Quiet Ground: Peace and Its Costs. Cambridge: Cambridge University Press.",
     "book: Lind, Ada; year 2016; title Quiet Ground: Peace and Its Costs; at Cambridge; by "
     "Cambridge University Press"},
    {"APA",
     "Lind, A., & Stern, B. (2018). The ground below. Slow Studies, 36(1), 40–54. "
     "https://doi.org/10.1234/abc.5",
     "article: Lind, A. & Stern, B.; year 2018; title The ground below; in Slow Studies; vol 36; "
     "no 1; pp 40–54; url https://doi.org/10.1234/abc.5; doi 10.1234/abc.5"},
    {"MLA", "Lind, Ada. \"The Ground Below.\" *Slow Studies*, vol. 36, no. 1, 2015, pp. 40-54.",
     "article: Lind, Ada; year 2015; title The Ground Below; in Slow Studies; vol 36; no 1; pp "
     "40-54"},
    {"law, an article", "Ada Lind, ‘The Ground Below’ (2015) 36 Journal of Slow Studies 40.",
     "article: Lind, Ada; year 2015; title The Ground Below; in Journal of Slow Studies; vol 36; "
     "pp 40"},
    {"law, a book", "Ada Lind, Quiet Ground (CUP 2014) 40.",
     "book: Lind, Ada; year 2014; title Quiet Ground; pp 40; by CUP"},
    {"medicine", "Holm C, Reyes DE. Salt in the wind. Desert Letters. 2009;12(3):45-51.",
     "article: Holm, C & Reyes, DE; year 2009; title Salt in the wind; in Desert Letters; vol 12; "
     "no 3; pp 45-51"},
    {"news", "‘Troops leave the valley’, BBC News, 4 May 2013.",
     "news: ; year 2013; title Troops leave the valley; in BBC News; on 4 May 2013"},
    {"United Nations, a report",
     "United Nations, Report of the Panel on the Valley (Lind report), A/55/305–S/2000/809, August "
     "2000.",
     "document: United Nations (org); year 2000; title Report of the Panel on the Valley (Lind "
     "report); on August 2000; symbol A/55/305; symbol S/2000/809"},
    {"United Nations, a report with its paragraph",
     "United Nations, Report of the Secretary-General on the Valley, S/2014/957, 24 December 2014, "
     "para. 12.",
     "document: United Nations (org); year 2014; title Report of the Secretary-General on the "
     "Valley; on 24 December 2014; symbol S/2014/957"},
    {"the symbol first",
     "Ada Lind (1995) A/50/60-S/1995/1: Supplement to the Rules. New York: United Nations, "
     "paragraph 35.",
     "document: Lind, Ada; year 1995; title Supplement to the Rules; at New York; by United "
     "Nations; symbol A/50/60; symbol S/1995/1"},
    {"a resolution", "Security Council resolution 2098 (2013), para. 12.",
     "resolution: ; year 2013; title Security Council resolution 2098; symbol S/RES/2098"},
    {"a lone symbol", "S/2014/957.", "document: ; title S/2014/957; symbol S/2014/957"},
    {"an institute's report",
     "International Crisis Group, “The Valley on Fire”, Africa Report No. 200, 12 March 2013.",
     "report: International Crisis Group (org); year 2013; title The Valley on Fire; in Africa "
     "Report; no 200; on 12 March 2013"},
    {"a page",
     "Ada Lind, ‘The valley a year on’, The Valley Blog, 3 June 2016, "
     "https://valley.example.org/a-year-on, accessed 5 June 2016.",
     "web-page: Lind, Ada; year 2016; title The valley a year on; in The Valley Blog; on 3 June "
     "2016; url https://valley.example.org/a-year-on"},
    {"a thesis", "Stern, Bo (2011), Rivers of Salt, PhD thesis, University of Lund.",
     "thesis: Stern, Bo; year 2011; title Rivers of Salt; by University of Lund"},
    {"to come", "Ada Lind (2015) ‘Between rivers’, forthcoming in Slow Studies.",
     "article: Lind, Ada; year 2015; forthcoming; title Between rivers; in Slow Studies"},
    {"an institution and its acronym before the title",
     "Office of Internal Services (OIS) Evaluation of the valley mission, 7 March 2014, A/68/787, "
     "United Nations.",
     "document: Office of Internal Services (OIS) (org); year 2014; title Evaluation of the valley "
     "mission; by United Nations; on 7 March 2014; symbol A/68/787"},
    // What cites nothing.
    {"prose", "This was said to the authors in Juba in May 2013.", ""},
    {"names of groups",
     "The V12, Red Salt and LFV in the hills, WQD by the sea, Snow Hands in NVR, and White Oar.",
     ""},
    {"cards", "ID cards were given out in Lund; IDs too.", ""},
    {"slashes", "MONUSCO/2013 and N/A/2015; see TCC/PCC/2014.", ""},
    {"an interview", "Author interview, Goma, 12 March 2014.", ""},
    {"a quotation in prose",
     "As the commander told us, “we had no orders”, and left on 3 May 2012.", ""},
    {"a signing", "The text was signed in Addis Ababa, Ethiopia, on 24 February 2013.", ""},
    {"nothing", "", ""},
};

}  // namespace

TEST_CASE("citations: a note's works and their fields") {
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(works_of(c.note) == c.expected);
  }
}

TEST_CASE("citations: every field stands at its place in the source") {
  std::vector<std::string> notes;
  for (const Case& c : cases) notes.push_back(c.note);
  const Document document = notes_of(notes);
  const Citations found = find_citations(document);
  CHECK(found.works.size() > 25);
  for (const CitedWork& work : found.works) {
    CAPTURE(work.title.text);
    for (const CitedField* field :
         {&work.title, &work.year, &work.date, &work.container, &work.volume, &work.issue,
          &work.pages, &work.publisher, &work.place, &work.url, &work.doi, &work.symbol}) {
      CHECK(stands_there(document, *field));
    }
    for (const CitedName& name : work.authors) {
      const std::string surface = document.bytes.substr(name.span.begin, name.span.size());
      CHECK(surface.find(name.family.substr(name.family.rfind(' ') + 1)) != std::string::npos);
    }
    CHECK(document.passages[work.passage].span().contains(work.span));
  }
}

TEST_CASE("citations: what refers to an earlier work") {
  const Document document = notes_of({
      "Ada Lind (2014) Quiet Ground. Lund: Holm.",                                       // work 0
      "Ibid., p. 3.",                                                                    // 0
      "Bo Stern (2011) Rivers of Salt. Oslo: Fjord; Ada Lind (2012) Sand. Lund: Holm.",  // 1, 2
      "Ibid.",                                             // several: not told
      "Stern, op. cit., p. 44.",                           // 1
      "Lind, Quiet Ground, p. 12.",                        // 0
      "Lind (note 3 above), p. 41; Stern, supra note 3.",  // 2, 1
      "Lind (2014), p. 5.",                                // 0
      "Holm (2019).",                                      // not told
      "Rivers are long.",
      "Ibid.",                                        // follows nothing
      "See note 1 above.",                            // 0
      "Ada Lind (2016) Snow. Lund: Holm. ",           // 3
      "Id., ‘More snow’, Slow Studies 8 (2011): 3.",  // 4, by Lind
  });
  const Citations found = find_citations(document);
  std::string works;
  for (const Citation& citation : found.citations) {
    const char sign = citation.how == Citation::How::in_full          ? '='
                      : citation.how == Citation::How::same_as_before ? '^'
                                                                      : '~';
    works += sign + std::to_string(citation.work) + " ";
  }
  CHECK(works == "=0 ^0 =1 =2 ~1 ~0 ~2 ~1 ~0 ~0 =3 =4 ");
  REQUIRE(found.works.size() == 5);
  CHECK(names(found.works[4].authors) == "Lind, Ada");
  CHECK(found.findings ==
        std::vector<std::string>{"note 4: \"Ibid.\" follows a note that cites several works",
                                 "note 9: \"Holm (2019)\" names no work that was cited before",
                                 "note 11: \"Ibid.\" follows a note that cites nothing"});
}

TEST_CASE("citations: the passage that calls the note") {
  const Document document = notes_of({"Ada Lind (2014) Quiet Ground. Lund: Holm."});
  const Citations found = find_citations(document);
  REQUIRE(found.citations.size() == 1);
  REQUIRE(found.citations[0].caller.has_value());
  CHECK(document.passages[*found.citations[0].caller].role == Role::body);
  CHECK(document.passages[found.citations[0].passage].role == Role::note);
}

namespace {

/// "Lind 2014=Quiet Ground;": what the text calls by author and year, and which work that is.
std::string called_by_year(const Document& document, const Citations& found) {
  std::string called;
  for (const Citation& citation : found.citations) {
    if (citation.how != Citation::How::author_year) continue;
    called += document.bytes.substr(citation.span.begin, citation.span.size()) + "=" +
              found.works[citation.work].title.text + ";";
  }
  return called;
}

}  // namespace

TEST_CASE("citations: author and year in the text lead to the list of references") {
  const Document document = read_text(
      "t.md",
      "# A\n\nIt is so (Lind 2014, 40), as Stern and Holm (2011) say; not (Reyes 2014) nor "
      "(Stern 2014). In Lind 2014 nothing.\n\n## References\n\n"
      "- Lind, Ada. 2014. Quiet Ground. Lund: Holm.\n"
      "- Stern, Bo, and Carl Holm. 2011. Rivers of Salt. Oslo: Fjord.\n",
      TextFormat::markdown);
  const Citations found = find_citations(document);
  const std::string called = called_by_year(document, found);
  CHECK(called == "Lind 2014=Quiet Ground;Stern and Holm (2011=Rivers of Salt;");
}

TEST_CASE("citations: the letter of a year, given names and other authors tell works apart") {
  const Document document =
      read_text("t.md",
                "# A\n\nSo say (Lind 2012b, 4) and (Lind 2012); (Lind 2012c), A. Holm (2013), B. "
                "Holm (2013), "
                "C. Holm (2013) and (Holm 2013); (Stern and Lind 2011), (Stern 2011), Stern et al. "
                "(2011).\n\n"
                "## References\n\n"
                "- Lind, Ada. 2012a. Quiet Ground. Lund: Fjord.\n"
                "- Lind, Ada. 2012b. Loud Ground. Lund: Fjord.\n"
                "- Holm, Anna. 2013. Snow. Lund: Fjord.\n"
                "- Holm, Bo. 2013. Sand. Lund: Fjord.\n"
                "- Stern, Bo. 2011. Rivers. Oslo: Fjord.\n"
                "- Stern, Bo, and Ada Lind. 2011. Lakes. Oslo: Fjord.\n"
                "- Stern, Bo, Ada Lind, and Carl Holm. 2011. Seas. Oslo: Fjord.\n",
                TextFormat::markdown);
  const Citations found = find_citations(document);
  const std::string called = called_by_year(document, found);
  CHECK(called ==
        "Lind 2012b=Loud Ground;Holm (2013=Snow;Holm (2013=Sand;Stern and Lind 2011=Lakes;"
        "Stern 2011=Rivers;Stern et al. (2011=Seas;");
  CHECK(found.findings ==
        std::vector<std::string>{"text:t.md#p2: \"Lind 2012\" may be any of 2 works of the list",
                                 "text:t.md#p2: \"Holm 2013\" may be any of 2 works of the list"});
}

TEST_CASE("citations: a short form in a note names one work, or none") {
  const Document document = notes_of({
      "Jane Stern (2011) Rivers. Oslo: Fjord; John Stern (2012) Lakes. Oslo: Fjord.",   // 0, 1
      "Jane Stern, op. cit., p. 3.",                                                    // 0
      "J. Stern, op. cit.",                                                             // either
      "Ada Lind (2012a) Quiet Ground. Lund: Holm; Ada Lind (2012b) Sand. Lund: Holm.",  // 2, 3
      "Lind (2012b), p. 5; Lind (2012a), p. 6.",                                        // 3, 2
      "Lind (2012), p. 5.",                                                             // either
      "Ada Lind (2014) Snow. Lund: Holm; Lind, Snow, p. 4.",                            // 4, 4
      "Ibid., p. 12.",                                                                  // 4
      "See note 7 above.",                                                              // 4
      "Supranational Courts, Lund.",
      "Ada Lind (2014) Snow. Lund: Holm.",  // 5, the same as 4
      "Lind, Snow, p. 9.",                  // 5
      "ID cards were given out.",           // none, nor a finding
  });
  const Citations found = find_citations(document);
  std::string works;
  for (const Citation& citation : found.citations) works += std::to_string(citation.work) + " ";
  CHECK(works == "0 1 0 2 3 3 2 4 4 4 4 5 5 ");
  CHECK(found.findings ==
        std::vector<std::string>{
            "note 3: what it refers back to can't be told",
            "note 6: \"Lind (2012), p. 5.\" may be any of 2 works that were cited before"});
}

TEST_CASE("citations: addresses at the foot of a page go to the works they spell") {
  const Document document =
      read_text("t.txt",
                "It is so.1 And so.2\n\n"
                "____________________\n"
                "1  Ada Lind (2014) ‘Salt and snow in the valley’, Slow Studies 7 (4): 1–7.\n"
                "2  Bo Stern (2013) ‘Rivers’, Slow Studies 2 (1): 8–9.\n"
                "https://slow.example.org/salt-and-snow-in-the-valley\n"
                "https://slow.example.org/12345\n",
                TextFormat::plain);
  const Citations found = find_citations(document);
  REQUIRE(found.works.size() == 2);
  CHECK(found.works[0].url.text == "https://slow.example.org/salt-and-snow-in-the-valley");
  CHECK(found.works[1].url.text == "https://slow.example.org/12345");
}

TEST_CASE("citations: notes of megabytes, or CTest ends it") {
  std::string note;
  std::string nested;
  for (int i = 0; i < 20000; ++i) {
    note += "Ada Lind (" + std::to_string(1900 + i % 100) +
            ") ‘Salt and snow’, Slow Studies 7 (4): 1–7; ";
    nested += "(‘\"see ; A. ";
  }
  std::string links;
  for (int i = 0; i < 400'000; ++i) links += "x](http://a ";
  const std::string brackets = "www.a" + std::string(4'000'000, ')');
  CHECK(find_citations(notes_of({note})).works.size() == 20000);
  find_citations(notes_of({nested}));
  find_citations(notes_of({links, std::string(400'000, '[') + links, brackets}));
}
