// SPDX-License-Identifier: Apache-2.0
//
// Nodes and edges stream in one by one; what they name by id is resolved once all is there, since
// another program may have changed their order.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "crossroads/core/error.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/store/graph_json.hpp"
#include "store/member_reader.hpp"

namespace crossroads {
namespace {

class GraphJsonReader : private MemberReader {
 public:
  explicit GraphJsonReader(const std::string& name) : MemberReader(name) {}

  ConceptGraph run(std::string_view json) {
    const JsonSink take_node = [this](JsonValue value) { nodes_.push_back(std::move(value)); };
    const JsonSink take_edge = [this](JsonValue value) { edges_.push_back(std::move(value)); };
    const JsonValue root =
        read_json(json, name_, {{"nodes", take_node}, {"edges", take_edge}, {"links", take_edge}});
    read_head(root);
    for (const std::string_view list : {"nodes", "edges", "links"}) array(root, list);
    list_ = "nodes";
    for (at_ = 0; at_ < nodes_.size(); ++at_) read_node(nodes_[at_]);
    resolve_passages();
    nodes_.clear();
    check_texts();
    list_ = "edges";
    for (at_ = 0; at_ < edges_.size(); ++at_) read_edge(edges_[at_]);
    edges_.clear();
    list_ = {};
    for (auto& [passage, mentions] : mentions_) {
      std::stable_sort(mentions.begin(), mentions.end(),
                       [](const auto& a, const auto& b) { return a.span < b.span; });
      parts_.passages[passage].mentions = std::move(mentions);
    }
    try {
      return ConceptGraph(std::move(parts_));
    } catch (const Error& error) {
      fail(error.what());
    }
  }

 private:
  // --- the head ---

  void read_head(const JsonValue& root) {
    const JsonValue* graph = root.find("graph");
    if (graph == nullptr || text(*graph, "format") != "crossroads") {
      throw Error(ErrorKind::input, fmt::format("{}: is not a Crossroads graph", name_),
                  "'crossroads build' makes one");
    }
    if (count(*graph, "version") != 1) {
      throw Error(ErrorKind::input,
                  fmt::format("{}: is of version {}, and this program reads version 1", name_,
                              count(*graph, "version")));
    }
    parts_.window = text(*graph, "window");
    parts_.windows = count(*graph, "windows");
    if (const JsonValue* manifest = graph->find("manifest")) {
      parts_.built_by = text(*manifest, "built_by");
      parts_.texts_kept = text(*manifest, "evidence") != "reference";
      parts_.evidence_limit = small_count(*manifest, "evidence_limit");
      if (text(*manifest, "anaphora") == "on") parts_.anaphora = Anaphora::on;
    }
    if (const JsonValue* ontology = graph->find("ontology")) read_ontology(*ontology);
    for (const JsonValue& item : array(*graph, "documents")) {
      const std::string id = required(item, "id");
      documents_.emplace(id, static_cast<std::uint32_t>(parts_.documents.size()));
      GraphDocument document{id, text(item, "title"), text(item, "sha256"), count(item, "bytes")};
      document.metadata = {texts(item, "authors"), text(item, "date"), text(item, "language"),
                           text(item, "source")};
      if (const JsonValue* original = item.find("original")) {
        document.original = {text(*original, "sha256"), count(*original, "bytes"),
                             text(*original, "media_type"), text(item, "converter")};
      }
      document.pages = pages(item);
      parts_.documents.push_back(std::move(document));
    }
  }

  std::vector<Page> pages(const JsonValue& document) const {
    std::vector<Page> pages;
    for (const JsonValue& item : array(document, "pages")) {
      const bool pair = item.items().size() == 2;
      const auto begin = pair ? item.items()[0].integer() : std::nullopt;
      const std::string* label = pair ? item.items()[1].string() : nullptr;
      if (!begin || *begin < (pages.empty() ? 0 : std::int64_t{pages.back().begin} + 1) ||
          *begin > std::numeric_limits<std::uint32_t>::max() || label == nullptr) {
        fail("a page is not [begin, label], behind the one before it");
      }
      pages.push_back({static_cast<std::uint32_t>(*begin), *label});
    }
    return pages;
  }

  void read_ontology(const JsonValue& ontology) {
    OntologySummary& summary = parts_.ontology;
    summary.id = text(ontology, "id");
    summary.version = text(ontology, "version");
    summary.sha256 = text(ontology, "sha256");
    for (const JsonValue& item : array(ontology, "kinds")) {
      summary.kinds.push_back(
          {required(item, "id"), text(item, "label"), text(item, "plural"), text(item, "broader")});
    }
    for (const JsonValue& item : array(ontology, "relations")) {
      Relation relation;
      relation.id = required(item, "id");
      relation.label = text(item, "label");
      relation.inverse = text(item, "inverse");
      relation.from = texts(item, "from");
      relation.to = texts(item, "to");
      relation.broader = text(item, "broader");
      relation.symmetric = truth(item, "symmetric");
      summary.relations.push_back(std::move(relation));
    }
    for (const JsonValue& item : array(ontology, "sources")) {
      summary.sources.push_back({required(item, "id"), text(item, "title"), text(item, "year"),
                                 text(item, "url"), text(item, "seen")});
    }
  }

  // --- nodes ---

  std::uint32_t document(const JsonValue& node) const {
    const auto known = documents_.find(required(node, "document"));
    if (known == documents_.end()) fail("its document is not listed");
    return known->second;
  }

  GraphPassage read_passage(const std::string& id, const JsonValue& node) const {
    const auto role = role_from(text(node, "role"));
    if (!role) fail("its role is not known");
    GraphPassage passage{id, document(node), *role, spans(node, "ranges"), text(node, "text"), {}};
    passage.level = level(node);
    if (passage.ranges.empty()) return passage;  // refused by the graph
    std::size_t joined = passage.ranges.size() - 1;
    for (const Span range : passage.ranges) joined += range.size();
    const std::size_t whole = passage.ranges.back().end - passage.ranges.front().begin;
    const std::size_t size = passage.text.size();
    if (parts_.texts_kept && size != whole && size != joined) {
      fail("its text is not as long as its ranges");
    }
    return passage;
  }

  std::uint8_t level(const JsonValue& node) const {
    const std::uint64_t level = count(node, "level");
    if (level > std::numeric_limits<std::uint8_t>::max()) fail("'level' is too large");
    return static_cast<std::uint8_t>(level);
  }

  /// What passages name by id, once every node is known.
  void resolve_passages() {
    std::size_t next = 0;
    for (at_ = 0; at_ < nodes_.size(); ++at_) {
      const JsonValue& node = nodes_[at_];
      if (text(node, "kind") != "passage") continue;
      GraphPassage& passage = parts_.passages[next++];
      if (node.find("section") != nullptr)
        passage.section = place(vertices_, required(node, "section"));
      if (node.find("lead_in") != nullptr)
        passage.lead_in = place(passages_, required(node, "lead_in"));
      if (const JsonValue* note = node.find("note")) passage.note = read_note(*note);
    }
  }

  GraphNote read_note(const JsonValue& item) const {
    GraphNote note{text(item, "mark"), std::nullopt, truth(item, "cut")};
    if (item.find("caller") == nullptr) return note;
    note.caller = NoteCaller{place(passages_, required(item, "caller")), std::nullopt,
                             required_span(item, "sentence")};
    if (const JsonValue* call = item.find("call")) note.caller->call = span(*call);
    return note;
  }

  /// Edges of structure name the node of a passage's text.
  void check_texts() const {
    for (const GraphDocument& document : parts_.documents) {
      const auto node = vertices_.find(text_id(document.id));
      if (node != vertices_.end() && parts_.vertices[node->second].document) continue;
      throw Error(ErrorKind::input, fmt::format("{}: the document '{}' has no node '{}'", name_,
                                                document.id, text_id(document.id)));
    }
  }

  void read_node(const JsonValue& node) {
    const std::string id = required(node, "id");
    const std::string kind = required(node, "kind");
    if (kind == "passage") {
      passages_.emplace(id, static_cast<std::uint32_t>(parts_.passages.size()));
      parts_.passages.push_back(read_passage(id, node));
      return;
    }
    vertices_.emplace(id, static_cast<std::uint32_t>(parts_.vertices.size()));
    Vertex vertex;
    vertex.id = id;
    vertex.kinds = texts(node, "kinds");
    if (vertex.kinds.empty()) vertex.kinds = {kind};
    vertex.label = text(node, "label");
    vertex.aliases = texts(node, "aliases");
    vertex.mentions = small_count(node, "mentions");
    vertex.passages = small_count(node, "passages");
    if (kind == "text" || kind == "section" || kind == "article") {
      vertex.document = document(node);
      vertex.authors = texts(node, "authors");
      vertex.level = level(node);
      if (const JsonValue* place = node.find("span")) vertex.span = span(*place);
    }
    read_definitions(node, vertex);
    for (const JsonValue& item : array(node, "attributes")) {
      vertex.attributes.push_back(
          {required(item, "name"), text(item, "value"), period(item), provenance(item)});
    }
    parts_.vertices.push_back(std::move(vertex));
  }

  Definition definition(const JsonValue& item) const {
    const std::string lang = text(item, "lang");
    return {text(item, "text"), text(item, "by"), lang.empty() ? "en" : lang, provenance(item)};
  }

  void read_definitions(const JsonValue& node, Vertex& vertex) const {
    for (const JsonValue& item : array(node, "definitions")) {
      vertex.definitions.push_back(definition(item));
    }
    const JsonValue* only = node.find("definition");
    if (vertex.definitions.empty() && only != nullptr) {
      vertex.definitions.push_back(definition(*only));
    }
  }

  // --- edges ---

  std::uint32_t place(const std::unordered_map<std::string, std::uint32_t>& known,
                      const std::string& id) const {
    const auto at = known.find(id);
    if (at == known.end()) fail(fmt::format("there is no node '{}'", id));
    return at->second;
  }

  /// A value of a closed list; what it is not must not pass for the opposite.
  template <class Enum>
  Enum named(const JsonValue& item, std::string_view member,
             std::optional<Enum> (*from_name)(std::string_view), Enum absent) const {
    const std::string name = text(item, member);
    if (name.empty()) return absent;
    if (const auto value = from_name(name)) return *value;
    fail(fmt::format("its {} is not known", member));
  }

  void read_edge(const JsonValue& item) {
    const std::string source = required(item, "source");
    const std::string target = required(item, "target");
    const std::string relation = required(item, "relation");
    const auto origin = origin_from(required(item, "origin"));
    if (!origin) fail("its origin is not known");
    if (*origin == Origin::structure && passages_.contains(target)) return;  // said by the passage
    if (*origin == Origin::structure && passages_.contains(source) && relation == "cites") {
      read_citations(item, place(passages_, source), place(vertices_, target));
      return;
    }
    if (*origin == Origin::structure && passages_.contains(source)) {
      read_mentions(item, place(passages_, source), place(vertices_, target));
      return;
    }
    Edge edge;
    edge.source = place(vertices_, source);
    edge.target = place(vertices_, target);
    edge.relation = relation;
    edge.origin = *origin;
    edge.symmetric = truth(item, "symmetric");
    edge.polarity = named(item, "polarity", polarity_from, Polarity::positive);
    edge.modality = named(item, "modality", modality_from, Modality::asserted);
    edge.period = period(item);
    edge.curated = {texts(item, "sources"), text(item, "locator"), text(item, "reason")};
    edge.weight = small_count(item, "weight");
    edge.npmi = number(item, "npmi");
    edge.evidence_total = small_count(item, "evidence_total");
    for (const JsonValue& evidence : array(item, "evidence"))
      edge.evidence.push_back(read_evidence(evidence, *origin));
    parts_.edges.push_back(std::move(edge));
  }

  Evidence read_evidence(const JsonValue& item, Origin origin) const {
    Evidence evidence{place(passages_, required(item, "passage")), std::nullopt};
    if (item.find("with") != nullptr) {
      evidence.with =
          PassageSpan{place(passages_, required(item, "with")), required_span(item, "with_span")};
    }
    if (const JsonValue* words = item.find("span");
        words != nullptr && origin == Origin::structure) {
      evidence.span = span(*words);
    } else if (words != nullptr) {
      evidence.words = StatedWords{required_span(item, "span"),
                                   required_span(item, "source_span"),
                                   required_span(item, "target_span"),
                                   text(item, "cue"),
                                   text(item, "rule"),
                                   texts(item, "voice")};
    }
    return evidence;
  }

  void read_citations(const JsonValue& item, std::uint32_t passage, std::uint32_t work) {
    for (const JsonValue& evidence : array(item, "evidence")) {
      parts_.passages[passage].cites.push_back(
          {work, place(passages_, required(evidence, "passage")), required_span(evidence, "span")});
    }
  }

  void read_mentions(const JsonValue& item, std::uint32_t passage, std::uint32_t entry) {
    const std::vector<JsonValue>& parts = array(item, "parts");
    for (const Span whole : spans(item, "spans")) {
      PassageMention mention{entry, whole, {}};
      for (const JsonValue& one : parts) {
        std::vector<Span> pieces;
        for (const JsonValue& piece : one.items()) pieces.push_back(span(piece));
        const bool same = !pieces.empty() && pieces.front().begin == whole.begin &&
                          pieces.back().end == whole.end;
        if (same) mention.parts = std::move(pieces);
      }
      mentions_[passage].push_back(std::move(mention));
    }
  }

  std::vector<JsonValue> nodes_;
  std::vector<JsonValue> edges_;
  GraphParts parts_;
  std::unordered_map<std::string, std::uint32_t> documents_;
  std::unordered_map<std::string, std::uint32_t> vertices_;
  std::unordered_map<std::string, std::uint32_t> passages_;
  std::unordered_map<std::uint32_t, std::vector<PassageMention>> mentions_;
};

}  // namespace

ConceptGraph read_graph_json(std::string_view json, const std::string& name) {
  return GraphJsonReader(name).run(json);
}

}  // namespace crossroads
