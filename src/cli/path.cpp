// SPDX-License-Identifier: Apache-2.0
#include "crossroads/query/path.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/evidence.hpp"
#include "crossroads/query/find.hpp"

namespace crossroads {
namespace {

struct PathCommandOptions {
  std::string graph;
  std::string from;
  std::string to;
  PathOptions path;
  TableFormat format = TableFormat::table;
};

Table make_table() {
  std::vector<Table::Column> columns = {{"step", "STEP"},
                                        {"source", ""},
                                        {"source_label", "SOURCE"},
                                        {"relation", ""},
                                        {"relation_label", "RELATION"},
                                        {"target", ""},
                                        {"target_label", "TARGET"},
                                        {"origin", "ORIGIN"},
                                        {"direction", ""},
                                        {"polarity", ""},
                                        {"modality", ""}};
  for (Table::Column& column : evidence_columns()) columns.push_back(std::move(column));
  columns.push_back({"evidence", "EVIDENCE"});
  return Table(std::move(columns));
}

void add_row(Table& table, const ConceptGraph& graph, const PathStep& step, std::size_t number) {
  const Edge edge = graph.edge(step.edge);
  std::optional<Quote> words;
  if (!edge.evidence.empty()) words = quote(graph, edge, edge.evidence.front());
  std::vector<Cell> cells = {std::uint64_t{number},
                             graph.vertex(step.from).id,
                             graph.vertex(step.from).label,
                             edge.relation,
                             relation_label(graph, edge, step.backward),
                             graph.vertex(step.to).id,
                             graph.vertex(step.to).label,
                             std::string(to_string(edge.origin)),
                             std::string(step.backward ? "backward" : "forward"),
                             std::string(to_string(edge.polarity)),
                             std::string(to_string(edge.modality))};
  append_evidence_cells(cells, graph, edge, words);
  cells.emplace_back(evidence_in_short(graph, edge, words));
  table.add(std::move(cells));
}

void run_path(Session& session, const PathCommandOptions& options) {
  const ConceptGraph graph = open_graph(session, options.graph);
  const std::uint32_t from = find_entry(graph, options.from);
  const std::uint32_t to = find_entry(graph, options.to);
  const std::vector<PathStep> steps = find_path(graph, from, to, options.path);
  Table table = make_table();
  for (std::size_t i = 0; i < steps.size(); ++i) add_row(table, graph, steps[i], i + 1);
  session.system.write_standard_output(table.print(options.format));
  if (!steps.empty() || from == to) return;
  tell(fmt::format(
      "no path from '{}' to '{}'{}", graph.vertex(from).label, graph.vertex(to).label,
      options.path.co_mentioned
          ? ""
          : " over statements; --co-mentioned also goes over what is only named together"));
  session.status = ExitStatus::negative;
}

}  // namespace

void add_path_command(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand(
      "path", "How two entries are connected, with the evidence of each step");
  const auto options = std::make_shared<PathCommandOptions>();
  command->add_option("GRAPH", options->graph, "A graph that build saved")
      ->required()
      ->type_name("");
  command->add_option("A", options->from, "An entry, by its id, label or any alias")
      ->required()
      ->type_name("");
  command->add_option("B", options->to, "Another one")->required()->type_name("");
  command->add_flag("--co-mentioned", options->path.co_mentioned,
                    "Also over pairs that are only named together");
  add_table_format(*command, options->format);
  command->footer(
      "Example:\n  crossroads path graph.json R2P UNAMSIL\n"
      "The shortest: a statement, curated or by a passage, counts 1, and, with --co-mentioned, a "
      "pair\n"
      "that is only named together 3. Ends with 1 where there is none.");
  command->callback([&session, options] { run_path(session, *options); });
}

}  // namespace crossroads
