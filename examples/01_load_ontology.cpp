// SPDX-License-Identifier: Apache-2.0
//
// Loads an ontology and prints what it finds to say of it, then its entries, kind by kind.
//
//   01_load_ontology PATH...      files or folders, e.g. ontology
//
// The exit status is 1 where the ontology has errors; what is sound is printed all the same.
//
// DEMONSTRATES: read_ontology_files(), load_ontology(), findings, entries and their forms.
// READ FIRST: nothing; this is the first one.

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "crossroads/core/diagnostic.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/pipeline/corpus.hpp"

namespace {

using namespace crossroads;

/// Its id, its label and the other names that texts may call it.
void print_entry(const Entry& entry) {
  std::printf("  %s: %s", entry.id.c_str(), entry.label().c_str());
  for (const Form& form : entry.forms) {
    if (!form.is_label && !form.hidden) std::printf(" | %s", form.text.c_str());
  }
  std::printf("\n");
}

/// Every entry under the kind that its curator names first.
void print_entries(const Ontology& ontology) {
  for (const Kind& kind : ontology.kinds) {
    bool is_first = true;
    for (const Entry& entry : ontology.entries) {
      if (entry.kinds.front() != kind.id) continue;
      if (is_first) std::printf("%s\n", kind.label.c_str());
      is_first = false;
      print_entry(entry);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: %s PATH...\n", argv[0]);
    return 2;
  }
  try {
    const auto system = real_system();
    const std::vector<std::string> paths(argv + 1, argv + argc);
    const LoadResult loaded = load_ontology(read_ontology_files(*system, paths));
    for (const Diagnostic& finding : loaded.findings) std::printf("%s\n", format(finding).c_str());
    print_entries(loaded.ontology);
    return loaded.has_errors() ? 1 : 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
