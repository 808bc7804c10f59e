// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/map_drawing.hpp"

namespace crossroads {

/// Adds, below the map: what was drawn of how much, and by which options; the kinds and origins
/// that the map shows, in the shapes, colours and line styles that it shows them in; and its
/// strongest links in words. REQUIRES: `drawing` is arranged.
void add_legend(MapDrawing& drawing, const ConceptGraph& graph, const KindStyles& styles,
                const MapContent& content, const MapOptions& options);

}  // namespace crossroads
