// SPDX-License-Identifier: Apache-2.0
#include "crossroads/export/map.hpp"

#include <algorithm>
#include <string>

#include "crossroads/core/ascii.hpp"
#include "export/map_content.hpp"
#include "export/map_drawing.hpp"
#include "export/map_legend.hpp"

namespace crossroads {
namespace {

std::string_view graphviz_name(PictureFormat format) {
  switch (format) {
    case PictureFormat::svg:
      return "svg";
    case PictureFormat::png:
      return "png";
    case PictureFormat::pdf:
      return "pdf";
    case PictureFormat::dot:
      return "dot";
  }
  return "svg";
}

/// Cairo writes when it drew the picture, which would make each one different. White space in its
/// place leaves all offsets of the file as they are.
void blank_date(std::string& pdf) {
  const std::size_t begin = pdf.find("/CreationDate (");
  if (begin == std::string::npos) return;
  const std::size_t end = pdf.find(')', begin);
  if (end == std::string::npos) return;
  std::fill(pdf.begin() + static_cast<std::ptrdiff_t>(begin),
            pdf.begin() + static_cast<std::ptrdiff_t>(end) + 1, ' ');
}

std::string picture_of(MapDrawing& drawing, PictureFormat format) {
  if (format == PictureFormat::dot) return drawing.dot().text();
  GraphvizLayout layout(drawing.dot(), "nop1");
  std::string picture = layout.render(graphviz_name(format));
  if (format == PictureFormat::pdf) blank_date(picture);
  return picture;
}

}  // namespace

std::optional<PictureFormat> picture_format_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string ending = ascii_lower(name.substr(dot + 1));
  for (const PictureFormat format :
       {PictureFormat::svg, PictureFormat::png, PictureFormat::pdf, PictureFormat::dot}) {
    if (ending == graphviz_name(format)) return format;
  }
  return std::nullopt;
}

Map draw_map(const ConceptGraph& graph, const MapOptions& options) {
  const MapContent content = choose_map_content(graph, options);
  const KindStyles styles(graph);
  MapDrawing drawing(graph, styles, content);
  drawing.arrange();
  if (options.legend == MapLegend::below && !content.nodes.empty()) {
    add_legend(drawing, graph, styles, content, options);
  }
  Map map;
  map.nodes = content.nodes.size();
  map.left_out = content.nodes_left_out;
  map.co_mentions_left_out = content.co_mentions_left_out;
  map.picture = picture_of(drawing, options.format);
  return map;
}

}  // namespace crossroads
