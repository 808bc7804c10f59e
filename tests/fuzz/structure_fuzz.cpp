// SPDX-License-Identifier: Apache-2.0
// Whatever a structure file says, to the first line feed, of whatever text stands behind it: an
// error, or a document that keeps its promises; and what is understood of a text, written as such a
// file, is obeyed.
#include <cstdint>
#include <string>

#include "crossroads/core/error.hpp"
#include "crossroads/text/read.hpp"
#include "crossroads/text/structure.hpp"
#include "fuzz/require.hpp"
#include "support/check_document.hpp"
#include "support/dump_document.hpp"

namespace {

using namespace crossroads;

using test::require;

void check_file(const std::string& json, const std::string& text) {
  try {
    const Structure structure = read_structure(json, "fuzz");
    const Document document = read_text("fuzz", text, TextFormat::plain, {true, &structure});
    require(test::violations(document).empty(), "a document that is obeyed keeps its promises");
  } catch (const Error& error) {
    require(error.kind() == ErrorKind::input, "what is wrong is the input");
  }
}

void check_round(const std::string& text) {
  try {
    const Document first = read_text("fuzz", text, TextFormat::plain);
    std::string json;
    append_structure_json(json, first);
    const Structure structure = read_structure(json, "fuzz");
    const Document second = read_text("fuzz", text, TextFormat::plain, {true, &structure});
    require(test::dump(first) == test::dump(second), "the same passages");
    require(test::dump_outline(first) == test::dump_outline(second), "the same outline");
  } catch (const Error& error) {
    require(error.kind() == ErrorKind::input, "what is wrong is the input");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = bytes.find('\n');
  if (line != std::string::npos) check_file(bytes.substr(0, line), bytes.substr(line + 1));
  check_round(bytes);
  return 0;
}
