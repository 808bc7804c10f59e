// SPDX-License-Identifier: Apache-2.0
//
// Finds an ontology's names in one text. Each mention is printed with its line and column, its
// bytes [begin, end) in the file, the entry that it names, and what stands there.
//
//   02_link_text ONTOLOGY TEXT      e.g. ontology examples/briefings/rights-up-front.md
//
// DEMONSTRATES: read_text(), Lexicon, link(), spans, places that stay undecided.
// READ FIRST: 01_load_ontology.cpp.

#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

#include "crossroads/core/error.hpp"
#include "crossroads/core/location.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/pipeline/corpus.hpp"
#include "crossroads/text/read.hpp"

namespace {

using namespace crossroads;

Ontology load(System& system, const std::string& path) {
  const LoadResult loaded = load_ontology(read_ontology_files(system, {path}));
  if (loaded.has_errors()) throw Error(ErrorKind::input, "the ontology has errors");
  return loaded.ontology;
}

/// A span is where the words are, byte for byte: the text itself is never changed.
void print_place(const Document& document, Span span, const std::string& names) {
  const std::string_view words = std::string_view(document.bytes).substr(span.begin, span.size());
  const std::string place = to_string(locate(document.bytes, span.begin, document.id));
  std::printf("%s: bytes %u-%u: %s: \"%s\"\n", place.c_str(), span.begin, span.end, names.c_str(),
              printable_line(words).c_str());
}

void print_links(const Ontology& ontology, const Document& document, const Links& links) {
  for (const Mention& mention : links.mentions) {
    print_place(document, mention.span, ontology.entry(mention.entry).id);
  }
  for (const Undecided& place : links.undecided) {
    std::string names;
    for (const EntryId candidate : place.candidates) {
      names += (names.empty() ? "" : " or ") + ontology.entry(candidate).id;
    }
    print_place(document, place.span, names);
  }
  std::printf("%zu mentions, %zu undecided\n", links.mentions.size(), links.undecided.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: %s ONTOLOGY TEXT\n", argv[0]);
    return 2;
  }
  try {
    const auto system = real_system();
    const Ontology ontology = load(*system, argv[1]);
    const Lexicon lexicon = Lexicon::build(ontology);
    const Document document = read_text(argv[2], read_input(*system, argv[2]), format_of(argv[2]));
    print_links(ontology, document, link(lexicon, document));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
