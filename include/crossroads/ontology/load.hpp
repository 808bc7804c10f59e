// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/diagnostic.hpp"
#include "crossroads/core/xml.hpp"
#include "crossroads/ontology/ontology.hpp"

namespace crossroads {

/// One file of an ontology, already read.
struct OntologyFile {
  std::string name;  ///< as findings should show it
  std::string bytes;
};

struct LoadResult {
  Ontology ontology;
  std::vector<Diagnostic> findings;  ///< in the order of files, then places
  bool malformed = false;            ///< some file is not well-formed XML, or is not an ontology

  [[nodiscard]] bool has_errors() const;
};

/// Merges the files into one ontology and checks it: all findings of one run are collected. What is
/// in error is left out of the ontology, so that the rest can still be looked at; who builds a
/// graph should refuse an ontology with errors. The order of the files changes nothing but the
/// order of the findings and which of two clashing elements is blamed. Throws nothing but
/// std::bad_alloc. O(bytes log entries).
LoadResult load_ontology(const std::vector<OntologyFile>& files, const XmlLimits& limits = {});

}  // namespace crossroads
