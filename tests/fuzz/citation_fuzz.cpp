// SPDX-License-Identifier: Apache-2.0
// Whatever stands in a note: works whose fields lie in it, references to works that there are, and
// symbols in order.
#include <cstdint>
#include <string>
#include <string_view>

#include "crossroads/core/utf8.hpp"
#include "crossroads/link/symbols.hpp"
#include "crossroads/text/citation.hpp"
#include "fuzz/require.hpp"

namespace {

using namespace crossroads;
using test::require;

void check_field(const Document& document, const CitedWork& work, const CitedField& field) {
  const Span whole = document.passages[work.passage].span();
  require(field.empty() ? field.span.empty() : whole.contains(field.span), "a field lies outside");
  require(!find_invalid_utf8(field.text), "a field is cut within a character");
}

void check(const std::string& text, Role role) {
  Document document;
  document.id = "fuzz";
  document.bytes = text;
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::uint32_t half = size / 2;
  const bool splits = half > 0 && (static_cast<unsigned char>(text[half]) & 0xC0U) != 0x80U;
  if (splits) document.passages.push_back({{{0, half}}, role});
  document.passages.push_back({{{splits ? half : 0, size}}, role});

  const Citations found = find_citations(document);
  for (const CitedWork& work : found.works) {
    require(document.passages[work.passage].span().contains(work.span), "a work lies outside");
    for (const CitedField* field :
         {&work.title, &work.year, &work.date, &work.container, &work.volume, &work.issue,
          &work.pages, &work.publisher, &work.place, &work.symbol}) {
      check_field(document, work, *field);
    }
    for (const CitedField* field : {&work.url, &work.doi}) {  // in a later note of its page, too
      require(field->span.end <= size && !find_invalid_utf8(field->text),
              "an address lies outside");
    }
    for (const auto* names : {&work.authors, &work.editors}) {
      for (const CitedName& name : *names) {
        require(!name.family.empty() && !find_invalid_utf8(name.family), "no name");
        require(name.span.end <= size, "a name lies outside");  // "Id." has those of a work before
      }
    }
  }
  for (const Citation& citation : found.citations) {
    require(citation.work < found.works.size(), "a citation of no work");
    require(document.passages[citation.passage].span().contains(citation.span),
            "a citation lies outside");
  }
  std::uint32_t last = 0;
  for (const SymbolPlace& place : find_symbols(document)) {
    require(last <= place.span.begin && place.span.begin < place.span.end, "symbols out of order");
    require(!place.symbols.empty(), "a place without a symbol");
    last = place.span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (text.empty() || find_invalid_utf8(text)) return 0;
  check(text, Role::note);
  check(text, Role::reference);
  return 0;
}
