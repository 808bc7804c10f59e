// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/location.hpp"
#include "crossroads/ontology/date.hpp"

namespace crossroads {

/// An entry's place in Ontology::entries: dense from 0, in the order of the entries' ids (bytes).
enum class EntryId : std::uint32_t {};
/// A relation's place in Ontology::relations: dense from 0, in the order of the relations' ids.
enum class RelationId : std::uint32_t {};

constexpr std::uint32_t index(EntryId id) {
  return static_cast<std::uint32_t>(id);
}
constexpr std::uint32_t index(RelationId id) {
  return static_cast<std::uint32_t>(id);
}

/// Where a statement comes from, and the place in it.
struct Provenance {
  std::vector<std::string> sources;  ///< ids of sources or of entries, as the curator ordered them
  std::string locator;               ///< paragraph or page; empty where the whole is meant
  friend bool operator==(const Provenance&, const Provenance&) = default;
};

struct Source {
  std::string id;
  std::string title;
  std::string year;
  std::string url;
  std::string seen;  ///< where it was read and when
};

struct Kind {
  std::string id;
  std::string label;
  std::string plural;
  std::string broader;  ///< id of the wider kind; empty for none
};

/// How running text says a relation.
struct Cue {
  std::string text;  ///< the words between the two names; empty where there is a pattern
  std::string
      pattern;  ///< "{from}" and "{to}" with the words around them; empty where there is text
  bool negated = false;
};

struct Relation {
  std::string id;
  std::string label;
  std::string inverse;            ///< its label read backwards
  std::vector<std::string> from;  ///< kinds it may start at; empty for any
  std::vector<std::string> to;    ///< kinds it may end at; empty for any
  std::string broader;
  bool symmetric = false;
  std::vector<Cue> cues;
};

enum class PropertyType { text, number, date, url, id };

struct Property {
  std::string id;
  PropertyType type = PropertyType::text;
  std::vector<std::string> of;  ///< kinds; empty for any
};

/// How the case of a form counts: as written, not at all, or, where the curator says nothing, by
/// the shape of the form (link/lexicon.hpp tells how).
enum class CaseRule { by_shape, exact, ignore };

/// A label or an alias.
struct Form {
  std::string text;  ///< trimmed, white space collapsed to single spaces
  std::string lang = "en";
  CaseRule case_rule = CaseRule::by_shape;
  bool is_label = false;
  bool shared = false;  ///< other entries bear it on purpose
  bool hidden = false;  ///< matched, never shown
  bool banned = false;  ///< a curator has decided that no text names the entry so
  Period period;
  Provenance provenance;
  Location at;
};

struct Definition {
  std::string text;
  std::string by;
  std::string lang = "en";
  Provenance provenance;
};

struct Note {
  std::string type;
  std::string text;
  std::string lang = "en";
  Provenance provenance;
};

struct Attribute {
  std::string property;
  std::string value;
  Period period;
  Provenance provenance;
};

/// What a curator says of an entry and another.
struct Statement {
  RelationId relation{};
  EntryId to{};
  std::string reason;
  Period period;
  Provenance provenance;
  Location at;
};

struct Match {
  std::string type;
  std::string href;
};

/// An exception that a curator grants from one rule of the checker.
struct Accept {
  std::string rule;
  std::string reason;
};

struct Entry {
  std::string id;
  std::vector<std::string> kinds;  ///< the main one first; never empty
  std::vector<Form> forms;         ///< in the files' order; at least one label
  std::vector<Definition> definitions;
  std::vector<Note> notes;
  std::vector<Attribute> attributes;
  std::vector<Statement> statements;
  std::vector<Match> matches;
  std::vector<Accept> accepts;
  bool deprecated = false;
  std::string replaced_by;
  Location at;

  /// The English label, or the first one where there is none; of several that follow each other in
  /// time, the last.
  [[nodiscard]] const std::string& label() const;
};

/// A name that a curator has decided is not to be matched: of one entry, or of all.
struct Ban {
  std::string form;   ///< as the ontology writes it; white space collapsed
  std::string entry;  ///< its id; empty for all entries
  Location at;
};

/// A curator's knowledge, merged from all files and checked: every id that it names exists.
/// A plain value; const use is thread-safe.
struct Ontology {
  std::string id;
  std::string version;
  std::string sha256;                ///< of the files' contents, whatever their names and order
  std::vector<Source> sources;       ///< by id
  std::vector<Kind> kinds;           ///< by id
  std::vector<Relation> relations;   ///< by id; the built-in ones among them
  std::vector<Property> properties;  ///< by id
  std::vector<Entry> entries;        ///< by id
  std::vector<Ban> bans;             ///< by form, then entry; each once

  // Look-ups by id, O(log n); absence is not an error.
  [[nodiscard]] std::optional<EntryId> find_entry(std::string_view id) const;
  [[nodiscard]] std::optional<RelationId> find_relation(std::string_view id) const;
  [[nodiscard]] const Kind* find_kind(std::string_view id) const;
  [[nodiscard]] const Source* find_source(std::string_view id) const;
  [[nodiscard]] const Property* find_property(std::string_view id) const;

  [[nodiscard]] const Entry& entry(EntryId which) const { return entries[index(which)]; }
  [[nodiscard]] const Relation& relation(RelationId which) const { return relations[index(which)]; }

  /// Whether `kind` is `wider`, or narrower than it.
  [[nodiscard]] bool is_a(std::string_view kind, std::string_view wider) const;
  /// Whether one of the entry's kinds is one of `kinds`, or narrower; an empty list admits all.
  [[nodiscard]] bool is_any_of(const Entry& entry, const std::vector<std::string>& kinds) const;
};

}  // namespace crossroads
