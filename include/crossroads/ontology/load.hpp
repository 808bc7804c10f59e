// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/diagnostic.hpp"
#include "crossroads/core/xml.hpp"
#include "crossroads/ontology/ontology.hpp"

namespace crossroads {

/// What a file of an ontology holds.
enum class OntologyContent {
  xml,       ///< <ontology>
  accepted,  ///< likewise, but what it adds to entries that no other file has is left out unsaid:
             ///< it lies beside the file that was named, which may be one of several
  bans,      ///< names not to be matched, a line each: FORM, or FORM, a tab and an entry's id; an
             ///< empty line and one that begins with # say nothing
};

/// One file of an ontology, already read.
struct OntologyFile {
  std::string name;  ///< as findings should show it
  std::string bytes;
  OntologyContent content = OntologyContent::xml;
};

struct LoadResult {
  Ontology ontology;
  std::vector<Diagnostic> findings;  ///< in the order of files, then places
  bool malformed = false;            ///< some file is not well-formed, or is not an ontology

  [[nodiscard]] bool has_errors() const;
};

/// Merges the files into one ontology and checks it: all findings of one run are collected. What is
/// in error is left out of the ontology, so that the rest can still be looked at; who builds a
/// graph should refuse an ontology with errors. The order of the files changes nothing but the
/// order of the findings and which of two clashing elements is blamed. Throws nothing but
/// std::bad_alloc. `limits` count for bans too: a line is an element. O(bytes log entries).
LoadResult load_ontology(const std::vector<OntologyFile>& files, const XmlLimits& limits = {});

/// Names that a curator has decided on, as a file of bans holds them.
struct NameList {
  std::vector<Ban> names;            ///< in the file's order; each once
  std::vector<Diagnostic> findings;  ///< lines that are wrong; `names` is without them
};

/// Reads such a file alone: of names that were looked at and left, say. O(bytes log names).
NameList read_name_list(const OntologyFile& file, const XmlLimits& limits = {});

}  // namespace crossroads
