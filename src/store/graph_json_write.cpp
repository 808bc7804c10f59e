// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "crossroads/core/json_writer.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/store/graph_json.hpp"

namespace crossroads {
namespace {

/// Members that are empty are left out: a reader takes the absence for the same.
class GraphJsonWriter {
 public:
  explicit GraphJsonWriter(const ConceptGraph& graph) : graph_(graph), json_(out_) {}

  std::string run() {
    json_.begin_object().line().member("directed", true).line().member("multigraph", true);
    json_.line().key("graph");
    write_head();
    json_.line().key("nodes").begin_array();
    for (const Vertex& vertex : graph_.vertices()) write_vertex(vertex);
    for (const GraphPassage& passage : graph_.passages()) write_passage(passage);
    json_.line().end_array();
    json_.line().key("edges").begin_array();
    for (std::uint32_t i = 0; i < graph_.edge_count(); ++i) write_edge(graph_.edge(i));
    write_structure();
    json_.line().end_array();
    json_.line().end_object();
    out_ += '\n';
    return std::move(out_);
  }

 private:
  void text(std::string_view name, const std::string& value) {
    if (!value.empty()) json_.member(name, value);
  }

  template <class List>
  void list(std::string_view name, const List& values) {
    if (values.empty()) return;
    json_.key(name).begin_array();
    for (const auto& value : values) json_.value(value);
    json_.end_array();
  }

  void provenance(const Provenance& provenance) {
    list("sources", provenance.sources);
    text("locator", provenance.locator);
  }

  void period(const Period& period) {
    text("since", period.since);
    text("until", period.until);
  }

  void write_head() {
    json_.begin_object().member("format", "crossroads").member("version", std::uint32_t{1});
    json_.member("window", graph_.window()).member("windows", graph_.windows());
    json_.line().key("manifest").begin_object();
    json_.member("built_by", graph_.built_by());
    json_.member("evidence", graph_.texts_kept() ? "text" : "reference");
    json_.member("evidence_limit", graph_.evidence_limit());
    if (graph_.anaphora() == Anaphora::on) json_.member("anaphora", "on");
    json_.end_object();
    json_.line().key("ontology");
    write_ontology();
    json_.line().key("documents").begin_array();
    for (const GraphDocument& document : graph_.documents()) write_document(document);
    json_.end_array().end_object();
  }

  void write_document(const GraphDocument& document) {
    json_.line().begin_object().member("id", document.id).member("title", document.title);
    json_.member("sha256", document.sha256).member("bytes", document.bytes);
    list("authors", document.metadata.authors);
    text("date", document.metadata.date);
    text("language", document.metadata.language);
    text("source", document.metadata.source);
    if (document.original) write_original(document);
    if (!document.pages.empty()) {
      json_.key("pages").begin_array();
      for (const Page& page : document.pages) {
        json_.begin_array().value(page.begin).value(page.label).end_array();
      }
      json_.end_array();
    }
    json_.end_object();
  }

  void write_original(const GraphDocument& document) {
    const Original& original = *document.original;
    json_.key("original").begin_object().member("sha256", original.sha256);
    json_.member("bytes", original.bytes);
    text("media_type", original.media_type);
    json_.end_object();
    text("converter", original.converter);
    json_.key("text").begin_object().member("sha256", document.sha256);
    json_.member("bytes", document.bytes).end_object();
  }

  void write_ontology() {
    const OntologySummary& ontology = graph_.ontology();
    json_.begin_object();
    text("id", ontology.id);
    text("version", ontology.version);
    text("sha256", ontology.sha256);
    json_.line().key("kinds").begin_array();
    for (const Kind& kind : ontology.kinds) {
      json_.line().begin_object().member("id", kind.id).member("label", kind.label);
      json_.member("plural", kind.plural);
      text("broader", kind.broader);
      json_.end_object();
    }
    json_.end_array().line().key("relations").begin_array();
    for (const Relation& relation : ontology.relations) write_relation(relation);
    json_.end_array().line().key("sources").begin_array();
    for (const Source& source : ontology.sources) {
      json_.line().begin_object().member("id", source.id);
      text("title", source.title);
      text("year", source.year);
      text("url", source.url);
      text("seen", source.seen);
      json_.end_object();
    }
    json_.end_array().end_object();
  }

  void write_relation(const Relation& relation) {
    json_.line().begin_object().member("id", relation.id).member("label", relation.label);
    text("inverse", relation.inverse);
    list("from", relation.from);
    list("to", relation.to);
    text("broader", relation.broader);
    if (relation.symmetric) json_.member("symmetric", true);
    json_.end_object();
  }

  void write_vertex(const Vertex& vertex) {
    json_.line().begin_object().member("id", vertex.id).member("kind", vertex.kinds.front());
    if (vertex.document) {
      json_.member("label", vertex.label)
          .member("document", graph_.documents()[*vertex.document].id);
      list("authors", vertex.authors);
      if (vertex.level > 0) json_.member("level", std::uint32_t{vertex.level});
      if (!vertex.span.empty()) json_.member("span", vertex.span);
      json_.member("passages", vertex.passages).end_object();
      return;
    }
    if (vertex.kinds.size() > 1) list("kinds", vertex.kinds);
    json_.member("label", vertex.label);
    list("aliases", vertex.aliases);
    write_definitions(vertex);
    write_attributes(vertex);
    json_.member("mentions", vertex.mentions).member("passages", vertex.passages).end_object();
  }

  void write_definition(const Definition& definition) {
    json_.begin_object().member("text", definition.text);
    text("by", definition.by);
    if (definition.lang != "en") text("lang", definition.lang);
    provenance(definition.provenance);
    json_.end_object();
  }

  void write_definitions(const Vertex& vertex) {
    if (vertex.definitions.empty()) return;
    json_.key("definition");
    write_definition(vertex.definitions.front());
    if (vertex.definitions.size() == 1) return;
    json_.key("definitions").begin_array();
    for (const Definition& definition : vertex.definitions) write_definition(definition);
    json_.end_array();
  }

  void write_attributes(const Vertex& vertex) {
    if (vertex.attributes.empty()) return;
    json_.key("attributes").begin_array();
    for (const Attribute& attribute : vertex.attributes) {
      json_.begin_object().member("name", attribute.property).member("value", attribute.value);
      period(attribute.period);
      provenance(attribute.provenance);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_passage(const GraphPassage& passage) {
    json_.line().begin_object().member("id", passage.id).member("kind", "passage");
    json_.member("document", graph_.documents()[passage.document].id);
    json_.member("role", to_string(passage.role)).member("zone", zone_of(passage.role));
    if (passage.level > 0) json_.member("level", std::uint32_t{passage.level});
    if (passage.section) json_.member("section", graph_.vertex(*passage.section).id);
    if (passage.lead_in) json_.member("lead_in", graph_.passage(*passage.lead_in).id);
    if (passage.note) write_note(*passage.note);
    list("ranges", passage.ranges);
    if (graph_.texts_kept()) json_.member("text", passage.text);
    json_.end_object();
  }

  void write_note(const GraphNote& note) {
    json_.key("note").begin_object();
    text("mark", note.mark);
    if (note.caller) {
      json_.member("caller", graph_.passage(note.caller->passage).id);
      if (note.caller->call) json_.member("call", *note.caller->call);
      json_.member("sentence", note.caller->sentence);
    }
    if (note.cut) json_.member("cut", true);
    json_.end_object();
  }

  void write_edge(const Edge& edge) {
    json_.line().begin_object().member("source", graph_.vertex(edge.source).id);
    json_.member("target", graph_.vertex(edge.target).id).member("key", edge.key);
    json_.member("relation", edge.relation).member("origin", to_string(edge.origin));
    if (edge.symmetric) json_.member("symmetric", true);
    if (edge.origin == Origin::stated || edge.polarity == Polarity::negative) {
      json_.member("polarity", to_string(edge.polarity));
      json_.member("modality", to_string(edge.modality));
    }
    period(edge.period);
    list("sources", edge.curated.sources);
    text("locator", edge.curated.locator);
    text("reason", edge.curated.reason);
    if (edge.weight > 0) json_.member("weight", edge.weight);
    if (edge.origin == Origin::co_mentioned) json_.member("npmi", edge.npmi);
    if (edge.evidence_total > 0) json_.member("evidence_total", edge.evidence_total);
    if (!edge.evidence.empty()) {
      json_.key("evidence").begin_array();
      for (const Evidence& evidence : edge.evidence) write_evidence(evidence);
      json_.end_array();
    }
    json_.end_object();
  }

  void write_evidence(const Evidence& evidence) {
    json_.begin_object().member("passage", graph_.passage(evidence.passage).id);
    if (evidence.with) {
      json_.member("with", graph_.passage(evidence.with->passage).id);
      json_.member("with_span", evidence.with->span);
    }
    if (evidence.span) json_.member("span", *evidence.span);
    if (evidence.words) {
      json_.member("span", evidence.words->span);
      json_.member("source_span", evidence.words->source_span);
      json_.member("target_span", evidence.words->target_span);
      text("cue", evidence.words->cue);
      text("rule", evidence.words->rule);
      list("voice", evidence.words->voice);
    }
    json_.end_object();
  }

  /// Edges that join passages with what holds them and what they name: they are kept beside the
  /// Boost graph. The innermost section or article holds a passage.
  void write_structure() {
    for (const GraphPassage& passage : graph_.passages()) {
      json_.line().begin_object();
      json_.member("source", passage.section ? graph_.vertex(*passage.section).id
                                             : text_id(graph_.documents()[passage.document].id));
      json_.member("target", passage.id).member("key", "contains:structure");
      json_.member("relation", "contains").member("origin", "structure").end_object();
    }
    for (const GraphPassage& passage : graph_.passages()) write_mentions(passage);
    for (const GraphPassage& passage : graph_.passages()) write_citations(passage);
  }

  void write_citations(const GraphPassage& passage) {
    std::map<std::uint32_t, std::vector<const PassageCitation*>> by_work;
    for (const PassageCitation& citation : passage.cites) {
      by_work[citation.work].push_back(&citation);
    }
    for (const auto& [work, citations] : by_work) {
      json_.line().begin_object().member("source", passage.id);
      json_.member("target", graph_.vertex(work).id).member("key", "cites:structure");
      json_.member("relation", "cites").member("origin", "structure");
      json_.key("evidence").begin_array();
      for (const PassageCitation* citation : citations) {
        json_.begin_object().member("passage", graph_.passage(citation->note).id);
        json_.member("span", citation->span).end_object();
      }
      json_.end_array().end_object();
    }
  }

  void write_mentions(const GraphPassage& passage) {
    std::map<std::uint32_t, std::vector<const PassageMention*>> by_entry;
    for (const PassageMention& mention : passage.mentions) {
      by_entry[mention.entry].push_back(&mention);
    }
    for (const auto& [entry, mentions] : by_entry) {
      json_.line().begin_object().member("source", passage.id);
      json_.member("target", graph_.vertex(entry).id).member("key", "mentions:structure");
      json_.member("relation", "mentions").member("origin", "structure");
      json_.key("spans").begin_array();
      for (const PassageMention* mention : mentions) json_.value(mention->span);
      json_.end_array();
      write_parts(mentions);
      json_.end_object();
    }
  }

  /// Of mentions that something interrupts: each one's parts.
  void write_parts(const std::vector<const PassageMention*>& mentions) {
    const bool any = std::any_of(mentions.begin(), mentions.end(),
                                 [](const PassageMention* m) { return !m->parts.empty(); });
    if (!any) return;
    json_.key("parts").begin_array();
    for (const PassageMention* mention : mentions) {
      if (mention->parts.empty()) continue;
      json_.begin_array();
      for (const Span part : mention->parts) json_.value(part);
      json_.end_array();
    }
    json_.end_array();
  }

  const ConceptGraph& graph_;
  std::string out_;
  JsonWriter json_;
};

}  // namespace

std::string write_graph_json(const ConceptGraph& graph) {
  return GraphJsonWriter(graph).run();
}

}  // namespace crossroads
