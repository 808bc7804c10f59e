// SPDX-License-Identifier: Apache-2.0
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/text/read.hpp"
#include "support/check_document.hpp"
#include "text/words/sentences.hpp"

using namespace crossroads;

namespace {

Document document_of(std::string text, std::vector<Span> ranges) {
  Document document;
  document.id = "t";
  document.title = "t";
  document.bytes = std::move(text);
  document.passages.push_back({std::move(ranges), Role::body});
  document.sentences = find_sentences(document);
  return document;
}

Document document_of(const std::string& text) {
  return document_of(text, {{0, static_cast<std::uint32_t>(text.size())}});
}

/// The text with "|" before each sentence but the first.
std::string parted(const Document& document) {
  std::string text = document.bytes;
  for (auto sentence = document.sentences.rbegin(); sentence != document.sentences.rend();
       ++sentence) {
    if (sentence->span.begin != document.sentences.front().span.begin) {
      text.insert(sentence->span.begin, "|");
    }
  }
  return text;
}

struct SentenceCase {
  std::string name;
  std::string parted;
};

void run(const std::vector<SentenceCase>& cases) {
  for (const SentenceCase& c : cases) {
    CAPTURE(c.name);
    std::string text = c.parted;
    std::erase(text, '|');
    const Document document = document_of(text);
    CHECK(test::violations(document) == "");
    CHECK(parted(document) == c.parted);
  }
}

}  // namespace

TEST_CASE("sentences: what ends one") {
  run({
      {"a stop", "The mission left. |The village stayed."},
      {"a question", "Who left? |Nobody knows."},
      {"an exclamation", "They left! |We stayed."},
      {"several marks", "They left?! |Why?? |We stayed."},
      {"no stop at all", "The mission left"},
      {"a line's end is a space", "The United\nNations left.\n|The village\r\nstayed."},
      {"a stop before a number", "They left in May. |12 stayed."},
      {"a year", "They left in 2014. |The village stayed."},
      {"closing quotes", "\u2018They left.\u2019 |\u201CWe stayed.\u201D |\"Both.\" |So it was."},
      {"closing brackets", "(They left.) |[We stayed.] |So it was (at last). |The end."},
      {"an opening quote is the next one's", "They left. |\u2018We stayed.\u2019"},
      {"emphasis", "**They left.** |*We stayed.*"},
      {"a dash before the next", "They left. |\u2013 We stayed."},
      {"an ellipsis before a capital", "They left... |We stayed\u2026 |So it was."},
      {"spaced dots", "They left. . . . |We stayed."},
      {"an address", "It is at https://a.example/b.html. |Read it."},
      {"an e-mail address", "Write to a.b@c.example. |We read it."},
      {"a domain's name is no end", "The site a.example.org is down."},
  });
}

TEST_CASE("sentences: what does not") {
  run({
      {"a small letter goes on", "It took approx. five years, etc. and so on."},
      {"a question within a sentence", "\u2018Why us?\u2019 they asked."},
      {"an ellipsis before a small letter", "They left... and came back\u2026 or not."},
      {"a decimal", "It grew by 3.5 per cent."},
      {"a sentence in brackets within one", "They (We saw it all.) left."},
      {"an omission", "\"They [...] left [\u2026]\" (Sow 2014)."},
      {"no space", "They left.We stayed."},
      {"a name with a mark", "They read Stop! in the village."},
      {"a comma goes on", "They left in May etc. , and so on."},
      {"a possessive behind a stop", "It was the U.N.\u2019s work."},
  });
}

TEST_CASE("sentences: calls of notes belong to what is before") {
  run({
      {"right behind the stop", "They left.1 |The village stayed.23"},
      {"behind a quote", "They \u2018left.\u20192 |The village stayed."},
      {"behind a bracket", "They left (in 2014).31 |The village stayed."},
      {"behind a question", "Who left?4 |Nobody knows."},
      {"behind a year", "They left in 2014.5 |The village stayed."},
      {"raised", "They left.\u00B9\u00B2 |The village stayed."},
      {"in brackets", "They left.[7] |The village stayed.[^a1]"},
      {"Markdown's", "They left.[^12] |The village stayed."},
      {"a decimal at the end is no call", "It grew by 3.5 Per cent follows."},
      {"a number's abbreviation", "See para.5 The village."},
      {"a small letter goes on", "They left.1 and came back."},
  });
  // One that stands apart is known from the document's notes only.
  Document document = document_of("They \u2018left\u2019. 23 The village stayed.");
  CHECK(parted(document) == "They \u2018left\u2019. |23 The village stayed.");
  Footnote note;
  note.call = Span{17, 19};
  document.notes.push_back(note);
  document.sentences = find_sentences(document);
  CHECK(parted(document) == "They \u2018left\u2019. 23 |The village stayed.");
}

TEST_CASE("sentences: abbreviations") {
  run({
      {"titles", "Lt. Gen. Okoro, Maj. Bello, Dr. Ito and Mrs. Lee met Amb. Sow. |They left."},
      {"before numbers", "See para. 5, paras. 6\u20139, art. 2, No. 4, vol. 3, pp. 7 and fig. 8."},
      {"before roman numbers", "See vol. II and ch. IV of it."},
      {"before symbols", "See doc. S/2015/446 and res. A/55/305."},
      {"the same words as words", "It is a state of the art. |They said no. |We said so."},
      {"a letter that counts", "They made Plan B. |Troops moved. |It is in Annex A. |Rebels left."},
      {"a roman one", "They read Part I. |Rebels left. |It was type B. |12 of them stayed."},
      {"an initial behind other words", "They met Ruth A. Bello and B. Sow."},
      {"no as an answer", "He answered no. |12 stayed. |Say yes or no. |7 said so."},
      {"no before a number", "See Brief no. 2, vol. 5, no. 3, and they read order No. 7."},
      {"months", "On 3 Dec. 2014 they left; in Jan. |The village stayed."},
      {"editors", "See A Book, ed. Ruth Sow, and (eds.) The Books."},
      {"et al. before a name or year", "See Sow et al. 2014, and Sow et al. (2015) on it."},
      {"et al. at the end", "It was seen by Sow et al. |The village stayed."},
      {"Latin ones", "See e.g. Sow, i.e. Ruth Sow, cf. Bello, and vs. Ito."},
      {"op. cit. and ibid.", "Sow, op. cit., p. 5. |Ibid. |See also Bello."},
      {"initials", "C. de Coning, J. Karlsrud and J.-P. Lacroix met W. E. B. Okoro. |They left."},
      {"I at the end", "It is you and I. |They left."},
      {"acronyms with stops", "The U.S. Army and the U.N. Secretariat left the U.S. for good."},
      {"acronyms at the end", "They left the U.S. |The village stayed with the U.N. |It was so."},
      {"firms", "Okoro & Co. Ltd. left with Sow Inc. |They stayed."},
      {"hours", "At 5 p.m. Sow left; at 6 p.m. |The village slept."},
      {"etc. before a capital", "Tents, cars, etc. |Peacekeepers left."},
      {"a symbol and a year", "It is S/RES/2098 (2013). |The brigade left."},
      {"the number of a place", "They met at N\u00B0. 1026. |It is far."},
  });
}

TEST_CASE("sentences: numbers and letters of lists") {
  run({
      {"a number", "1. The mission left. |2. The village stayed."},
      {"with a bracket", "1.) The mission left. |2) The village stayed."},
      {"a letter", "a. The mission left."},
      {"a roman number", "iv. The mission left."},
      {"behind a bullet", "\u2022 9. The mission left."},
      {"a section's number", "2.1. The mission left."},
      {"a heading", "3. Conflict and peace"},
  });
}

TEST_CASE("sentences: other scripts") {
  run({
      {"Chinese, without spaces", "\u4E2D\u6587\u3002|\u4E2D\u6587\uFF01|\u4E2D"},
      {"Arabic", "\u0639\u0631\u0628\u061F |\u0639\u0631\u0628. |\u0639"},
      {"Hindi", "\u0939\u093F\u0964 |\u0939\u093F\u0964"},
      {"Greek", "\u0391\u03B2. |\u0391\u03B2."},
      {"a capital with a mark", "Ils partent. |\u00C9tat."},
      {"a small letter with a mark", "Env. \u00E9tat."},
  });
}

TEST_CASE("sentences: over what interrupts a passage") {
  const std::string text = "They left the   NOTE.   village. We   X.   stayed.";
  const Document document = document_of(text, {{0, 13}, {24, 35}, {43, 50}});
  CHECK(test::violations(document).find("sentence") == std::string::npos);
  REQUIRE(document.sentences.size() == 2);
  CHECK(document.sentences[0].span == Span{0, 32});
  CHECK(document.sentences[1].span == Span{33, 50});
}

TEST_CASE("sentences: the one that holds a byte") {
  const Document document =
      read_text("t", "It was. It is.\n\n_____\n\nThen it will be.\n", TextFormat::plain);
  CHECK(sentence_at(document, 0, 0) == 0);
  CHECK(sentence_at(document, 0, 6) == 0);
  CHECK(sentence_at(document, 0, 7) == 0);
  CHECK(sentence_at(document, 0, 8) == 1);
  CHECK(sentence_at(document, 0, 99) == 1);
  CHECK_FALSE(sentence_at(document, 1, 16).has_value());
  CHECK(sentence_at(document, 2, 24) == 2);
  CHECK_FALSE(sentence_at(document, 3, 0).has_value());
}

TEST_CASE("sentences: every passage that holds words has one") {
  const Document document = read_text(
      "t", "Of bridges\n\nMr. Ruth Sow\n\nIt was. It is.\n\n- one\n- two\n\n_____\n\n12\n",
      TextFormat::plain);
  CHECK(test::violations(document) == "");
  CHECK(document.sentences.size() >= 5);
  CHECK(read_text("t", "It was. It is.", TextFormat::plain, {false}).sentences.empty());
}

namespace {

std::vector<std::int32_t> icu_boundaries(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  REQUIRE(U_SUCCESS(status));
  iterator->setText(icu::UnicodeString(text.c_str()));
  std::vector<std::int32_t> begins;
  for (std::int32_t at = iterator->first(); at != icu::BreakIterator::DONE; at = iterator->next()) {
    if (at < static_cast<std::int32_t>(text.size())) begins.push_back(at);
  }
  return begins;
}

}  // namespace

TEST_CASE("sentences: without abbreviations and numbers they are Unicode's") {
  // But a stop without a space behind it ends nothing; Unicode's rules are of two minds there.
  constexpr std::array pieces = {"ford ",    "Ford ",   "FORD ",  "ford. ",  "Ford.) ", "ford.\"  ",
                                 "Ford... ", "ford . ", ", ",     "Ford, ",  "ford) ",  "(Ford ",
                                 "\"Ford ",  "(ford ",  "Ford. ", "\"ford. "};
  std::mt19937 random(20130328);
  int wrong = 0;
  for (int round = 0; round < 20'000 && wrong < 5; ++round) {
    std::string text = "Ford ";
    const std::size_t count = random() % 12;
    for (std::size_t i = 0; i < count; ++i) text += pieces[random() % pieces.size()];
    text += "Ford";
    std::vector<std::int32_t> found;
    for (const Sentence& sentence : document_of(text).sentences) {
      found.push_back(static_cast<std::int32_t>(sentence.span.begin));
    }
    if (found == icu_boundaries(text)) continue;
    ++wrong;
    MESSAGE("[", text, "] is read as ", parted(document_of(text)));
  }
  CHECK(wrong == 0);
}

TEST_CASE("sentences: NUL is a character as others") {
  const std::string nul(1, '\0');
  const Document document = document_of("They left." + nul + " We stayed. So it" + nul + "was.");
  CHECK(parted(document) == "They left." + nul + " We stayed. |So it" + nul + "was.");
  CHECK(parted(document_of("They left. " + nul + "We stayed. It was.")) ==
        "They left. |" + nul + "We stayed. |It was.");
}

TEST_CASE("sentences: no text takes quadratic time") {
  for (const std::string& unit :
       {std::string("."), std::string(". "), std::string("1. "), std::string("("),
        std::string("a. "), std::string(".)"), std::string("\u2026 "), std::string("A. B "),
        std::string(".\n"), std::string("?1"), std::string(". ("), std::string("\u3002")}) {
    std::string text = "((((((((((";
    while (text.size() < 1'000'000) text += unit;
    text += 'x';
    CHECK_FALSE(document_of(text).sentences.empty());
  }
}
