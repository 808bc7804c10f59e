// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

#include "crossroads/pipeline/corpus.hpp"
#include "crossroads/text/convert.hpp"

namespace crossroads {

struct CorpusReadOptions {
  ReadOptions reading = {};
  std::uint64_t max_bytes = std::uint64_t{4}
                            << 30;  ///< of one file or pipe; a larger one is left out
};

/// Called before each file is read: how many are done, of how many.
using Progress = std::function<void(std::size_t done, std::size_t all)>;

/// Reads the texts of a corpus one by one, in the order of its files, and hands each on with what
/// corpus.json files say of it. JSON Lines are read line by line, so that no more than one text is
/// held, and the ids of the file's other texts. What can't be read goes to `left_out`, what
/// find_texts() left out too, and the rest goes on; where no text is left, the first of those
/// Errors is thrown instead, behind the others. A text that takes more memory than there is counts
/// among what can't be read.
void read_corpus(System& system, const Corpus& corpus, const CorpusReadOptions& options,
                 const std::function<void(Document)>& take, const LeftOut& left_out,
                 const Progress& progress = {});

}  // namespace crossroads
