// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "crossroads/core/system.hpp"
#include "crossroads/graph/assemble.hpp"
#include "crossroads/pipeline/corpus.hpp"

namespace crossroads {

/// Writes the text of each document that was converted to kept_text_path(), so that its spans can
/// be read there; what is there is replaced. Gives how many. Folders are made where needed. Throws
/// Error (output).
std::size_t keep_texts(System& system, const std::string& folder,
                       const std::vector<LinkedDocument>& documents);

/// Where keep_texts() puts the text of that id: `folder`/ID.txt, another for each id that
/// document_id() gives. Percent-encoded are a segment that would lead elsewhere ("..") and the dot
/// of a folder's ".txt", which may be a kept text's; a segment that is too long for a file's name
/// is cut, with a hash of it behind "%-", and a path that is too long is a hash alone.
std::string kept_text_path(const std::string& folder, const std::string& id);

/// Throws Error (question) where `folder`, there or not yet, lies in one that the corpus was looked
/// through for: what is kept there would be read as more texts next time.
void refuse_to_keep_inside(System& system, const std::string& folder, const Corpus& corpus);

/// Throws Error (question) where keep_texts() would replace one of `paths`: inputs
/// and other outputs, which need not be there yet. O((documents + paths) * log paths).
void refuse_to_keep_over(System& system, const std::string& folder,
                         const std::vector<LinkedDocument>& documents,
                         const std::vector<std::string>& paths);

}  // namespace crossroads
