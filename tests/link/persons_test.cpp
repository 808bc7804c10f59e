// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/link.hpp"
#include "support/check_links.hpp"
#include "support/entry_of.hpp"

using namespace crossroads;

namespace {

Entry person(std::string id, std::vector<std::string> forms) {
  return test::entry_of("person", std::move(id), std::move(forms));
}

Ontology some_persons() {
  Ontology ontology;
  ontology.entries = {person("anna-berg", {"Anna Berg"}),
                      person("arne-berg", {"Arne Berg"}),
                      person("jean-marie-petit", {"Jean-Marie Petit"}),
                      person("john-gerard-reed", {"John Gerard Reed"}),
                      person("kari-lund", {"Kari M. Lund"}),
                      person("ostby", {"Øyvind Østby"}),
                      person("piet-van-der-meer", {"van der Meer, Piet"})};
  return ontology;
}

/// "surface=entry" for each mention, "surface?" where several are possible.
std::string linked(std::string text, Role role) {
  static const Ontology ontology = some_persons();
  static const Lexicon lexicon = Lexicon::build(ontology);
  Document document;
  document.id = "t";
  document.bytes = std::move(text);
  document.passages.push_back({{{0, static_cast<std::uint32_t>(document.bytes.size())}}, role});
  const Links links = link(lexicon, document);
  CHECK(test::violations(document, links) == "");
  std::string found;
  for (const Mention& mention : links.mentions) {
    found += document.bytes.substr(mention.span.begin, mention.span.size()) + "=" +
             ontology.entry(mention.entry).id + (mention.decided == Decided::person ? "*" : "") +
             ";";
  }
  for (const Undecided& place : links.undecided) {
    found += document.bytes.substr(place.span.begin, place.span.size()) + "?;";
  }
  return found;
}

struct Case {
  std::string_view name;
  std::string text;
  std::string in_text;
  std::string in_note;
};

const std::vector<Case> cases = {
    {"the label", "so Anna Berg says", "Anna Berg=anna-berg;", "Anna Berg=anna-berg;"},
    {"family name first", "Berg, Anna (2014)", "Berg, Anna=anna-berg*;", "Berg, Anna=anna-berg*;"},
    {"from an alias in that order", "Piet van der Meer", "Piet van der Meer=piet-van-der-meer*;",
     "Piet van der Meer=piet-van-der-meer*;"},
    {"an initial", "P. van der Meer and P van der\nMeer", "P. van der Meer=piet-van-der-meer*;",
     "P. van der Meer=piet-van-der-meer*;P van der\nMeer=piet-van-der-meer*;"},
    {"family name first, an initial", "van der Meer, P.: x", "",
     "van der Meer, P=piet-van-der-meer*;"},
    {"at a sentence's start", "Van der Meer, P. (2014)", "", "Van der Meer, P=piet-van-der-meer*;"},
    {"an article is no initial", "In Lund, K was read. K Lund chapter.", "",
     "Lund, K=kari-lund*;K Lund=kari-lund*;"},
    {"case counts where the family name comes first", "the lund, kari the end", "", ""},
    {"particles behind", "Meer, P. van der", "", "Meer, P. van der=piet-van-der-meer*;"},
    {"initials", "J. G. Reed, J.G. Reed, JG Reed",
     "J. G. Reed=john-gerard-reed*;J.G. Reed=john-gerard-reed*;",
     "J. G. Reed=john-gerard-reed*;J.G. Reed=john-gerard-reed*;JG Reed=john-gerard-reed*;"},
    {"a middle initial", "John G. Reed", "John G. Reed=john-gerard-reed*;",
     "John G. Reed=john-gerard-reed*;"},
    {"as lists of references have it", "Reed JG.", "", "Reed JG=john-gerard-reed*;"},
    {"a middle initial that is left out", "Kari Lund", "Kari Lund=kari-lund*;",
     "Kari Lund=kari-lund*;"},
    {"a double given name", "J.-M. Petit", "J.-M. Petit=jean-marie-petit*;",
     "J.-M. Petit=jean-marie-petit*;"},
    {"a letter that is not ASCII", "Ø. Østby", "Ø. Østby=ostby*;", "Ø. Østby=ostby*;"},
    {"letters without their marks", "O. Ostby", "O. Ostby=ostby*;", "O. Ostby=ostby*;"},
    {"a form of two persons", "A. Berg", "A. Berg?;", "A. Berg?;"},
    {"a family name alone", "Berg and Reed, too", "", ""},
    {"case counts with an initial", "a. berg; j reed", "", ""},
};

}  // namespace

TEST_CASE("persons: the usual ways to write a name") {
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(linked(c.text, Role::body) == c.in_text);
    CHECK(linked(c.text, Role::note) == c.in_note);
  }
}
