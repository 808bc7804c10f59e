// SPDX-License-Identifier: Apache-2.0
#include "link/names/shared.hpp"

#include <algorithm>

#include "link/names/data.hpp"

namespace crossroads {

std::vector<std::vector<EntryId>> shared_names(const Names& names) {
  const Names::Data& data = names.data();
  std::vector<std::vector<EntryId>> shared;
  std::vector<EntryId> entries;
  data.beginnings.for_each_shared([&](const std::vector<std::uint32_t>& endings) {
    entries.clear();
    for (const std::uint32_t ending : endings) entries.push_back(data.patterns.at(ending).entry);
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    if (entries.size() > 1) shared.push_back(entries);
  });
  return shared;
}

}  // namespace crossroads
