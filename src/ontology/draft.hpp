// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "crossroads/ontology/load.hpp"
#include "ontology/file_context.hpp"

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

/// An attribute whose property is not resolved yet.
struct DraftAttribute {
  Reference property;
  Attribute attribute;
  Place value_at;
};

/// Where an id was given.
struct Given {
  Place first;
  Place last;  ///< twice in one file is an error
};

/// An entry with what is known of it so far, from all files.
struct DraftEntry : Given {
  Entry entry;  ///< without its attributes and statements
  std::vector<DraftAttribute> attributes;
  std::vector<DraftStatement> statements;
  std::vector<Reference> kinds;
  Reference replaced_by;
  bool bad_label = false;  ///< what may have been a label was left out, and reported
  bool bad_kind = false;   ///< what may have been its kind was
};

struct DraftSource : Given {
  Source item;
};

struct DraftKind : Given {
  Kind item;
  Reference broader;
};

struct DraftRelation : Given {
  Relation item;
  std::vector<Reference> kinds;  ///< of from and to
  Reference broader;
  std::string symmetric;  ///< "true", "false", or empty where no file says
};

struct DraftProperty : Given {
  Property item;
  std::vector<Reference> kinds;
  std::string type;  ///< empty where no file says
};

/// All files merged, ids not yet resolved. The maps are by id.
struct DraftOntology {
  std::string id;
  std::string version;
  std::map<std::string, DraftSource> sources;
  std::map<std::string, DraftKind> kinds;
  std::map<std::string, DraftRelation> relations;
  std::map<std::string, DraftProperty> properties;
  std::map<std::string, DraftEntry> entries;
  std::vector<Reference> source_references;
  std::set<std::size_t> besides;  ///< the numbers of the files that lie beside what was named
};

/// Adds one well-formed file, the one of that number, to the draft; what is in error in `root` is
/// taken out of it. False where the root is not <ontology>.
bool add_file(XmlElement& root, std::size_t number, std::vector<FileContext>& files,
              DraftOntology& draft);

/// Turns the draft into an ontology: sorts, resolves ids, checks what needs to see all of it.
/// What is in error is left out and reported to the context of its file. Where the draft is not
/// `complete`, because a file could not be read, what seems to be missing may stand there: it is
/// left out all the same, but not reported.
Ontology resolve(DraftOntology draft, std::vector<FileContext>& files, bool complete);

}  // namespace crossroads
