// SPDX-License-Identifier: Apache-2.0
#include "crossroads/text/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/corpus.hpp"
#include "crossroads/core/json_writer.hpp"
#include "crossroads/core/output.hpp"
#include "crossroads/core/printable.hpp"

namespace crossroads {
namespace {

struct ReadCommand {
  TextOptions texts;
  std::string format = "outline";
};

constexpr std::size_t longest_beginning = 60;

std::string outline(const Document& document) {
  std::string out = fmt::format("{}: {} ({} bytes, {} passages)\n", document.id, document.title,
                                document.bytes.size(), document.passages.size());
  for (std::size_t i = 0; i < document.passages.size(); ++i) {
    const Passage& passage = document.passages[i];
    out += fmt::format(
        "  p{:<5} {:<11} {:>8}-{:<8} {}{}\n", i + 1, to_string(passage.role),
        passage.ranges.front().begin, passage.ranges.back().end,
        passage.ranges.size() > 1 ? fmt::format("[{} ranges] ", passage.ranges.size()) : "",
        printable_line(text_of(document, passage), longest_beginning));
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

void run_read(Session& session, const ReadCommand& options) {
  const Corpus corpus = find_corpus(session, options.texts);
  Output output(session.system, "-");
  std::string out;
  JsonWriter json(out);
  if (options.format == "json") json.begin_array();
  read_corpus(session, corpus, options.texts, "reading", [&](const Document& document) {
    if (options.format == "json") {
      append_json(json, document);
    } else {
      out += outline(document);
    }
    output.write(out);
    out.clear();
  });
  if (options.format == "json") {
    json.line().end_array();
    out += '\n';
  }
  output.write(out);
  output.finish();
}

}  // namespace

void add_read_command(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand("read", "Show what was understood of a text");
  const auto options = std::make_shared<ReadCommand>();
  add_text_options(*command, options->texts);
  command->add_option("--format", options->format, "outline (a passage a line) or json (outline)")
      ->check(CLI::IsMember({"outline", "json"}).description(""))
      ->type_name("FORMAT");
  command->footer(
      std::string("Example:\n  crossroads read examples/briefings/rights-up-front.md\n") +
      about_texts);
  command->callback([&session, options] { run_read(session, *options); });
}

}  // namespace crossroads
