// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/system.hpp"
#include "crossroads/ontology/ontology.hpp"

namespace crossroads {

/// Sources made of a bibliography's works.
struct ImportedSources {
  std::vector<Source> sources;  ///< by id; each with a title
  /// Works that gave no source, and why: "'key' has neither title nor author". In the file's order.
  std::vector<std::string> left_out;
  /// What of a source that was taken is not: an address that is no URL. Likewise.
  std::vector<std::string> notes;
};

/// The works of a bibliography in CSL-JSON (an array, or an object with "items"). A work's id is
/// its key in small letters, without accents, with "-" for what an id can't hold. Of two works with
/// one id the second is left out, without a word where both say the same. `name` stands for the
/// text in errors. Throws Error (input) where it is not CSL-JSON. O(bytes log works).
ImportedSources import_csl_json(std::string_view json, const std::string& name);

/// The works of a bibliography in BibTeX or BibLaTeX, which pandoc reads; as above. Titles keep
/// their capitals. Throws Error (input) also where pandoc is missing or can't read it.
ImportedSources import_bibtex(System& system, std::string_view bibtex, const std::string& name);

/// A file of an ontology that holds these sources, in this order. What XML can't hold (control
/// characters) becomes a space. REQUIRES: well-formed UTF-8; ids that are ids. O(bytes).
std::string write_sources(const std::vector<Source>& sources);

}  // namespace crossroads
