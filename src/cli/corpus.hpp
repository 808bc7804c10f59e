// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "crossroads/pipeline/build.hpp"

namespace crossroads {

/// The options that name an ontology and a corpus, as `link` and `build` have them.
struct CorpusOptions {
  std::vector<std::string> ontology;
  std::vector<std::string> texts;
  std::string root;
};

void add_corpus_options(CLI::App& command, CorpusOptions& options);

/// Throws Error (question) where standard input is named twice, or the output would take the place
/// of one of the inputs: the program never rewrites a curator's file, nor a text.
void check_corpus_options(Session& session, const CorpusOptions& options,
                          const std::string& output);

/// Reads and links the corpus, with progress on a terminal. Texts that were left out and places
/// that stay undecided are told on standard error; the former set the session's status.
LinkedCorpus link_corpus(Session& session, const Ontology& ontology, const CorpusOptions& options);

}  // namespace crossroads
