// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/link.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "cli/corpus.hpp"
#include "cli/why.hpp"
#include "crossroads/core/output.hpp"
#include "crossroads/link/explain.hpp"
#include "crossroads/link/review.hpp"

namespace crossroads {
namespace {

struct LinkCommand {
  CorpusOptions corpus;
  std::string output = "-";
  std::string review;
  std::string why;
  bool explain = false;
  LinkOptions linking;
};

/// Whether two paths name one file, which need not be there yet.
bool name_one_file(System& system, const std::string& a, const std::string& b) {
  if (a == b) return true;
  if (a == "-" || b == "-") return false;
  if (system.is_same_file(a, b)) return true;
  const auto folder = [](const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string(".") : path.substr(0, slash + 1);
  };
  const auto name = [](const std::string& path) { return path.substr(path.rfind('/') + 1); };
  return name(a) == name(b) && system.is_same_file(folder(a), folder(b));
}

void check_review(Session& session, const LinkCommand& options, const Corpus& corpus) {
  if (options.review.empty()) return;
  check_output(session, options.corpus, corpus, options.review);
  if (name_one_file(session.system, options.review, options.output)) {
    throw Error(ErrorKind::question,
                options.review + ": is both the output and what --review writes",
                "name another file with --review");
  }
}

void run_link(Session& session, LinkCommand& options) {
  check_standard_input(options.corpus.texts, options.corpus.ontology);
  const Corpus corpus = find_corpus(session, options.corpus.texts);
  check_output(session, options.corpus, corpus, options.output);
  check_review(session, options, corpus);
  const Ontology ontology = load_ontology_or_fail(session, options.corpus.ontology);
  const Lexicon lexicon = Lexicon::build(ontology);
  const bool reviews = !options.review.empty();
  if (reviews || options.explain) options.linking.reasons = Reasons::on;
  Output output(session.system, options.output);
  std::optional<Output> review;
  if (reviews) review.emplace(session.system, options.review);
  UndecidedForms undecided;
  RedefinedForms redefined;
  read_corpus(session, corpus, options.corpus.texts, "linking", [&](const Document& document) {
    const Links links = link(lexicon, document, options.linking);
    std::string out;
    if (options.explain) {
      append_explained_json(out, ontology, document, links);
    } else {
      append_mentions_json(out, ontology, document, links);
    }
    output.write(out);
    undecided.add(document, links);
    redefined.add(document, links);
    if (!review) return;
    out.clear();
    append_review_json(out, ontology, document, links);
    review->write(out);
  });
  output.finish();
  if (review) review->finish();
  undecided.tell_all(ontology, reviews ? UndecidedForms::Listed::yes : UndecidedForms::Listed::no);
  redefined.tell_all(ontology);
}

/// Answers --why: no mentions, but lines for a person.
void run_why(Session& session, const LinkCommand& options) {
  check_standard_input(options.corpus.texts, options.corpus.ontology);
  const Corpus corpus = find_corpus(session, options.corpus.texts);
  check_output(session, options.corpus, corpus, options.output);
  const Ontology ontology = load_ontology_or_fail(session, options.corpus.ontology);
  const Lexicon lexicon = Lexicon::build(ontology);
  WhyQuestion question(options.why);
  Output output(session.system, options.output);
  read_corpus(session, corpus, options.corpus.texts, "linking", [&](const Document& document) {
    output.write(question.answer(lexicon, ontology, document, options.linking));
  });
  output.finish();
  if (question.is_answered()) return;
  tell("no text says so: " + options.why);
  session.status = std::max(session.status, ExitStatus::negative);
}

}  // namespace

void add_link_command(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand(
      "link", "Find the ontology's names in texts: mentions, one JSON object a line");
  const auto options = std::make_shared<LinkCommand>();
  add_corpus_options(*command, options->corpus);
  add_link_options(*command, options->linking);
  command
      ->add_option_function<std::string>(
          "--overlap",
          [options](const std::string& which) {
            options->linking.overlap = which == "all" ? Overlap::all : Overlap::leftmost_longest;
          },
          "Where names overlap, the longest from the left, or all (longest)")
      ->check(CLI::IsMember({"longest", "all"}).description(""))
      ->type_name("WHICH");
  command->add_option("-o,--output", options->output, "Where to write; - is standard output (-)")
      ->type_name("FILE");
  command
      ->add_option("--review", options->review,
                   "Write what is undecided, or narrowly decided, for a person to look at")
      ->type_name("FILE");
  command->add_flag("--explain", options->explain,
                    "Say why with each mention: its form, and the candidates with their scores");
  command
      ->add_option("--why", options->why,
                   "Say instead why this is linked, or is not: DOCUMENT:START-END, or words")
      ->type_name("PLACE")
      ->excludes("--review", "--explain");
  command->footer(
      std::string("Example:\n  crossroads link -O ontology report.txt > mentions.jsonl\n"
                  "  crossroads link -O ontology report.txt --why 'Blue Helmets'\n") +
      about_texts);
  command->callback([&session, options] {
    options->why.empty() ? run_link(session, *options) : run_why(session, *options);
  });
}

}  // namespace crossroads
