// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/score.hpp"

using namespace crossroads;

namespace {

Annotation mention(std::uint32_t begin, std::uint32_t end, const std::string& entry,
                   const std::string& kind = "") {
  return {.document = "t.txt", .span = {begin, end}, .entry = entry, .kind = kind};
}

Annotation optional(Annotation of) {
  of.optional = true;
  return of;
}

/// "right missed wrong".
std::string counts(const ScoreCounts& of) {
  std::ostringstream out;
  out << of.right << ' ' << of.missed << ' ' << of.wrong;
  return out.str();
}

std::string counts(const ScoreRow& row) {
  return counts(row.exact) + ", " + counts(row.overlapping) + ", " + counts(row.place);
}

/// "wrong-place 1-4 a / 1-5 a", a line each.
std::string errors(const Score& of) {
  std::ostringstream out;
  const auto side = [&](const std::optional<Annotation>& mention) {
    if (!mention) {
      out << '-';
    } else {
      out << mention->span.begin << '-' << mention->span.end << ' ' << mention->entry;
    }
  };
  for (const ScoreError& error : of.errors) {
    out << to_string(error.kind) << ' ';
    side(error.gold);
    out << " / ";
    side(error.predicted);
    out << '\n';
  }
  return out.str();
}

}  // namespace

TEST_CASE("score: what is right by each measure, and what the errors are") {
  struct Case {
    const char* name;
    std::vector<Annotation> gold;
    std::vector<Annotation> predicted;
    const char* counts;  // exact, overlapping, place: right missed wrong
    const char* errors;
  };
  const Annotation a = mention(10, 20, "a");
  Annotation cored = a;
  cored.core = Span{13, 20};
  Annotation grouped = a;
  grouped.group = "wide";
  for (const Case& test : std::vector<Case>{
           {"the same", {a}, {a}, "1 0 0, 1 0 0, 1 0 0", ""},
           {"nothing found", {a}, {}, "0 1 0, 0 1 0, 0 1 0", "missed 10-20 a / -\n"},
           {"found elsewhere",
            {a},
            {mention(20, 30, "a")},
            "0 1 1, 0 1 1, 0 1 1",
            "missed 10-20 a / -\nspurious - / 20-30 a\n"},
           {"another entry there",
            {a},
            {mention(10, 20, "b")},
            "0 1 1, 0 1 1, 1 0 0",
            "wrong-entry 10-20 a / 10-20 b\n"},
           {"too long",
            {a},
            {mention(9, 20, "a")},
            "0 1 1, 1 0 0, 0 1 1",
            "wrong-place 10-20 a / 9-20 a\n"},
           {"too short, twice: one counts",
            {a},
            {mention(10, 13, "a"), mention(15, 20, "a")},
            "0 1 2, 1 0 1, 0 1 2",
            "wrong-place 10-20 a / 10-13 a\nspurious - / 15-20 a\n"},
           {"one over two",
            {a, mention(20, 25, "a")},
            {mention(15, 25, "a")},
            "0 2 1, 1 1 0, 0 2 1",
            "wrong-place 10-20 a / 15-25 a\nmissed 20-25 a / -\n"},
           {"the right one wins over a nearer wrong one",
            {a},
            {mention(9, 12, "b"), mention(12, 21, "a")},
            "0 1 2, 1 0 1, 0 1 2",
            "spurious - / 9-12 b\nwrong-place 10-20 a / 12-21 a\n"},
           {"what is exact is not taken by a neighbour",
            {mention(5, 12, "a"), a},
            {a},
            "1 1 0, 1 1 0, 1 1 0",
            "missed 5-12 a / -\n"},
           {"twice the same", {a}, {a, a}, "1 0 1, 1 0 1, 1 0 1", "spurious - / 10-20 a\n"},
           {"the core alone is right", {cored}, {mention(13, 20, "a")}, "1 0 0, 1 0 0, 1 0 0", ""},
           {"without the core it is not",
            {cored},
            {mention(10, 14, "a")},
            "0 1 1, 0 1 1, 0 1 1",
            "wrong-place 10-20 a / 10-14 a\n"},
           {"more than the core overlaps rightly",
            {cored},
            {mention(12, 20, "a")},
            "0 1 1, 1 0 0, 0 1 1",
            "wrong-place 10-20 a / 12-20 a\n"},
           {"the group is right", {grouped}, {mention(10, 20, "wide")}, "1 0 0, 1 0 0, 1 0 0", ""},
           {"optional and absent", {optional(a)}, {}, "0 0 0, 0 0 0, 0 0 0", ""},
           {"optional and found", {optional(a)}, {a}, "0 0 0, 0 0 0, 0 0 0", ""},
           {"optional, but of another entry",
            {optional(a)},
            {mention(10, 20, "b")},
            "0 0 1, 0 0 1, 0 0 0",
            "wrong-entry 10-20 a / 10-20 b\n"},
           {"what is optional takes no error from another",
            {optional(mention(8, 12, "b")), a},
            {mention(11, 20, "c")},
            "0 1 1, 0 1 1, 0 1 1",
            "wrong-entry 10-20 a / 11-20 c\n"},
       }) {
    CAPTURE(test.name);
    const Score result = score(test.gold, test.predicted);
    CHECK(counts(result.all) == test.counts);
    CHECK(errors(result) == test.errors);
    CHECK(result.rows.empty());
  }
}

TEST_CASE("score: precision, recall and F1 by hand") {
  const ScoreCounts of{.right = 6, .missed = 2, .wrong = 3};
  CHECK(*of.precision() == doctest::Approx(6.0 / 9));
  CHECK(*of.recall() == doctest::Approx(6.0 / 8));
  CHECK(*of.f1() == doctest::Approx(12.0 / 17));
  const ScoreCounts nothing_found{.right = 0, .missed = 2, .wrong = 0};
  CHECK_FALSE(nothing_found.precision());
  CHECK(*nothing_found.recall() == 0);
  CHECK(*nothing_found.f1() == 0);
  CHECK_FALSE(ScoreCounts{}.f1());
}

TEST_CASE("score: by kind, entry, document and zone") {
  std::vector<Annotation> gold = {mention(0, 4, "ford", "place"), mention(5, 9, "bridge", "thing"),
                                  mention(10, 14, "bridge", "thing")};
  std::vector<Annotation> predicted = {mention(0, 4, "ford"), mention(5, 9, "ford"),
                                       mention(20, 22, "mill", "thing")};
  gold[0].zone = "body";
  gold[2].document = "u.txt";
  predicted[2].document = "u.txt";
  predicted[2].zone = "note";
  const auto rows = [&](ScoreBy by) {
    std::string out;
    for (const ScoreRow& row : score(gold, predicted, {.by = by}).rows) {
      out += row.name + ": " + counts(row.exact) + "\n";
    }
    return out;
  };
  // The kind of a predicted entry is gold's, where gold has the entry.
  CHECK(rows(ScoreBy::kind) == "place: 1 0 1\nthing: 0 2 1\n");
  CHECK(rows(ScoreBy::entry) == "bridge: 0 2 0\nford: 1 0 1\nmill: 0 0 1\n");
  CHECK(rows(ScoreBy::document) == "t.txt: 1 1 1\nu.txt: 0 1 1\n");
  CHECK(rows(ScoreBy::zone) == ": 0 2 1\nbody: 1 0 0\nnote: 0 0 1\n");
}

TEST_CASE("score: what was not annotated") {
  const std::vector<Annotation> gold = {mention(10, 20, "a"), mention(40, 50, "a")};
  Annotation other = mention(10, 20, "a");
  other.document = "u.txt";
  const std::vector<Annotation> predicted = {mention(10, 20, "a"), mention(29, 31, "a"),
                                             mention(30, 35, "a"), other};
  Score result = score(gold, predicted);
  CHECK(counts(result.all.exact) == "1 1 2");
  CHECK(result.elsewhere == 1);

  result = score(gold, predicted, {.annotated = {{"t.txt", {0, 30}}, {"u.txt", {0, 99}}}});
  CHECK(counts(result.all.exact) == "1 0 2");  // where a mention begins counts
  CHECK(result.elsewhere == 1);
}

TEST_CASE("score: entries that gold does not name") {
  const std::vector<Annotation> gold = {mention(10, 20, "a"), mention(30, 40, "b"),
                                        optional(mention(50, 60, "b"))};
  const std::vector<Annotation> predicted = {
      mention(0, 5, "new"),      // gold has nothing there
      mention(8, 20, "longer"),  // excuses the mention that it holds
      mention(30, 40, "new"),    // where gold says something else
      mention(55, 65, "new")};
  CHECK(counts(score(gold, predicted).all.exact) == "0 2 4");
  const Score aside = score(gold, predicted, {.unknown = UnknownEntries::aside});
  CHECK(counts(aside.all.exact) == "0 1 1");
  CHECK(aside.unknown_aside == 2);
  CHECK(aside.unknown_longer == 1);
  CHECK(errors(aside) == "wrong-entry 30-40 b / 30-40 new\n");
}

TEST_CASE("score: the other way round, what is missed is wrong") {
  std::mt19937 random(20'261);
  const auto some = [&] {
    std::vector<Annotation> mentions;
    for (std::uint32_t at = 0; at < 60;) {
      const auto size = static_cast<std::uint32_t>(1 + random() % 6);
      if (random() % 3 != 0)
        mentions.push_back(
            mention(at, at + size, std::string(1, static_cast<char>('a' + random() % 3))));
      at += size;
    }
    return mentions;
  };
  for (int round = 0; round < 500; ++round) {
    const auto first = some();
    const auto second = some();
    const Score one = score(first, second);
    const Score other = score(second, first);
    const auto check = [](const ScoreCounts& a, const ScoreCounts& b) {
      CHECK(a.right == b.right);
      CHECK(a.missed == b.wrong);
      CHECK(a.wrong == b.missed);
    };
    check(one.all.exact, other.all.exact);
    check(one.all.place, other.all.place);
    CHECK(one.all.exact.right <= one.all.overlapping.right);
    CHECK(one.all.exact.right <= one.all.place.right);
    CHECK(one.all.exact.right + one.all.exact.missed == first.size());
    CHECK(one.all.overlapping.right + one.all.overlapping.wrong == second.size());
    std::map<ScoreError::Kind, std::uint64_t> kinds;
    for (const ScoreError& error : one.errors) ++kinds[error.kind];
    const std::uint64_t both =
        kinds[ScoreError::Kind::wrong_entry] + kinds[ScoreError::Kind::wrong_place];
    CHECK(kinds[ScoreError::Kind::missed] + both == one.all.exact.missed);
    CHECK(kinds[ScoreError::Kind::spurious] + both == one.all.exact.wrong);
  }
}
