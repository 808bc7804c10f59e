// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crossroads/link/annotation.hpp"

namespace crossroads {

/// When a prediction is right.
enum class ScoreMeasure : std::uint8_t {
  exact,        ///< its entry, from the first byte to the last; where gold has a core, or just that
  overlapping,  ///< its entry, and a place that overlaps; where gold has a core, all of that
  place,        ///< its place, as for `exact`, whatever its entry
};

/// What a score is told by, beside all together.
enum class ScoreBy : std::uint8_t { nothing, kind, entry, document, zone };

/// What becomes of predictions whose entry gold nowhere names.
enum class UnknownEntries : std::uint8_t {
  wrong,  ///< they are wrong
  aside,  ///< gold may not have looked for them: counted aside where they touch no mention of gold;
          ///< one that holds shorter mentions of gold counts aside too, and excuses them
};

struct ScoreOptions {
  ScoreBy by = ScoreBy::nothing;
  UnknownEntries unknown = UnknownEntries::wrong;
  /// What was annotated; predictions that begin elsewhere are counted aside. Empty: all documents
  /// that gold names, as a whole.
  std::vector<AnnotatedRange> annotated = {};
};

struct ScoreCounts {
  std::uint64_t right = 0;   ///< in both
  std::uint64_t missed = 0;  ///< in gold only
  std::uint64_t wrong = 0;   ///< predicted only

  // Nothing where they would divide by zero.
  [[nodiscard]] std::optional<double> precision() const;  ///< right of what is predicted
  [[nodiscard]] std::optional<double> recall() const;     ///< right of what is in gold
  [[nodiscard]] std::optional<double> f1() const;         ///< 2 right / (2 right + missed + wrong)
};

/// A line of a score: one kind, entry, document or zone, or all.
struct ScoreRow {
  std::string name;  ///< empty where the mentions do not say
  ScoreCounts exact;
  ScoreCounts overlapping;
  ScoreCounts place;
};

/// What is not right by ScoreMeasure::exact.
struct ScoreError {
  enum class Kind : std::uint8_t {
    missed,       ///< gold only
    spurious,     ///< predicted only
    wrong_entry,  ///< both, at places that overlap, of two entries
    wrong_place,  ///< both, of one entry, at places that overlap but differ
  };
  Kind kind = Kind::missed;
  std::optional<Annotation> gold;
  std::optional<Annotation> predicted;

  /// The one that is there, of two gold's.
  [[nodiscard]] const Annotation& first() const { return gold ? *gold : *predicted; }
};

std::string_view to_string(ScoreError::Kind kind);

struct Score {
  ScoreRow all;
  std::vector<ScoreRow> rows;         ///< by ScoreOptions::by, sorted by name
  std::vector<ScoreError> errors;     ///< by document and place
  std::vector<Annotation> gold;       ///< what was counted of it, by document and place
  std::vector<Annotation> predicted;  ///< likewise
  std::uint64_t elsewhere = 0;        ///< predictions outside what was annotated
  std::uint64_t unknown_aside = 0;    ///< predictions of entries that gold does not name,
  std::uint64_t unknown_longer = 0;   ///< and those of them that hold mentions of gold
};

/// Scores predictions against gold. Each mention of gold is matched with at most one prediction,
/// and the other way round. A mention of gold that is optional counts as neither right nor missed,
/// and what it matches as neither right nor wrong. What is right or missed counts under gold's
/// kind, document and zone, what is wrong under its own; the kind of an entry is the one that gold
/// first gives it. O(n log n), and O(overlapping pairs) where mentions of one file overlap.
Score score(std::vector<Annotation> gold, std::vector<Annotation> predicted,
            const ScoreOptions& options = {});

}  // namespace crossroads
