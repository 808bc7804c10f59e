// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/graph/edge.hpp"
#include "crossroads/ontology/ontology.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

enum class Anaphora;  // link/link.hpp

/// Directed, parallel edges, in-edges too. Vertices and edges are dense from 0, so any vector is a
/// property map of it.
using BoostGraph = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property,
                                                      boost::no_property, boost::no_property,
                                                      std::uint32_t, std::uint32_t>;

/// An entry, a work that texts cite and the ontology does not have, a text, a section or an
/// article.
struct Vertex {
  std::string id;
  std::vector<std::string> kinds;  ///< the main one first; of a text {"text"}, and so on
  std::string label;
  std::vector<std::string> aliases;  ///< without the label and the hidden forms
  std::vector<Definition> definitions;
  std::vector<Attribute> attributes;
  std::uint32_t mentions = 0;  ///< of an entry: places that name it
  std::uint32_t passages = 0;  ///< passages that name it; of a text or its part: those it holds
  std::optional<std::uint32_t> document;  ///< of a text or its part: its place among the documents
  std::vector<std::string> authors = {};  ///< of a text or its part: as printed, in that order
  std::uint8_t level = 0;                 ///< of a section or an article: 1 is outermost
  Span span = {};  ///< of a section or an article: from its heading to its last byte
};

struct GraphDocument {
  std::string id;
  std::string title;
  std::string sha256;
  std::uint64_t bytes = 0;
  Metadata metadata = {};
  std::optional<Original> original = {};  ///< of a converted text; sha256 and bytes are the text's
  std::vector<Page> pages = {};           ///< by their first bytes; empty where none show
};

/// A mention in the passage that holds it.
struct PassageMention {
  std::uint32_t entry = 0;  ///< a vertex
  Span span;
  std::vector<Span> parts;  ///< where something interrupts it
};

/// What calls a note.
struct NoteCaller {
  std::uint32_t passage = 0;
  std::optional<Span> call;  ///< the mark in it
  Span sentence;             ///< the sentence with the mark; all of the passage where sentences
                             ///< aren't known
};

struct GraphNote {
  std::string mark;
  std::optional<NoteCaller> caller;
  bool cut = false;  ///< its text ends before it is complete
};

/// A work, or a document of the ontology, that a passage cites, and the note that says so: itself
/// where nothing is known to call the note.
struct PassageCitation {
  std::uint32_t work = 0;  ///< a vertex
  std::uint32_t note = 0;  ///< a passage
  Span span;               ///< the citation in the note
};

struct GraphPassage {
  std::string id;
  std::uint32_t document = 0;
  Role role = Role::body;
  std::vector<Span> ranges;
  std::string text;                           ///< as text_of() has it; empty with references only
  std::vector<PassageMention> mentions;       ///< in text order
  std::uint8_t level = 0;                     ///< as Passage::level
  std::optional<std::uint32_t> section = {};  ///< a vertex: the innermost section or article that
                                              ///< holds it; nothing where only its text does
  std::optional<std::uint32_t> lead_in = {};  ///< of a list item: the passage that introduces it
  std::optional<GraphNote> note = {};         ///< of a note
  std::vector<PassageCitation> cites = {};    ///< in the order of the notes
};

/// What the graph keeps of the ontology, besides its entries.
struct OntologySummary {
  std::string id;
  std::string version;
  std::string sha256;
  std::vector<Kind> kinds;
  std::vector<Relation> relations;
  std::vector<Source> sources;
};

/// All that a graph is made of, in any order. Vertices of edges, mentions and passages are places
/// in `vertices`, passages of evidence, notes and list items places in `passages`.
struct GraphParts {
  std::string built_by;              ///< program and version
  std::uint32_t evidence_limit = 0;  ///< passages that a co-mentioned edge lists at most
  OntologySummary ontology;
  bool texts_kept = true;          ///< or references only
  Anaphora anaphora{};             ///< with which the texts were linked; off
  std::string window = "passage";  ///< as to_string(Window) has it
  std::uint64_t windows = 0;       ///< how many there are: the n of all shares
  std::vector<GraphDocument> documents;
  std::vector<Vertex> vertices;
  std::vector<GraphPassage> passages;
  std::vector<Edge> edges;
};

/// Entries, texts, their sections and articles, and what joins them, as a Boost graph with its
/// attributes in columns; beside it the passages and their mentions. Immutable once built: const
/// use is thread-safe.
///
/// Order: vertices are the entries by id, then the works by id, then the texts by id, each before
/// its sections and articles in the order of their headings, outer ones first; edges are sorted by
/// source, target and key; passages by document, then by place.
class ConceptGraph {
 public:
  /// Sorts, checks and indexes the parts. Makes the keys of edges, and stores a symmetric edge with
  /// the smaller vertex first. Throws Error (input) where ids or keys repeat, a vertex or passage
  /// does not exist, a span lies outside its passage, or a section is not contained in exactly one
  /// other or in its text. O(n log n).
  explicit ConceptGraph(GraphParts parts);

  /// For Boost's algorithms; boost::get(boost::edge_index, graph) and vertex_index number it.
  [[nodiscard]] const BoostGraph& boost_graph() const { return graph_; }

  [[nodiscard]] const std::string& built_by() const { return built_by_; }
  [[nodiscard]] std::uint32_t evidence_limit() const { return evidence_limit_; }
  [[nodiscard]] const OntologySummary& ontology() const { return ontology_; }
  [[nodiscard]] bool texts_kept() const { return texts_kept_; }
  [[nodiscard]] Anaphora anaphora() const { return anaphora_; }
  [[nodiscard]] const std::string& window() const { return window_; }
  [[nodiscard]] std::uint64_t windows() const { return windows_; }
  [[nodiscard]] std::span<const GraphDocument> documents() const { return documents_; }
  [[nodiscard]] std::span<const Vertex> vertices() const { return vertices_; }
  [[nodiscard]] std::span<const GraphPassage> passages() const { return passages_; }
  [[nodiscard]] std::uint32_t edge_count() const {
    return static_cast<std::uint32_t>(relation_.size());
  }

  [[nodiscard]] const Vertex& vertex(std::uint32_t vertex) const { return vertices_[vertex]; }
  [[nodiscard]] const GraphPassage& passage(std::uint32_t passage) const {
    return passages_[passage];
  }
  /// All of one edge, as a value. O(evidence).
  [[nodiscard]] Edge edge(std::uint32_t edge) const;

  // Columns by edge index, O(1).
  [[nodiscard]] std::uint32_t source(std::uint32_t edge) const { return sources_[edge]; }
  [[nodiscard]] std::uint32_t target(std::uint32_t edge) const { return targets_[edge]; }
  [[nodiscard]] const std::string& relation(std::uint32_t edge) const {
    return relation_names_[relation_[edge]];
  }
  [[nodiscard]] Origin origin(std::uint32_t edge) const { return origin_[edge]; }
  [[nodiscard]] Polarity polarity(std::uint32_t edge) const { return polarity_[edge]; }
  /// From when to when it holds; open where nothing says so. O(log edges).
  [[nodiscard]] Period period(std::uint32_t edge) const;
  [[nodiscard]] std::uint32_t weight(std::uint32_t edge) const { return weight_[edge]; }

  /// Property maps over edges, for Boost: how many windows or passages, and the NPMI.
  [[nodiscard]] auto weight_map() const {
    return boost::make_iterator_property_map(weight_.begin(),
                                             boost::get(boost::edge_index, graph_));
  }
  [[nodiscard]] auto npmi_map() const {
    return boost::make_iterator_property_map(npmi_.begin(), boost::get(boost::edge_index, graph_));
  }
  /// A property map over vertices: the nodes themselves.
  [[nodiscard]] auto vertex_map() const {
    return boost::make_iterator_property_map(vertices_.begin(),
                                             boost::get(boost::vertex_index, graph_));
  }

  /// The vertex of an id; nothing where there is none. O(log n).
  [[nodiscard]] std::optional<std::uint32_t> find_vertex(std::string_view id) const;
  [[nodiscard]] const Relation* find_relation(std::string_view id) const;
  [[nodiscard]] bool is_entry(std::uint32_t vertex) const { return vertex < entry_count_; }
  /// Whether it is a work that texts cite and the ontology does not have.
  [[nodiscard]] bool is_work(std::uint32_t vertex) const {
    return !is_entry(vertex) && !vertices_[vertex].document;
  }
  [[nodiscard]] std::uint32_t entry_count() const { return entry_count_; }
  /// What contains a section or an article: another one, or a text; nothing for all else.
  [[nodiscard]] std::optional<std::uint32_t> parent(std::uint32_t vertex) const;
  /// The vertex of a document's text; nothing where the parts had none. O(log n).
  [[nodiscard]] std::optional<std::uint32_t> text_vertex(std::uint32_t document) const {
    return find_vertex(text_id(documents_[document].id));
  }
  /// What is printed on the page that a byte of a document stands on; empty where no pages show.
  [[nodiscard]] std::string_view page_at(std::uint32_t document, std::uint32_t byte) const;
  /// Whether the vertex is of that kind or of a narrower one.
  [[nodiscard]] bool is_of_kind(std::uint32_t vertex, std::string_view kind) const;
  /// The passages that name an entry, by place.
  [[nodiscard]] std::span<const std::uint32_t> passages_of(std::uint32_t entry) const;

 private:
  void take_vertices(GraphParts& parts);
  void take_passages(GraphParts& parts);
  void take_edges(GraphParts& parts);
  void add_columns(const Edge& edge);
  void index_passages();
  [[nodiscard]] std::uint32_t intern_relation(const std::string& name);

  std::string built_by_;
  std::uint32_t evidence_limit_;
  OntologySummary ontology_;
  bool texts_kept_;
  Anaphora anaphora_;
  std::string window_;
  std::uint64_t windows_;
  std::vector<GraphDocument> documents_;
  std::vector<Vertex> vertices_;
  std::uint32_t entry_count_ = 0;
  std::vector<std::uint32_t> by_id_;    // the vertices that are no entries, by id
  std::vector<std::uint32_t> parents_;  // by vertex; itself where it has none
  std::vector<GraphPassage> passages_;
  std::vector<std::uint32_t> passages_by_entry_;
  std::vector<std::uint32_t> passages_begin_;  // by entry, one more than entries

  BoostGraph graph_;
  std::vector<std::string> relation_names_;
  // Columns by edge index.
  std::vector<std::uint32_t> sources_;
  std::vector<std::uint32_t> targets_;
  std::vector<std::uint32_t> relation_;
  std::vector<Origin> origin_;
  std::vector<Polarity> polarity_;
  std::vector<Modality> modality_;
  std::vector<std::uint8_t> symmetric_;
  std::vector<std::uint32_t> weight_;
  std::vector<double> npmi_;
  std::vector<std::uint32_t> evidence_total_;
  std::vector<std::uint32_t> evidence_begin_{0};  // one more than edges
  std::vector<std::uint32_t> evidence_;           // passages
  // What few edges have, by edge index or place of the evidence, sorted.
  std::vector<std::pair<std::uint32_t, StatedWords>> words_;
  std::vector<std::pair<std::uint32_t, PassageSpan>> with_;
  std::vector<std::pair<std::uint32_t, Span>> shown_;
  std::vector<std::pair<std::uint32_t, CuratedDetail>> curated_;
  std::vector<std::pair<std::uint32_t, Period>> periods_;
  std::vector<std::pair<std::uint32_t, std::string>> key_endings_;
};

}  // namespace crossroads
