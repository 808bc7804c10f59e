// SPDX-License-Identifier: Apache-2.0
#include "crossroads/query/links.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "crossroads/core/error.hpp"
#include "crossroads/core/nearest.hpp"
#include "crossroads/query/find.hpp"
#include "graph/shown_by.hpp"

namespace crossroads {
namespace {

/// Relations that no ontology needs to declare.
constexpr std::array<std::string_view, 3> relations_of_structure = {"contains", "authored",
                                                                    "cites"};
constexpr std::array<std::string_view, 4> kinds_of_text = {"text", "section", "article", "work"};

template <class List>
bool is_one_of(std::string_view word, const List& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Relations that put an entry in a place: two entries in one place at one time are two steps
/// apart.
constexpr std::array<std::string_view, 2> placing_relations = {"deployed-in", "operates-in"};

bool places(std::string_view relation) {
  return is_one_of(relation, placing_relations);
}

class LinkFinder {
 public:
  LinkFinder(const ConceptGraph& graph, const LinksQuestion& question)
      : graph_(graph), question_(question), filter_(graph, question.where), shown_by_(graph) {
    if (!is_one_of(question.from, kinds_of_text)) check_kind(graph, question.from);
    if (!is_one_of(question.to, kinds_of_text)) check_kind(graph, question.to);
    check_relation();
  }

  std::vector<LinkRow> run() {
    for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) add_direct(edge);
    if (question_.composed && question_.relation.empty()) add_composed();
    std::stable_sort(rows_.begin(), rows_.end(), [](const LinkRow& a, const LinkRow& b) {
      return std::tuple(a.source, a.target, rank(a), a.via.value_or(0)) <
             std::tuple(b.source, b.target, rank(b), b.via.value_or(0));
    });
    return std::move(rows_);
  }

 private:
  static int rank(const LinkRow& row) {
    if (row.via) return 2;
    return row.edge.origin == Origin::curated ? 0 : row.edge.origin == Origin::stated ? 1 : 3;
  }

  void check_relation() const {
    if (question_.relation.empty() || question_.relation == "co-mentioned") return;
    if (graph_.find_relation(question_.relation) != nullptr) return;
    if (is_one_of(question_.relation, relations_of_structure)) return;
    std::vector<std::string> ids;
    for (const Relation& relation : graph_.ontology().relations) ids.push_back(relation.id);
    throw Error(ErrorKind::question, fmt::format("there is no relation '{}'{}", question_.relation,
                                                 did_you_mean(question_.relation, ids)));
  }

  bool is_wanted(std::uint32_t edge) const {
    if (!question_.relation.empty()) return graph_.relation(edge) == question_.relation;
    return graph_.origin(edge) != Origin::co_mentioned || question_.co_mentioned;
  }

  bool is_from(std::uint32_t vertex) const { return graph_.is_of_kind(vertex, question_.from); }
  bool is_to(std::uint32_t vertex) const { return graph_.is_of_kind(vertex, question_.to); }

  void add_direct(std::uint32_t at) {
    if (!is_wanted(at)) return;
    const std::uint32_t source = graph_.source(at);
    const std::uint32_t target = graph_.target(at);
    const bool forward = is_from(source) && is_to(target);
    if (!forward && !(is_from(target) && is_to(source))) return;
    LinkRow row;
    row.edge = graph_.edge(at);
    row.source = forward ? source : target;
    row.target = forward ? target : source;
    row.backward = !forward;
    row.quote = best_quote(row.edge);
    if (filter_.narrows() && !row.quote) return;
    rows_.push_back(std::move(row));
  }

  std::optional<Quote> best_quote(const Edge& edge) const {
    for (const Evidence& evidence : edge.evidence) {
      if (filter_.admits(evidence.passage)) return quote(graph_, edge, evidence);
    }
    if (edge.origin != Origin::co_mentioned || edge.evidence_total <= edge.evidence.size()) {
      return std::nullopt;
    }
    for (const Evidence& evidence : shown_by_.evidence_of(edge)) {
      if (filter_.admits(evidence.passage)) return quote(graph_, edge, evidence);
    }
    return std::nullopt;
  }

  /// An edge that puts an entry into a place, with all that decides when it was there.
  struct Placing {
    std::uint32_t edge;
    Period period;
    Period life;
  };

  /// For each place those edges. Only those that could be a step are kept.
  void add_composed() {
    std::map<std::uint32_t, std::vector<Placing>> firsts;
    std::map<std::uint32_t, std::vector<Placing>> seconds;
    for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) {
      if (!places(graph_.relation(edge)) || graph_.polarity(edge) != Polarity::positive) continue;
      const std::uint32_t entry = graph_.source(edge);
      const std::uint32_t place = graph_.target(edge);
      if (filter_.narrows() && !best_quote(graph_.edge(edge))) continue;
      const Placing placing{edge, graph_.period(edge), life_of(entry)};
      if (is_from(entry)) firsts[place].push_back(placing);
      if (is_to(entry)) seconds[place].push_back(placing);
    }
    for (const auto& [place, starts] : firsts) {
      for (const Placing& first : starts) {
        for (const Placing& second : seconds[place]) consider_steps(place, first, second);
      }
    }
    for (const auto& [key, steps] : composed_) add_steps(key, steps);
  }

  using Steps = std::pair<std::uint32_t, std::uint32_t>;
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;  // source, target, place

  void consider_steps(std::uint32_t place, const Placing& first, const Placing& second) {
    const std::uint32_t source = graph_.source(first.edge);
    const std::uint32_t target = graph_.source(second.edge);
    // Two of a kind in one place are no link: the relations must differ.
    if (source == target || graph_.relation(first.edge) == graph_.relation(second.edge)) return;
    if (!may_be_there_together(first, second)) return;
    const Steps steps{first.edge, second.edge};
    const auto [known, is_new] = composed_.try_emplace(Key{source, target, place}, steps);
    if (!is_new && evidence_rank(steps) > evidence_rank(known->second)) known->second = steps;
  }

  /// Whether the two steps, and the lives of the two entries, may have one day in common.
  static bool may_be_there_together(const Placing& first, const Placing& second) {
    return may_overlap(first.period, second.period) && may_overlap(first.life, second.life) &&
           may_overlap(first.period, second.life) && may_overlap(first.life, second.period) &&
           may_overlap(first.period, first.life) && may_overlap(second.period, second.life);
  }

  /// From when to when an entry existed, as far as its attributes say.
  Period life_of(std::uint32_t entry) const {
    Period life;
    for (const Attribute& attribute : graph_.vertex(entry).attributes) {
      if (attribute.property == "established") life.since = attribute.value;
      if (attribute.property == "ended") life.until = attribute.value;
    }
    return life;
  }

  /// A passage's words before a curator's statement.
  int evidence_rank(Steps steps) const {
    return (graph_.origin(steps.first) == Origin::stated ? 1 : 0) +
           (graph_.origin(steps.second) == Origin::stated ? 1 : 0);
  }

  void add_steps(const Key& key, Steps steps) {
    const auto [source, target, place] = key;
    for (const unsigned step : {1U, 2U}) {
      LinkRow row;
      row.source = source;
      row.target = target;
      row.via = place;
      row.step = step;
      row.edge = graph_.edge(step == 1 ? steps.first : steps.second);
      row.backward = step == 2;
      row.quote = best_quote(row.edge);
      rows_.push_back(std::move(row));
    }
  }

  const ConceptGraph& graph_;
  const LinksQuestion& question_;
  const PlaceFilter filter_;
  const ShownBy shown_by_;
  std::vector<LinkRow> rows_;
  std::map<Key, Steps> composed_;
};

}  // namespace

std::vector<LinkRow> find_links(const ConceptGraph& graph, const LinksQuestion& question) {
  return LinkFinder(graph, question).run();
}

}  // namespace crossroads
