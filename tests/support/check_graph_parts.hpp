// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "crossroads/graph/assemble.hpp"

// What the two halves of the graph's checker share.
namespace crossroads::test {

inline bool is_window(Role role) {
  for (const Role other : {Role::contents, Role::address, Role::running_head, Role::page_number,
                           Role::separator, Role::metadata}) {
    if (role == other) return false;
  }
  return true;
}

inline bool names(const GraphPassage& passage, std::uint32_t entry) {
  return std::any_of(passage.mentions.begin(), passage.mentions.end(),
                     [&](const PassageMention& m) { return m.entry == entry; });
}

inline bool names_at(const GraphPassage& passage, std::uint32_t entry, Span span) {
  return std::any_of(passage.mentions.begin(), passage.mentions.end(),
                     [&](const PassageMention& m) { return m.entry == entry && m.span == span; });
}

class Problems {
 public:
  template <class... Words>
  void add(const Words&... words) {
    if (text_.size() > 2000) return;
    ((text_ += words), ...);
    text_ += '\n';
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

/// What of violations() is counted again the slow way.
std::string count_violations(const ConceptGraph& graph,
                             const std::vector<LinkedDocument>& documents);

}  // namespace crossroads::test
