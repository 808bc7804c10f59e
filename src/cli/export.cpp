// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "crossroads/export/bibliography.hpp"
#include "crossroads/export/dot.hpp"
#include "crossroads/store/graph_json.hpp"

namespace crossroads {
namespace {

struct ExportOptions {
  std::string graph;
  std::string output;
  std::string format;
  std::string view = "full";
};

std::string format_of_output(const ExportOptions& options) {
  if (!options.format.empty()) return options.format;
  if (options.output.ends_with(".dot") || options.output.ends_with(".gv")) return "dot";
  if (options.output.ends_with(".bib")) return "bibtex";
  if (options.output.ends_with(".csl.json")) return "csl-json";
  if (options.output.ends_with(".json")) return "json";
  throw Error(ErrorKind::question, fmt::format("{}: its ending names no format", options.output),
              "--format dot, json, bibtex or csl-json says which");
}

std::string written(const ConceptGraph& graph, const std::string& format, View view) {
  if (format == "dot") return write_dot(graph, view);
  if (format == "bibtex") return write_bibtex(graph);
  if (format == "csl-json") return write_csl_json(graph);
  return write_graph_json(graph);
}

void run_export(Session& session, const ExportOptions& options) {
  const std::string format = format_of_output(options);
  const View view = options.view == "concepts" ? View::concepts : View::full;
  if (format != "dot" && view != View::full) {
    throw Error(ErrorKind::question,
                "--view concepts goes with dot; the other formats are always whole");
  }
  const ConceptGraph graph = open_graph(session, options.graph);
  write_output(session.system, options.output, written(graph, format, view));
  if (format == "dot") {
    tell("DOT holds no definitions, attributes, quotes or reasons; the graph JSON does");
  }
}

}  // namespace

void add_export_command(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand("export", "Write a graph for other tools");
  const auto options = std::make_shared<ExportOptions>();
  command->add_option("GRAPH", options->graph, "A graph that build saved")
      ->required()
      ->type_name("");
  command
      ->add_option("-o,--output", options->output,
                   "Where to write: .dot, .json, .bib or .csl.json (the works that the texts "
                   "cite); - is standard output")
      ->required()
      ->type_name("FILE");
  command
      ->add_option("--format", options->format,
                   "dot, json, bibtex or csl-json, where the ending does not say it")
      ->check(CLI::IsMember({"dot", "json", "bibtex", "csl-json"}).description(""))
      ->type_name("FORMAT");
  command
      ->add_option("--view", options->view,
                   "full (texts and passages too) or concepts (entries only) (full)")
      ->check(CLI::IsMember({"full", "concepts"}).description(""))
      ->type_name("VIEW");
  command->footer(
      "Example:\n  crossroads export graph.json -o concepts.dot --view concepts\n"
      "  crossroads export graph.json -o works.bib");
  command->callback([&session, options] { run_export(session, *options); });
}

}  // namespace crossroads
