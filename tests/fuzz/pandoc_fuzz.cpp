// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes, as pandoc's answer or as a page: an error, or a document that keeps its
// promises.
#include <cstdint>
#include <string>

#include "crossroads/core/error.hpp"
#include "crossroads/core/utf8.hpp"
#include "fuzz/require.hpp"
#include "support/check_document.hpp"
#include "text/pandoc/ast.hpp"
#include "text/pandoc/html_source.hpp"

namespace {

using namespace crossroads;
using test::require;

void check_answer(const std::string& bytes, const AstOptions& ast) {
  try {
    const Document document = read_pandoc_ast("fuzz", bytes, ast, {});
    const std::string wrong = test::violations(document);
    require(wrong.empty(), wrong);
    require(!find_invalid_utf8(document.bytes), "not UTF-8");
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
  }
}

void check_page(const std::string& bytes) {
  const std::string html = html_in_utf8(bytes);
  require(!find_invalid_utf8(html), "not UTF-8");
  try {
    html_for_pandoc(html, "fuzz");
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  check_answer(bytes, {});
  check_answer(bytes,
               {.take = AstOptions::Take::main_element, .title = AstOptions::Title::in_meta});
  check_page(bytes);
  return 0;
}
