// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "ontology/draft.hpp"

namespace crossroads {

/// A ban and its place; `entry` is by its id.
struct DraftBan {
  std::string form;
  Reference entry;  ///< an empty id for all entries
  Place at;
};

/// Reads the lines of the file of that number. False, and reported, where the file is not read at
/// all: it is not UTF-8, or goes past the limits.
bool read_bans(std::size_t number, FileContext& file, const XmlLimits& limits,
               std::vector<DraftBan>& bans);

/// Marks the forms of `ontology` that are banned, and keeps the bans. Where all is `complete`,
/// bans that ban nothing are reported.
void take_bans(std::vector<DraftBan> bans, std::vector<FileContext>& files, bool complete,
               Ontology& ontology);

}  // namespace crossroads
