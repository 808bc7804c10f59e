// SPDX-License-Identifier: Apache-2.0
#include "link/longer_names.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "crossroads/core/utf8.hpp"
#include "link/lexicon_data.hpp"
#include "link/neighbours.hpp"
#include "link/place_names.hpp"
#include "text/citations/citation_parse.hpp"
#include "text/citations/citation_split.hpp"
#include "text/citations/note_text.hpp"
#include "text/words/spelling.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

/// What institutions, forces and agreements are called, sorted.
constexpr std::array name_heads = {
    "Academy",   "Accord",       "Accords",      "Agency",      "Agreement",   "Agreements",
    "Alliance",  "Army",         "Assembly",     "Association", "Authority",   "Bank",
    "Battalion", "Board",        "Brigade",      "Bureau",      "Center",      "Centre",
    "Charter",   "Coalition",    "College",      "Command",     "Commission",  "Committee",
    "Community", "Congress",     "Constitution", "Convention",  "Corps",       "Council",
    "Court",     "Declaration",  "Declarations", "Department",  "Directorate", "Federation",
    "Force",     "Forces",       "Foundation",   "Front",       "Fund",        "Government",
    "Guard",     "Initiative",   "Inquiry",      "Institute",   "Institution", "League",
    "Militia",   "Ministry",     "Mission",      "Movement",    "Network",     "Observatory",
    "Office",    "Organisation", "Organization", "Parliament",  "Party",       "Police",
    "Programme", "Protocol",     "Protocols",    "Secretariat", "Service",     "Services",
    "Society",   "Treaty",       "Tribunal",     "Trust",       "Union",       "University",
};

bool is_name_head(std::string_view word) {
  return std::binary_search(name_heads.begin(), name_heads.end(), word);
}

bool is_small_in_titles(std::string_view word) {
  constexpr std::array words = {"from", "into", "over", "than", "that", "upon", "with"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "24" in "France 24".
bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class LongerNames {
 public:
  LongerNames(const Lexicon::Data& lexicon, const Document& document, const Matches& found)
      : lexicon_(lexicon), document_(document), text_(document.bytes), found_(found) {}

  /// The longer name that a match is a part of; an empty span if it is of none.
  std::optional<Span> around(std::size_t at) {
    const NameMatch& match = found_.matches[at];
    const Passage& passage = document_.passages[match.passage];
    const Span within = range_of(passage, match.span);
    if (within.empty()) return std::nullopt;
    if (const auto name = around_place(at, within)) return name;
    const bool cites = passage.role == Role::note || passage.role == Role::reference ||
                       passage.role == Role::list_item;
    if (cites) {
      if (!may_be_part(match.span, within)) return std::nullopt;
      if (const CitedWork* work = work_around(match)) return in_container(at, *work);
    }
    const bool running = passage.role == Role::body || passage.role == Role::list_item ||
                         passage.role == Role::quote || passage.role == Role::table ||
                         passage.role == Role::caption;
    if (!running) return std::nullopt;
    if (!lends_its_name(match)) return std::nullopt;
    if (const auto name = with_hyphen(at, within)) return name;
    auto name = before_head(at, within);
    if (!name) name = behind_head(at, within);
    if (!name || is_in_title_case(within)) return std::nullopt;
    return name;
  }

 private:
  static Span range_of(const Passage& passage, Span span) {
    const auto range = std::partition_point(passage.ranges.begin(), passage.ranges.end(),
                                            [&](Span of) { return of.end < span.end; });
    return range != passage.ranges.end() && range->contains(span) ? *range : Span{};
  }

  bool lends_its_name(const NameMatch& match) const {
    return are_all_among(lexicon_.lenders, match) &&
           Neighbours(text_, match.span).has_capital(match.span);
  }

  bool are_all_among(const std::unordered_set<EntryId>& entries, const NameMatch& match) const {
    for (std::uint32_t i = match.first; i < match.end; ++i) {
      if (!entries.contains(found_.candidates[i].entry)) return false;
    }
    return true;
  }

  /// "Niger Delta", "Lake Chad", and, but in titles, "New Guinea".
  std::optional<Span> around_place(std::size_t at, Span within) {
    const NameMatch& match = found_.matches[at];
    if (!are_all_among(lexicon_.places, match)) return std::nullopt;
    const Neighbours near(text_, free_around(at, within));
    if (const auto name = geographic_name(near, match.span)) return name;
    const auto name = namesake_of_place(near, match.span);
    if (!name || is_in_title_case(within)) return std::nullopt;
    return name;
  }

  bool may_be_part(Span span, Span within) const {
    const Neighbours near(text_, within);
    for (const auto& word :
         {near.behind(span.end), near.behind_hyphen(span.end), near.before(span.begin)}) {
      if (!word) continue;
      const std::string_view spelled = near.words(*word);
      if (near.has_capital(*word) || is_connective(spelled) || is_number(spelled)) return true;
    }
    return false;
  }

  static bool is_connective(std::string_view word) {
    return word == "of" || word == "for" || word == "on" || word == "in" || word == "the";
  }

  const CitedWork* work_around(const NameMatch& match) {
    if (works_of_ != match.passage) {
      works_of_ = match.passage;
      works_ = works_in(document_.passages[match.passage]);
    }
    for (const CitedWork& work : works_) {
      if (work.span.contains(match.span)) return &work;
    }
    return nullptr;
  }

  /// What a note, an item of a list of references, or one with an address, cites in full.
  std::vector<CitedWork> works_in(const Passage& passage) const {
    std::vector<CitedWork> works;
    const NoteText note = note_text(document_, passage);
    const bool addressed = !note.addresses.empty();
    if (passage.role == Role::list_item && !addressed) return works;
    const ParseContext context{passage.role != Role::note, addressed, BareResolution::unknown};
    for (const Span piece : split_citations(note)) {
      auto parsed = parse_citation(note, piece, context);
      if (!parsed || parsed->shape != ParsedCitation::Shape::full) continue;
      works.push_back(std::move(parsed->work));
    }
    return works;
  }

  /// [begin, end) of what no match beside the one at `at` reaches.
  Span free_around(std::size_t at, Span within) const {
    if (at > 0) within.begin = std::max(within.begin, found_.matches[at - 1].span.end);
    if (at + 1 < found_.matches.size()) {
      within.end =
          std::clamp(found_.matches[at + 1].span.begin, found_.matches[at].span.end, within.end);
    }
    return within;
  }

  std::optional<Span> in_container(std::size_t at, const CitedWork& work) const {
    const Span span = found_.matches[at].span;
    const bool periodical = work.kind == WorkKind::article || work.kind == WorkKind::news ||
                            work.kind == WorkKind::web_page;
    if (!periodical || !work.container.span.contains(span)) return std::nullopt;
    const Neighbours near(text_, work.container.span);
    Span name = span;
    std::uint32_t end = span.end;
    while (true) {
      auto word = near.behind_hyphen(end);
      if (!word) word = near.behind(end);
      if (!word) break;
      end = word->end;
      const bool numbered = end == work.container.span.end && is_number(near.words(*word));
      if (numbered || near.has_capital(*word))
        name.end = end;
      else if (!is_connective(near.words(*word)))
        break;
    }
    std::uint32_t begin = span.begin;
    while (const auto word = near.before(begin)) {
      begin = word->begin;
      if (near.has_capital(*word))
        name.begin = begin;
      else if (!is_connective(near.words(*word)))
        break;
    }
    if (name == span) return std::nullopt;
    return name;
  }

  std::optional<Span> with_hyphen(std::size_t at, Span within) {
    const Span span = found_.matches[at].span;
    const Neighbours near(text_, free_around(at, within));
    const auto word = near.behind_hyphen(span.end);
    if (!word || !near.has_capital(*word)) return std::nullopt;
    const std::string_view rest = near.words(*word).substr(1);
    // Not another acronym ("MONUSCO-FARDC"), nor a word of the language in a title ("UN-Led").
    if (rest.empty() ||
        std::none_of(rest.begin(), rest.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
      return std::nullopt;
    }
    if (rest.ends_with("ed") || rest.ends_with("ing") || rest == "wide") return std::nullopt;
    if (is_listed_word(fold(near.words(*word))) && is_in_title_case(within)) return std::nullopt;
    return Span{span.begin, word->end};
  }

  std::optional<Span> before_head(std::size_t at, Span within) const {
    const Span span = found_.matches[at].span;
    const Neighbours near(text_, free_around(at, within));
    Span last = span;
    for (std::uint32_t end = span.end; const auto word = near.behind(end);) {
      end = word->end;
      const std::string_view spelled = near.words(*word);
      if (near.has_capital(*word))
        last = *word;
      else if (last == span || (spelled != "of" && spelled != "and"))
        break;
    }
    if (last == span || !is_name_head(near.words(last))) return std::nullopt;
    return Span{span.begin, last.end};
  }

  std::optional<Span> behind_head(std::size_t at, Span within) const {
    const Span span = found_.matches[at].span;
    const Neighbours near(text_, free_around(at, within));
    auto word = near.before(span.begin);
    if (word && near.words(*word) == "the") word = near.before(word->begin);
    if (!word || (near.words(*word) != "of" && near.words(*word) != "for")) return std::nullopt;
    word = near.before(word->begin);
    if (!word || !is_name_head(near.words(*word))) return std::nullopt;
    return Span{word->begin, span.end};
  }

  /// Whether nearly all words of four letters or more, but those that titles write small, begin
  /// with a capital.
  bool is_in_title_case(Span within) {
    if (title_of_ != within) {
      title_of_ = within;
      in_title_case_ = writes_title_case(within);
    }
    return in_title_case_;
  }

  bool writes_title_case(Span within) const {
    constexpr std::uint32_t longer = 4;
    constexpr std::size_t small_ones = 4;  // so many capitals go with one small letter at least
    std::size_t capitals = 0;
    std::size_t others = 0;
    const Neighbours near(text_, within);
    for (std::uint32_t at = within.begin; at < within.end;) {
      const auto word = near.word_from(at);
      if (!word) {
        at += static_cast<std::uint32_t>(code_point_at(text_, at).size);
        continue;
      }
      at = word->end;
      if (word->size() < longer) continue;
      if (near.has_capital(*word))
        ++capitals;
      else if (!is_small_in_titles(near.words(*word)))
        ++others;
    }
    return capitals > small_ones * others;
  }

  const Lexicon::Data& lexicon_;
  const Document& document_;
  std::string_view text_;
  const Matches& found_;
  std::vector<CitedWork> works_;           // of the passage that was asked for last
  std::optional<std::uint32_t> works_of_;  // which that is
  std::optional<Span> title_of_;           // the range that was asked for last
  bool in_title_case_ = false;             // whether it is
};

}  // namespace

std::vector<PartOfName> leave_out_parts_of_names(const Lexicon::Data& lexicon,
                                                 const Document& document, Matches& found) {
  std::vector<PartOfName> parts;
  LongerNames names(lexicon, document, found);
  std::vector<NameMatch> kept;
  kept.reserve(found.matches.size());
  for (std::size_t i = 0; i < found.matches.size(); ++i) {
    if (const auto name = names.around(i)) {
      parts.push_back({found.matches[i], *name});
    } else {
      kept.push_back(found.matches[i]);
    }
  }
  found.matches = std::move(kept);
  return parts;
}

}  // namespace crossroads
