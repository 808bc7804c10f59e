// SPDX-License-Identifier: Apache-2.0
#include "crossroads/export/map.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/query/find.hpp"

namespace crossroads {
namespace {

struct MapCommandOptions {
  std::string graph;
  std::string output;
  std::string focus;
  MapOptions map;
};

void run_map(Session& session, MapCommandOptions options) {
  const auto format = picture_format_of(options.output);
  if (!format) {
    throw Error(ErrorKind::question, fmt::format("{}: its ending names no picture", options.output),
                "use .svg, .png, .pdf or .dot");
  }
  options.map.format = *format;
  const ConceptGraph graph = open_graph(session, options.graph);
  for (const std::string& kind : options.map.kinds) check_kind(graph, kind);
  if (!options.focus.empty()) options.map.focus = find_entry(graph, options.focus);
  const Map map = draw_map(graph, options.map);
  write_output(session.system, options.output, map.picture);
  std::string left_out;
  if (map.left_out > 0)
    left_out += fmt::format("; {} left out (--nodes N)", counted(map.left_out, "entry"));
  if (map.co_mentions_left_out > 0) {
    left_out += fmt::format("; {} left out (--co-mentions N)",
                            counted(map.co_mentions_left_out, "weaker co-mention"));
  }
  if (map.nodes == 0) left_out += "; nothing joins an entry that fits to another one that does";
  tell(fmt::format("{}: {}{}", options.output, counted(map.nodes, "entry"), left_out));
}

}  // namespace

void add_map_command(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand("map", "Draw a concept map");
  const auto options = std::make_shared<MapCommandOptions>();
  command->add_option("GRAPH", options->graph, "A graph that build saved")
      ->required()
      ->type_name("");
  command->add_option("-o,--output", options->output, "Where to write: .svg, .png, .pdf or .dot")
      ->required()
      ->type_name("FILE");
  command->add_option("--kinds", options->map.kinds, "Only entries of these kinds")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("KIND,…");
  command->add_option("--focus", options->focus, "Only what lies around this entry")
      ->type_name("ENTRY");
  // CLI11 would take a negative number for a very large one.
  const CLI::Validator count(
      [](const std::string& value) {
        const bool is_count = value.find_first_not_of("0123456789") == std::string::npos;
        return is_count ? std::string() : fmt::format("'{}' is not a number from 0 on", value);
      },
      "");
  command->add_option("--depth", options->map.depth, "How many steps around it (1)")
      ->check(count)
      ->type_name("N");
  command
      ->add_option("--nodes", options->map.node_limit,
                   "At most so many entries, the most named (40)")
      ->check(count)
      ->type_name("N");
  command
      ->add_option("--co-mentions", options->map.co_mention_limit,
                   "At most so many co-mentions, the strongest (40)")
      ->check(count)
      ->type_name("N");
  command->add_flag_callback(
      "--no-legend", [options] { options->map.legend = MapLegend::none; }, "Only the map itself");
  command->footer(
      "Example:\n  crossroads map graph.json -o map.svg --kinds mission,armed-group,place\n"
      "  crossroads map graph.json -o m23.pdf --focus M23 --depth 1\n"
      "A solid line is curated, a dashed one stated by a passage, a double one both; a dotted one "
      "joins\n"
      "entries that are only named together, wider for more of them. The legend says it too.");
  command->callback([&session, options] { run_map(session, *options); });
}

}  // namespace crossroads
