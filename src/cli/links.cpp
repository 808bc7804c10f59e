// SPDX-License-Identifier: Apache-2.0
#include "crossroads/query/links.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/evidence.hpp"

namespace crossroads {
namespace {

struct LinksOptions {
  std::string graph;
  LinksQuestion question;
  TableFormat format = TableFormat::table;
};

Table make_table() {
  std::vector<Table::Column> columns = {{"source", ""},       {"source_label", "SOURCE"},
                                        {"relation", ""},     {"relation_label", "RELATION"},
                                        {"target", ""},       {"target_label", "TARGET"},
                                        {"origin", "ORIGIN"}, {"direction", ""},
                                        {"via", "VIA"},       {"step", ""},
                                        {"polarity", ""},     {"modality", ""}};
  for (Table::Column& column : evidence_columns()) columns.push_back(std::move(column));
  columns.push_back({"evidence", "EVIDENCE"});
  return Table(std::move(columns));
}

void add_row(Table& table, const ConceptGraph& graph, const LinkRow& row) {
  const Edge& edge = row.edge;
  const Vertex& source = graph.vertex(row.source);
  const Vertex& target = graph.vertex(row.target);
  std::string label = relation_label(graph, edge, row.backward);
  if (row.via) {
    const Vertex& place = graph.vertex(*row.via);
    label = row.step == 1
                ? fmt::format("{} {}", relation_label(graph, edge, false), place.label)
                : fmt::format("where {} {}", target.label, relation_label(graph, edge, false));
  }
  std::vector<Cell> cells = {source.id,
                             source.label,
                             edge.relation,
                             label,
                             target.id,
                             target.label,
                             std::string(row.via ? "composed" : to_string(edge.origin)),
                             std::string(row.backward ? "backward" : "forward"),
                             row.via ? Cell(graph.vertex(*row.via).id) : Cell(),
                             row.via ? Cell(std::uint64_t{row.step}) : Cell(),
                             std::string(to_string(edge.polarity)),
                             std::string(to_string(edge.modality))};
  append_evidence_cells(cells, graph, edge, row.quote);
  cells.emplace_back(evidence_in_short(graph, edge, row.quote));
  table.add(std::move(cells));
}

void run_links(Session& session, const LinksOptions& options) {
  const ConceptGraph graph = open_graph(session, options.graph);
  Table table = make_table();
  for (const LinkRow& row : find_links(graph, options.question)) add_row(table, graph, row);
  session.system.write_standard_output(table.print(options.format));
  if (table.size() == 0) {
    tell(options.question.co_mentioned
             ? "no such link"
             : "no such link; --co-mentioned adds what is only named together");
  }
}

}  // namespace

void add_links_command(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand(
      "links", "Which entries of one kind are linked with which of another, how, and who says so");
  const auto options = std::make_shared<LinksOptions>();
  command->add_option("GRAPH", options->graph, "A graph that build saved")
      ->required()
      ->type_name("");
  command->add_option("--from", options->question.from, "A kind, such as mission")
      ->required()
      ->type_name("KIND");
  command->add_option("--to", options->question.to, "A kind, such as armed-group")
      ->required()
      ->type_name("KIND");
  command->add_option("--relation", options->question.relation, "Only this relation")
      ->type_name("RELATION");
  command->add_flag("--co-mentioned", options->question.co_mentioned,
                    "Also pairs that a passage names together, and nothing more");
  command
      ->add_option("--by", options->question.where.by,
                   "Only what this author says: an entry, or as a byline prints the name")
      ->type_name("AUTHOR");
  command
      ->add_option("--article", options->question.where.article,
                   "Only what stands in this article, by its title or id")
      ->type_name("TITLE");
  command
      ->add_option("--section", options->question.where.section,
                   "Only what stands in this section, by its title or id")
      ->type_name("TITLE");
  command
      ->add_option("--zones", options->question.where.zones,
                   "Only what stands there: body, heading, byline, note, url")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("ZONE,…");
  command->add_flag_callback(
      "--no-composed", [options] { options->question.composed = false; },
      "Without links of two steps, through a place that both are in");
  add_table_format(*command, options->format);
  command->footer(
      "Example:\n  crossroads links graph.json --from mission --to armed-group\n"
      "Origin: curated (a curator says so, with sources), stated (a passage says so, in its "
      "words),\n"
      "composed (two such steps through a third entry), co-mentioned (only named together).\n"
      "What a curator says stands in no text, so --by, --article, --section and --zones leave it "
      "out.\n"
      "text, section and article are kinds too: --from person --to article tells who wrote what.");
  command->callback([&session, options] { run_links(session, *options); });
}

}  // namespace crossroads
