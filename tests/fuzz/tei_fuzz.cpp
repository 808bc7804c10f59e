// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes: an error, or a document that keeps its promises.
#include <cstdint>
#include <string>

#include "crossroads/core/error.hpp"
#include "crossroads/core/utf8.hpp"
#include "fuzz/require.hpp"
#include "support/check_document.hpp"
#include "text/readers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossroads;
  using test::require;
  try {
    const Document document =
        read_tei("fuzz", std::string(reinterpret_cast<const char*>(data), size), {});
    const std::string wrong = test::violations(document);
    require(wrong.empty(), wrong);
    require(!find_invalid_utf8(document.bytes), "not UTF-8");
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
  }
  return 0;
}
