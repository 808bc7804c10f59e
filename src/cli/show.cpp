// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/evidence.hpp"
#include "cli/text_page.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/query/find.hpp"
#include "crossroads/query/place.hpp"
#include "crossroads/text/repair.hpp"

namespace crossroads {
namespace {

struct ShowOptions {
  std::string graph;
  std::string entry;
  std::size_t passages = 5;
};

std::string named_sources(const Provenance& provenance) {
  std::string text = fmt::format("{}", fmt::join(provenance.sources, ", "));
  if (!provenance.locator.empty()) text += ", " + provenance.locator;
  return text.empty() ? text : fmt::format(" [{}]", text);
}

std::string period_in_words(const Period& period) {
  if (period == Period{}) return {};
  return fmt::format(" ({}–{})", period.since, period.until);
}

class EntryPage {
 public:
  EntryPage(const ConceptGraph& graph, std::uint32_t entry, std::size_t passages)
      : graph_(graph), entry_(entry), passages_(passages) {}

  std::string print() {
    print_head();
    print_links();
    if (graph_.is_work(entry_)) {
      print_citing();
    } else {
      print_passages();
    }
    return std::move(out_);
  }

 private:
  void add_line(std::string_view indent, const std::string& text) {
    out_ += indent;
    out_ += printable_line(text);
    out_ += '\n';
  }

  void print_head() {
    const Vertex& entry = graph_.vertex(entry_);
    add_line("", fmt::format("{} ({}; {})", entry.label, entry.id, fmt::join(entry.kinds, ", ")));
    if (!entry.aliases.empty()) {
      add_line("", fmt::format("also: {}", fmt::join(entry.aliases, "; ")));
    }
    for (const Definition& definition : entry.definitions) {
      out_ += '\n';
      add_line("", fmt::format("{}{}{}", definition.by.empty() ? "" : definition.by + ": ",
                               definition.text, named_sources(definition.provenance)));
    }
    if (!entry.attributes.empty()) out_ += '\n';
    for (const Attribute& attribute : entry.attributes) {
      add_line("",
               fmt::format("{}: {}{}{}", attribute.property, attribute.value,
                           period_in_words(attribute.period), named_sources(attribute.provenance)));
    }
  }

  void print_links() {
    std::vector<std::uint32_t> co_mentions;
    std::vector<std::string> lines;
    for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) {
      if (graph_.source(edge) != entry_ && graph_.target(edge) != entry_) continue;
      if (graph_.origin(edge) == Origin::co_mentioned) {
        co_mentions.push_back(edge);
      } else {
        lines.push_back(link_line(graph_.edge(edge)));
      }
    }
    if (!lines.empty()) out_ += "\nLinks\n";
    for (const std::string& line : lines) add_line("  ", line);
    print_co_mentions(std::move(co_mentions));
  }

  std::string link_line(const Edge& edge) const {
    const bool backward = edge.target == entry_ && edge.source != entry_;
    const std::uint32_t other = backward ? edge.source : edge.target;
    std::optional<Quote> words;
    if (!edge.evidence.empty()) words = quote(graph_, edge, edge.evidence.front());
    return fmt::format("{} {}{}; {}: {}", relation_label(graph_, edge, backward),
                       graph_.vertex(other).label, period_in_words(edge.period),
                       to_string(edge.origin), evidence_in_short(graph_, edge, words));
  }

  void print_co_mentions(std::vector<std::uint32_t> edges) {
    constexpr std::size_t most = 15;
    if (edges.empty()) return;
    std::stable_sort(edges.begin(), edges.end(), [&](std::uint32_t a, std::uint32_t b) {
      return graph_.weight(a) > graph_.weight(b);
    });
    out_ += fmt::format("\nNamed together with ({}, NPMI)\n", windows_in_words(graph_));
    for (std::size_t i = 0; i < std::min(most, edges.size()); ++i) {
      const Edge edge = graph_.edge(edges[i]);
      const std::uint32_t other = edge.source == entry_ ? edge.target : edge.source;
      add_line("  ",
               fmt::format("{} ({}, {:.2f})", graph_.vertex(other).label, edge.weight, edge.npmi));
    }
    if (edges.size() > most) out_ += fmt::format("  and {} more\n", edges.size() - most);
  }

  void print_passage(const GraphPassage& passage) {
    add_line("  ", fmt::format("{}:{}-{} ({})", graph_.documents()[passage.document].id,
                               passage.ranges.front().begin, passage.ranges.back().end,
                               to_string(passage.role)));
    if (!passage.text.empty()) add_line("    ", repaired(passage.text));
  }

  /// Of a work: the passages that cite it.
  void print_citing() {
    std::vector<const GraphPassage*> citing;
    for (const GraphPassage& passage : graph_.passages()) {
      const bool cites = std::any_of(passage.cites.begin(), passage.cites.end(),
                                     [&](const PassageCitation& c) { return c.work == entry_; });
      if (cites) citing.push_back(&passage);
    }
    out_ += fmt::format("\nCited by {} {}\n", citing.size(),
                        citing.size() == 1 ? "passage" : "passages");
    for (std::size_t i = 0; i < std::min(passages_, citing.size()); ++i) print_passage(*citing[i]);
    if (citing.size() > passages_) {
      out_ += fmt::format("  and {} more (--passages N shows N)\n", citing.size() - passages_);
    }
  }

  void print_passages() {
    const auto passages = graph_.passages_of(entry_);
    const Vertex& entry = graph_.vertex(entry_);
    out_ += fmt::format("\nPassages: {} with {} mentions\n", passages.size(), entry.mentions);
    for (std::size_t i = 0; i < std::min(passages_, passages.size()); ++i) {
      print_passage(graph_.passage(passages[i]));
    }
    if (passages.size() > passages_) {
      out_ += fmt::format("  and {} more (--passages N shows N)\n", passages.size() - passages_);
    }
  }

  const ConceptGraph& graph_;
  std::uint32_t entry_;
  std::size_t passages_;
  std::string out_;
};

std::string page_of(const ConceptGraph& graph, const ShowOptions& options) {
  if (const auto work = graph.find_vertex(options.entry); work && graph.is_work(*work)) {
    return EntryPage(graph, *work, options.passages).print();
  }
  if (entries_named(graph, options.entry).empty()) {
    const std::string page = page_of_text(graph, options.entry, options.passages);
    if (!page.empty()) return page;
  }
  for (const std::uint32_t part : parts_named(graph, options.entry)) {
    tell(fmt::format("the {} {} has that name too", graph.vertex(part).kinds.front(),
                     graph.vertex(part).id));
  }
  return EntryPage(graph, find_entry(graph, options.entry), options.passages).print();
}

void run_show(Session& session, const ShowOptions& options) {
  const ConceptGraph graph = open_graph(session, options.graph);
  session.system.write_standard_output(page_of(graph, options));
}

}  // namespace

void add_show_command(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand(
      "show", "All that is known of one entry, work, article, section, text or passage");
  const auto options = std::make_shared<ShowOptions>();
  command->add_option("GRAPH", options->graph, "A graph that build saved")
      ->required()
      ->type_name("");
  command
      ->add_option("ENTRY", options->entry,
                   "By its id, label or any alias; an article by its title")
      ->required()
      ->type_name("");
  command->add_option("--passages", options->passages, "How many passages to show (5)")
      ->type_name("N");
  command->footer("Example:\n  crossroads show graph.json \"Force Intervention Brigade\"");
  command->callback([&session, options] { run_show(session, *options); });
}

}  // namespace crossroads
