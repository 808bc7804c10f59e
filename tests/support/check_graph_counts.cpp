// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <set>
#include <string_view>
#include <tuple>

#include "support/check_graph_parts.hpp"

namespace crossroads::test {
namespace {

class CountChecker {
 public:
  CountChecker(const ConceptGraph& graph, const std::vector<LinkedDocument>& documents)
      : graph_(graph), documents_(documents) {}

  std::string run() {
    check_counts();
    for (std::uint32_t i = 0; i < graph_.edge_count(); ++i) check_edge(graph_.edge(i));
    check_all_pairs();
    if (!documents_.empty()) check_documents();
    return problems_.take();
  }

 private:
  void check_counts() {
    std::vector<std::uint32_t> mentions(graph_.vertices().size(), 0);
    std::vector<std::uint32_t> passages(graph_.vertices().size(), 0);
    std::uint64_t windows = 0;
    for (const GraphPassage& passage : graph_.passages()) {
      if (is_window(passage.role)) ++windows;
      for (const PassageMention& mention : passage.mentions) ++mentions[mention.entry];
      for (std::uint32_t entry = 0; entry < graph_.entry_count(); ++entry) {
        if (names(passage, entry)) ++passages[entry];
      }
      auto part = passage.section;
      for (; part && graph_.parent(*part); part = graph_.parent(*part)) ++passages[*part];
      const auto text = graph_.find_vertex(text_id(graph_.documents()[passage.document].id));
      if (text) ++passages[*text];
    }
    if (counts_passages() && windows != graph_.windows())
      problems_.add("windows: ", std::to_string(windows));
    for (std::uint32_t v = 0; v < graph_.vertices().size(); ++v) {
      const Vertex& vertex = graph_.vertex(v);
      if (vertex.mentions != mentions[v]) problems_.add(vertex.id, ": mentions");
      if (vertex.passages != passages[v]) problems_.add(vertex.id, ": passages");
    }
  }

  void check_edge(const Edge& edge) {
    const std::string name =
        graph_.vertex(edge.source).id + " " + edge.key + " " + graph_.vertex(edge.target).id;
    if (edge.origin == Origin::curated &&
        (!edge.evidence.empty() || edge.weight != 0 || edge.evidence_total != 0)) {
      problems_.add(name, ": evidence for what a curator says");
    }
    if (edge.origin == Origin::stated) check_stated(edge, name);
    if (edge.origin == Origin::co_mentioned) check_co_mentioned(edge, name);
    if (edge.origin == Origin::structure) check_structure(edge, name);
    if (edge.origin != Origin::structure && edge.origin != Origin::curated) return;
    for (const Evidence& evidence : edge.evidence) {
      if (evidence.words || evidence.with) problems_.add(name, ": evidence of another kind");
    }
  }

  /// Bylines say who wrote an article, citations who wrote a work, and nothing else does.
  void check_structure(const Edge& edge, const std::string& name) {
    const Vertex& target = graph_.vertex(edge.target);
    const bool work = graph_.is_work(edge.target);
    if ((!target.document && !work) || edge.weight != 0 ||
        edge.evidence_total != edge.evidence.size()) {
      problems_.add(name, ": is no edge of structure");
    }
    if (edge.relation == "contains") {
      if (!edge.evidence.empty()) problems_.add(name, ": evidence for what contains what");
      return;
    }
    if (edge.relation != "authored" || !graph_.is_of_kind(edge.source, "person") ||
        (target.authors.empty() && !work) || edge.evidence.empty()) {
      problems_.add(name, ": is not of a person and what has authors");
    }
    for (const Evidence& evidence : edge.evidence) {
      const GraphPassage& passage = graph_.passage(evidence.passage);
      const bool byline = passage.role == Role::byline;
      if (byline == work || !evidence.span || !names_at(passage, edge.source, *evidence.span)) {
        problems_.add(name, ": no byline or citation names that author");
      }
    }
  }

  static bool counts(const Evidence& evidence, Span span) {
    return evidence.words->span.contains(span) ||
           (evidence.with && evidence.with->span.contains(span));
  }

  bool is_named(const Evidence& evidence, std::uint32_t entry, Span span) const {
    return names_at(graph_.passage(evidence.passage), entry, span) ||
           (evidence.with && names_at(graph_.passage(evidence.with->passage), entry, span));
  }

  void check_stated(const Edge& edge, const std::string& name) {
    std::set<std::uint32_t> passages;
    for (const Evidence& evidence : edge.evidence) {
      const GraphPassage& passage = graph_.passage(evidence.passage);
      passages.insert(evidence.passage);
      if (!evidence.words) {
        problems_.add(name, ": no words");
        continue;
      }
      const StatedWords& words = *evidence.words;
      const Span whole{passage.ranges.front().begin, passage.ranges.back().end};
      if (!whole.contains(words.span)) problems_.add(name, ": words outside the passage");
      if (!counts(evidence, words.source_span) || !counts(evidence, words.target_span)) {
        problems_.add(name, ": a name outside the words");
      }
      if (!is_named(evidence, edge.source, words.source_span) ||
          !is_named(evidence, edge.target, words.target_span)) {
        problems_.add(name, ": an end is not named there");
      }
      if (evidence.with && passage.lead_in != evidence.with->passage) {
        problems_.add(name, ": leans on what is no lead-in");
      }
      if (words.cue.empty() && graph_.texts_kept()) problems_.add(name, ": no cue");
      if (!words.cue.empty() && !graph_.texts_kept()) problems_.add(name, ": a cue is kept");
      if (words.rule.empty()) problems_.add(name, ": no rule");
    }
    if (edge.evidence.empty() || edge.evidence_total != edge.evidence.size() ||
        edge.weight != passages.size()) {
      problems_.add(name, ": counts");
    }
  }

  /// Whether the sentence that calls the note, or the lead-in of the item, names the entry.
  bool leans_on_name(const GraphPassage& passage, std::uint32_t entry) const {
    if (passage.note && passage.note->caller) {
      const NoteCaller& caller = *passage.note->caller;
      const auto& mentions = graph_.passage(caller.passage).mentions;
      return std::any_of(mentions.begin(), mentions.end(), [&](const PassageMention& m) {
        return m.entry == entry && caller.sentence.contains(m.span);
      });
    }
    return passage.lead_in && names(graph_.passage(*passage.lead_in), entry);
  }

  bool in_window(const GraphPassage& passage, std::uint32_t entry) const {
    return names(passage, entry) || leans_on_name(passage, entry);
  }

  static std::size_t count_named(const GraphPassage& passage) {
    std::set<std::uint32_t> entries;
    for (const PassageMention& mention : passage.mentions) entries.insert(mention.entry);
    return entries.size();
  }

  /// The windows that name an entry, those aside that only repeat it together with another.
  std::size_t windows_with(std::uint32_t entry, std::uint32_t other) const {
    return static_cast<std::size_t>(std::count_if(
        graph_.passages().begin(), graph_.passages().end(), [&](const GraphPassage& p) {
          const bool repeats = !names(p, entry) && !names(p, other) && in_window(p, other);
          return is_window(p.role) && in_window(p, entry) && !repeats;
        }));
  }

  struct Showing {
    std::uint32_t passage;
    bool leans;
    friend bool operator==(const Showing&, const Showing&) = default;
  };

  /// The windows that name both, at least one in the passage itself, the best ones first: what
  /// leans on another passage is worse, a note is worse than running text, and the more a passage
  /// names the worse it is.
  std::vector<Showing> windows_of(std::uint32_t a, std::uint32_t b) const {
    std::vector<std::tuple<bool, bool, std::size_t, std::uint32_t>> ranked;
    for (std::uint32_t i = 0; i < graph_.passages().size(); ++i) {
      const GraphPassage& passage = graph_.passage(i);
      if (!is_window(passage.role) || (!names(passage, a) && !names(passage, b))) continue;
      if (!in_window(passage, a) || !in_window(passage, b)) continue;
      const bool own = names(passage, a) && names(passage, b);
      ranked.emplace_back(!own, passage.role == Role::note, count_named(passage), i);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<Showing> windows;
    for (const auto& item : ranked) windows.push_back({std::get<3>(item), std::get<0>(item)});
    return windows;
  }

  void check_co_mentioned(const Edge& edge, const std::string& name) {
    std::vector<Showing> both = windows_of(edge.source, edge.target);
    if (!edge.symmetric || edge.relation != "co-mentioned" || edge.source >= edge.target) {
      problems_.add(name, ": is no co-mention");
    }
    if (!counts_passages()) return;
    if (both.empty() || edge.weight != both.size() || edge.evidence_total != both.size()) {
      return problems_.add(name, ": weight");
    }
    const auto n = static_cast<double>(graph_.windows());
    const auto x = static_cast<double>(windows_with(edge.source, edge.target));
    const auto y = static_cast<double>(windows_with(edge.target, edge.source));
    const auto xy = static_cast<double>(both.size());
    const double expected = xy == n ? 1 : std::log(xy * n / (x * y)) / std::log(n / xy);
    // A graph that was read back has six decimals.
    if (!(std::abs(edge.npmi - expected) < 6e-7)) problems_.add(name, ": npmi");
    both.resize(std::min<std::size_t>(both.size(), graph_.evidence_limit()));
    std::vector<Showing> listed;
    for (const Evidence& evidence : edge.evidence) {
      listed.push_back({evidence.passage, evidence.with.has_value()});
      if (evidence.words || evidence.span) problems_.add(name, ": words");
      if (evidence.with && !leans_on(graph_.passage(evidence.passage), *evidence.with)) {
        problems_.add(name, ": leans on another passage");
      }
    }
    if (listed != both) problems_.add(name, ": other passages are better");
  }

  bool leans_on(const GraphPassage& passage, const PassageSpan& with) const {
    if (passage.note && passage.note->caller) {
      return with == PassageSpan{passage.note->caller->passage, passage.note->caller->sentence};
    }
    if (!passage.lead_in) return false;
    const auto& ranges = graph_.passage(*passage.lead_in).ranges;
    return with == PassageSpan{*passage.lead_in, {ranges.front().begin, ranges.back().end}};
  }

  /// Other windows than passages are counted again where they are tested.
  bool counts_passages() const { return graph_.window() == "passage"; }

  void check_all_pairs() {
    if (!counts_passages()) return;
    std::set<std::pair<std::uint32_t, std::uint32_t>> wanted;
    for (const GraphPassage& passage : graph_.passages()) {
      if (!is_window(passage.role)) continue;
      for (const PassageMention& mention : passage.mentions) {
        for (std::uint32_t other = 0; other < graph_.entry_count(); ++other) {
          if (other == mention.entry || !in_window(passage, other)) continue;
          wanted.insert(std::minmax(mention.entry, other));
        }
      }
    }
    std::size_t found = 0;
    for (std::uint32_t i = 0; i < graph_.edge_count(); ++i) {
      if (graph_.origin(i) == Origin::co_mentioned) ++found;
    }
    if (found != wanted.size()) problems_.add("co-mentioned pairs: ", std::to_string(found));
  }

  void check_documents() {
    if (graph_.documents().size() != documents_.size()) problems_.add("documents");
    for (const LinkedDocument& linked : documents_) {
      const Document& document = linked.document;
      const auto at = std::find_if(graph_.documents().begin(), graph_.documents().end(),
                                   [&](const GraphDocument& d) { return d.id == document.id; });
      if (at == graph_.documents().end() || at->title != document.title ||
          at->sha256 != document.sha256 || at->bytes != document.bytes.size()) {
        problems_.add(document.id, ": is not listed as it is");
        continue;
      }
      check_document(linked, static_cast<std::uint32_t>(at - graph_.documents().begin()));
    }
  }

  void check_document(const LinkedDocument& linked, std::uint32_t number) {
    std::size_t count = 0;
    for (const GraphPassage& passage : graph_.passages()) {
      if (passage.document != number) continue;
      const std::size_t place = count++;
      if (place >= linked.document.passages.size()) return problems_.add(passage.id, ": too many");
      const Passage& expected = linked.document.passages[place];
      if (passage.id != passage_id(linked.document.id, place) || passage.role != expected.role ||
          passage.ranges != expected.ranges || passage.level != expected.level ||
          passage.section.has_value() != expected.section.has_value() ||
          passage.lead_in.has_value() != expected.lead_in.has_value()) {
        problems_.add(passage.id, ": is not the document's");
      }
      const std::string text = graph_.texts_kept() ? text_of(linked.document, expected) : "";
      if (passage.text != text) problems_.add(passage.id, ": text");
      std::size_t next = 0;
      for (const Mention& mention : linked.links.mentions) {
        if (mention.passage != place) continue;
        if (next >= passage.mentions.size() || passage.mentions[next].span != mention.span ||
            passage.mentions[next].parts != mention.parts ||
            passage.mentions[next].entry != index(mention.entry)) {
          problems_.add(passage.id, ": mentions are not the document's");
          break;
        }
        ++next;
      }
      if (next != passage.mentions.size()) problems_.add(passage.id, ": more mentions");
    }
    if (count != linked.document.passages.size()) problems_.add(linked.document.id, ": passages");
  }

  const ConceptGraph& graph_;
  const std::vector<LinkedDocument>& documents_;
  Problems problems_;
};

}  // namespace

std::string count_violations(const ConceptGraph& graph,
                             const std::vector<LinkedDocument>& documents) {
  return CountChecker(graph, documents).run();
}

}  // namespace crossroads::test
