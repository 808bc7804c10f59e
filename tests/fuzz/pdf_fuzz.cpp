// SPDX-License-Identifier: Apache-2.0
// Whatever poppler's programs may write: a document that keeps its promises. The fonts follow the
// words in one input.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "support/check_document.hpp"
#include "text/pdf/document.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossroads;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t fonts = std::min(bytes.find("<pdf2xml"), bytes.size());
  const std::string_view all = bytes;
  const Document document =
      pdf_document("fuzz", read_pdf_source(all.substr(0, fonts), all.substr(fonts)), {});
  const std::string wrong = test::violations(document);
  if (!wrong.empty()) {
    std::fprintf(stderr, "violated: %s\n", wrong.c_str());
    std::abort();
  }
  return 0;
}
