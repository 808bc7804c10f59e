// SPDX-License-Identifier: Apache-2.0
#include "crossroads/graph/concept_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "graph/check_parts.hpp"

namespace crossroads {
namespace {

/// The order that `less` gives to the places of `items`.
template <class T, class Less>
std::vector<std::uint32_t> sorted_order(const std::vector<T>& items, Less less) {
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return less(items[a], items[b]); });
  return order;
}

/// Moves the items into that order, and gives the new place of each old one.
template <class T>
std::vector<std::uint32_t> reorder(std::vector<T>& items, const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> new_place(items.size());
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (const std::uint32_t old : order) {
    new_place[old] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(items[old]));
  }
  items = std::move(sorted);
  return new_place;
}

/// What of a key follows from the edge alone: "fights:stated:not".
std::string base_key(const Edge& edge) {
  if (edge.origin == Origin::co_mentioned) return edge.relation;
  std::string key = fmt::format("{}:{}", edge.relation, to_string(edge.origin));
  if (edge.polarity == Polarity::negative) key += ":not";
  if (edge.modality != Modality::asserted) key += fmt::format(":{}", to_string(edge.modality));
  return key;
}

/// The value that a sorted list of (index, value) holds for `index`, or null.
template <class T>
const T* find_sparse(const std::vector<std::pair<std::uint32_t, T>>& list, std::uint32_t index) {
  const auto at =
      std::lower_bound(list.begin(), list.end(), index,
                       [](const auto& item, std::uint32_t i) { return item.first < i; });
  return at != list.end() && at->first == index ? &at->second : nullptr;
}

template <class T>
std::optional<T> value_in(const std::vector<std::pair<std::uint32_t, T>>& list,
                          std::uint32_t index) {
  const T* value = find_sparse(list, index);
  return value != nullptr ? std::optional(*value) : std::nullopt;
}

bool by_ends_and_key(const Edge& a, const Edge& b) {
  return std::tie(a.source, a.target, a.key) < std::tie(b.source, b.target, b.key);
}

/// Gives every edge its key and sorts them. Where edges of one pair have equal keys so far, their
/// periods tell them apart; where those don't, one of them is one too many.
void sort_and_make_keys(std::vector<Edge>& edges, const std::vector<Vertex>& vertices) {
  for (Edge& edge : edges) edge.key = base_key(edge);
  reorder(edges, sorted_order(edges, by_ends_and_key));
  bool changed = false;
  for (std::size_t begin = 0, end = 0; begin < edges.size(); begin = end) {
    while (end < edges.size() && !by_ends_and_key(edges[begin], edges[end])) ++end;
    if (end - begin == 1) continue;
    changed = true;
    for (std::size_t i = begin; i < end; ++i) {
      edges[i].key += fmt::format(":{}/{}", edges[i].period.since, edges[i].period.until);
    }
  }
  if (changed) reorder(edges, sorted_order(edges, by_ends_and_key));
  const auto twin =
      std::adjacent_find(edges.begin(), edges.end(),
                         [](const Edge& a, const Edge& b) { return !by_ends_and_key(a, b); });
  if (twin != edges.end()) {
    refuse(fmt::format("two edges from '{}' to '{}' have the key '{}'", vertices[twin->source].id,
                       vertices[twin->target].id, twin->key));
  }
}

}  // namespace

ConceptGraph::ConceptGraph(GraphParts parts)
    : built_by_(std::move(parts.built_by)),
      evidence_limit_(parts.evidence_limit),
      ontology_(std::move(parts.ontology)),
      texts_kept_(parts.texts_kept),
      anaphora_(parts.anaphora),
      window_(std::move(parts.window)),
      windows_(parts.windows) {
  take_vertices(parts);
  take_passages(parts);
  refuse_equal_ids(vertices_, passages_);
  parents_ = parents_of(vertices_, parts.edges);
  take_edges(parts);
  index_passages();
}

void ConceptGraph::take_vertices(GraphParts& parts) {
  const auto is_text = [](const Vertex& v) { return v.document.has_value(); };
  const auto is_work = [](const Vertex& v) {
    return !v.document && !v.kinds.empty() && v.kinds.front() == "work";
  };
  for (const Vertex& vertex : parts.vertices) {
    if (is_text(vertex) && *vertex.document >= parts.documents.size())
      refuse(fmt::format("'{}' has no document", vertex.id));
  }
  const auto rank = [&](const Vertex& v) {
    const std::string_view document =
        is_text(v) ? parts.documents[*v.document].id : std::string_view();
    return std::tuple(is_text(v), is_work(v), document, is_part(v), v.span.begin, ~v.span.end,
                      v.level, std::string_view(v.id));
  };
  const auto order = sorted_order(
      parts.vertices, [&](const Vertex& a, const Vertex& b) { return rank(a) < rank(b); });
  const auto place = reorder(parts.vertices, order);
  vertices_ = std::move(parts.vertices);
  for (std::uint32_t i = 0; i < vertices_.size(); ++i) {
    if (is_text(vertices_[i]) || is_work(vertices_[i])) {
      by_id_.push_back(i);
    } else {
      ++entry_count_;
    }
  }
  std::sort(by_id_.begin(), by_id_.end(),
            [&](std::uint32_t a, std::uint32_t b) { return vertices_[a].id < vertices_[b].id; });
  const auto move = [&](std::uint32_t& vertex) {
    if (vertex >= place.size()) refuse("an edge or a mention names a node that does not exist");
    vertex = place[vertex];
  };
  for (Edge& edge : parts.edges) {
    move(edge.source);
    move(edge.target);
  }
  for (GraphPassage& passage : parts.passages) {
    if (passage.section) move(*passage.section);
    for (PassageMention& mention : passage.mentions) move(mention.entry);
    for (PassageCitation& citation : passage.cites) move(citation.work);
  }
}

void ConceptGraph::take_passages(GraphParts& parts) {
  const auto documents = reorder(
      parts.documents,
      sorted_order(parts.documents, [](const auto& a, const auto& b) { return a.id < b.id; }));
  documents_ = std::move(parts.documents);
  const auto twin = std::adjacent_find(documents_.begin(), documents_.end(),
                                       [](const auto& a, const auto& b) { return a.id == b.id; });
  if (twin != documents_.end()) refuse(fmt::format("two documents have the id '{}'", twin->id));
  for (Vertex& vertex : vertices_) {
    if (vertex.document) vertex.document = documents[*vertex.document];
  }
  for (GraphPassage& passage : parts.passages) {
    if (passage.document >= documents.size())
      refuse(fmt::format("'{}' has no document", passage.id));
    passage.document = documents[passage.document];
    check_passage(passage, vertices_, entry_count_);
  }
  const auto order = sorted_order(parts.passages, [](const auto& a, const auto& b) {
    return std::pair(a.document, a.ranges.front()) < std::pair(b.document, b.ranges.front());
  });
  const auto place = reorder(parts.passages, order);
  passages_ = std::move(parts.passages);
  const auto move = [&](std::uint32_t& passage, std::string_view who) {
    if (passage >= place.size()) refuse(fmt::format("{} names a passage that does not exist", who));
    passage = place[passage];
  };
  for (GraphPassage& passage : passages_) {
    if (passage.lead_in) move(*passage.lead_in, "a list item");
    if (passage.note && passage.note->caller) move(passage.note->caller->passage, "a note");
    for (PassageCitation& citation : passage.cites) move(citation.note, "a citation");
    std::stable_sort(passage.cites.begin(), passage.cites.end(), [](const auto& a, const auto& b) {
      return std::tie(a.note, a.span, a.work) < std::tie(b.note, b.span, b.work);
    });
  }
  for (const GraphPassage& passage : passages_) {
    check_what_it_leans_on(passage, passages_);
    check_citations(passage, passages_, vertices_);
  }
  for (Edge& edge : parts.edges) {
    for (Evidence& evidence : edge.evidence) {
      move(evidence.passage, "an edge");
      if (evidence.with) move(evidence.with->passage, "an edge");
      check_evidence(evidence, passages_);
    }
  }
}

void ConceptGraph::take_edges(GraphParts& parts) {
  for (Edge& edge : parts.edges) {
    if (edge.symmetric && edge.source > edge.target) {
      std::swap(edge.source, edge.target);
      for (Evidence& evidence : edge.evidence) {
        if (evidence.words) std::swap(evidence.words->source_span, evidence.words->target_span);
      }
    }
  }
  sort_and_make_keys(parts.edges, vertices_);
  for (const Edge& edge : parts.edges) add_columns(edge);
  parts.edges.clear();

  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  ends.reserve(sources_.size());
  for (std::size_t i = 0; i < sources_.size(); ++i) ends.emplace_back(sources_[i], targets_[i]);
  graph_ = BoostGraph(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(),
                      static_cast<std::uint32_t>(vertices_.size()));
}

void ConceptGraph::add_columns(const Edge& edge) {
  const std::uint32_t at = edge_count();
  sources_.push_back(edge.source);
  targets_.push_back(edge.target);
  relation_.push_back(intern_relation(edge.relation));
  origin_.push_back(edge.origin);
  polarity_.push_back(edge.polarity);
  modality_.push_back(edge.modality);
  symmetric_.push_back(edge.symmetric ? 1 : 0);
  weight_.push_back(edge.weight);
  npmi_.push_back(edge.npmi);
  evidence_total_.push_back(edge.evidence_total);
  for (const Evidence& evidence : edge.evidence) {
    if (evidence.words) {
      words_.emplace_back(static_cast<std::uint32_t>(evidence_.size()), *evidence.words);
    }
    if (evidence.with) {
      with_.emplace_back(static_cast<std::uint32_t>(evidence_.size()), *evidence.with);
    }
    if (evidence.span) {
      shown_.emplace_back(static_cast<std::uint32_t>(evidence_.size()), *evidence.span);
    }
    evidence_.push_back(evidence.passage);
  }
  evidence_begin_.push_back(static_cast<std::uint32_t>(evidence_.size()));
  if (edge.origin == Origin::curated) curated_.emplace_back(at, edge.curated);
  if (edge.period != Period{}) periods_.emplace_back(at, edge.period);
  const std::string base = base_key(edge);
  if (edge.key != base) key_endings_.emplace_back(at, edge.key.substr(base.size()));
}

std::uint32_t ConceptGraph::intern_relation(const std::string& name) {
  const auto known = std::find(relation_names_.begin(), relation_names_.end(), name);
  const auto at = static_cast<std::uint32_t>(known - relation_names_.begin());
  if (known == relation_names_.end()) relation_names_.push_back(name);
  return at;
}

void ConceptGraph::index_passages() {
  std::vector<std::vector<std::uint32_t>> lists(entry_count_);
  for (std::uint32_t i = 0; i < passages_.size(); ++i) {
    for (const PassageMention& mention : passages_[i].mentions) {
      std::vector<std::uint32_t>& list = lists[mention.entry];
      if (list.empty() || list.back() != i) list.push_back(i);
    }
  }
  passages_begin_.push_back(0);
  for (const auto& list : lists) {
    passages_by_entry_.insert(passages_by_entry_.end(), list.begin(), list.end());
    passages_begin_.push_back(static_cast<std::uint32_t>(passages_by_entry_.size()));
  }
}

Edge ConceptGraph::edge(std::uint32_t at) const {
  Edge edge;
  edge.source = sources_[at];
  edge.target = targets_[at];
  edge.relation = relation(at);
  edge.origin = origin_[at];
  edge.polarity = polarity_[at];
  edge.modality = modality_[at];
  edge.symmetric = symmetric_[at] != 0;
  edge.weight = weight_[at];
  edge.npmi = npmi_[at];
  edge.evidence_total = evidence_total_[at];
  for (std::uint32_t i = evidence_begin_[at]; i < evidence_begin_[at + 1]; ++i) {
    edge.evidence.push_back(
        {evidence_[i], value_in(words_, i), value_in(with_, i), value_in(shown_, i)});
  }
  if (const auto* curated = find_sparse(curated_, at)) edge.curated = *curated;
  edge.period = period(at);
  edge.key = base_key(edge);
  if (const auto* ending = find_sparse(key_endings_, at)) edge.key += *ending;
  return edge;
}

Period ConceptGraph::period(std::uint32_t edge) const {
  const Period* period = find_sparse(periods_, edge);
  return period == nullptr ? Period{} : *period;
}

std::optional<std::uint32_t> ConceptGraph::find_vertex(std::string_view id) const {
  const auto entries_end = vertices_.begin() + entry_count_;
  const auto entry =
      std::lower_bound(vertices_.begin(), entries_end, id,
                       [](const Vertex& v, std::string_view key) { return v.id < key; });
  if (entry != entries_end && entry->id == id) {
    return static_cast<std::uint32_t>(entry - vertices_.begin());
  }
  const auto other = std::lower_bound(
      by_id_.begin(), by_id_.end(), id,
      [&](std::uint32_t v, std::string_view key) { return vertices_[v].id < key; });
  if (other == by_id_.end() || vertices_[*other].id != id) return std::nullopt;
  return *other;
}

std::optional<std::uint32_t> ConceptGraph::parent(std::uint32_t vertex) const {
  return parents_[vertex] == vertex ? std::nullopt : std::optional(parents_[vertex]);
}

std::string_view ConceptGraph::page_at(std::uint32_t document, std::uint32_t byte) const {
  const std::vector<Page>& pages = documents_[document].pages;
  const auto behind =
      std::upper_bound(pages.begin(), pages.end(), byte,
                       [](std::uint32_t at, const Page& page) { return at < page.begin; });
  return behind == pages.begin() ? std::string_view() : std::string_view(std::prev(behind)->label);
}

const Relation* ConceptGraph::find_relation(std::string_view id) const {
  const auto at = std::find_if(ontology_.relations.begin(), ontology_.relations.end(),
                               [&](const Relation& r) { return r.id == id; });
  return at == ontology_.relations.end() ? nullptr : &*at;
}

bool ConceptGraph::is_of_kind(std::uint32_t vertex, std::string_view kind) const {
  const auto broader_of = [&](std::string_view id) -> std::string_view {
    const auto at = std::find_if(ontology_.kinds.begin(), ontology_.kinds.end(),
                                 [&](const Kind& k) { return k.id == id; });
    return at == ontology_.kinds.end() ? std::string_view() : std::string_view(at->broader);
  };
  for (std::string_view own : vertices_[vertex].kinds) {
    for (std::size_t steps = 0; !own.empty() && steps <= ontology_.kinds.size(); ++steps) {
      if (own == kind) return true;
      own = broader_of(own);
    }
  }
  return false;
}

std::span<const std::uint32_t> ConceptGraph::passages_of(std::uint32_t entry) const {
  if (!is_entry(entry)) return {};
  return std::span(passages_by_entry_)
      .subspan(passages_begin_[entry], passages_begin_[entry + 1] - passages_begin_[entry]);
}

}  // namespace crossroads
