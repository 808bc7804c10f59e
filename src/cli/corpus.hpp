// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "cli/command.hpp"
#include "crossroads/graph/assemble.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/pipeline/corpus.hpp"
#include "crossroads/pipeline/read_corpus.hpp"

namespace crossroads {

/// The options that name texts and say how to read them, as `read`, `link` and `build` have them.
struct TextOptions {
  std::vector<std::string> texts;
  std::string root;
  std::string files_from;
  std::string encoding;
  std::string max_bytes = "4G";
};

/// The options that name an ontology and a corpus, as `link` and `build` have them.
struct CorpusOptions {
  std::vector<std::string> ontology;
  TextOptions texts;
};

void add_text_options(CLI::App& command, TextOptions& options);
/// The options that say how texts are linked, as `link` and `build` have them.
void add_link_options(CLI::App& command, LinkOptions& options);
void add_corpus_options(CLI::App& command, CorpusOptions& options);

/// What a command's help says of texts, below its example.
extern const char* const about_texts;

/// The corpus that the options name. What folders hold besides texts, and what is doubtful in a
/// corpus.json, is told on standard error; throws Error (question) where an option is wrong, Error
/// (input) where a corpus.json has errors.
Corpus find_corpus(Session& session, const TextOptions& options);

/// Hands on each document, with progress on a terminal ("VERB 3 of 17"). Texts that were left out
/// are told on standard error, and set the session's status.
void read_corpus(Session& session, const Corpus& corpus, const TextOptions& options,
                 const char* verb, const std::function<void(Document)>& take);

/// Throws Error (question) where standard input is named twice.
void check_standard_input(const TextOptions& options,
                          const std::vector<std::string>& ontology = {});

/// The paths of all files that the options name, "-" too.
std::vector<std::string> inputs_of(Session& session, const CorpusOptions& options,
                                   const Corpus& corpus);

/// Throws Error (question) where the output would take the place of one of the inputs: the program
/// never rewrites a curator's file, nor a text.
void check_output(Session& session, const CorpusOptions& options, const Corpus& corpus,
                  const std::string& output);

/// The forms that several entries bear and nothing decided, with how often they occur.
class UndecidedForms {
 public:
  /// Whether the places are in a file for review, or where to find them must be told.
  enum class Listed { no, yes };

  void add(const Document& document, const Links& links);
  /// On standard error, where there are any.
  void tell_all(const Ontology& ontology, Listed listed = Listed::no) const;

 private:
  struct Form {
    std::size_t places = 0;
    std::vector<EntryId> candidates;
  };
  std::map<std::string, Form> forms_;
};

/// The short forms of the ontology that texts define as something else.
class RedefinedForms {
 public:
  void add(const Document& document, const Links& links);
  /// On standard error, where there are any.
  void tell_all(const Ontology& ontology) const;

 private:
  struct Form {
    std::string long_form;
    std::string document;  // the first that has it so
    std::vector<EntryId> entries;
  };
  std::map<std::pair<std::string, std::string>, Form> forms_;  // by both forms, the long one folded
};

}  // namespace crossroads
