// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>

#include <algorithm>
#include <ctime>

#include "bench/peers/engine.hpp"
#include "crossroads/link/link.hpp"

namespace crossroads::bench {
namespace {

class OurEngine : public Engine {
 public:
  explicit OurEngine(const std::vector<ListedName>& names)
      : ontology_(ontology_of(names)), lexicon_(measured_build()) {
    name = "link";
  }

  Found find(const BenchText& text, std::size_t documents) override {
    std::vector<Links> links(documents);
    const double begin = thread_seconds();
    for (std::size_t i = 0; i < documents; ++i) links[i] = link(lexicon_, text.documents[i]);
    Found found;
    found.seconds = thread_seconds() - begin;
    for (std::size_t i = 0; i < documents; ++i) add(found.places, links[i], text.cuts[i].begin);
    return found;
  }

 private:
  Lexicon measured_build() {
    const std::size_t before = allocated_bytes();
    const double begin = thread_seconds();
    Lexicon lexicon = Lexicon::build(ontology_);
    build_seconds = thread_seconds() - begin;
    build_bytes = allocated_bytes() - before;
    return lexicon;
  }

  /// An undecided place is found as well: the peers do not ask which entry bears the name.
  static void add(Places& places, const Links& links, std::uint32_t offset) {
    Places all;
    for (const Mention& mention : links.mentions) all.push_back(mention.span);
    for (const Undecided& undecided : links.undecided) all.push_back(undecided.span);
    std::sort(all.begin(), all.end());
    for (const Span place : all) places.push_back({place.begin + offset, place.end + offset});
  }

  Ontology ontology_;
  Lexicon lexicon_;
};

}  // namespace

double thread_seconds() {
  std::timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

std::size_t allocated_bytes() {
  const struct mallinfo2 info = ::mallinfo2();
  return info.uordblks + info.hblkhd;
}

std::unique_ptr<Engine> our_engine(const std::vector<ListedName>& names) {
  return std::make_unique<OurEngine>(names);
}

}  // namespace crossroads::bench
