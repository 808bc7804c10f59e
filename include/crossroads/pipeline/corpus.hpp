// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/diagnostic.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// What a corpus.json says of a text; what is empty says nothing.
struct GivenMetadata {
  std::string title = {};
  Metadata metadata = {};
};

/// A file of a corpus, not yet read: a text, or, in JSON Lines, many.
struct CorpusFile {
  std::string id;              ///< what the document will be called
  std::string path;            ///< where it is; "-" is standard input
  GivenMetadata given = {};    ///< wins over what the file says
  GivenMetadata missing = {};  ///< stands where neither does
};

/// What arguments name, and what became of the rest of it.
struct Corpus {
  std::vector<CorpusFile> files = {};  ///< by id
  std::vector<Error> left_out = {};    ///< what can't be looked into, or is not there
  std::map<std::string, std::size_t> skipped =
      {};                                 ///< files in folders that are no texts, by ending
  std::vector<std::string> folders = {};  ///< that were looked through from their top
  std::vector<Diagnostic> findings = {};  ///< what is wrong in a corpus.json
};

struct FindOptions {
  std::string root = {};  ///< documents are called by their paths below it
  std::string files_from =
      {};  ///< a list of more files and folders, a line each; "-": standard input
};

/// The texts that arguments name: files, folders, and patterns (*, ?, [a-z], and ** for folders at
/// any depth) where no file has that very name. Of a folder, all files at any depth whose names end
/// as those of a format that is read, but for hidden ones; of .xml those whose root is TEI, of JSON
/// Lines those whose lines have a text. A document's id is its path below the argument that named
/// it (of a lone file, its name; of a pattern, below the folder before its first sign; as it stands
/// in a list) or below `root`, with '/' and with '#', '%', control characters and bytes that are
/// not UTF-8 percent-encoded. corpus.json and *.structure.json are no texts; the former give
/// metadata to the files beside and below them. What names no text is left out, be it all; throws
/// Error (input) where two ids are equal, and where a list or corpus.json can't be read.
Corpus find_texts(System& system, const std::vector<std::string>& arguments,
                  const FindOptions& options = {});

// What was decided on suggestions, beside the ontology.
constexpr std::string_view accepted_file = "accepted.xml";
constexpr std::string_view banned_file = "banned.txt";
constexpr std::string_view skipped_file = "skipped.txt";

/// The path of a file called `name` in the folder of the file `path`.
std::string path_beside(const std::string& path, std::string_view name);

/// The paths of an ontology's files: those named, and of a folder all that end in .xml or are
/// called banned.txt, at any depth, but for hidden ones; with an .xml that is named alone go
/// accepted.xml and banned.txt of its folder, if they are there. Each once. A file that ends in
/// .txt holds bans. Throws Error (input) where a folder holds no XML.
std::vector<std::string> find_ontology_files(System& system,
                                             const std::vector<std::string>& arguments);

/// Those files, read. Throws Error (input) where one can't be.
std::vector<OntologyFile> read_ontology_files(System& system,
                                              const std::vector<std::string>& arguments);

}  // namespace crossroads
