// SPDX-License-Identifier: Apache-2.0
#include "crossroads/graph/concept_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "crossroads/core/error.hpp"

namespace crossroads {
namespace {

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorKind::input, what);
}

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

bool lies_within(const GraphPassage& passage, Span span) {
  return !passage.ranges.empty() && passage.ranges.front().begin <= span.begin &&
         span.begin < span.end && span.end <= passage.ranges.back().end;
}

bool lies_within(const GraphPassage& passage, const PassageMention& mention) {
  return lies_within(passage, mention.span) &&
         std::all_of(mention.parts.begin(), mention.parts.end(), [&](Span part) {
           return part.begin < part.end && mention.span.contains(part);
         });
}

bool lies_within(const GraphPassage& passage, const StatedWords& words) {
  return lies_within(passage, words.span) && words.span.contains(words.source_span) &&
         words.span.contains(words.target_span);
}

bool are_in_order(const std::vector<Span>& ranges) {
  std::uint32_t end = 0;
  return std::all_of(ranges.begin(), ranges.end(), [&](Span range) {
    const bool behind = end <= range.begin && range.begin < range.end;
    end = range.end;
    return behind;
  });
}

void refuse_equal_ids(const std::vector<Vertex>& vertices,
                      const std::vector<GraphPassage>& passages) {
  std::vector<std::string_view> ids;
  ids.reserve(vertices.size() + passages.size());
  for (const Vertex& vertex : vertices) ids.emplace_back(vertex.id);
  for (const GraphPassage& passage : passages) ids.emplace_back(passage.id);
  std::sort(ids.begin(), ids.end());
  const auto twin = std::adjacent_find(ids.begin(), ids.end());
  if (twin != ids.end()) refuse(fmt::format("two nodes have the id '{}'", *twin));
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
      window_(std::move(parts.window)),
      windows_(parts.windows) {
  take_vertices(parts);
  take_passages(parts);
  refuse_equal_ids(vertices_, passages_);
  take_edges(parts);
  index_passages();
}

void ConceptGraph::take_vertices(GraphParts& parts) {
  const auto is_text = [](const Vertex& v) { return v.document.has_value(); };
  const auto order = sorted_order(parts.vertices, [&](const Vertex& a, const Vertex& b) {
    return std::pair(is_text(a), std::string_view(a.id)) <
           std::pair(is_text(b), std::string_view(b.id));
  });
  const auto place = reorder(parts.vertices, order);
  vertices_ = std::move(parts.vertices);
  for (const Vertex& vertex : vertices_) {
    if (!is_text(vertex)) ++entry_count_;
  }
  const auto move = [&](std::uint32_t& vertex) {
    if (vertex >= place.size()) refuse("an edge or a mention names a node that does not exist");
    vertex = place[vertex];
  };
  for (Edge& edge : parts.edges) {
    move(edge.source);
    move(edge.target);
  }
  for (GraphPassage& passage : parts.passages) {
    for (PassageMention& mention : passage.mentions) move(mention.entry);
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
    if (!vertex.document) continue;
    if (*vertex.document >= documents.size())
      refuse(fmt::format("'{}' has no document", vertex.id));
    vertex.document = documents[*vertex.document];
  }
  for (GraphPassage& passage : parts.passages) {
    if (passage.document >= documents.size())
      refuse(fmt::format("'{}' has no document", passage.id));
    passage.document = documents[passage.document];
    if (passage.ranges.empty()) refuse(fmt::format("'{}' has no ranges", passage.id));
    if (!are_in_order(passage.ranges)) {
      refuse(fmt::format("the ranges of '{}' are empty or out of order", passage.id));
    }
    for (const PassageMention& mention : passage.mentions) {
      if (!is_entry(mention.entry) || !lies_within(passage, mention)) {
        refuse(fmt::format("a mention in '{}' lies outside it", passage.id));
      }
    }
  }
  const auto order = sorted_order(parts.passages, [](const auto& a, const auto& b) {
    return std::pair(a.document, a.ranges.front()) < std::pair(b.document, b.ranges.front());
  });
  const auto place = reorder(parts.passages, order);
  passages_ = std::move(parts.passages);
  for (Edge& edge : parts.edges) {
    for (Evidence& evidence : edge.evidence) {
      if (evidence.passage >= place.size()) refuse("an edge names a passage that does not exist");
      evidence.passage = place[evidence.passage];
      if (evidence.words && !lies_within(passages_[evidence.passage], *evidence.words)) {
        refuse(fmt::format("an edge's words lie outside '{}'", passages_[evidence.passage].id));
      }
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
    const StatedWords* words = find_sparse(words_, i);
    edge.evidence.push_back(
        {evidence_[i], words != nullptr ? std::optional(*words) : std::nullopt});
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
  const auto search = [&](std::size_t from, std::size_t to) -> std::optional<std::uint32_t> {
    const auto begin = vertices_.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = vertices_.begin() + static_cast<std::ptrdiff_t>(to);
    const auto at = std::lower_bound(
        begin, end, id, [](const Vertex& v, std::string_view key) { return v.id < key; });
    if (at == end || at->id != id) return std::nullopt;
    return static_cast<std::uint32_t>(at - vertices_.begin());
  };
  if (const auto entry = search(0, entry_count_)) return entry;
  return search(entry_count_, vertices_.size());
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
