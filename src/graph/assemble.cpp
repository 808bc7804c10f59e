// SPDX-License-Identifier: Apache-2.0
#include "crossroads/graph/assemble.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "crossroads/core/version.hpp"
#include "graph/co_mentions.hpp"
#include "graph/stated.hpp"
#include "graph/structure.hpp"
#include "graph/windows.hpp"
#include "graph/works.hpp"

namespace crossroads {
namespace {

class Assembler {
 public:
  Assembler(const Ontology& ontology, const std::vector<LinkedDocument>& documents,
            const AssembleOptions& options)
      : ontology_(ontology), documents_(documents), options_(options) {}

  GraphParts run() {
    parts_.built_by = fmt::format("crossroads {}", version);
    parts_.texts_kept = keeps_text();
    parts_.evidence_limit = options_.evidence_limit;
    parts_.anaphora = options_.anaphora;
    parts_.window = to_string(options_.window);
    parts_.ontology = {ontology_.id,    ontology_.version,   ontology_.sha256,
                       ontology_.kinds, ontology_.relations, ontology_.sources};
    for (const Entry& entry : ontology_.entries) add_entry(entry);
    std::vector<const LinkedDocument*> in_order;
    for (const LinkedDocument& linked : documents_) in_order.push_back(&linked);
    std::sort(in_order.begin(), in_order.end(),
              [](const auto* a, const auto* b) { return a->document.id < b->document.id; });
    for (const LinkedDocument* linked : in_order) add_document(*linked);
    add_works(parts_, ontology_, in_order);
    count_mentions();
    add_curated();
    add_stated();
    add_co_mentions();
    return std::move(parts_);
  }

 private:
  bool keeps_text() const { return options_.evidence == EvidenceKind::text; }

  void add_entry(const Entry& entry) {
    Vertex vertex;
    vertex.id = entry.id;
    vertex.kinds = entry.kinds;
    vertex.label = entry.label();
    for (const Form& form : entry.forms) {
      const bool known = form.text == vertex.label ||
                         std::find(vertex.aliases.begin(), vertex.aliases.end(), form.text) !=
                             vertex.aliases.end();
      if (!form.hidden && !known) vertex.aliases.push_back(form.text);
    }
    vertex.definitions = entry.definitions;
    vertex.attributes = entry.attributes;
    parts_.vertices.push_back(std::move(vertex));
  }

  void add_document(const LinkedDocument& linked) {
    const auto first_passage = static_cast<std::uint32_t>(parts_.passages.size());
    add_text(parts_, ontology_, linked, options_.evidence);
    add_windows(windows_, parts_, linked, options_.window, first_passage);
    for (StatedRelation& stated : find_stated(ontology_, linked)) {
      stated.passage += first_passage;
      if (stated.with) stated.with->passage += first_passage;
      stated_.push_back(std::move(stated));
    }
  }

  void count_mentions() {
    parts_.windows = windows_.count;
    for (const GraphPassage& passage : parts_.passages) {
      std::set<std::uint32_t> named;
      for (const PassageMention& mention : passage.mentions) {
        ++parts_.vertices[mention.entry].mentions;
        named.insert(mention.entry);
      }
      for (const std::uint32_t entry : named) ++parts_.vertices[entry].passages;
    }
  }

  void add_curated() {
    for (std::uint32_t from = 0; from < ontology_.entries.size(); ++from) {
      for (const Statement& statement : ontology_.entries[from].statements) {
        const Relation& relation = ontology_.relation(statement.relation);
        Edge edge;
        edge.source = from;
        edge.target = index(statement.to);
        edge.relation = relation.id;
        edge.origin = Origin::curated;
        edge.symmetric = relation.symmetric;
        edge.period = statement.period;
        edge.curated = {statement.provenance.sources, statement.provenance.locator,
                        statement.reason};
        if (!said_from_the_other_side(edge)) parts_.edges.push_back(std::move(edge));
      }
    }
  }

  /// Both ends of a symmetric statement may carry it; one edge then names the sources of both.
  bool said_from_the_other_side(const Edge& edge) {
    if (!edge.symmetric) return false;
    const auto ends = std::minmax(edge.source, edge.target);
    const auto [known, is_new] = symmetric_.try_emplace(
        {ends.first, ends.second, edge.relation, edge.period.since, edge.period.until},
        parts_.edges.size());
    if (is_new) return false;
    std::vector<std::string>& sources = parts_.edges[known->second].curated.sources;
    for (const std::string& source : edge.curated.sources) {
      if (std::find(sources.begin(), sources.end(), source) == sources.end()) {
        sources.push_back(source);
      }
    }
    return true;
  }

  void add_stated() {
    using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, Polarity>;
    std::map<Key, Edge> edges;
    for (StatedRelation& stated : stated_) {
      const Relation& relation = ontology_.relation(stated.relation);
      std::uint32_t from = index(stated.from);
      std::uint32_t to = index(stated.to);
      if (relation.symmetric && from > to) {
        std::swap(from, to);
        std::swap(stated.words.source_span, stated.words.target_span);
      }
      Edge& edge = edges[{from, to, index(stated.relation), stated.polarity}];
      edge.source = from;
      edge.target = to;
      edge.relation = relation.id;
      edge.origin = Origin::stated;
      edge.polarity = stated.polarity;
      edge.symmetric = relation.symmetric;
      if (!keeps_text()) stated.words.cue.clear();
      ++edge.evidence_total;
      edge.evidence.push_back({stated.passage, std::move(stated.words), stated.with, std::nullopt});
    }
    for (auto& [key, edge] : edges) {
      std::set<std::uint32_t> passages;
      for (const Evidence& evidence : edge.evidence) passages.insert(evidence.passage);
      edge.weight = static_cast<std::uint32_t>(passages.size());
      parts_.edges.push_back(std::move(edge));
    }
  }

  void add_co_mentions() {
    std::vector<Edge> edges = count_co_mentions(parts_, windows_, options_.evidence_limit);
    std::move(edges.begin(), edges.end(), std::back_inserter(parts_.edges));
  }

  const Ontology& ontology_;
  const std::vector<LinkedDocument>& documents_;
  const AssembleOptions& options_;
  GraphParts parts_;
  Windows windows_;
  std::vector<StatedRelation> stated_;  // its passages are the graph's
  // Symmetric curated edges by ends, relation and period: their places among the edges.
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::string, std::string, std::string>,
           std::size_t>
      symmetric_;
};

}  // namespace

ConceptGraph assemble(const Ontology& ontology, const std::vector<LinkedDocument>& documents,
                      const AssembleOptions& options) {
  return ConceptGraph(Assembler(ontology, documents, options).run());
}

}  // namespace crossroads
