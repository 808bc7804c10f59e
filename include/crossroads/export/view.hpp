// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace crossroads {

/// What of a graph an export holds.
enum class View {
  full,      ///< all nodes and edges, texts and passages among them
  concepts,  ///< entries and what joins them
};

}  // namespace crossroads
