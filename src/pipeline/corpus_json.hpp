// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/diagnostic.hpp"
#include "crossroads/pipeline/corpus.hpp"

namespace crossroads {

/// What a corpus.json says: of texts by their paths below its folder, and of all that say less.
struct CorpusJson {
  std::map<std::string, GivenMetadata> texts;
  GivenMetadata defaults;
  std::map<std::string, Location> places;  ///< of the texts' names
};

/// Reads {"default": {…}, "texts": {"PATH": {"title", "authors", "date", "language", "source"}}}.
/// What is unknown or ill-formed in it is added to `findings`, with its place in `file`. Throws
/// Error (input) where it is not JSON. O(bytes).
CorpusJson read_corpus_json(std::string_view bytes, const std::string& file,
                            std::vector<Diagnostic>& findings);

/// Lays `inner` over `outer`: what it says wins.
void overlay(GivenMetadata& outer, const GivenMetadata& inner);

}  // namespace crossroads
