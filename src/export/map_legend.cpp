// SPDX-License-Identifier: Apache-2.0
#include "export/map_legend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "crossroads/core/printable.hpp"
#include "export/map_label.hpp"

namespace crossroads {
namespace {

class Legend {
 public:
  Legend(MapDrawing& drawing, const ConceptGraph& graph, const KindStyles& styles,
         const MapContent& content, const MapOptions& options)
      : drawing_(drawing), graph_(graph), styles_(styles), content_(content), options_(options) {}

  void add() {
    const Point corner = drawing_.lower_left();
    left_ = corner.x;
    top_ = corner.y - space_above;
    put_text(heading(), "13");
    put_text(account(), "10");
    if (const std::string only = selection(); !only.empty()) put_text(only, "10");
    const double top = top_;
    put_kinds();
    begin_column(top);
    put_lines();
    begin_column(top);
    put_strongest();
  }

 private:
  static constexpr double space_above = 36;
  static constexpr double row_gap = 7;  ///< lines are led around nodes only where these are apart
  static constexpr double column_gap = 36;
  static constexpr double sample_length = 46;
  static constexpr std::size_t rows_of_kinds = 10;  ///< in a column
  static constexpr std::size_t kind_width = 30;     ///< in characters, as the next
  static constexpr std::size_t text_width = 150;

  std::string heading() const {
    const OntologySummary& ontology = graph_.ontology();
    std::string text = fmt::format("Concept map of {}", counted(graph_.documents().size(), "text"));
    if (graph_.documents().size() == 1 && !graph_.documents().front().title.empty()) {
      text = fmt::format("Concept map of “{}”", graph_.documents().front().title);
    }
    if (!ontology.id.empty()) text += fmt::format(", by the ontology {}", ontology.id);
    if (!ontology.id.empty() && !ontology.version.empty()) text += " " + ontology.version;
    return text;
  }

  /// How much of the graph is drawn.
  std::string account() const {
    std::size_t named = 0;
    for (std::uint32_t entry = 0; entry < graph_.entry_count(); ++entry) {
      if (graph_.vertex(entry).passages > 0) ++named;
    }
    std::size_t others = 0;
    for (const std::uint32_t entry : content_.nodes) {
      if (graph_.vertex(entry).passages == 0) ++others;
    }
    const std::size_t pairs = content_.co_mentions.size();
    return fmt::format(
        "Drawn: {} of {} entries that the texts name{}; all that a curator or a text says between "
        "them; {} of {} pairs of them that passages name together",
        content_.nodes.size() - others, named,
        others == 0 ? "" : fmt::format(", and {} that they do not", others), pairs,
        pairs + content_.co_mentions_left_out);
  }

  /// What was asked for; empty where it was all.
  std::string selection() const {
    std::string text;
    if (options_.focus) {
      text = fmt::format("Only what lies within {} of {}", counted(options_.depth, "step"),
                         graph_.vertex(*options_.focus).label);
    }
    for (const std::string& kind : options_.kinds) {
      text += text.empty() ? "Only of kind " : kind == options_.kinds.front() ? "; of kind " : ", ";
      text += kind;
    }
    return text;
  }

  void begin_column(double top) {
    left_ = right_ + column_gap;
    top_ = top;
    right_ = left_;
  }

  void put_kinds() {
    right_ = left_;
    put_title("Kinds");
    const double top = top_;
    std::size_t row = 0;
    for (const auto& [kind, label] : kinds_shown()) {
      if (row++ % rows_of_kinds == 0 && row > 1) begin_column(top);
      Agnode_t* node = new_node();
      set_style(drawing_.dot(), node, styles_.of(kind));
      drawing_.dot().set(node, "label", map_label(label, kind_width));
      put(node);
    }
  }

  /// Ids and plural labels, in the ontology's order.
  std::vector<std::pair<std::string, std::string>> kinds_shown() const {
    std::set<std::string> shown;
    for (const std::uint32_t vertex : content_.nodes) {
      shown.insert(graph_.vertex(vertex).kinds.front());
    }
    std::vector<std::pair<std::string, std::string>> kinds;
    for (const Kind& kind : graph_.ontology().kinds) {
      if (shown.erase(kind.id) == 0) continue;
      const std::string& label = kind.plural.empty() ? kind.label : kind.plural;
      kinds.emplace_back(kind.id, label.empty() ? kind.id : label);
    }
    for (const std::string& kind : shown) kinds.emplace_back(kind, kind);
    return kinds;
  }

  void put_lines() {
    put_title("Lines: who says so");
    const std::uint32_t most = most_passages(content_);
    bool curated = false;
    bool stated = false;
    bool both = false;
    for (const MapLink& link : content_.links) {
      curated = curated || (link.curated && !link.stated);
      stated = stated || (link.stated && !link.curated);
      both = both || (link.curated && link.stated);
    }
    if (curated) put_line(line_of(true, false, 0, most), "a curator, naming a source");
    if (stated) put_line(line_of(false, true, 1, most), "a text, in its own words");
    if (both) put_line(line_of(true, true, 1, most), "a curator and a text");
    put_scale(most);
    put_text(stated || both || !content_.co_mentions.empty()
                 ? "Wider lines, larger names: in more passages"
                 : "Larger names: in more passages",
             "10");
  }

  /// The ends of the scale: the strongest and the weakest pair drawn.
  void put_scale(std::uint32_t most) {
    const std::vector<MapCoMention>& pairs = content_.co_mentions;
    if (pairs.empty()) return;
    put_line(
        line_of(pairs.front(), true, most),
        fmt::format("nobody: named together in {}", counted(pairs.front().passages, "passage")));
    if (pairs.back().passages == pairs.front().passages) return;
    put_line(line_of(pairs.back(), pairs.size() <= strong_pairs, most),
             fmt::format("likewise, in {}", counted(pairs.back().passages, "passage")));
  }

  void put_line(const LineStyle& style, std::string_view text) {
    Agnode_t* begin = new_point();
    Agnode_t* end = new_point();
    const double left = left_;
    const double top = top_;
    left_ = left + sample_length + row_gap;
    put_text(text, "10");
    left_ = left;
    const double y = (top + top_ + row_gap) / 2;
    place(drawing_.dot(), begin, {left, y});
    place(drawing_.dot(), end, {left + sample_length, y});
    set_line(drawing_.dot(), drawing_.dot().edge(begin, end, ""), style);
  }

  void put_strongest() {
    if (content_.co_mentions.empty()) return;
    put_title("Strongest pairs, by passages that name both");
    const std::size_t shown = std::min(strong_pairs, content_.co_mentions.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const MapCoMention& pair = content_.co_mentions[i];
      put_text(fmt::format("{}  {} – {}", pair.passages, graph_.vertex(pair.first).label,
                           graph_.vertex(pair.second).label),
               "10");
    }
  }

  void put_title(std::string_view text) { put_text(text, "11"); }

  void put_text(std::string_view text, std::string_view size) {
    Agnode_t* node = new_node();
    DotGraph& dot = drawing_.dot();
    dot.set(node, "label", map_label(text, text_width, Align::left));
    dot.set(node, "shape", "plaintext");
    dot.set(node, "style", "");
    dot.set(node, "margin", "0,0");
    for (const char* side : {"width", "height"}) dot.set(node, side, "0");
    dot.set(node, "fontsize", size);
    put(node);
  }

  /// At the left, under what was put last.
  void put(Agnode_t* node) {
    const NodeBox box = measure(drawing_.dot(), node);
    place(drawing_.dot(), node, {left_ + box.width / 2, top_ - box.height / 2});
    right_ = std::max(right_, left_ + box.width);
    top_ -= box.height + row_gap;
  }

  Agnode_t* new_node() {
    Agnode_t* node = drawing_.dot().node(drawing_.own_name(fmt::format("legend-{}", ++count_)));
    drawing_.dot().set(node, "tooltip", " ");
    return node;
  }

  Agnode_t* new_point() {
    Agnode_t* node = new_node();
    drawing_.dot().set(node, "shape", "point");
    drawing_.dot().set(node, "style", "invis");
    for (const char* side : {"width", "height"}) drawing_.dot().set(node, side, "0.01");
    return node;
  }

  MapDrawing& drawing_;
  const ConceptGraph& graph_;
  const KindStyles& styles_;
  const MapContent& content_;
  const MapOptions& options_;
  std::size_t count_ = 0;
  double left_ = 0;   ///< of the column that is being filled
  double top_ = 0;    ///< of what comes next
  double right_ = 0;  ///< of the column's widest row
};

}  // namespace

void add_legend(MapDrawing& drawing, const ConceptGraph& graph, const KindStyles& styles,
                const MapContent& content, const MapOptions& options) {
  Legend(drawing, graph, styles, content, options).add();
}

}  // namespace crossroads
