// SPDX-License-Identifier: Apache-2.0
#include "export/kind_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace crossroads {
namespace {

struct NamedStyle {
  std::string_view kind;
  KindStyle style;
};

// The colours were searched for so that no two come nearer than 23 by CIE76's difference, to normal
// sight and to protanopia, deuteranopia and tritanopia as Machado, Oliveira and Fernandes simulate
// them ("A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009).
constexpr std::array named_styles{
    NamedStyle{"concept", {"ellipse", "filled", "#ffae22", "0.08,0.05"}},
    NamedStyle{"mission", {"box", "filled", "#5aa1f6", "0.14,0.09"}},
    NamedStyle{"armed-group", {"hexagon", "filled", "#ee7d42", "0.12,0.08"}},
    NamedStyle{"place", {"parallelogram", "filled", "#f7d795", "0.05,0.04"}},
    NamedStyle{"organization", {"house", "filled", "#87a37e", "0.1,0.05"}},
    NamedStyle{"person", {"box", "filled,rounded", "#ffffff", "0.14,0.09"}},
    NamedStyle{"document", {"note", "filled", "#b292af", "0.16,0.1"}},
    NamedStyle{"unit", {"box3d", "filled", "#b6d9ff", "0.16,0.12"}},
};

/// The kinds of a graph's entries: those that the ontology declares, then any others.
std::vector<std::string> kinds_of(const ConceptGraph& graph) {
  std::vector<std::string> kinds;
  for (const Kind& kind : graph.ontology().kinds) kinds.push_back(kind.id);
  for (std::uint32_t entry = 0; entry < graph.entry_count(); ++entry) {
    kinds.push_back(graph.vertex(entry).kinds.front());
  }
  return kinds;
}

}  // namespace

KindStyles::KindStyles(const ConceptGraph& graph) {
  const std::vector<std::string> kinds = kinds_of(graph);
  std::vector<KindStyle> left;
  for (const NamedStyle& named : named_styles) {
    if (std::find(kinds.begin(), kinds.end(), named.kind) != kinds.end()) {
      styles_.emplace(named.kind, named.style);
    } else {
      left.push_back(named.style);
    }
  }
  std::size_t next = 0;
  unsigned outlines = 1;
  for (const std::string& kind : kinds) {
    if (styles_.contains(kind)) continue;
    if (next == left.size()) {
      left.clear();
      for (const NamedStyle& named : named_styles) left.push_back(named.style);
      next = 0;
      ++outlines;
    }
    KindStyle style = left[next++];
    style.outlines = outlines;
    styles_.emplace(kind, style);
  }
}

void set_style(DotGraph& dot, Agnode_t* node, const KindStyle& style) {
  dot.set(node, "shape", style.shape);
  dot.set(node, "style", style.style);
  dot.set(node, "fillcolor", style.fill);
  dot.set(node, "margin", style.margin);
  if (style.outlines > 1) dot.set(node, "peripheries", fmt::format("{}", style.outlines));
}

}  // namespace crossroads
