// SPDX-License-Identifier: Apache-2.0
#include "crossroads/graph/edge.hpp"

#include <array>
#include <cmath>

namespace crossroads {
namespace {

constexpr std::array<std::string_view, 4> origins = {"curated", "stated", "co-mentioned",
                                                     "structure"};
constexpr std::array<std::string_view, 2> polarities = {"positive", "negative"};
constexpr std::array<std::string_view, 6> modalities = {"asserted", "possible",    "reported",
                                                        "mandated", "recommended", "predicted"};

template <class Enum, std::size_t n>
std::optional<Enum> from_name(const std::array<std::string_view, n>& names, std::string_view name) {
  for (std::size_t i = 0; i < n; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Origin origin) {
  return origins[static_cast<std::size_t>(origin)];
}
std::string_view to_string(Polarity polarity) {
  return polarities[static_cast<std::size_t>(polarity)];
}
std::string_view to_string(Modality modality) {
  return modalities[static_cast<std::size_t>(modality)];
}

std::optional<Origin> origin_from(std::string_view name) {
  return from_name<Origin>(origins, name);
}
std::optional<Polarity> polarity_from(std::string_view name) {
  return from_name<Polarity>(polarities, name);
}
std::optional<Modality> modality_from(std::string_view name) {
  return from_name<Modality>(modalities, name);
}

double npmi(std::uint64_t both, std::uint64_t x, std::uint64_t y, std::uint64_t windows) {
  if (both == x && both == y) return 1;
  const auto n = static_cast<double>(windows);
  const double p_both = static_cast<double>(both) / n;
  const double p_apart = static_cast<double>(x) / n * (static_cast<double>(y) / n);
  return std::log(p_both / p_apart) / -std::log(p_both);
}

}  // namespace crossroads
