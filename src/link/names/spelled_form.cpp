// SPDX-License-Identifier: Apache-2.0
#include "link/names/spelled_form.hpp"

#include <algorithm>
#include <array>

#include "crossroads/core/utf8.hpp"
#include "link/names/word_key.hpp"
#include "link/words.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

enum class Byte : char { gap, word, other };

constexpr auto bytes = [] {
  std::array<Byte, 256> kinds{};
  for (std::size_t i = 0; i < 256; ++i) {
    const bool word = (i >= 'a' && i <= 'z') || (i >= 'A' && i <= 'Z') || (i >= '0' && i <= '9');
    kinds[i] = word ? Byte::word : i < ' ' || i >= 0x80 ? Byte::other : Byte::gap;
  }
  return kinds;
}();

Byte kind_of(char c) {
  return bytes[static_cast<unsigned char>(c)];
}

/// The same for ASCII without white space but single spaces; false where there is more.
bool spell_plain(std::string_view form, SpelledForm& out) {
  while (!form.empty() && kind_of(form.front()) == Byte::gap) form.remove_prefix(1);
  while (!form.empty() && kind_of(form.back()) == Byte::gap) form.remove_suffix(1);
  std::uint32_t begin = 0;
  bool in_word = false;
  for (std::uint32_t at = 0; at < form.size(); ++at) {
    const Byte kind = kind_of(form[at]);
    if (kind == Byte::other || (form[at] == ' ' && form[at - 1] == ' ')) return false;
    if (kind == Byte::word && !in_word) begin = at;
    if (kind == Byte::gap && in_word) out.words.push_back({begin, at});
    in_word = kind == Byte::word;
  }
  if (in_word) out.words.push_back({begin, static_cast<std::uint32_t>(form.size())});
  out.text = form;
  return true;
}

std::string visible(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    if (!is_invisible(point.value)) append_utf8(out, without_width(point.value));
    at += point.size;
  }
  return out;
}

}  // namespace

void SpelledForm::clear() {
  text.clear();
  words.clear();
  ascii = true;
}

void SpelledForm::add(std::string_view before, std::string_view word) {
  if (!words.empty()) text += before;
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += word;
  words.push_back({begin, static_cast<std::uint32_t>(text.size())});
}

bool spell(std::string_view form, SpelledForm& out) {
  out.clear();
  if (spell_plain(form, out)) return !out.words.empty();
  out.clear();
  const std::array whole{Span{0, static_cast<std::uint32_t>(form.size())}};
  for (const Word& word : words_of(form, whole)) {
    const std::string_view spelled = form.substr(word.span.begin, word.span.size());
    if (word_key(spelled).empty() || (word.barrier && !out.words.empty())) return false;
    out.add(word.before, visible(spelled));
  }
  out.ascii = std::all_of(out.text.begin(), out.text.end(), [](char c) { return (c & 0x80) == 0; });
  return !out.words.empty();
}

}  // namespace crossroads
