// SPDX-License-Identifier: Apache-2.0
#include "bench/peers/engine.hpp"

namespace crossroads::bench {

std::unique_ptr<Engine> hyperscan_engine(const std::vector<ListedName>& /*names*/,
                                         Patterns /*patterns*/) {
  return nullptr;
}

}  // namespace crossroads::bench
