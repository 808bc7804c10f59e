// SPDX-License-Identifier: Apache-2.0
// The first line holds names, parted by "|" ("!" before one: its case counts), the rest is the
// text. What is found keeps its promises and, in short inputs, is what the slow linker finds.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/utf8.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/text/read.hpp"
#include "fuzz/require.hpp"
#include "support/check_links.hpp"
#include "support/naive_linker.hpp"
#include "text/words/broken_words.hpp"

namespace {

using namespace crossroads;

constexpr std::size_t longest_compared = 60;  // the slow one knows no faster way
constexpr std::size_t most_names = 6;

using test::require;

/// White space collapsed to single spaces, as a loaded form's is.
std::string as_loaded(std::string_view text) {
  std::string name;
  for (const char c : text) {
    const bool white = c == ' ' || (c >= '\t' && c <= '\r');
    if (!white) {
      name += c;
    } else if (!name.empty() && name.back() != ' ') {
      name += ' ';
    }
  }
  if (name.ends_with(' ')) name.pop_back();
  return name;
}

std::vector<test::Name> names_in(std::string_view line) {
  std::vector<test::Name> names;
  while (!line.empty() && names.size() < most_names) {
    const std::size_t end = std::min(line.find('|'), line.size());
    const bool exact = line.starts_with('!');
    const std::string name = as_loaded(line.substr(exact ? 1 : 0, end - (exact ? 1 : 0)));
    if (!name.empty()) names.push_back({name, exact, static_cast<EntryId>(names.size())});
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return names;
}

Lexicon lexicon_of(const std::vector<test::Name>& names) {
  Ontology ontology;
  for (const test::Name& name : names) {
    Form form;
    form.text = name.text;
    form.case_rule = name.exact ? CaseRule::exact : CaseRule::ignore;
    ontology.entries.emplace_back().forms.push_back(form);
  }
  return Lexicon::build(ontology);
}

/// The slow linker knows neither normal forms nor what is not seen: ASCII is enough for it.
bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (find_invalid_utf8(input)) return 0;
  const std::size_t line = std::min(input.find('\n'), input.size());
  const std::vector<test::Name> names = names_in(input.substr(0, line));
  const std::string text(input.substr(std::min(line + 1, size)));
  const Lexicon lexicon = lexicon_of(names);

  for (const TextFormat format : {TextFormat::plain, TextFormat::markdown}) {
    const Document document = read_text("fuzz", text, format);
    const Links links = link(lexicon, document);
    const std::string wrong = test::violations(document, links);
    require(wrong.empty(), wrong);
  }
  if (input.size() > longest_compared || !is_ascii(input) || text.empty()) return 0;
  Document whole;
  whole.id = "fuzz";
  whole.bytes = text;
  whole.passages.push_back({{{0, static_cast<std::uint32_t>(text.size())}}, Role::body});
  whole.broken_words = find_broken_words(whole);
  const std::string found =
      test::shown(test::before_choice(link(lexicon, whole, {.reasons = Reasons::on})));
  const std::string expected =
      test::naive_links(names, text, whole.passages[0].ranges, whole.broken_words);
  require(found == expected, "found " + found + ", should " + expected);
  return 0;
}
