// SPDX-License-Identifier: Apache-2.0
#include "cli/text_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "cli/evidence.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/query/place.hpp"

namespace crossroads {
namespace {

class TextPage {
 public:
  explicit TextPage(const ConceptGraph& graph) : graph_(graph) {}

  std::string of_part(std::uint32_t part, std::size_t passages) {
    const Vertex& vertex = graph_.vertex(part);
    add_line("", fmt::format("{} ({}; {})", vertex.label, vertex.id, vertex.kinds.front()));
    if (!vertex.authors.empty()) {
      add_line("", fmt::format("by {}", fmt::join(vertex.authors, "; ")));
    }
    add_holders(graph_.parent(part));
    add_known_authors(part);
    add_parts(part);
    std::vector<std::uint32_t> held;
    for (std::uint32_t i = 0; i < graph_.passages().size(); ++i) {
      if (lies_in(i, part)) held.push_back(i);
    }
    add_most_named(held);
    out_ += fmt::format("\nPassages: {}\n", held.size());
    for (std::size_t i = 0; i < std::min(passages, held.size()); ++i) add_passage(held[i]);
    if (held.size() > passages) {
      out_ += fmt::format("  and {} more (--passages N shows N)\n", held.size() - passages);
    }
    return std::move(out_);
  }

  std::string of_passage(std::uint32_t at) {
    const GraphPassage& passage = graph_.passage(at);
    add_line("", fmt::format("{} (passage; {})", passage.id, to_string(passage.role)));
    add_holders(passage.section ? passage.section : graph_.text_vertex(passage.document));
    const Place place = place_of(graph_, at, passage.ranges.front().begin);
    if (!place.authors.empty()) add_line("", fmt::format("by {}", fmt::join(place.authors, "; ")));
    if (!place.page.empty()) add_line("", fmt::format("on page {}", place.page));
    out_ += '\n';
    add_passage(at);
    if (passage.note && passage.note->caller) {
      const NoteCaller& caller = *passage.note->caller;
      add_leaning(fmt::format("\nNote {}, called by", passage.note->mark), caller.passage,
                  caller.sentence);
    }
    if (passage.lead_in) {
      const std::vector<Span>& ranges = graph_.passage(*passage.lead_in).ranges;
      add_leaning("\nIts lead-in", *passage.lead_in, {ranges.front().begin, ranges.back().end});
    }
    if (!passage.mentions.empty()) out_ += "\nNames\n";
    for (const PassageMention& mention : passage.mentions) {
      const Vertex& entry = graph_.vertex(mention.entry);
      add_line("  ", fmt::format("{} ({}) {}-{}", entry.label, entry.id, mention.span.begin,
                                 mention.span.end));
    }
    return std::move(out_);
  }

 private:
  void add_line(std::string_view indent, const std::string& text) {
    out_ += indent;
    out_ += printable_line(text);
    out_ += '\n';
  }

  void add_holders(std::optional<std::uint32_t> part) {
    for (; part; part = graph_.parent(*part)) {
      const Vertex& vertex = graph_.vertex(*part);
      add_line("", fmt::format("in {} ({}; {})", vertex.label, vertex.id, vertex.kinds.front()));
    }
  }

  /// Those that the ontology knows, with the byline that names them.
  void add_known_authors(std::uint32_t part) {
    std::vector<std::string> lines;
    const auto index = boost::get(boost::edge_index, graph_.boost_graph());
    for (auto [at, end] = boost::in_edges(part, graph_.boost_graph()); at != end; ++at) {
      const Edge edge = graph_.edge(get(index, *at));
      if (edge.relation == "contains") continue;
      std::optional<Quote> words;
      if (!edge.evidence.empty()) words = quote(graph_, edge, edge.evidence.front());
      lines.push_back(fmt::format("{} {}; {}: {}", relation_label(graph_, edge, true),
                                  graph_.vertex(edge.source).label, to_string(edge.origin),
                                  evidence_in_short(graph_, edge, words)));
    }
    if (!lines.empty()) out_ += "\nLinks\n";
    for (const std::string& line : lines) add_line("  ", line);
  }

  void add_parts(std::uint32_t part) {
    bool first = true;
    for (std::uint32_t i = part + 1; i < graph_.vertices().size(); ++i) {
      if (graph_.parent(i) != part) continue;
      if (first) out_ += "\nHolds\n";
      first = false;
      const Vertex& vertex = graph_.vertex(i);
      const std::string by = vertex.authors.empty()
                                 ? std::string()
                                 : fmt::format(", by {}", fmt::join(vertex.authors, "; "));
      add_line("  ",
               fmt::format("{} ({}; {}){}", vertex.label, vertex.id, vertex.kinds.front(), by));
    }
  }

  bool lies_in(std::uint32_t passage, std::uint32_t part) const {
    const GraphPassage& held = graph_.passage(passage);
    if (held.document != graph_.vertex(part).document) return false;
    auto at = held.section ? held.section : graph_.text_vertex(held.document);
    while (at && *at != part) at = graph_.parent(*at);
    return at.has_value();
  }

  void add_most_named(const std::vector<std::uint32_t>& passages) {
    constexpr std::size_t most = 15;
    std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> counts;  // passages, mentions
    for (const std::uint32_t at : passages) {
      std::vector<std::uint32_t> named;
      for (const PassageMention& mention : graph_.passage(at).mentions) {
        ++counts[mention.entry].second;
        named.push_back(mention.entry);
      }
      std::sort(named.begin(), named.end());
      named.erase(std::unique(named.begin(), named.end()), named.end());
      for (const std::uint32_t entry : named) ++counts[entry].first;
    }
    if (counts.empty()) return;
    std::vector<std::pair<std::uint32_t, std::pair<std::size_t, std::size_t>>> ranked(
        counts.begin(), counts.end());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    out_ += "\nNames most (passages, mentions)\n";
    for (std::size_t i = 0; i < std::min(most, ranked.size()); ++i) {
      const auto& [entry, count] = ranked[i];
      add_line("  ",
               fmt::format("{} ({}, {})", graph_.vertex(entry).label, count.first, count.second));
    }
    if (ranked.size() > most) out_ += fmt::format("  and {} more\n", ranked.size() - most);
  }

  void add_passage(std::uint32_t at) {
    const GraphPassage& passage = graph_.passage(at);
    add_line("  ", fmt::format("{}:{}-{} ({})", graph_.documents()[passage.document].id,
                               passage.ranges.front().begin, passage.ranges.back().end,
                               to_string(passage.role)));
    if (!passage.text.empty()) add_line("    ", passage.text);
  }

  void add_leaning(const std::string& what, std::uint32_t passage, Span span) {
    out_ += fmt::format("{} {}\n", what, graph_.passage(passage).id);
    const Quote words = quote_at(graph_, passage, span);
    add_line("  ", fmt::format("{}-{}", span.begin, span.end));
    if (!words.text.empty()) add_line("    ", words.text);
  }

  const ConceptGraph& graph_;
  std::string out_;
};

}  // namespace

std::string page_of_text(const ConceptGraph& graph, std::string_view name, std::size_t passages) {
  const auto known = graph.passages();
  const auto passage =
      std::find_if(known.begin(), known.end(), [&](const GraphPassage& p) { return p.id == name; });
  if (passage != known.end()) {
    return TextPage(graph).of_passage(static_cast<std::uint32_t>(passage - known.begin()));
  }
  const std::vector<std::uint32_t> parts = parts_named(graph, name);
  if (parts.empty()) return {};
  if (parts.size() == 1) return TextPage(graph).of_part(parts.front(), passages);
  std::vector<std::string_view> ids;
  for (const std::uint32_t part : parts) ids.emplace_back(graph.vertex(part).id);
  throw Error(ErrorKind::question, fmt::format("'{}' is a title of several", name),
              fmt::format("name one by its id: {}", fmt::join(ids, ", ")));
}

}  // namespace crossroads
