// SPDX-License-Identifier: Apache-2.0
//
// A citation is told by its shape. What is tried, in this order: author (year) title; "title" in
// quotation marks, perhaps behind an author; author. year. title; author, title, or title alone,
// before what can only stand behind a title; a document symbol by itself.
#include "text/citations/citation_parse.hpp"

#include <algorithm>
#include <array>

#include "crossroads/core/ascii.hpp"
#include "text/citations/citation_split.hpp"
#include "text/citations/citation_tail.hpp"
#include "text/citations/citation_title.hpp"
#include "text/citations/citation_volume.hpp"
#include "text/citations/citation_words.hpp"
#include "text/citations/cited_names.hpp"

namespace crossroads {
namespace {

constexpr std::size_t most_parts_of_names = 16;
constexpr std::uint32_t longest_citation = 2000;  // bytes; what goes on longer is prose

using Shape = ParsedCitation::Shape;

class CitationParser {
 public:
  CitationParser(const NoteText& note, Span piece, const ParseContext& context)
      : note_(note), text_(note.text), piece_(trim(note.text, piece, " ,;")), context_(context) {}

  std::optional<ParsedCitation> run() {
    if (piece_.empty() || piece_.size() > longest_citation) return std::nullopt;
    const bool found = fits(author_year()) || fits(quoted()) || fits(parted());
    if (!found) return std::nullopt;
    finish();
    result_.quoted = quoted_;
    return std::move(result_);
  }

 private:
  CitedWork& work() { return result_.work; }

  /// What an attempt that failed has read counts for nothing.
  bool fits(bool found) {
    if (!found) result_ = {};
    return found;
  }
  std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }

  // --- author (year) title ---

  bool author_year() {
    const auto bracket = dated_bracket(text_, piece_);
    if (!bracket) return false;
    const Span before = trim(text_, {piece_.begin, bracket->begin}, " ,;:");
    if (const auto quotation = first_quotation(text_, before); quotation || before.empty()) {
      return false;
    }
    const Span rest = trim(text_, {bracket->end, piece_.end}, " ,;:");
    if (!take_symbol_as_author(before) && !take_authors(before)) {
      return title_year(before, *bracket, rest);
    }
    const Span inside{bracket->begin + 1, bracket->end - 1};
    set_date(note_, inside, *date_words(text_, inside), work());
    const Span titled = without_dash(text_, trim(text_, rest, " ,;:."));
    if (work().authors.empty() && work().editors.empty() &&
        (titled.empty() || begins_with_small(slice(titled)))) {
      return symbol_alone();
    }
    if (titled.empty() || begins_with_small(slice(titled))) {
      result_.shape = Shape::author_year;
      return work().authors.size() > 0 && !work().year.empty();
    }
    take_title_and_tail(titled);
    return !work().title.empty();
  }

  bool take_authors(Span before) {
    const auto names = cited_names(note_, before);
    if (!names) return false;
    (names->are_editors ? work().editors : work().authors) = names->names;
    if (names->are_editors) work().authors = {};
    return true;
  }

  bool take_symbol_as_author(Span before) {
    const auto symbols = note_symbols(text_, before, context_.bare);
    if (symbols.size() != 1 || symbols.front().span != before) return false;
    set_symbol(symbols.front());
    return true;
  }

  void set_symbol(const NoteSymbol& symbol) {
    work().symbol = note_.field(symbol.span);
    work().symbols = symbol.symbols;
  }

  /// "Civilian capacity … (2011) - A/65/747": the title stands before the year.
  bool title_year(Span before, Span bracket, Span rest) {
    const auto symbols = note_symbols(text_, rest, context_.bare);
    if (symbols.empty() || words_within(text_, before).size() < 2) return false;
    work().title = note_.field(before);
    const Span inside{bracket.begin + 1, bracket.end - 1};
    set_date(note_, inside, *date_words(text_, inside), work());
    read_tail(note_, without_dash(text_, rest), false, context_.bare, work());
    return true;
  }

  /// A title, in quotation marks or not, and what stands behind it.
  void take_title_and_tail(Span span) {
    const auto symbols = note_symbols(text_, span, context_.bare);
    if (!symbols.empty() && symbols.front().span.begin == span.begin &&
        symbols.front().span.end < span.end && text_[symbols.front().span.end] == ':') {
      set_symbol(symbols.front());
      span = trim(text_, {symbols.front().span.end, span.end}, " ,;:");
      if (span.empty()) return;
    }
    if (quote_mark(text_, span.begin).opens) {
      if (const auto quotation = first_quotation(text_, span))
        return take_quotation(*quotation, span.end);
    }
    take_unquoted(citation_parts(text_, span), 0, span.end);
  }

  void take_quotation(const Quotation& quotation, std::uint32_t end) {
    Span inside = trim(text_, quotation.inside, " ,;:");
    for (QuoteMark mark; !inside.empty(); inside.begin += static_cast<std::uint32_t>(mark.size)) {
      mark = quote_mark(text_, inside.begin);
      const bool closing =
          slice(inside).starts_with("\u201D") || slice(inside).starts_with("\u2019");
      if (mark.size == 0 || !closing) break;  // else the title quotes by itself
    }
    while (slice(inside).ends_with('.') && !slice(inside).ends_with("..")) --inside.end;
    work().title = note_.field(inside);
    read_tail(note_, {quotation.whole.end, end}, true, context_.bare, work());
    quoted_ = true;
  }

  /// The title goes from that part to the first that can only stand behind one.
  void take_unquoted(const std::vector<CitationPart>& parts, std::size_t first, std::uint32_t end) {
    if (first >= parts.size()) return;
    std::size_t last = first;
    while (last + 1 < parts.size() && !ends_title(parts, last + 1)) ++last;
    // Before a date or a series stands who publishes it.
    while (last > first && last + 1 < parts.size() && publishes(parts[last].span)) --last;
    const Span title{parts[first].span.begin, parts[last].span.end};
    work().title = note_.field(trim(text_, title, " ,;:"));
    read_tail(note_, {last + 1 < parts.size() ? before_part(parts[last + 1]) : end, end}, false,
              context_.bare, work());
  }

  static std::uint32_t before_part(const CitationPart& part) {
    return part.before == '(' ? part.span.begin - 1 : part.span.begin;
  }

  /// Whether that part stands behind the title. Of several that look like a place and a publisher
  /// only the last can be one: "War, Peace: A History, London: Hurst".
  bool is_behind(const std::vector<CitationPart>& parts, std::size_t at) const {
    if (!is_behind_title(note_, parts[at], context_.bare)) return false;
    if (parts[at].before != ',' || !is_place_and_publisher(text_, parts[at].span)) return true;
    constexpr std::size_t looked_at = 6;
    const std::size_t end = std::min(parts.size(), at + looked_at);
    for (std::size_t later = at + 1; later < end; ++later) {
      if (is_place_and_publisher(text_, parts[later].span)) return false;
    }
    return at > 1;
  }

  bool ends_title(const std::vector<CitationPart>& parts, std::size_t at) const {
    const CitationPart& part = parts[at];
    if (part.before == ')' || part.before == ';') return true;
    if (is_behind(parts, at)) return true;
    return part.before == '.' && !is_subtitle(text_, part.span);
  }

  bool publishes(Span span) const { return looks_like_organization(slice(span)); }

  // --- "title" ---

  bool quoted() {
    const auto quotation = first_quotation(text_, piece_);
    if (!quotation || quotation->inside.empty()) return false;
    const Span before = trim(text_, {piece_.begin, quotation->whole.begin}, " ,;:");
    const Span lead = trim(text_, before, " ,;:.");
    if (!lead.empty() && !take_authors(before) && !take_authors(lead)) return false;
    const Span rest = trim(text_, {quotation->whole.end, piece_.end}, " ,;:.");
    take_quotation(*quotation, piece_.end);
    if (work().title.empty()) return false;
    const bool known = !work().year.empty() || work().forthcoming || !work().volume.empty() ||
                       context_.has_address;
    if (!lead.empty()) {
      if (!known && work().container.empty()) result_.shape = short_or_full();
      return true;
    }
    const bool held =
        !work().container.empty() || !work().publisher.empty() || !work().symbols.empty();
    return known && held && rest.size() > 0 && begins_with_capital(slice(rest));
  }

  /// An institution's page may have neither date nor place; a person's work without either is a
  /// short title.
  Shape short_or_full() const {
    const auto& authors = result_.work.authors;
    return !authors.empty() && authors.front().is_person ? Shape::author_title : Shape::full;
  }

  // --- parts between commas or stops ---

  bool parted() {
    const std::vector<CitationPart> parts = citation_parts(text_, piece_);
    if (parts.empty()) return false;
    if (begins_with_small(slice(parts.front().span))) return symbol_alone();
    const std::size_t behind = first_behind_title(parts);
    if (behind == parts.size()) return author_and_title(parts) || symbol_alone();
    return fits(author_date(parts, behind)) || fits(listed(parts)) || fits(short_title(parts)) ||
           fits(author_title(parts, behind)) || fits(title_first(parts, behind)) || symbol_alone();
  }

  std::size_t first_behind_title(const std::vector<CitationPart>& parts) const {
    std::size_t at = 1;
    while (at < parts.size() && !is_behind(parts, at)) ++at;
    return std::max<std::size_t>(std::min(at, parts.size()), parts.empty() ? 0 : 1);
  }

  /// "Autesserre, Séverine. 2014. Peaceland. …"
  bool author_date(const std::vector<CitationPart>& parts, std::size_t behind) {
    if (behind + 1 >= parts.size() || parts[behind].before == '(') return false;
    const auto date = date_words(text_, parts[behind].span);
    if (!date || date->more || date->partial || parts[behind + 1].before != '.') return false;
    if (!take_authors({piece_.begin, parts[behind - 1].span.end})) return false;
    set_date(note_, parts[behind].span, *date, work());
    take_title_and_tail({parts[behind + 1].span.begin, piece_.end});
    return !work().title.empty();
  }

  /// "Title, Publisher, date" with a URL, as lists of pages have it.
  bool listed(const std::vector<CitationPart>& parts) {
    if (!context_.has_address || parts.size() < 3 || parts.back().before != ',') return false;
    const auto date = date_words(text_, parts.back().span);
    if (!date || date->partial) return false;
    const Span publisher = parts[parts.size() - 2].span;
    const bool fits = begins_with_capital(slice(publisher)) || context_.in_list;
    if (!fits || is_behind_title(note_, parts[parts.size() - 2], context_.bare)) return false;
    const Span first = parts.front().span;
    const auto names = cited_names(note_, first);
    const bool author = names && names->persons() && !names->names.front().given.empty() &&
                        !looks_like_organization(slice(publisher)) &&
                        is_sentence_like(text_, publisher);
    const bool institution = looks_like_organization(slice(first)) && parts.size() == 3 &&
                             words_within(text_, publisher).size() > 3;
    if (author || institution) return false;
    const Span title = trim(text_, {piece_.begin, parts[parts.size() - 3].span.end}, " ,;:");
    work().title = note_.field(without_marks(text_, title));
    work().container = note_.field(publisher);
    work().kind = WorkKind::web_page;
    set_date(note_, parts.back().span, *date, work());
    return true;
  }

  /// How many parts are the authors' names: as many as can be, with a title left.
  std::size_t name_parts(const std::vector<CitationPart>& parts, std::size_t behind) const {
    std::size_t best = 0;
    const std::size_t most = std::min(behind, most_parts_of_names);
    for (std::size_t count = 1; count < most; ++count) {
      const Span span{piece_.begin, parts[count - 1].span.end};
      const auto names = cited_names(note_, span);
      if (!names) continue;
      const bool plain =
          std::all_of(names->names.begin(), names->names.end(),
                      [](const auto& name) { return !name.given.empty() || !name.is_person; });
      if (plain && (names->persons() || looks_like_organization(slice(span)))) best = count;
      if (parts[count].before == '.') break;
    }
    return best;
  }

  bool author_title(const std::vector<CitationPart>& parts, std::size_t behind) {
    const std::size_t count = name_parts(parts, behind);
    if (count == 0 || !take_authors({piece_.begin, parts[count - 1].span.end})) return false;
    take_unquoted(parts, count, piece_.end);
    const bool told = !work().year.empty() || work().forthcoming || !work().symbols.empty() ||
                      !work().publisher.empty() || context_.has_address;
    if (!work().title.empty() && !told && work().authors.size() > 0) {
      result_.shape = Shape::author_title;
      return true;
    }
    if (!work().title.empty() && told) return true;
    return false;
  }

  /// "Autesserre, Peaceland, p. 40".
  bool short_title(const std::vector<CitationPart>& parts) {
    if (parts.size() < 3 || pages_word(slice(parts[2].span)) == 0 || parts[2].before != ',') {
      return false;
    }
    return author_and_title({parts[0], parts[1]});
  }

  /// "Autesserre, Peaceland".
  bool author_and_title(const std::vector<CitationPart>& parts) {
    if (parts.size() != 2 || parts[1].before != ',') return false;
    const auto names = cited_names(note_, parts[0].span);
    if (!names || !names->persons() || !begins_with_capital(slice(parts[1].span))) return false;
    work().authors = names->names;
    work().title = note_.field(parts[1].span);
    result_.shape = Shape::author_title;
    return true;
  }

  /// No author: a title, then what publishes it, and when, or under what symbol.
  bool title_first(const std::vector<CitationPart>& parts, std::size_t behind) {
    if (parts.front().before != 0 || words_within(text_, parts.front().span).size() < 2)
      return false;
    take_unquoted(parts, 0, piece_.end);
    take_institution_off();
    const bool dated =
        !work().year.empty() && (work().date.text.size() > 4 || !work().place.empty());
    const bool held = !work().publisher.empty() || !work().container.empty();
    const bool one_family =
        parts.size() == 2 && cited_names(note_, parts.front().span).has_value() && !held;
    const bool title = is_title(work().title.text);
    if (title && !one_family && behind > 0 &&
        (!work().symbols.empty() || (dated && held && published_last(parts)))) {
      return true;
    }
    return false;
  }

  /// "Institute of Rivers (IR) Annual survey": the author and its acronym stand before the title.
  void take_institution_off() {
    const std::string_view title = work().title.text;
    const std::size_t open = title.find(" (");
    const std::size_t close = title.find(") ");
    if (open == title.npos || close == title.npos || close < open ||
        !begins_with_capital(title.substr(close + 2)) ||
        !looks_like_organization(title.substr(open + 2, close - open - 2)) ||
        !looks_like_organization(title.substr(0, open)) || title.find(' ', open + 2) < close) {
      return;
    }
    const std::size_t at = text_.find(title, piece_.begin);
    if (at == text_.npos) return;
    const auto begin = static_cast<std::uint32_t>(at);
    const auto behind = begin + static_cast<std::uint32_t>(close) + 1;
    if (!take_authors({begin, behind})) return;
    work().title = note_.field({behind, begin + static_cast<std::uint32_t>(title.size())});
  }

  /// A title begins with a capital, and has no stop before a space: that is prose.
  static bool is_title(std::string_view title) {
    return begins_with_capital(title) && title.size() > 3 && title.find(". ") == title.npos;
  }

  bool published_last(const std::vector<CitationPart>& parts) const {
    return parts.size() >= 3 || !result_.work.place.empty();
  }

  // --- a symbol ---

  bool symbol_alone() {
    const auto symbols = note_symbols(text_, piece_, context_.bare);
    if (symbols.empty()) return false;
    result_ = {};
    set_symbol(symbols.front());
    work().title = note_.field(symbols.front().span);
    if (!symbols.front().year.empty()) {
      const std::size_t at = text_.find(symbols.front().year, symbols.front().span.end);
      const auto begin = static_cast<std::uint32_t>(at);
      work().year = note_.field({begin, begin + 4});
    }
    return true;
  }

  void finish() {
    work().span = note_.source(piece_);
    settle_kind(work(), quoted_, context_);
  }

  const NoteText& note_;
  std::string_view text_;
  Span piece_;
  const ParseContext& context_;
  ParsedCitation result_;
  bool quoted_ = false;
};

}  // namespace

std::optional<ParsedCitation> parse_citation(const NoteText& note, Span piece,
                                             const ParseContext& context) {
  return CitationParser(note, piece, context).run();
}

}  // namespace crossroads
