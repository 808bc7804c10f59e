// SPDX-License-Identifier: Apache-2.0
#include "text/citations/citation_split.hpp"

#include <algorithm>
#include <initializer_list>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/utf8.hpp"
#include "text/citations/citation_words.hpp"
#include "text/citations/cited_names.hpp"
#include "text/words/abbreviations.hpp"

namespace crossroads {
namespace {

constexpr std::uint32_t longest_bracket = 300;
constexpr std::uint32_t longest_names = 240;
constexpr std::uint32_t longest_title = 500;

/// The bracket that closes the one at `open`; nothing if none does, soon.
std::optional<std::uint32_t> closing(std::string_view text, std::uint32_t open, std::uint32_t end) {
  end = std::min(end, open + longest_bracket);
  unsigned depth = 0;
  for (std::uint32_t at = open; at < end; ++at) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && --depth == 0) return at;
  }
  return std::nullopt;
}

/// The word that ends before `end`.
std::string_view word_before(std::string_view text, std::uint32_t end, std::uint32_t begin) {
  std::uint32_t at = end;
  while (at > begin && text[at - 1] != ' ' && text[at - 1] != '(') --at;
  return text.substr(at, end - at);
}

/// Whether a stop behind that word ends nothing: "pp.", "eds.", "J.", "U.N.".
bool is_no_end(std::string_view word) {
  if (is_known_abbreviation(word)) return true;
  const bool lone =
      std::any_of(word.begin(), word.end(), [](char c) { return c == '.' || c == '-'; }) ||
      (!word.empty() && code_point_at(word, 0).size == word.size());
  return lone && is_initials(word);
}

std::size_t skip_any(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (text.size() >= word.size() && ascii_lower(text.substr(0, word.size())) == word) {
      return word.size();
    }
  }
  return 0;
}

/// Whether a sentence that begins so leads to another work.
bool leads_on(std::string_view text) {
  return skip_any(text, {"see ", "see, ", "see: ", "also see", "for ", "cf. ", "cf ", "compare ",
                         "but see", "and see", "similarly", "on ", "in contrast"}) > 0 &&
         begins_with_capital(text);
}

class Splitter {
 public:
  explicit Splitter(const NoteText& note) : note_(note), text_(note.text) {}

  std::vector<Span> run() {
    const auto size = static_cast<std::uint32_t>(text_.size());
    std::uint32_t begin = 0;
    for (std::uint32_t at = 0; at < size;) {
      if (text_[at] == '(') {
        const auto close = closing(text_, at, size);
        at = close ? *close + 1 : at + 1;
        if (close) {
          if (const auto next = second_author(at)) {
            take({begin, at});
            begin = at = *next;
          }
        }
      } else if (parts_citations(at) || ends_sentence(at, begin)) {
        take({begin, at});
        begin = ++at;
      } else {
        ++at;
      }
    }
    take({begin, size});
    return std::move(pieces_);
  }

 private:
  /// A semicolon, but for "2009;12(3)".
  bool parts_citations(std::uint32_t at) const {
    return text_[at] == ';' && (at + 1 == text_.size() || !is_ascii_digit(text_[at + 1]));
  }

  bool ends_sentence(std::uint32_t at, std::uint32_t begin) const {
    return text_[at] == '.' && at + 1 < text_.size() && text_[at + 1] == ' ' &&
           (follows_ibid(at, begin) ||
            (leads_on(text_.substr(at + 2)) && !is_no_end(word_before(text_, at, begin))));
  }

  /// "Ibid. Ada Lind (2014) …".
  bool follows_ibid(std::uint32_t at, std::uint32_t begin) const {
    return ascii_lower(word_before(text_, at, begin)) == "ibid" &&
           begins_with_capital(text_.substr(at + 2));
  }

  /// Behind "Bøås (2014)": where in " and Karlsrud (2015)" the next author begins.
  std::optional<std::uint32_t> second_author(std::uint32_t at) const {
    const std::string_view rest = text_.substr(at);
    const std::size_t link = skip_any(rest, {" and ", ", and ", " & ", ", "});
    if (link == 0 || rest.substr(link).empty() || !begins_with_capital(rest.substr(link))) {
      return std::nullopt;
    }
    const auto begin = at + static_cast<std::uint32_t>(link);
    const auto open = static_cast<std::uint32_t>(std::min(text_.find('(', begin), text_.size()));
    if (open == text_.size() || open > begin + longest_names) return std::nullopt;
    const auto close = closing(text_, open, static_cast<std::uint32_t>(text_.size()));
    if (!close || !date_words(text_, {open + 1, *close})) return std::nullopt;
    const Span before{before_bracket(at), at};
    if (!date_words(text_, {before.begin + 1, before.end - 1})) return std::nullopt;
    const auto names = cited_names(note_, {begin, open});
    return names && names->persons() ? std::optional(begin) : std::nullopt;
  }

  std::uint32_t before_bracket(std::uint32_t close) const {
    const std::size_t open = text_.rfind('(', close - 1);
    return open == text_.npos ? close - 1 : static_cast<std::uint32_t>(open);
  }

  void take(Span piece) {
    piece = trim(text_, piece, " ,;");
    piece = trim(text_, without_lead(piece), " ,;:");
    if (!piece.empty()) pieces_.push_back(piece);
  }

  /// Without "For a discussion, see also", "Quoted in" and the like before the citation proper.
  Span without_lead(Span piece) const {
    std::uint32_t limit = piece.end;
    if (const auto date = dated_bracket(text_, piece)) limit = date->begin;
    if (const auto quotation = first_quotation(text_, {piece.begin, limit})) {
      limit = quotation->whole.begin;
    }
    std::uint32_t begin = piece.begin;
    for (std::uint32_t at = piece.begin; at < limit; ++at) {
      if (at > piece.begin && text_[at - 1] != ' ' && text_[at - 1] != '(') continue;
      const std::string_view rest = text_.substr(at, limit - at);
      // "See News" is a name.
      if (at > piece.begin && begins_with_capital(rest) && !follows_stop(at)) continue;
      if (const std::size_t size =
              skip_any(rest, {"see ", "see, ", "see: ", "see also ", "cf. "})) {
        begin = at + static_cast<std::uint32_t>(size);
      } else if (const std::size_t in = led_by_participle(rest); in > 0) {
        begin = at + static_cast<std::uint32_t>(in);
      }
    }
    const std::string_view more[] = {"also ",
                                     "e.g. ",
                                     "e.g., ",
                                     "for example ",
                                     "for example, ",
                                     "for instance, ",
                                     "for instance ",
                                     "in particular ",
                                     "in particular, ",
                                     "generally ",
                                     "inter alia ",
                                     "among others, ",
                                     "also, ",
                                     "compare ",
                                     "source: ",
                                     "sources: ",
                                     "and "};
    for (bool again = true; again;) {
      again = false;
      while (begin < piece.end &&
             (text_[begin] == ' ' || text_[begin] == ',' || text_[begin] == ':')) {
        ++begin;
      }
      for (const std::string_view word : more) {
        if (skip_any(text_.substr(begin, piece.end - begin), {word}) == 0) continue;
        begin += static_cast<std::uint32_t>(word.size());
        again = true;
      }
    }
    return {std::min(begin, piece.end), piece.end};
  }

  bool follows_stop(std::uint32_t at) const {
    constexpr std::string_view stops = ".;:?!)(";
    while (at > 0 && text_[at - 1] == ' ') --at;
    return at > 0 && stops.find(text_[at - 1]) != stops.npos;
  }

  static std::size_t led_by_participle(std::string_view text) {
    return skip_any(text, {"published in ", "quoted in ", "cited in ", "as cited in ",
                           "reprinted in ", "reported in ", "discussed in ", "described in ",
                           "adapted from ", "drawn from ", "quoted from "});
  }

  const NoteText& note_;
  std::string_view text_;
  std::vector<Span> pieces_;
};

/// Whether a bracket holds a publisher or a date: "(Oslo: NUPI)", "(CUP 2012)", "(2015)".
bool is_bibliographic(std::string_view text, Span inside) {
  if (inside.empty()) return false;
  if (date_words(text, inside)) return true;
  const std::string_view words = text.substr(inside.begin, inside.size());
  const std::size_t colon = words.find(": ");
  if (colon != words.npos && begins_with_capital(words)) return true;
  const std::vector<Span> all = words_within(text, inside);
  return all.size() > 1 && begins_with_capital(words) && date_words(text, all.back()).has_value();
}

}  // namespace

std::vector<Span> split_citations(const NoteText& note) {
  return Splitter(note).run();
}

std::vector<CitationPart> citation_parts(std::string_view text, Span within) {
  std::vector<CitationPart> parts;
  std::uint32_t begin = within.begin;
  char before = 0;
  const auto close = [&](std::uint32_t end) {
    const Span part = trim(text, {begin, end}, " ,;:.");
    if (!part.empty()) {
      // What ends with an abbreviation keeps its stop.
      const bool stop = part.end < end && text[part.end] == '.' &&
                        is_no_end(word_before(text, part.end, part.begin));
      parts.push_back({{part.begin, part.end + (stop ? 1 : 0)}, before});
    }
  };
  for (std::uint32_t at = within.begin; at < within.end;) {
    const char c = text[at];
    const bool spaced = at + 1 == within.end || text[at + 1] == ' ';
    if (c == '(') {
      const auto end = closing(text, at, within.end);
      if (end && is_bibliographic(text, {at + 1, *end})) {
        close(at);
        parts.push_back({{at + 1, *end}, '('});
        before = ')';
        begin = *end + 1;
      }
      at = end ? *end + 1 : at + 1;
      continue;
    }
    const bool stop = c == '.' && !is_no_end(word_before(text, at, begin));
    if (c == ';' || (spaced && (c == ',' || stop))) {
      close(at);
      before = c;
      begin = at + 1;
    }
    ++at;
  }
  close(within.end);
  return parts;
}

std::optional<Span> dated_bracket(std::string_view text, Span within) {
  for (std::uint32_t at = within.begin; at < within.end; ++at) {
    if (text[at] != '(') continue;
    const auto end = closing(text, at, within.end);
    if (!end) continue;
    const auto date = date_words(text, {at + 1, *end});
    if (date && !date->partial) return Span{at, *end + 1};
    at = *end;
  }
  return std::nullopt;
}

std::optional<Quotation> first_quotation(std::string_view text, Span within) {
  std::uint32_t open = within.begin;
  QuoteMark mark;
  for (; open < within.end; open += static_cast<std::uint32_t>(code_point_at(text, open).size)) {
    mark = quote_mark(text, open);
    if (mark.opens) break;
  }
  if (open >= within.end) return std::nullopt;
  const auto begin = open + static_cast<std::uint32_t>(mark.size);
  const std::uint32_t end = std::min(within.end, open + longest_title);
  constexpr std::string_view ends = ",.;:";
  unsigned depth = 1;
  std::optional<Quotation> loose;  // closed, but the title may go on
  for (std::uint32_t at = begin; at < end;) {
    const QuoteMark other = quote_mark(text, at);
    const auto behind = at + static_cast<std::uint32_t>(std::max<std::size_t>(other.size, 1));
    if (other.size > 0 && other.is_double == mark.is_double) {
      if (other.opens && !other.closes) {
        if (loose) break;
        ++depth;
      } else if (other.closes) {
        depth -= depth > 0 ? 1U : 0U;
        const std::string_view rest = text.substr(behind, end - behind);
        const bool ended = rest.empty() || ends.find(rest.front()) != ends.npos ||
                           rest.starts_with(" (") || rest.starts_with(" in ") ||
                           (at > begin && ends.find(text[at - 1]) != ends.npos);
        const Quotation found{{open, behind}, {begin, at}};
        if (depth == 0 && ended) return found;
        if (depth == 0 && !loose) loose = found;
        if (depth == 0 && loose) depth = 1;
      }
    }
    at = other.size > 0 ? behind : at + static_cast<std::uint32_t>(code_point_at(text, at).size);
  }
  if (loose) return loose;
  return Quotation{{open, within.end}, {begin, within.end}};
}

}  // namespace crossroads
