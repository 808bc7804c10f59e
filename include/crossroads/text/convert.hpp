// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/text/document.hpp"
#include "crossroads/text/read.hpp"

namespace crossroads {

/// Takes what could not be read, where the rest goes on.
using LeftOut = std::function<void(const Error&)>;

/// The texts in a file of any format: one, but for JSON Lines. What a file is, its bytes tell where
/// its name's ending, and so `format`, says something else. Plain text, Markdown and JSON Lines are
/// converted to UTF-8 where they are not; what other formats hold becomes plain text, with programs
/// that `system` runs. `original` is filled where the text is not the file itself. A line of JSON
/// Lines that can't be read goes to `left_out` where that is given. Throws Error (input), its
/// message beginning with `id`, where nothing can be read.
std::vector<Document> read_documents(System& system, std::string id, std::string bytes,
                                     TextFormat format, const ReadOptions& options = {},
                                     const LeftOut& left_out = {});

/// Whether ReadOptions::encoding may be that.
bool is_encoding(std::string_view name);

}  // namespace crossroads
