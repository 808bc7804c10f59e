// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "crossroads/core/system.hpp"
#include "crossroads/ontology/load.hpp"

namespace crossroads {

/// A text of a corpus, not yet read.
struct CorpusFile {
  std::string id;    ///< what the document will be called
  std::string path;  ///< where it is; "-" is standard input
};

/// The texts that the arguments name: files as they are, and of a folder all that end in .txt, .md
/// or .markdown, at any depth, but for hidden ones. A document's id is its path below the argument
/// that named it (of a lone file, its name) or, where `root` is given, below that folder, with '/'
/// and with '#', '%', control characters and bytes that are not UTF-8 percent-encoded. Sorted by
/// id. Throws Error (input) where an argument does not exist, holds no text, or two ids are equal.
std::vector<CorpusFile> find_texts(System& system, const std::vector<std::string>& arguments,
                                   const std::string& root = {});

/// The paths of an ontology's files: those named, and of a folder all that end in .xml, at any
/// depth, but for hidden ones; each once. Throws Error (input) where a folder holds none.
std::vector<std::string> find_ontology_files(System& system,
                                             const std::vector<std::string>& arguments);

/// Those files, read. Throws Error (input) where one can't be.
std::vector<OntologyFile> read_ontology_files(System& system,
                                              const std::vector<std::string>& arguments);

}  // namespace crossroads
