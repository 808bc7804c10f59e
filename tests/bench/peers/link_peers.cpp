// SPDX-License-Identifier: Apache-2.0
// Measures link() against other finders of names; see README.md.
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>
#include <vector>

#include "bench/peers/compare.hpp"
#include "bench/peers/engine.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/pipeline/corpus.hpp"
#include "support/work_folder.hpp"

namespace crossroads::bench {
namespace {

struct Options {
  std::string folder;
  std::size_t rounds = 5;
  std::size_t bytes = 100'000'000;
  std::size_t program_bytes = 8'000'000;  ///< that other programs are given
  std::size_t build_rounds = 3;
  bool programs = true;
  std::vector<std::string> cases = {};
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

double megabytes(const BenchText& text, std::size_t documents) {
  return static_cast<double>(text.cuts[documents - 1].end) * 1e-6;
}

struct Contestant {
  std::unique_ptr<Engine> engine;
  std::size_t documents = 0;
  std::vector<double> rates = {};  ///< MB/s
  std::size_t places = 0;
  std::string failure = {};
};

/// One list of names on one text.
class Case {
 public:
  Case(const Options& options, const std::string& names, const BenchText& text)
      : options_(options),
        names_(read_names(options.folder + "/" + names + ".txt")),
        reference_(names_),
        text_(text) {
    add(our_engine(names_), text.cuts.size());
    add(hyperscan_engine(names_, Patterns::literals), text.cuts.size());
    if (names_.size() < 1000) {
      add(hyperscan_engine(names_, Patterns::expressions), text.cuts.size());
    }
    if (!options.programs) return;
    std::size_t documents = 0;
    while (documents < text.cuts.size() && text.cuts[documents].begin < options.program_bytes)
      ++documents;
    for (const Program program : {Program::pyahocorasick, Program::ripgrep, Program::grep}) {
      // The others do not end with so many names.
      if (program != Program::pyahocorasick && names_.size() > 10'000) continue;
      add(program_engine(names_, program, reference_, work_.at(".")), documents);
    }
  }

  /// Whether all found what they should.
  bool run() {
    bool right = true;
    for (std::size_t round = 0; round < options_.rounds; ++round) {
      for (std::size_t i = 0; i < contestants_.size(); ++i) {
        right = measure(contestants_[(i + round) % contestants_.size()], round == 0) && right;
      }
    }
    return right;
  }

  void show() {
    const Comparison& ours = comparison_;
    std::printf(
        "  link finds %zu places as they are written, %zu more by its rules (over %zu as written), "
        "and leaves out %zu in addresses, capitals, broken words and over passages; unexplained: "
        "%zu\n",
        ours.both, ours.more, ours.covered, ours.left_out, ours.unexplained);
    std::printf("  %-24s %8s %8s %12s %10s %8s\n", "", "MB/s", "link/it", "places", "compiled",
                "B/name");
    for (const Contestant& c : contestants_) {
      if (!c.failure.empty()) {
        std::printf("  %-24s %s\n", c.engine->name.c_str(), c.failure.c_str());
        continue;
      }
      const double rate = median(c.rates);
      std::printf("  %-24s %8.1f %8.2f %12zu %8.0f ms %8.0f\n", c.engine->name.c_str(), rate,
                  median(contestants_.front().rates) / rate, c.places,
                  c.engine->build_seconds * 1e3,
                  static_cast<double>(c.engine->build_bytes) / static_cast<double>(names_.size()));
    }
  }

 private:
  void add(std::unique_ptr<Engine> engine, std::size_t documents) {
    if (engine != nullptr) contestants_.push_back({std::move(engine), documents});
  }

  bool measure(Contestant& contestant, bool first) {
    if (!contestant.failure.empty()) return true;
    Engine::Found found;
    try {
      found = contestant.engine->find(text_, contestant.documents);
    } catch (const Error& error) {
      contestant.failure = error.what();
      return true;
    }
    contestant.rates.push_back(megabytes(text_, contestant.documents) / found.seconds);
    contestant.places = found.places.size();
    return !first || check(contestant, found.places);
  }

  bool check(const Contestant& contestant, const Places& found) {
    if (expected_.empty()) {
      for (std::size_t i = 0; i < text_.cuts.size(); ++i) {
        for (const Span place : reference_.find(text_.unbroken_of(i))) {
          expected_.push_back({place.begin + text_.cuts[i].begin, place.end + text_.cuts[i].begin});
        }
      }
    }
    if (&contestant == &contestants_.front()) {
      comparison_ = compare_with_link(text_, reference_, found, expected_);
      if (comparison_.unexplained == 0) return true;
      std::printf("WRONG: %zu differences, the first: %s\n", comparison_.unexplained,
                  comparison_.first.c_str());
      return false;
    }
    const std::uint32_t end = text_.cuts[contestant.documents - 1].end;
    const auto last = std::find_if(expected_.begin(), expected_.end(),
                                   [&](Span place) { return place.begin >= end; });
    const std::string difference =
        first_difference(text_.unbroken, Places(expected_.begin(), last), found);
    if (difference.empty()) return true;
    std::printf("WRONG: %s: %zu places instead of %zu; the first: %s\n",
                contestant.engine->name.c_str(), found.size(),
                static_cast<std::size_t>(last - expected_.begin()), difference.c_str());
    return false;
  }

  const Options& options_;
  test::WorkFolder work_{"peers"};
  std::vector<ListedName> names_;
  Reference reference_;
  const BenchText& text_;
  Places expected_;
  std::vector<Contestant> contestants_;
  Comparison comparison_;
};

Ontology our_ontology() {
  LoadResult result =
      load_ontology(read_ontology_files(*real_system(), {CROSSROADS_SOURCE_DIR "/ontology"}));
  if (result.has_errors()) throw Error(ErrorKind::input, "our ontology has errors");
  return std::move(result.ontology);
}

/// Reading, linking with our ontology, and writing JSON Lines: MB/s, one for each round.
std::vector<double> measure_whole(const BenchText& text, std::size_t rounds) {
  const Ontology ontology = our_ontology();
  const Lexicon lexicon = Lexicon::build(ontology);
  std::vector<double> rates;
  for (std::size_t round = 0; round < rounds; ++round) {
    const double begin = thread_seconds();
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.cuts.size(); ++i) {
      const Document document = read_cut(text, i);
      std::string out;
      append_mentions_json(out, ontology, document, link(lexicon, document));
      written += out.size();
    }
    if (written > 0)
      rates.push_back(megabytes(text, text.cuts.size()) / (thread_seconds() - begin));
  }
  return rates;
}

bool run_text(const Options& options, const std::string& text_name,
              const std::vector<std::string>& lists) {
  const BenchText text = read_bench_text(options.folder + "/" + text_name + ".txt", options.bytes);
  bool right = true;
  for (const std::string& list : lists) {
    Case one(options, list, text);
    std::printf("%s on %s, %.1f MB\n", list.c_str(), text_name.c_str(),
                megabytes(text, text.cuts.size()));
    right = one.run() && right;
    one.show();
    std::fflush(stdout);
  }
  std::printf("read, link with our ontology and write JSON Lines, %s: %.1f MB/s\n\n",
              text_name.c_str(), median(measure_whole(text, options.rounds)));
  return right;
}

std::size_t number_of(const char* text) {
  std::size_t number = 0;
  const char* end = text + std::strlen(text);
  const auto [stop, error] = std::from_chars(text, end, number);
  if (error != std::errc() || stop != end || number == 0) {
    throw Error(ErrorKind::input, std::string(text) + ": no number");
  }
  return number;
}

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--no-programs") {
      options.programs = false;
    } else if (argument.starts_with("--rounds=")) {
      options.rounds = number_of(argv[i] + std::strlen("--rounds="));
    } else if (argument.starts_with("--bytes=")) {
      options.bytes = number_of(argv[i] + std::strlen("--bytes="));
    } else if (argument.starts_with("--program-bytes=")) {
      options.program_bytes = number_of(argv[i] + std::strlen("--program-bytes="));
    } else if (argument.starts_with("-")) {
      throw Error(ErrorKind::input, argument + ": no such option");
    } else if (options.folder.empty()) {
      options.folder = argument;
    } else {
      options.cases.push_back(argument);
    }
  }
  if (options.folder.empty()) {
    throw Error(ErrorKind::input,
                "usage: link_peers [--rounds=N] [--bytes=N] [--program-bytes=N] [--no-programs] "
                "FOLDER [NAMES:TEXT...]");
  }
  if (options.cases.empty()) {
    options.cases = {"names-320:dense", "names-320:other", "names-100k:other", "names-1m:other",
                     "names-wordnet:other"};
  }
  return options;
}

int run(const Options& options) {
  bool right = true;
  for (const std::string text : {"dense", "other"}) {
    std::vector<std::string> lists;
    for (const std::string& one : options.cases) {
      const std::size_t colon = std::min(one.find(':'), one.size());
      if (one.substr(std::min(colon + 1, one.size())) == text)
        lists.push_back(one.substr(0, colon));
    }
    if (!lists.empty()) right = run_text(options, text, lists) && right;
  }
  return right ? 0 : 1;
}

}  // namespace
}  // namespace crossroads::bench

int main(int argc, char** argv) {
  try {
    return crossroads::bench::run(crossroads::bench::parse(argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "link_peers: %s\n", error.what());
    return 2;
  }
}
