// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes: an error with a place, or a document that keeps its promises.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "crossroads/core/error.hpp"
#include "crossroads/text/read.hpp"
#include "support/check_document.hpp"

namespace {

using namespace crossroads;

void check(const std::string& bytes, TextFormat format) {
  try {
    const Document document = read_text("fuzz", bytes, format);
    const std::string wrong = test::violations(document);
    if (!wrong.empty() || document.bytes != bytes) {
      std::fprintf(stderr, "violated: %s\n", wrong.c_str());
      std::abort();
    }
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  check(bytes, TextFormat::plain);
  check(bytes, TextFormat::markdown);
  return 0;
}
