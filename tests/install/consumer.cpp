// SPDX-License-Identifier: Apache-2.0
//
// What a project that uses the installed library may write: loads the ontology of a folder, links a
// text in memory and prints the entries that it names.
#include <cstdio>

#include "crossroads/core/system.hpp"
#include "crossroads/core/version.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/pipeline/corpus.hpp"
#include "crossroads/text/read.hpp"

int main(int, char** argv) {
  using namespace crossroads;
  const auto system = real_system();
  const LoadResult loaded = load_ontology(read_ontology_files(*system, {argv[1]}));
  if (loaded.has_errors()) return 1;
  const Document document =
      read_text("note", "MONUSCO had a Force Intervention\nBrigade.", TextFormat::plain);
  const Links links = link(Lexicon::build(loaded.ontology), document);
  std::printf("%s", version.data());
  for (const Mention& mention : links.mentions) {
    std::printf(" %s", loaded.ontology.entry(mention.entry).id.c_str());
  }
  std::printf("\n");
}
