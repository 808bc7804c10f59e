// SPDX-License-Identifier: Apache-2.0
#include "crossroads/pipeline/build.hpp"

#include "crossroads/core/error.hpp"
#include "crossroads/link/link.hpp"

namespace crossroads {

LinkedCorpus link_corpus(System& system, const Ontology& ontology, const Corpus& corpus,
                         const CorpusReadOptions& options, const Progress& progress) {
  const Lexicon lexicon = Lexicon::build(ontology);
  LinkedCorpus linked;
  read_corpus(
      system, corpus, options,
      [&](Document document) {
        Links links = link(lexicon, document);
        linked.documents.push_back({std::move(document), std::move(links)});
      },
      [&](const Error& error) { linked.left_out.emplace_back(error.what()); }, progress);
  return linked;
}

}  // namespace crossroads
