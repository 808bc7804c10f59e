// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes: an error about the input, or mentions that score fully against themselves,
// and, the first half against the rest, in numbers that add up.
#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "crossroads/core/error.hpp"
#include "crossroads/link/agreement.hpp"
#include "crossroads/link/score.hpp"
#include "fuzz/require.hpp"

using namespace crossroads;

namespace {

void check(const std::vector<Annotation>& mentions) {
  std::uint64_t needed = 0;
  for (const Annotation& mention : mentions) needed += mention.optional ? 0U : 1U;
  const Score itself = score(mentions, mentions, {.by = ScoreBy::kind});
  test::require(itself.all.exact.right == needed && itself.errors.empty(),
                "mentions are right by themselves");
  const auto middle = mentions.begin() + static_cast<std::ptrdiff_t>(mentions.size() / 2);
  const std::vector<Annotation> first(mentions.begin(), middle);
  const std::vector<Annotation> second(middle, mentions.end());
  const Score halves = score(first, second, {.unknown = UnknownEntries::aside});
  test::require(halves.all.exact.right <= std::min(first.size(), second.size()),
                "no more is right than there is");
  const Kappa kappa = rate_places(first, second, RatedPlaces::either).kappa();
  test::require(kappa.agreed <= kappa.units, "no more is agreed on than there is");
  test::require(!kappa.value || (*kappa.value >= -1.000001 && *kappa.value <= 1.000001),
                "kappa is from -1 to 1");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto attempt = [](const auto& read) {
    try {
      read();
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::input) throw;
    }
  };
  attempt([&] { check(read_annotations(bytes, "fuzz", {.limits = {.lines = 200}})); });
  attempt([&] { read_entry_names(bytes, "fuzz"); });
  attempt([&] { read_annotated_ranges(bytes, "fuzz"); });
  return 0;
}
