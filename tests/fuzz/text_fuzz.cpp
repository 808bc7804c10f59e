// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes: an error with a place, or a document that keeps its promises.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "crossroads/core/error.hpp"
#include "crossroads/core/utf8.hpp"
#include "crossroads/text/read.hpp"
#include "crossroads/text/repair.hpp"
#include "support/check_document.hpp"

namespace {

using namespace crossroads;

/// One line, well-formed, with nothing that a repair leaves out, and the same when repaired again.
void check_repaired(const Document& document, const Passage& passage) {
  const std::string line = repaired(document, passage);
  const bool kept = line.find_first_of("\t\r\n\f\v") == line.npos && line.find("  ") == line.npos &&
                    !line.starts_with(' ') && !line.ends_with(' ') &&
                    line.find("\u00AD") == line.npos && !find_invalid_utf8(line) &&
                    repaired(line) == line;
  if (kept) return;
  std::fprintf(stderr, "repaired as: %s\n", line.c_str());
  std::abort();
}

void check(const std::string& bytes, TextFormat format) {
  try {
    const Document document = read_text("fuzz", bytes, format);
    const std::string wrong = test::violations(document);
    if (!wrong.empty() || document.bytes != bytes) {
      std::fprintf(stderr, "violated: %s\n", wrong.c_str());
      std::abort();
    }
    for (const Passage& passage : document.passages) check_repaired(document, passage);
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
