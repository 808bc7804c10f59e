// SPDX-License-Identifier: Apache-2.0
// The first line holds names, parted by "|", the rest is the text. Signs before a name: "!" its
// case counts, "?" it does not, "#" it is a label, "~" it is French, "^" it is of the entry before
// it. What is linked keeps its promises under every option and, in short inputs, what is found is
// what the slow linker finds.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/utf8.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/link/symbols.hpp"
#include "crossroads/text/read.hpp"
#include "fuzz/require.hpp"
#include "link/find_names.hpp"
#include "support/check_links.hpp"
#include "support/naive_linker.hpp"
#include "text/words/broken_words.hpp"

namespace {

using namespace crossroads;

constexpr std::size_t longest_compared = 120;  // the slow one knows no faster way
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

/// Reads the signs before a name and takes them away.
test::Name name_of(std::string_view given, std::uint32_t& entries) {
  test::Name name;
  bool same_entry = false;
  for (; !given.empty(); given.remove_prefix(1)) {
    const char sign = given.front();
    if (sign == '!') {
      name.case_rule = CaseRule::exact;
    } else if (sign == '?') {
      name.case_rule = CaseRule::ignore;
    } else if (sign == '#') {
      name.is_label = true;
    } else if (sign == '~') {
      name.lang = "fr";
    } else if (sign == '^') {
      same_entry = entries > 0;
    } else {
      break;
    }
  }
  if (!same_entry) ++entries;
  name.entry = static_cast<EntryId>(entries - 1);
  name.text = as_loaded(given);
  return name;
}

std::vector<test::Name> names_in(std::string_view line) {
  std::vector<test::Name> names;
  std::uint32_t entries = 0;
  while (!line.empty() && names.size() < most_names) {
    const std::size_t end = std::min(line.find('|'), line.size());
    test::Name name = name_of(line.substr(0, end), entries);
    if (!name.text.empty()) names.push_back(std::move(name));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return names;
}

void check_promises(const Lexicon& lexicon, const std::string& text) {
  for (const TextFormat format : {TextFormat::plain, TextFormat::markdown}) {
    const Document document = read_text("fuzz", text, format);
    for (const Overlap overlap : {Overlap::leftmost_longest, Overlap::all}) {
      for (const Anaphora anaphora : {Anaphora::off, Anaphora::on}) {
        const Links links = link(lexicon, document, {.overlap = overlap, .anaphora = anaphora});
        const std::string wrong = test::violations(document, links, overlap);
        require(wrong.empty(), wrong);
      }
    }
  }
}

void compare(const Lexicon& lexicon, const std::vector<test::Name>& names,
             const std::string& text) {
  Document whole;
  whole.id = "fuzz";
  whole.bytes = text;
  whole.passages.push_back({{{0, static_cast<std::uint32_t>(text.size())}}, Role::body});
  whole.broken_words = find_broken_words(whole);
  const test::NaiveLinker naive(names);
  for (const Overlap overlap : {Overlap::leftmost_longest, Overlap::all}) {
    const std::string found = test::shown(find_names(lexicon.data(), whole, overlap));
    const std::string expected = naive.links(whole, overlap);
    require(found == expected, "found " + found + ", should " + expected);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (find_invalid_utf8(input)) return 0;
  const std::size_t line = std::min(input.find('\n'), input.size());
  const std::vector<test::Name> names = names_in(input.substr(0, line));
  const std::string text(input.substr(std::min(line + 1, size)));
  const Ontology ontology = test::ontology_of(names);
  const Lexicon lexicon = Lexicon::build(ontology);
  check_promises(lexicon, text);
  const bool has_symbols = !index_symbols(ontology).empty();  // the slow one knows none
  if (input.size() <= longest_compared && !text.empty() && !has_symbols) {
    compare(lexicon, names, text);
  }
  return 0;
}
