// SPDX-License-Identifier: Apache-2.0
#include "cli/corpus.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <map>

#include "crossroads/core/printable.hpp"

namespace crossroads {
namespace {

/// A line that is written over itself, on a terminal only.
Progress progress_line(System& system) {
  if (!system.standard_error_is_terminal()) return {};
  return [](std::size_t done, std::size_t all) {
    fmt::print(stderr, "\rlinking {} of {} ", done + 1, all);
    std::fflush(stderr);
  };
}

void clear_progress_line(System& system) {
  if (system.standard_error_is_terminal()) fmt::print(stderr, "\r\033[K");
}

/// "RUF (2)": the forms that several entries bear and nothing decided, with how often they occur.
void tell_undecided(const Ontology& ontology, const LinkedCorpus& corpus) {
  std::map<std::string, std::pair<std::size_t, std::vector<EntryId>>> forms;
  std::size_t places = 0;
  for (const LinkedDocument& linked : corpus.documents) {
    for (const Undecided& undecided : linked.links.undecided) {
      auto& [count, candidates] =
          forms[linked.document.bytes.substr(undecided.span.begin, undecided.span.size())];
      candidates = undecided.candidates;
      ++count;
      ++places;
    }
  }
  if (places == 0) return;
  tell(fmt::format("{} left unlinked, for the form is of several entries:",
                   counted(places, "place")));
  for (const auto& [form, found] : forms) {
    std::vector<std::string> ids;
    for (const EntryId candidate : found.second) ids.push_back(ontology.entry(candidate).id);
    fmt::print(stderr, "  {} ({}): {}\n", printable_line(form), found.first, fmt::join(ids, ", "));
  }
}

}  // namespace

void add_corpus_options(CLI::App& command, CorpusOptions& options) {
  // One value an option, so that the texts behind it are not taken for more ontologies.
  command
      .add_option("-O,--ontology", options.ontology,
                  "An XML file or a folder of them; may be given more than once")
      ->required()
      ->allow_extra_args(false)
      ->type_name("ONTOLOGY");
  command
      .add_option("TEXT", options.texts,
                  "Texts (.txt, .md), folders of them, or - for standard input")
      ->required()
      ->type_name("");
  command.add_option("--root", options.root, "Call texts by their paths below DIR")
      ->type_name("DIR");
}

void check_corpus_options(Session& session, const CorpusOptions& options,
                          const std::string& output) {
  if (std::count(options.texts.begin(), options.texts.end(), "-") +
          std::count(options.ontology.begin(), options.ontology.end(), "-") >
      1) {
    throw Error(ErrorKind::question, "standard input (-) can be read only once");
  }
  if (output == "-") return;
  std::vector<std::string> inputs = find_ontology_files(session.system, options.ontology);
  for (const CorpusFile& file : find_texts(session.system, options.texts, options.root)) {
    inputs.push_back(file.path);
  }
  for (const std::string& input : inputs) {
    if (!session.system.is_same_file(input, output)) continue;
    throw Error(ErrorKind::question,
                fmt::format("{}: is an input, and would be overwritten", output),
                "name another file with -o");
  }
}

LinkedCorpus link_corpus(Session& session, const Ontology& ontology, const CorpusOptions& options) {
  const std::vector<CorpusFile> files = find_texts(session.system, options.texts, options.root);
  LinkedCorpus corpus = link_corpus(session.system, ontology, files, progress_line(session.system));
  clear_progress_line(session.system);
  for (const std::string& problem : corpus.left_out) tell("left out: " + problem);
  if (!corpus.left_out.empty()) session.status = ExitStatus::partial;
  tell_undecided(ontology, corpus);
  return corpus;
}

}  // namespace crossroads
