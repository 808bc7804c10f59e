// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/ontology/ontology.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// What a curator may decide on.
enum class SuggestionKind : std::uint8_t {
  alias,        ///< another name of an entry: a text defines it so, or it is a variant of one
  misspelling,  ///< a slip in a name of an entry
  entry,        ///< a name that no entry has
  person,       ///< someone who is cited or wrote a part of a text, and has no entry
  document,     ///< a document symbol that no entry has
  conflict,     ///< a form of an entry that a text defines as something else
  flood,        ///< a form of an entry that matches so much that it may be an ordinary word
};

std::string_view to_string(SuggestionKind kind);
std::optional<SuggestionKind> suggestion_kind_from(std::string_view name);

/// A place where a form stands.
struct SeenAt {
  std::string document;
  Span span;                 ///< in its bytes
  std::uint32_t line = 0;    ///< from 1; LF ends one
  std::string quote;         ///< the sentence, on one line; of a long one, what is around it
  std::uint32_t number = 0;  ///< the how-manieth in its document, from 0
};

/// How often something stands in the texts, and where first.
struct Tally {
  std::uint64_t mentions = 0;
  std::uint64_t passages = 0;
  std::uint64_t documents = 0;
  std::vector<SeenAt> places;  ///< at most two: of different documents rather than of one
};

struct Suggestion {
  SuggestionKind kind = SuggestionKind::entry;
  std::string form;        ///< the name that is to be accepted or banned, as printed
  std::string short_form;  ///< of a new entry, where texts define one
  std::string entry;       ///< the id of the entry that it is about, or that a new one may have
  std::string entry_kind;  ///< of a new entry, where names like it tell; else empty
  std::string reason;      ///< in words, without a final stop
  Tally seen;
  double worth = 0;  ///< what the list is sorted by: kind, counts and, of phrases, length
};

struct SuggestOptions {
  std::uint64_t least_mentions =
      2;  ///< of phrases, persons and documents; what a text defines counts at once
  std::vector<SuggestionKind> kinds = {};  ///< only these; empty for all
  std::vector<Ban> left = {};  ///< forms that were looked at before, of one entry or of any
};

/// What texts hold that an ontology may lack, counted: of one document, or of many.
class Gathered {
 public:
  Gathered();
  Gathered(Gathered&&) noexcept;
  Gathered& operator=(Gathered&&) noexcept;
  Gathered(const Gathered&) = delete;
  Gathered& operator=(const Gathered&) = delete;
  ~Gathered();

  /// Adds what other documents hold. The order of merging changes nothing. O(other).
  void merge(Gathered other);

  struct Data;
  [[nodiscard]] const Data& data() const { return *data_; }
  [[nodiscard]] Data& data() { return *data_; }

 private:
  std::unique_ptr<Data> data_;
};

/// Finds what texts name and an ontology lacks, and which of its names flood. Each document is
/// looked at alone; only suggest() sees the whole corpus. Const use is thread-safe.
class Suggester {
 public:
  /// `ontology` must outlive it. O(bytes of all forms).
  explicit Suggester(const Ontology& ontology);
  Suggester(Suggester&&) noexcept;
  Suggester& operator=(Suggester&&) noexcept;
  Suggester(const Suggester&) = delete;
  Suggester& operator=(const Suggester&) = delete;
  ~Suggester();

  /// `links` are the document's, linked with the same ontology. O(bytes log mentions).
  [[nodiscard]] Gathered gather(const Document& document, const Links& links) const;

  /// The best first. Phrases are runs of capitalized words, counted where they are no part of a
  /// longer one, so that a part is not counted twice, and weighed by their length as the C-value is
  /// (Frantzi, Ananiadou and Mima, "Automatic recognition of multi-word terms: the C-value/NC-value
  /// method", 2000). O(n log n) in what was gathered.
  [[nodiscard]] std::vector<Suggestion> suggest(const Gathered& gathered,
                                                const SuggestOptions& options = {}) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

/// An id made of a name: "force-intervention-brigade"; empty where the name has no letter a-z nor a
/// digit, also without its marks.
std::string id_of_name(std::string_view name);

}  // namespace crossroads
