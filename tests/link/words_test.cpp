// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "link/words.hpp"
#include "text/words/spelling.hpp"

using namespace crossroads;

namespace {

/// "one|two" with what stands between in braces where it is not one space, "/" for a barrier, "~"
/// for a word that may be broken, "@" before a word of an address.
std::string shown(std::string_view text, const std::vector<Span>& ranges) {
  std::string out;
  for (const Word& word : words_of(text, ranges)) {
    if (!out.empty()) {
      out += word.barrier ? "/" : "";
      out += word.before == " " ? "|" : "{" + word.before + "}";
      out += word.broken ? "~" : "";
    } else {
      CHECK(word.before.empty());
      CHECK(word.barrier);
    }
    if (word.in_address) out += '@';
    out += text.substr(word.span.begin, word.span.size());
  }
  return out;
}

std::string shown(std::string_view text) {
  return shown(text, {{0, static_cast<std::uint32_t>(text.size())}});
}

struct WordsCase {
  std::string name;
  std::string_view text;
  std::string words;
};

}  // namespace

TEST_CASE("words: what is a word and what stands between") {
  const std::vector<WordsCase> cases = {
      {"nothing", "", ""},
      {"no word", " -.,", ""},
      {"words and spaces", " one  two\tthree ", "one|two|three"},
      {"letters and digits", "R2P M23 2098", "R2P|M23|2098"},
      {"stops and brackets", "one, (two) three.", "one{, (}two{) }three"},
      {"hyphens are alike", "a-b a\u2010b a\u2011b", "a{-}b|a{-}b|a{-}b"},
      {"short dashes too", "a\u2013b a\u2212b a\u2012\nb", "a{-}b|a{-}b|a{-}b"},
      {"long ones are not, nor what stands free", "a\u2014b a \u2013 b", "a{\u2014}b|a{ - }b"},
      {"full-width hyphens and apostrophes", "a\uFF0Db a\uFF07s", "a{-}b|a{'}s"},
      {"apostrophes are alike", "a's a\u2019s a\u2018s a\u02BCs a\u02BBs",
       "a{'}s|a{'}s|a{'}s|a{'}s|a{'}s"},
      {"a line break is a space", "a\nb\r\nc\rd", "a|b|c|d"},
      {"with spaces around", "a \n b", "a|b"},
      {"a blank line is a barrier", "a\n\nb", "a/|b"},
      {"also where it has spaces, or ends in CRLF", "a\r\n \r\nb", "a/|b"},
      {"also behind a stop", "a.\n\nb", "a/{. }b"},
      {"a form feed is a space", "a\f b", "a|b"},
      {"no-break and wide spaces", "a\u00A0b\u3000c\u2009d", "a|b|c|d"},
      {"a hyphen at a line's end", "a-\nb", "a{-}~b"},
      {"with spaces around", "a- \r\n  b", "a{-}~b"},
      {"not before a blank line", "a-\n\nb", "a/{- }b"},
      {"not with a space before", "a -\nb", "a{ - }b"},
      {"not without a line break", "a- b", "a{- }b"},
      {"a soft hyphen within a word", "a\u00ADb", "a\u00ADb"},
      {"and at a line's end", "a\u00AD\nb", "a{-}~b"},
      {"zero-width characters", "a\u200Bb a \u2060b", "a\u200Bb|a|b"},
      {"combining marks are part of a word", "e\u0301a", "e\u0301a"},
      {"scripts without capitals", "\u4E2D\u6587 \u0639\u0631\u0628",
       "\u4E2D\u6587|\u0639\u0631\u0628"},
      {"a URL", "see http://a.b/c-d. Then", "see|@http{://}@a{.}@b{/}@c{-}@d{. }Then"},
      {"without a scheme", "www.a.b one", "@www{.}@a{.}@b|one"},
      {"in brackets", "(https://a.b)", "@https{://}@a{.}@b"},
      {"a Markdown link", "[one two](https://a.b)", "one|two{](}@https{://}@a{.}@b"},
      {"an e-mail address", "one jo.bo@a.b two", "one|@jo{.}@bo{@}@a{.}@b|two"},
      {"a handle is none", "one @two", "one{ @}two"},
      {"a number and a stop", "a.b one/two", "a{.}b|one{/}two"},
  };
  for (const WordsCase& c : cases) {
    CAPTURE(c.name);
    CHECK(shown(c.text) == c.words);
  }
}

TEST_CASE("words: from one range to the next it is a line break") {
  const std::string text = "one- XX two\n\n\nthree";
  CHECK(shown(text, {{0, 4}, {8, 11}, {14, 19}}) == "one{-}~two|three");
  CHECK(shown(text, {{0, 3}, {8, 11}}) == "one|two");
  CHECK(shown(text, {}) == "");
}

TEST_CASE("words: keys") {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"MINUSMA", "minusma"},
      {"\u00C9tat", "\u00E9tat"},
      {"E\u0301tat", "\u00E9tat"},                   // composed
      {"\u03A3\u03C3\u03C2", "\u03C3\u03C3\u03C3"},  // both small sigmas are one
      {"Stra\u00DFe", "stra\u00DFe"},                // ss only in full folding
      {"\u0130", "\u0130"},                          // has no simple folding
      {"\uFF35\uFF2E", "un"},                        // full-width
      {"O\uFB03ce", "office"},                       // a ligature
      {"m\u00B2", "m\u00B2"},                        // but raised digits stay
      {"a\u00ADb\u200Bc", "abc"},
  };
  for (const auto& [word, key] : cases) {
    CAPTURE(word);
    CHECK(fold(word) == key);
  }
  CHECK(compose("E\u0301A") == "\u00C9A");
}
