// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "crossroads/core/system.hpp"
#include "crossroads/graph/assemble.hpp"
#include "crossroads/pipeline/corpus.hpp"
#include "crossroads/pipeline/read_corpus.hpp"

namespace crossroads {

/// Texts of a corpus, read and linked, and those that could not be.
struct LinkedCorpus {
  std::vector<LinkedDocument> documents;  ///< in the order of the files
  std::vector<std::string> left_out;      ///< what is wrong with each of the others
};

/// Reads and links texts one by one. A text that can't be read is left out and reported; where that
/// leaves none, the first one's Error is thrown.
LinkedCorpus link_corpus(System& system, const Ontology& ontology, const Corpus& corpus,
                         const CorpusReadOptions& options = {}, const Progress& progress = {});

}  // namespace crossroads
