// SPDX-License-Identifier: Apache-2.0
#include "crossroads/text/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "crossroads/core/json_writer.hpp"
#include "crossroads/core/utf8.hpp"
#include "crossroads/pipeline/corpus.hpp"

namespace crossroads {
namespace {

struct ReadOptions {
  std::vector<std::string> texts;
  std::string format = "outline";
  std::string root;
};

/// The first words of a passage on one line.
std::string beginning(const std::string& text) {
  constexpr std::size_t longest = 60;
  std::string line;
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const bool space = point.value <= ' ';
    if (!space || (!line.empty() && line.back() != ' ')) {
      if (columns++ == longest) return line + "…";
      line += space ? std::string(" ") : text.substr(at, point.size);
    }
    at += point.size;
  }
  return line;
}

std::string outline(const Document& document) {
  std::string out = fmt::format("{}: {} ({} bytes, {} passages)\n", document.id, document.title,
                                document.bytes.size(), document.passages.size());
  for (std::size_t i = 0; i < document.passages.size(); ++i) {
    const Passage& passage = document.passages[i];
    out += fmt::format(
        "  p{:<5} {:<11} {:>8}-{:<8} {}{}\n", i + 1, to_string(passage.role),
        passage.ranges.front().begin, passage.ranges.back().end,
        passage.ranges.size() > 1 ? fmt::format("[{} ranges] ", passage.ranges.size()) : "",
        beginning(text_of(document, passage)));
  }
  return out;
}

void append_json(JsonWriter& json, const Document& document) {
  json.line().begin_object().member("id", document.id).member("title", document.title);
  json.member("sha256", document.sha256).member("bytes", std::uint64_t{document.bytes.size()});
  json.key("passages").begin_array();
  for (std::size_t i = 0; i < document.passages.size(); ++i) {
    const Passage& passage = document.passages[i];
    json.line().begin_object().member("id", passage_id(document.id, i));
    json.member("role", to_string(passage.role)).key("ranges").begin_array();
    for (const Span range : passage.ranges) json.value(range);
    json.end_array().member("text", text_of(document, passage)).end_object();
  }
  json.end_array().end_object();
}

void run_read(Session& session, const ReadOptions& options) {
  std::string out;
  JsonWriter json(out);
  if (options.format == "json") json.begin_array();
  for (const CorpusFile& file : find_texts(session.system, options.texts, options.root)) {
    const Document document =
        read_text(file.id, read_input(session.system, file.path), format_of(file.path));
    if (options.format == "json") {
      append_json(json, document);
    } else {
      out += outline(document);
    }
  }
  if (options.format == "json") {
    json.line().end_array();
    out += '\n';
  }
  session.system.write_standard_output(out);
}

}  // namespace

void add_read_command(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand("read", "Show what was understood of a text");
  const auto options = std::make_shared<ReadOptions>();
  command
      ->add_option("TEXT", options->texts,
                   "Texts (.txt, .md), folders of them, or - for standard input")
      ->required()
      ->type_name("");
  command->add_option("--format", options->format, "outline (a passage a line) or json (outline)")
      ->check(CLI::IsMember({"outline", "json"}).description(""))
      ->type_name("FORMAT");
  command->add_option("--root", options->root, "Call texts by their paths below DIR")
      ->type_name("DIR");
  command->footer("Example:\n  crossroads read examples/briefings/rights-up-front.md");
  command->callback([&session, options] { run_read(session, *options); });
}

}  // namespace crossroads
