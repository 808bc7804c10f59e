// SPDX-License-Identifier: Apache-2.0
#include "cli/corpus.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <limits>
#include <optional>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/text/repair.hpp"

namespace crossroads {
namespace {

/// A line that is written over itself, on a terminal only.
Progress progress_line(System& system, const char* verb) {
  if (!system.standard_error_is_terminal()) return {};
  return [verb](std::size_t done, std::size_t all) {
    fmt::print(stderr, "\r{} {} of {} ", verb, done + 1, all);
    std::fflush(stderr);
  };
}

void clear_progress_line(System& system) {
  if (system.standard_error_is_terminal()) fmt::print(stderr, "\r\033[K");
}

/// "300", "64K", "1M", "4G": units of 1,024.
std::optional<std::uint64_t> size_from(const std::string& text) {
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc()) return std::nullopt;
  unsigned shift = 0;
  if (read.ptr != end) {
    constexpr std::string_view units = "kKmMgG";
    const std::size_t unit = units.find(*read.ptr);
    if (unit == units.npos || read.ptr + 1 != end) return std::nullopt;
    shift = static_cast<unsigned>(unit / 2 + 1) * 10;
  }
  if (number == 0 || number > std::numeric_limits<std::uint64_t>::max() >> shift) {
    return std::nullopt;
  }
  return number << shift;
}

CorpusReadOptions reading_of(const TextOptions& options) {
  CorpusReadOptions reading;
  const auto size = size_from(options.max_bytes);
  if (!size) {
    throw Error(ErrorKind::question, fmt::format("--max-bytes {}: is no size", options.max_bytes),
                "a number of bytes, or of units of 1,024 with K, M or G behind it");
  }
  reading.max_bytes = *size;
  if (!options.encoding.empty() && !is_encoding(options.encoding)) {
    throw Error(ErrorKind::question,
                fmt::format("--encoding {}: there is no such encoding", options.encoding),
                "windows-1252, iso-8859-1 and utf-16le are some");
  }
  reading.reading.encoding = options.encoding;
  return reading;
}

void tell_skipped(const Corpus& corpus) {
  if (corpus.skipped.empty()) return;
  std::vector<std::pair<std::string, std::size_t>> endings(corpus.skipped.begin(),
                                                           corpus.skipped.end());
  std::stable_sort(endings.begin(), endings.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::size_t files = 0;
  std::vector<std::string> counts;
  for (const auto& [ending, count] : endings) {
    files += count;
    counts.push_back(fmt::format("{} {}", ending, count));
  }
  tell(fmt::format("skipped {} of other kinds ({})", counted(files, "file"),
                   fmt::join(counts, ", ")));
}

void tell_findings(const Corpus& corpus) {
  std::size_t errors = 0;
  for (const Diagnostic& finding : corpus.findings) {
    fmt::print(stderr, "{}\n", format(finding));
    if (finding.severity == Severity::error) ++errors;
  }
  if (errors == 0) return;
  throw Error(ErrorKind::input,
              fmt::format("what is said of the texts has {}", counted(errors, "error")),
              "mend what is listed above");
}

}  // namespace

const char* const about_texts =
    "Texts are files, folders, patterns in quotation marks ('reports/**/*.pdf'), or lists\n"
    "(--files-from). Read are plain text, Markdown, HTML, TEI XML, JSON Lines, PDF, DOCX, ODT and\n"
    "EPUB; in folders, files of other kinds are counted and skipped. What can't be read is named,\n"
    "and the rest goes on (exit status 6). A corpus.json beside the texts says more of them:\n"
    "  {\"default\": {\"language\": \"en\"},\n"
    "   \"texts\": {\"report.pdf\": {\"title\": \"…\", \"authors\": [\"…\"], \"date\": "
    "\"2015-06-16\"}}}";

void add_text_options(CLI::App& command, TextOptions& options) {
  command
      .add_option("TEXT", options.texts,
                  "Files, folders, patterns in quotation marks, or - for standard input")
      ->type_name("");
  command
      .add_option("--files-from", options.files_from,
                  "A list of more texts, a path a line; - is standard input")
      ->type_name("FILE");
  command.add_option("--root", options.root, "Call texts by their paths below DIR")
      ->type_name("DIR");
  command
      .add_option("--encoding", options.encoding,
                  "What text files are in that are not UTF-8: windows-1252, latin1, …")
      ->type_name("NAME");
  command
      .add_option("--max-bytes", options.max_bytes,
                  "Leave larger files and pipes out; K, M, G are units (4G)")
      ->type_name("N");
}

void add_link_options(CLI::App& command, LinkOptions& options) {
  command.add_flag_callback(
      "--anaphora", [&options] { options.anaphora = Anaphora::on; },
      "Also link shorter names where a text explains them: the Council, after Security Council");
}

void add_corpus_options(CLI::App& command, CorpusOptions& options) {
  // One value an option, so that the texts behind it are not taken for more ontologies.
  command
      .add_option("-O,--ontology", options.ontology,
                  "An XML file or a folder of them; may be given more than once")
      ->required()
      ->allow_extra_args(false)
      ->type_name("ONTOLOGY");
  add_text_options(command, options.texts);
}

Corpus find_corpus(Session& session, const TextOptions& options) {
  if (options.texts.empty() && options.files_from.empty()) {
    throw Error(ErrorKind::question, "no text is named", "name files or folders, or --files-from");
  }
  check_standard_input(options);
  reading_of(options);
  Corpus corpus = find_texts(session.system, options.texts, {options.root, options.files_from});
  tell_skipped(corpus);
  tell_findings(corpus);
  return corpus;
}

void read_corpus(Session& session, const Corpus& corpus, const TextOptions& options,
                 const char* verb, const std::function<void(Document)>& take) {
  std::vector<std::string> left_out;
  const auto tell_left_out = [&] {
    clear_progress_line(session.system);
    for (const std::string& problem : left_out) tell("left out: " + problem);
    if (!left_out.empty()) session.status = ExitStatus::partial;
  };
  try {
    read_corpus(
        session.system, corpus, reading_of(options), take,
        [&](const Error& error) {
          left_out.push_back(error.remedy().empty()
                                 ? error.what()
                                 : fmt::format("{} ({})", error.what(), error.remedy()));
        },
        progress_line(session.system, verb));
  } catch (...) {
    tell_left_out();
    throw;
  }
  tell_left_out();
}

void check_standard_input(const TextOptions& options, const std::vector<std::string>& ontology) {
  if (std::count(options.texts.begin(), options.texts.end(), "-") +
          std::count(ontology.begin(), ontology.end(), "-") + (options.files_from == "-" ? 1 : 0) >
      1) {
    throw Error(ErrorKind::question, "standard input (-) can be read only once");
  }
}

std::vector<std::string> inputs_of(Session& session, const CorpusOptions& options,
                                   const Corpus& corpus) {
  std::vector<std::string> inputs = find_ontology_files(session.system, options.ontology);
  for (const CorpusFile& file : corpus.files) inputs.push_back(file.path);
  if (!options.texts.files_from.empty()) inputs.push_back(options.texts.files_from);
  return inputs;
}

void check_output(Session& session, const CorpusOptions& options, const Corpus& corpus,
                  const std::string& output) {
  if (output == "-") return;
  refuse_as_output(session.system, output);
  if (session.system.kind_of(output) == FileKind::none) return;
  for (const std::string& input : inputs_of(session, options, corpus)) {
    if (!session.system.is_same_file(input, output)) continue;
    throw Error(ErrorKind::question,
                fmt::format("{}: is an input, and would be overwritten", output),
                "name another file with -o");
  }
}

void UndecidedForms::add(const Document& document, const Links& links) {
  for (const Undecided& undecided : links.undecided) {
    Form& form = forms_[document.bytes.substr(undecided.span.begin, undecided.span.size())];
    form.candidates = undecided.candidates;
    ++form.places;
  }
}

void UndecidedForms::tell_all(const Ontology& ontology, Listed listed) const {
  std::size_t places = 0;
  for (const auto& [text, form] : forms_) places += form.places;
  if (places == 0) return;
  tell(fmt::format("{} left unlinked, for the form is of several entries:",
                   counted(places, "place")));
  for (const auto& [text, form] : forms_) {
    std::vector<std::string> ids;
    for (const EntryId candidate : form.candidates) ids.push_back(ontology.entry(candidate).id);
    fmt::print(stderr, "  {} ({}): {}\n", printable_line(text), form.places, fmt::join(ids, ", "));
  }
  if (listed == Listed::no) tell("hint: crossroads link --review FILE lists them for a decision");
}

void RedefinedForms::add(const Document& document, const Links& links) {
  for (const Redefined& redefined : links.redefined) {
    const Passage& passage = document.passages[redefined.passage];
    const std::string long_form = repaired(document, passage, redefined.long_form);
    forms_.try_emplace({repaired(document, passage, redefined.short_form), ascii_lower(long_form)},
                       Form{long_form, document.id, redefined.entries});
  }
}

void RedefinedForms::tell_all(const Ontology& ontology) const {
  if (forms_.empty()) return;
  tell(fmt::format("{} of the ontology {} something else in a text, and not linked there:",
                   counted(forms_.size(), "form"), forms_.size() == 1 ? "is" : "are"));
  for (const auto& [key, form] : forms_) {
    std::vector<std::string> ids;
    for (const EntryId entry : form.entries) ids.push_back(ontology.entry(entry).id);
    fmt::print(stderr, "  {} ({}): {} in {}\n", printable_line(key.first), fmt::join(ids, ", "),
               printable_line(form.long_form), printable_line(form.document));
  }
}

}  // namespace crossroads
