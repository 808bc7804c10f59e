// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/lexicon.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "crossroads/core/utf8.hpp"
#include "link/lexicon_data.hpp"
#include "link/words.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

std::uint32_t intern(TextIndex& index, std::string_view text) {
  return index.try_emplace(std::string(text), static_cast<std::uint32_t>(index.size()))
      .first->second;
}

}  // namespace

CaseRule case_rule_by_shape(std::string_view form) {
  int capitals = 0;
  bool digit = false;
  for (std::size_t at = 0; at < form.size();) {
    const CodePoint point = code_point_at(form, at);
    at += point.size;
    const auto character = static_cast<UChar32>(point.value);
    if (!u_isalnum(character)) {
      capitals = 0;
      digit = false;
      continue;
    }
    if (u_isupper(character)) ++capitals;
    if (u_isdigit(character)) digit = true;
    if (capitals >= 2 || (capitals >= 1 && digit)) return CaseRule::exact;
  }
  return CaseRule::ignore;
}

std::optional<std::uint32_t> Lexicon::Data::next(std::uint32_t node, std::string_view gap,
                                                 std::uint32_t word) const {
  const auto known_gap = gaps.find(gap);
  if (known_gap == gaps.end()) return std::nullopt;
  const auto edge = edges.find(Edge{node, known_gap->second, word});
  if (edge == edges.end()) return std::nullopt;
  return edge->second;
}

std::optional<std::uint32_t> Lexicon::Data::find_word(std::string_view folded) const {
  const auto word = words.find(folded);
  if (word == words.end()) return std::nullopt;
  return word->second;
}

void Lexicon::Data::add(const Form& form, EntryId entry) {
  const CaseRule rule =
      form.case_rule == CaseRule::by_shape ? case_rule_by_shape(form.text) : form.case_rule;
  add(form.text, {.entry = entry, .exact = rule == CaseRule::exact});
}

void Lexicon::Data::add(const DerivedForm& form, EntryId entry) {
  add(form.text, {.entry = entry,
                  .exact = form.case_rule == CaseRule::exact,
                  .derived = true,
                  .in_notes_only = form.in_notes_only});
}

void Lexicon::Data::add(std::string_view text, Ending ending) {
  const std::array whole{Span{0, static_cast<std::uint32_t>(text.size())}};
  const std::vector<Word> parts = words_of(text, whole);
  if (parts.empty()) return;
  std::uint32_t node = 0;
  std::uint32_t before = 0;
  std::string spelled;
  for (const Word& part : parts) {
    const std::string_view word = text.substr(part.span.begin, part.span.size());
    spelled += part.before;
    spelled += compose(word);
    const std::string key = fold(word);
    longest_word = std::max(longest_word, key.size());
    const Edge edge{node, intern(gaps, part.before), intern(words, key)};
    const auto [at, is_new] = edges.try_emplace(edge, static_cast<std::uint32_t>(endings.size()));
    if (is_new) endings.emplace_back();
    node = at->second;
    if (part.before == "-") compounds.insert(pair(before, edge.word));
    before = edge.word;
  }
  if (ending.exact) ending.spelled = std::move(spelled);
  endings[node].push_back(std::move(ending));
}

Lexicon::Lexicon(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Lexicon Lexicon::build(const Ontology& ontology) {
  auto data = std::make_unique<Data>();
  for (std::size_t i = 0; i < ontology.entries.size(); ++i) {
    const Entry& entry = ontology.entries[i];
    for (const Form& form : entry.forms) {
      if (!form.banned) data->add(form, static_cast<EntryId>(i));
    }
    if (!ontology.is_any_of(entry, {"person"})) continue;
    for (const DerivedForm& form : person_forms(entry)) data->add(form, static_cast<EntryId>(i));
  }
  data->symbols = index_symbols(ontology);
  return Lexicon(std::move(data));
}

}  // namespace crossroads
