// SPDX-License-Identifier: Apache-2.0
#include "graph/structure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/check_parts.hpp"

namespace crossroads {
namespace {

class TextAdder {
 public:
  TextAdder(GraphParts& parts, const Ontology& ontology, const LinkedDocument& linked,
            EvidenceKind evidence)
      : parts_(parts),
        ontology_(ontology),
        document_(linked.document),
        mentions_(linked.links.mentions),
        evidence_(evidence),
        number_(size_of(parts.documents)),
        text_(size_of(parts.vertices)),
        first_passage_(size_of(parts.passages)) {}

  void run() {
    check_places();
    parts_.documents.push_back({document_.id, document_.title, document_.sha256,
                                document_.bytes.size(), document_.metadata, document_.original,
                                document_.pages});
    add_vertices();
    add_passages();
    add_notes();
    for (std::size_t i = 0; i < document_.sections.size(); ++i) add_authors(i);
  }

 private:
  /// What says where lead-ins and notes stand may come from outside: all else goes by them.
  void check_places() const {
    const auto check = [&](std::optional<std::uint32_t> passage, std::string_view what) {
      if (!passage || *passage < document_.passages.size()) return;
      refuse(fmt::format("'{}' has no passage {}, that is to be {}", document_.id, *passage + 1,
                         what));
    };
    for (const Passage& passage : document_.passages) check(passage.lead_in, "a lead-in");
    for (const Footnote& note : document_.notes) {
      check(note.passage, "a note");
      check(note.caller, "what calls a note");
    }
  }

  template <class List>
  static std::uint32_t size_of(const List& list) {
    return static_cast<std::uint32_t>(list.size());
  }

  std::uint32_t vertex_of(std::size_t section) const {
    return text_ + 1 + static_cast<std::uint32_t>(section);
  }

  void add_vertices() {
    Vertex text;
    text.id = text_id(document_.id);
    text.kinds = {"text"};
    text.label = document_.title;
    text.passages = size_of(document_.passages);
    text.document = number_;
    text.authors = document_.metadata.authors;
    parts_.vertices.push_back(std::move(text));
    const std::vector<std::string> ids = section_ids(document_);
    for (std::size_t i = 0; i < ids.size(); ++i) add_section(document_.sections[i], ids[i]);
  }

  void add_section(const Section& section, const std::string& id) {
    Vertex vertex;
    vertex.id = id;
    vertex.kinds = {section.kind == Section::Kind::article ? "article" : "section"};
    vertex.label = section.title;
    vertex.document = number_;
    vertex.level = section.level;
    for (const Author& author : section.authors) vertex.authors.push_back(author.name);
    vertex.span = document_.passages[section.first].span();
    for (std::uint32_t i = section.first; i < section.end; ++i) {
      vertex.span.end = std::max(vertex.span.end, document_.passages[i].span().end);
    }
    Edge contains;
    contains.source = section.parent ? vertex_of(*section.parent) : text_;
    contains.target = size_of(parts_.vertices);
    contains.relation = "contains";
    contains.origin = Origin::structure;
    parts_.vertices.push_back(std::move(vertex));
    parts_.edges.push_back(std::move(contains));
  }

  void add_passages() {
    for (std::size_t i = 0; i < document_.passages.size(); ++i) {
      const Passage& passage = document_.passages[i];
      GraphPassage kept;
      kept.id = passage_id(document_.id, i);
      kept.document = number_;
      kept.role = passage.role;
      kept.ranges = passage.ranges;
      if (evidence_ == EvidenceKind::text) kept.text = text_of(document_, passage);
      kept.level = passage.level;
      if (passage.section) kept.section = vertex_of(*passage.section);
      if (passage.lead_in) kept.lead_in = first_passage_ + *passage.lead_in;
      for (auto at = passage.section; at; at = document_.sections[*at].parent) {
        ++parts_.vertices[vertex_of(*at)].passages;
      }
      parts_.passages.push_back(std::move(kept));
    }
    for (const Mention& mention : mentions_) {
      parts_.passages[first_passage_ + mention.passage].mentions.push_back(
          {index(mention.entry), mention.span, mention.parts});
    }
  }

  void add_notes() {
    for (const Footnote& note : document_.notes) {
      if (!note.passage) continue;
      GraphNote kept;
      kept.mark = note.mark;
      kept.cut = note.cut;
      if (note.caller && note.caller != note.passage) {
        kept.caller = NoteCaller{first_passage_ + *note.caller, note.call,
                                 sentence_with(*note.caller, note.call)};
      }
      parts_.passages[first_passage_ + *note.passage].note = std::move(kept);
    }
  }

  /// The sentence that a call belongs to is the one that its first byte follows: a mark stands
  /// behind the full stop. All of the passage where no sentence is known.
  Span sentence_with(std::uint32_t passage, std::optional<Span> call) const {
    const Span whole = document_.passages[passage].span();
    if (!call) return whole;
    const auto behind = std::partition_point(
        document_.sentences.begin(), document_.sentences.end(), [&](const Sentence& sentence) {
          return std::pair(sentence.passage, sentence.span.begin) < std::pair(passage, call->begin);
        });
    if (behind == document_.sentences.begin() || std::prev(behind)->passage != passage) {
      return whole;
    }
    return std::prev(behind)->span;
  }

  void add_authors(std::size_t section) {
    std::map<EntryId, Edge> edges;
    for (const Author& author : document_.sections[section].authors) {
      auto mention =
          std::partition_point(mentions_.begin(), mentions_.end(),
                               [&](const Mention& m) { return m.span.begin < author.span.begin; });
      for (; mention != mentions_.end() && mention->span.begin < author.span.end; ++mention) {
        if (!author.span.contains(mention->span) || !is_person(mention->entry)) continue;
        edges[mention->entry].evidence.push_back(
            {first_passage_ + mention->passage, std::nullopt, std::nullopt, mention->span});
      }
    }
    for (auto& [person, edge] : edges) {
      edge.source = index(person);
      edge.target = vertex_of(section);
      edge.relation = "authored";
      edge.origin = Origin::structure;
      edge.evidence_total = size_of(edge.evidence);
      parts_.edges.push_back(std::move(edge));
    }
  }

  bool is_person(EntryId entry) const {
    static const std::vector<std::string> person = {"person"};
    return ontology_.is_any_of(ontology_.entry(entry), person);
  }

  GraphParts& parts_;
  const Ontology& ontology_;
  const Document& document_;
  const std::vector<Mention>& mentions_;
  EvidenceKind evidence_;
  std::uint32_t number_;         // of the document
  std::uint32_t text_;           // its vertex; those of its sections follow
  std::uint32_t first_passage_;  // of the document
};

}  // namespace

void add_text(GraphParts& parts, const Ontology& ontology, const LinkedDocument& linked,
              EvidenceKind evidence) {
  TextAdder(parts, ontology, linked, evidence).run();
}

}  // namespace crossroads
