// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/ontology/ontology.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// A form to be found, and how.
struct NameForm {
  /// What else is found, each with what stands before it; of exact forms plurals only.
  enum class Variants : std::uint8_t {
    none,
    hyphens,  ///< without a hyphen between words of small letters: ceasefire for cease-fire
    words,    ///< English words that are made of two: peace keeping for peacekeeping
    plurals,  ///< English plurals; of phrases the singular too
  };
  enum class Where : std::uint8_t { everywhere, in_notes };  ///< notes, references, bylines
  enum class Origin : std::uint8_t { given, derived };       ///< derived: of a person's forms
  enum class Capital : std::uint8_t { any, first };  ///< first: only with a capital in the text

  std::string_view text;
  EntryId entry{};
  std::uint32_t form = 0;                   ///< what the caller knows it by; of no matter here
  CaseRule case_rule = CaseRule::by_shape;  ///< as of Form
  Variants variants = Variants::none;
  Where where = Where::everywhere;
  Origin origin = Origin::given;
  Capital capital = Capital::any;
};

/// What a matched form may name.
struct NameCandidate {
  EntryId entry{};
  std::uint32_t form = 0;  ///< NameForm::form; `no_form` where a symbol names the entry
  bool derived = false;    ///< the form follows from the forms of a person
  bool as_written = true;  ///< not by other marks, joined or parted, in the plural or singular
};

constexpr std::uint32_t no_form = 0xFFFFFFFF;

/// A place where a form stands.
struct NameMatch {
  Span span;                  ///< first to last byte, in the source
  std::uint32_t passage = 0;  ///< its place in Document::passages
  std::uint32_t first = 0;    ///< its candidates are Matches::candidates[first, end)
  std::uint32_t end = 0;
};

/// Where forms stand in a document: by span; the candidates of each by entry, each entry once.
struct Matches {
  std::vector<NameMatch> matches;
  std::vector<NameCandidate> candidates;
};

/// Names compiled for finding. Built once, then only read: threads may share it. It keeps a copy of
/// what it needs. For large sets (millions of names, about 60 bytes each) and for small ones that
/// hold in one document only: building one name costs about a microsecond, and so does an empty
/// set.
class Names {
 public:
  /// Forms without a letter or digit are left out. O(bytes of all forms).
  /// `awaited` are hashes of words at which a PlaceSource is asked.
  static Names build(std::span<const NameForm> forms, std::span<const std::uint64_t> awaited = {});

  Names(Names&&) noexcept;
  Names& operator=(Names&&) noexcept;
  Names(const Names&) = delete;
  Names& operator=(const Names&) = delete;
  ~Names();

  [[nodiscard]] bool empty() const;
  [[nodiscard]] std::size_t bytes() const;  ///< of memory

  struct Data;
  /// For the finder.
  [[nodiscard]] const Data& data() const { return *data_; }

 private:
  explicit Names(std::unique_ptr<Data> data);

  std::unique_ptr<Data> data_;
};

/// Finds names in what a document's passages say (holds_words()), from the byte `from` on: no name
/// begins before it. By the rules that link() tells; symbols are not looked for. O(bytes + places
/// where a name begins * its words).
Matches find_names(const Names& names, const Document& document,
                   Overlap overlap = Overlap::leftmost_longest, std::uint32_t from = 0);

}  // namespace crossroads
