// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes: an error about the input, or a graph that is written and read back the same.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "crossroads/core/error.hpp"
#include "crossroads/store/graph_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossroads;
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  try {
    const std::string once = write_graph_json(read_graph_json(json, "fuzz"));
    const std::string twice = write_graph_json(read_graph_json(once, "fuzz"));
    if (once != twice) {
      std::fprintf(stderr, "violated: reading back changed the graph\n");
      std::abort();
    }
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
  }
  return 0;
}
