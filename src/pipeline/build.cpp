// SPDX-License-Identifier: Apache-2.0
#include "crossroads/pipeline/build.hpp"

#include <exception>

#include "crossroads/core/error.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/text/read.hpp"

namespace crossroads {

LinkedCorpus link_corpus(System& system, const Ontology& ontology,
                         const std::vector<CorpusFile>& files, const Progress& progress) {
  const Lexicon lexicon = Lexicon::build(ontology);
  LinkedCorpus corpus;
  std::exception_ptr first_problem;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (progress) progress(i, files.size());
    try {
      Document document =
          read_text(files[i].id, read_input(system, files[i].path), format_of(files[i].path));
      Links links = link(lexicon, document);
      corpus.documents.push_back({std::move(document), std::move(links)});
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::input) throw;
      if (!first_problem) first_problem = std::current_exception();
      corpus.left_out.emplace_back(error.what());
    }
  }
  if (corpus.documents.empty() && first_problem) std::rethrow_exception(first_problem);
  return corpus;
}

}  // namespace crossroads
