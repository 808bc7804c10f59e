// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "crossroads/ontology/load.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads::bench {

struct Name {
  std::string text;
  bool exact = false;
  EntryId entry{};
};

/// The ontology that the project keeps: its files, and what they hold.
std::vector<OntologyFile> our_files();
const Ontology& our_ontology();

/// An ontology made here: `names` names of two words, two to an entry (a label and an alias).
std::vector<OntologyFile> made_files(std::size_t names);
const Ontology& made_ontology();  ///< of 100,000 names

/// Loads without errors, or throws.
Ontology load(const std::vector<OntologyFile>& files);

/// Every form of an ontology, with its case rule.
std::vector<Name> all_names(const Ontology& ontology);

/// A text made of names and of words that are in no name, so that what is in it is known.
struct MadeText {
  Document document;
  std::vector<std::vector<EntryId>> named;  ///< by paragraph, in text order

  [[nodiscard]] std::size_t mentions() const;
};

/// At least `bytes` bytes in paragraphs of 80 words or names, of which every 16th is a name that
/// only one entry bears; lines are broken at 88 bytes, within
/// names too. The same arguments give
/// the same text.
MadeText make_text(const Ontology& ontology, std::size_t bytes, unsigned seed = 1);

}  // namespace crossroads::bench
