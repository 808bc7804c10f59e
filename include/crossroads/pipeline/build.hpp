// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "crossroads/core/system.hpp"
#include "crossroads/graph/assemble.hpp"
#include "crossroads/pipeline/corpus.hpp"

namespace crossroads {

/// Texts of a corpus, read and linked, and those that could not be.
struct LinkedCorpus {
  std::vector<LinkedDocument> documents;  ///< by id
  std::vector<std::string> left_out;      ///< what is wrong with each of the others
};

/// Called before each text is read: how many are done, of how many.
using Progress = std::function<void(std::size_t done, std::size_t all)>;

/// Reads and links texts one by one. A text that can't be read, or is not UTF-8, is left out and
/// reported; where that leaves none, the first one's Error is thrown.
LinkedCorpus link_corpus(System& system, const Ontology& ontology,
                         const std::vector<CorpusFile>& files, const Progress& progress = {});

}  // namespace crossroads
