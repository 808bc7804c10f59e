// SPDX-License-Identifier: Apache-2.0
#include "graph/co_mentions.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace crossroads {
namespace {

/// A passage that is evidence of a pair.
struct Evident {
  std::uint32_t passage = 0;
  bool names_both = true;
  const Leaning* leaning = nullptr;  // what it needs to name both
};

struct Pair {
  std::uint64_t windows = 0;
  std::uint64_t repeats = 0;      // windows with both in what they lean on only
  std::vector<Evident> evidence;  // a passage once a window
};

using Run = std::vector<Naming>::const_iterator;

/// The passages of two runs, each of one entry, sorted by passage.
void append_evidence(std::vector<Evident>& evidence, Run a, Run a_end, Run b, Run b_end) {
  while (a != a_end || b != b_end) {
    const bool in_a = a != a_end && (b == b_end || a->passage <= b->passage);
    const bool in_b = b != b_end && (a == a_end || b->passage <= a->passage);
    evidence.push_back({in_a ? a->passage : b->passage, in_a && in_b, nullptr});
    if (in_a) ++a;
    if (in_b) ++b;
  }
}

bool is_named_in(std::uint32_t passage, Run at, Run end) {
  return std::any_of(at, end, [&](const Naming& naming) { return naming.passage == passage; });
}

class Counter {
 public:
  Counter(const GraphParts& parts, const Windows& windows, std::uint32_t limit)
      : parts_(parts), windows_(windows), limit_(limit), named_in_(parts.vertices.size()) {}

  std::vector<Edge> run() {
    for (const NamingWindows& window : windows_.naming) add(window);
    count_entries();
    std::vector<Edge> edges;
    edges.reserve(pairs_.size());
    for (auto& [ends, pair] : pairs_) {
      if (pair.windows == 0) continue;  // the lead-in itself is no window
      Edge edge;
      edge.source = ends.first;
      edge.target = ends.second;
      edge.relation = "co-mentioned";
      edge.origin = Origin::co_mentioned;
      edge.symmetric = true;
      edge.weight = static_cast<std::uint32_t>(
          std::min<std::uint64_t>(pair.windows, std::numeric_limits<std::uint32_t>::max()));
      edge.npmi = npmi(pair.windows, named_in_[ends.first] - pair.repeats,
                       named_in_[ends.second] - pair.repeats, windows_.count);
      list_evidence(edge, pair.evidence);
      edges.push_back(std::move(edge));
    }
    return edges;
  }

 private:
  static Run end_of_entry(Run at, Run end) {
    return std::find_if(at, end, [&](const Naming& n) { return n.entry != at->entry; });
  }

  void add(const NamingWindows& window) {
    const Run end = window.named.end();
    for (Run a = window.named.begin(); a != end;) {
      const Run a_end = end_of_entry(a, end);
      named_in_[a->entry] += window.count;
      for (Run b = a_end; b != end;) {
        const Run b_end = end_of_entry(b, end);
        if (window.leaning) {
          add_leaning(*window.leaning, a, a_end, b, b_end);
        } else {
          Pair& pair = pairs_[{a->entry, b->entry}];
          pair.windows += window.count;
          append_evidence(pair.evidence, a, a_end, b, b_end);
        }
        b = b_end;
      }
      a = a_end;
    }
  }

  void add_leaning(const Leaning& leaning, Run a, Run a_end, Run b, Run b_end) {
    const bool own_a = is_named_in(leaning.passage, a, a_end);
    const bool own_b = is_named_in(leaning.passage, b, b_end);
    Pair& pair = pairs_[{a->entry, b->entry}];
    if (!own_a && !own_b) {
      ++pair.repeats;
      return;
    }
    ++pair.windows;
    const bool names_both = own_a && own_b;
    pair.evidence.push_back({leaning.passage, names_both, names_both ? nullptr : &leaning});
  }

  void count_entries() {
    for (const GraphPassage& passage : parts_.passages) {
      entry_counts_.push_back(count_named(passage));
    }
  }

  void list_evidence(Edge& edge, std::vector<Evident>& evidence) const {
    const auto rank = [&](const Evident& e) {
      return EvidenceRank{!e.names_both, parts_.passages[e.passage].role == Role::note,
                          entry_counts_[e.passage], e.passage};
    };
    std::sort(evidence.begin(), evidence.end(),
              [&](const Evident& a, const Evident& b) { return rank(a) < rank(b); });
    evidence.erase(
        std::unique(evidence.begin(), evidence.end(),
                    [](const Evident& a, const Evident& b) { return a.passage == b.passage; }),
        evidence.end());
    edge.evidence_total = static_cast<std::uint32_t>(evidence.size());
    if (evidence.size() > limit_) evidence.resize(limit_);
    for (const Evident& e : evidence) {
      edge.evidence.push_back({e.passage, std::nullopt,
                               e.leaning != nullptr ? std::optional(e.leaning->with) : std::nullopt,
                               std::nullopt});
    }
  }

  const GraphParts& parts_;
  const Windows& windows_;
  std::uint32_t limit_;
  std::vector<std::uint64_t> named_in_;    // windows, by entry
  std::vector<std::size_t> entry_counts_;  // by passage
  std::map<std::pair<std::uint32_t, std::uint32_t>, Pair> pairs_;
};

}  // namespace

std::size_t count_named(const GraphPassage& passage) {
  std::vector<std::uint32_t> entries;
  for (const PassageMention& mention : passage.mentions) entries.push_back(mention.entry);
  std::sort(entries.begin(), entries.end());
  return static_cast<std::size_t>(std::unique(entries.begin(), entries.end()) - entries.begin());
}

std::vector<Edge> count_co_mentions(const GraphParts& parts, const Windows& windows,
                                    std::uint32_t limit) {
  return Counter(parts, windows, limit).run();
}

}  // namespace crossroads
