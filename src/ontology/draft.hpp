// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "crossroads/ontology/load.hpp"
#include "ontology/grammar.hpp"

namespace crossroads {

/// A place in one of the files that are being loaded.
struct Place {
  std::size_t file = 0;    ///< its number in the call
  std::size_t offset = 0;  ///< in bytes
};

/// An id that some element names and that must turn out to exist.
struct Reference {
  std::string id;
  Place at;
};

/// A statement whose ids are not resolved yet.
struct DraftStatement {
  Reference relation;
  Reference to;
  Statement statement;
};

/// An entry with what is known of it so far, from all files.
struct DraftEntry {
  Entry entry;
  std::vector<DraftStatement> statements;
  std::vector<Reference> kinds;
  std::vector<Reference> properties;  ///< one for each of entry.attributes
  Reference replaced_by;
  Place at;
  std::size_t last_file = 0;  ///< the file that gave the id last: twice in one is an error
};

/// A kind, relation, property or source, and where it first stands.
template <class T>
struct Draft {
  T item;
  Place at;
  std::size_t last_file = 0;
};

/// All files merged, ids not yet resolved. The maps are by id.
struct DraftOntology {
  std::string id;
  std::string version;
  std::map<std::string, Draft<Source>> sources;
  std::map<std::string, Draft<Kind>> kinds;
  std::map<std::string, Draft<Relation>> relations;
  std::map<std::string, Draft<Property>> properties;
  std::map<std::string, DraftEntry> entries;
  std::vector<Reference> source_references;
  std::vector<Reference> kind_references;      ///< of relations and properties
  std::vector<Reference> relation_references;  ///< of relations: broader
};

/// Adds one well-formed file to the draft. False where its root is not <ontology>.
bool add_file(const XmlElement& root, std::size_t number, const FileContext& file,
              DraftOntology& draft);

/// Turns the draft into an ontology: sorts, resolves ids, checks what needs to see all of it.
/// What is in error is left out and reported to the context of its file.
Ontology resolve(DraftOntology draft, const std::vector<FileContext>& files);

}  // namespace crossroads
