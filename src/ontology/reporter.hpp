// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/nearest.hpp"
#include "ontology/draft.hpp"

namespace crossroads {

template <class Map>
std::vector<std::string> ids_of(const Map& all) {
  std::vector<std::string> ids;
  ids.reserve(all.size());
  for (const auto& [id, item] : all) ids.push_back(id);
  return ids;
}

/// Reports what shows only when all files are merged.
class Reporter {
 public:
  Reporter(std::vector<FileContext>& files, bool complete) : files_(files), complete_(complete) {}

  void error(std::string code, std::string message, Place at) {
    files_[at.file].error(std::move(code), std::move(message), at.offset);
  }
  void warning(std::string code, std::string message, Place at) {
    files_[at.file].report(Severity::warning, std::move(code), std::move(message), at.offset);
  }
  /// An error that may come from a file that could not be read, and is then not one.
  void missing(std::string code, std::string message, Place at) {
    if (complete_) error(std::move(code), std::move(message), at);
  }

  /// Whether the id is among `all`; reports where not.
  template <class Map>
  bool check_known(const Reference& reference, const Map& all, std::string_view what) {
    if (all.contains(reference.id)) return true;
    unknown(reference, what, [&] { return ids_of(all); });
    return false;
  }

  template <class Candidates>
  void unknown(const Reference& reference, std::string_view what, const Candidates& candidates) {
    if (!complete_) return;
    std::string hint;
    if (suggestions_ > 0) {
      --suggestions_;
      hint = did_you_mean(reference.id, candidates());
    }
    error(fmt::format("unknown-{}", what),
          fmt::format("there is no {} '{}'{}", what, reference.id, hint), reference.at);
  }

  /// "FILE:LINE:COLUMN".
  [[nodiscard]] std::string to_string(Place at) {
    return crossroads::to_string(files_[at.file].locate(at.offset));
  }

 private:
  std::vector<FileContext>& files_;
  bool complete_;
  int suggestions_ = 100;  // each one looks at all ids
};

/// Reports each circle that `next` (an item's id of the next one, or empty) leads round in, once.
template <class Map, class Next>
void check_circles(const Map& all, const Next& next, std::string_view attribute,
                   Reporter& reporter) {
  for (const auto& [id, item] : all) {
    std::string way = id;
    auto at = all.find(next(item).id);
    // From the smallest id of the circle only, so that it is reported once.
    for (std::size_t steps = 0; at != all.end() && steps < all.size(); ++steps) {
      way += " > " + at->first;
      if (at->first <= id) break;
      at = all.find(next(at->second).id);
    }
    if (at == all.end() || at->first != id) continue;
    reporter.error("circle", fmt::format("{} leads round in a circle: {}", attribute, way),
                   next(item).at);
  }
}

/// Adds the built-in relations, and, where no file declares any kinds or any relations, those that
/// are used.
void complete_vocabulary(DraftOntology& draft);

/// Checks sources, kinds, relations and properties, and moves them into `ontology`.
void take_vocabulary(DraftOntology& draft, Ontology& ontology, Reporter& reporter);

}  // namespace crossroads
