// SPDX-License-Identifier: Apache-2.0
#include "text/citations/citation_tail.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "crossroads/core/ascii.hpp"
#include "text/citations/citation_volume.hpp"
#include "text/citations/citation_words.hpp"
#include "text/citations/cited_names.hpp"

namespace crossroads {
namespace {

constexpr std::uint32_t longest_editors = 250;

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() > word.size() && ascii_lower(text.substr(0, word.size())) == word &&
         (text[word.size()] == ' ' || text[word.size()] == ':');
}

class TailReader {
 public:
  TailReader(const NoteText& note, bool quoted, BareResolution bare, CitedWork& work)
      : note_(note), text_(note.text), quoted_(quoted), bare_(bare), work_(work) {}

  void read(Span tail) {
    const std::vector<CitationPart> parts = citation_parts(text_, tail);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::uint32_t end = take_chapter(parts[i], tail.end);
      if (end > 0) {
        while (i + 1 < parts.size() && parts[i + 1].span.begin < end) ++i;
        continue;
      }
      take(parts[i]);
    }
    share_out();
  }

 private:
  std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }

  void set(CitedField& field, Span span) {
    if (field.empty()) field = note_.field(trim(text_, span, " ,;:."));
  }

  /// "in James J. Hentz (ed.) Routledge Handbook …": where what it takes ends; 0 if it is nothing.
  std::uint32_t take_chapter(const CitationPart& part, std::uint32_t end) {
    Span own = part.span;
    const bool later = starts_with_word(slice(own), "forthcoming");
    if (later) own = trim(text_, {own.begin + 11, own.end}, " ");
    if (!starts_with_word(slice(own), "in") || work_.kind == WorkKind::chapter) return 0;
    Span rest = trim(text_, {own.begin + 2, end}, " :");
    work_.forthcoming = work_.forthcoming || later;
    work_.kind = later ? WorkKind::article : WorkKind::chapter;
    const std::string_view near = slice(rest).substr(0, longest_editors);
    for (const std::string_view mark : {"(ed.)", "(eds.)", "(ed)", "(eds)", "(Ed.)", "(Eds.)"}) {
      const std::size_t at = near.find(mark);
      if (at == near.npos) continue;
      const auto behind = rest.begin + static_cast<std::uint32_t>(at + mark.size());
      const auto names = cited_names(note_, {rest.begin, behind});
      if (!names) break;
      work_.editors = names->names;
      work_.kind = WorkKind::chapter;
      rest = trim(text_, {behind, rest.end}, " ,:;");
      break;
    }
    const std::vector<CitationPart> parts = citation_parts(text_, rest);
    if (parts.empty()) return rest.end;
    std::size_t last = 0;  // a title with commas goes on to what can't be one
    while (last + 1 < parts.size() && parts[last + 1].before == ',' &&
           !is_behind_title(note_, parts[last + 1], bare_) &&
           !looks_like_organization(slice(parts[last + 1].span)) && last + 2 < parts.size() &&
           is_title_like(parts[last + 1].span)) {
      ++last;
    }
    const Span container{parts.front().span.begin, parts[last].span.end};
    if (const auto at = volume_begin(text_, container);
        at && volume_words(text_, {*at, container.end})->issue.size() > 0) {
      take_journal(container, *at);
      work_.kind = WorkKind::article;
    } else {
      set(work_.container, without_quotes(container));
    }
    return container.end;
  }

  bool is_title_like(Span span) const { return words_within(text_, span).size() >= 3; }

  Span without_quotes(Span span) const {
    span = trim(text_, span, " ,;:.");
    const QuoteMark mark = quote_mark(text_, span.begin);
    if (mark.size > 0 && mark.size < span.size())
      span.begin += static_cast<std::uint32_t>(mark.size);
    for (const std::string_view end : {"\u2019", "\u201D", "\u02BC", "\"", "'"}) {
      if (slice(span).ends_with(end) && slice(span).find("\u2018") == std::string_view::npos) {
        span.end -= static_cast<std::uint32_t>(end.size());
      }
    }
    return trim(text_, span, " ,;:.");
  }

  void take(const CitationPart& part) {
    const Span span = trim(text_, part.span, " ,;:.");
    if (span.empty()) return;
    const std::string_view words = slice(span);
    if (take_small(span, words) || take_date(span) || take_symbols(span)) return;
    if (part.before == '(') {
      if (const auto colon = place_colon(text_, span)) return take_publisher(span, *colon);
      if (date_at_end(span)) return;
    }
    if (part.before == ')' && is_page_range(words)) return set(work_.pages, span);
    if (names_thesis(words)) {
      work_.kind = WorkKind::thesis;
      return;
    }
    if (take_series(span, words)) return;
    if (const auto volume = volume_words(text_, span)) return take_volume(*volume);
    if (take_law_journal(span)) return;
    if (const auto at = volume_begin(text_, span)) return take_journal(span, *at);
    if (const auto colon = place_colon(text_, span)) return take_publisher(span, *colon);
    if (begins_with_capital(words)) loose_.push_back(span);
  }

  /// Pages, volume, number, "accessed …", "edited by …", "para. 12".
  bool take_small(Span span, std::string_view words) {
    const auto behind = [&](std::size_t size) {
      return Span{span.begin + static_cast<std::uint32_t>(size), span.end};
    };
    if (const std::size_t size = pages_word(words); size > 0 && size < words.size()) {
      const bool number = is_ascii_digit(words[size]) || is_page_range(words.substr(size));
      if (number) return set(work_.pages, behind(size)), true;
    }
    if (const std::size_t size = volume_word(words); size > 0) {
      if (const auto volume = volume_words(text_, trim(text_, behind(size), " "))) {
        return take_volume(*volume), true;
      }
      return set(work_.volume, behind(size)), true;
    }
    if (const std::size_t size = number_word(words); size > 0 && size < words.size()) {
      return set(work_.issue, behind(size)), true;
    }
    for (const std::string_view word :
         {"accessed", "last accessed", "retrieved", "available", "at", "para", "para.", "paras",
          "paras.", "paragraph", "paragraphs", "chapter", "ch.", "annex", "viewed", "translated"}) {
      if (starts_with_word(words, word) || ascii_lower(words) == word) return true;
    }
    for (const std::string_view word : {"edited by ", "ed. ", "eds. "}) {
      if (ascii_lower(words.substr(0, word.size())) != word) continue;
      if (const auto names = cited_names(note_, behind(word.size()))) work_.editors = names->names;
      return true;
    }
    if (is_page_range(words) && (!work_.volume.empty() || !work_.issue.empty()) &&
        !date_words(text_, span)) {
      return set(work_.pages, span), true;
    }
    return ascii_lower(words) == "forthcoming" && (work_.forthcoming = true);
  }

  bool take_date(Span span) {
    const auto date = date_words(text_, span);
    if (!date) return false;
    if (date->partial) {
      set(work_.date, span);
      return true;
    }
    set_date(note_, span, *date, work_);
    return true;
  }

  /// "Oxford University Press 2012" in brackets.
  bool date_at_end(Span span) {
    const std::vector<Span> words = words_within(text_, span);
    const auto date = date_words(text_, words.back());
    if (!date || words.size() < 2) return false;
    set_date(note_, words.back(), *date, work_);
    set(work_.publisher, {span.begin, words.back().begin});
    return true;
  }

  bool take_symbols(Span span) {
    for (const std::string_view word : {"UN Doc. ", "UN doc. ", "U.N. Doc. ", "Doc. ", "doc. "}) {
      if (slice(span).starts_with(word)) span.begin += static_cast<std::uint32_t>(word.size());
    }
    const std::vector<NoteSymbol> symbols = note_symbols(text_, span, bare_);
    if (symbols.size() != 1 || symbols.front().span != span) {
      const bool dated = symbols.size() == 1 && symbols.front().span.begin == span.begin &&
                         !symbols.front().year.empty();
      if (!dated) return false;
    }
    set(work_.symbol, symbols.front().span);
    if (work_.symbols.empty()) work_.symbols = symbols.front().symbols;
    return true;
  }

  bool take_series(Span span, std::string_view words) {
    if (!names_series(words)) return false;
    if (const auto number = series_number(text_, span)) {
      set(work_.issue, *number);
      std::uint32_t end = number->begin;
      const std::size_t no = ascii_lower(slice({span.begin, end})).rfind("no");
      if (no != std::string::npos) end = span.begin + static_cast<std::uint32_t>(no);
      span = trim(text_, {span.begin, end}, " ,;:.#");
    }
    if (work_.kind == WorkKind::book) work_.kind = WorkKind::report;
    if (!span.empty()) set(work_.container, span);
    return true;
  }

  void take_volume(const VolumeWords& words) {
    const bool year = words.volume.size() == 4 && date_words(text_, words.volume).has_value();
    if (!year) set(work_.volume, words.volume);
    if (!words.issue.empty() && !take_date(words.issue)) set(work_.issue, words.issue);
    if (!words.pages.empty()) set(work_.pages, words.pages);
  }

  void take_journal(Span span, std::uint32_t volume) {
    const Span title = without_quotes({span.begin, volume});
    const auto words = volume_words(text_, {volume, span.end});
    if (slice(title).ends_with(" no") || slice(title).ends_with(" No")) {
      loose_.push_back({title.begin, title.end - 3});
      set(work_.issue, words->volume);
      return;
    }
    const bool year = words->volume.size() == 4 && words->issue.empty() && words->pages.empty() &&
                      date_words(text_, words->volume).has_value();
    if (year) {  // "Annual Review 2014", "Routledge 2014"
      set_date(note_, words->volume, *date_words(text_, words->volume), work_);
      loose_.push_back(title);
      return;
    }
    set(work_.container, title);
    take_volume(*words);
  }

  /// "36 Third World Quarterly 40".
  bool take_law_journal(Span span) {
    const std::vector<Span> words = words_within(text_, span);
    if (words.size() < 3 || !is_page_range(slice(words.front())) ||
        !is_page_range(slice(words.back())) || words.front().size() > 3 ||
        !begins_with_capital(slice(words[1]))) {
      return false;
    }
    set(work_.volume, words.front());
    set(work_.pages, words.back());
    set(work_.container, {words[1].begin, words[words.size() - 2].end});
    return true;
  }

  void take_publisher(Span span, std::uint32_t colon) {
    set(work_.place, {span.begin, colon});
    Span rest{colon + 1, span.end};
    const std::vector<CitationPart> parts = citation_parts(text_, rest);
    for (const CitationPart& part : parts) {
      if (take_date(part.span)) continue;
      const std::vector<Span> words = words_within(text_, part.span);
      const auto date = date_words(text_, words.back());
      if (date && words.size() > 1) {
        set_date(note_, words.back(), *date, work_);
        set(work_.publisher, {part.span.begin, words.back().begin});
      } else {
        set(work_.publisher, part.span);
      }
    }
  }

  /// What told nothing of itself: the first may hold the work, the others publish it.
  void share_out() {
    const bool periodical = !work_.volume.empty() || !work_.issue.empty() || quoted_;
    for (const Span span : loose_) {
      const std::string_view words = slice(span);
      const bool series = work_.kind == WorkKind::report && !work_.container.empty();
      if (work_.container.empty() && periodical && work_.kind != WorkKind::thesis) {
        set(work_.container, without_quotes(span));
      } else if ((series || work_.kind == WorkKind::report) && work_.place.empty() &&
                 is_place(words) && !looks_like_organization(words)) {
        set(work_.place, span);
      } else if (work_.publisher.empty()) {
        set(work_.publisher, span);
      } else if (work_.kind == WorkKind::thesis && holds_word(words, {"university"}) &&
                 !holds_word(work_.publisher.text, {"university"})) {
        work_.publisher = note_.field(span);
      }
    }
  }

  const NoteText& note_;
  std::string_view text_;
  bool quoted_;
  BareResolution bare_;
  CitedWork& work_;
  std::vector<Span> loose_;
};

}  // namespace

void set_date(const NoteText& note, Span span, const DateWords& date, CitedWork& work) {
  if (work.year.empty() && !date.year.empty()) {
    work.year = note.field(date.year_span);
    if (date.more && work.date.empty()) work.date = note.field(span);
  }
  work.forthcoming = work.forthcoming || date.forthcoming;
}

bool is_behind_title(const NoteText& note, const CitationPart& part, BareResolution bare) {
  const std::string_view text = note.text;
  const Span span = trim(text, part.span, " ,;:.");
  if (span.empty()) return false;
  const std::string_view words = note.slice(span);
  if (date_words(text, span) || part.before == '(' || names_thesis(words)) return true;
  if (pages_word(words) > 0 &&
      is_ascii_digit(words[pages_word(words) < words.size() ? pages_word(words) : 0])) {
    return true;
  }
  if (volume_word(words) > 0 || (number_word(words) > 0 && is_ascii_digit(words.back())))
    return true;
  for (const std::string_view word : {"accessed", "retrieved", "available", "edited by", "para",
                                      "para.", "paragraph", "last accessed"}) {
    if (starts_with_word(words, word)) return true;
  }
  if (starts_with_word(words, "in") && words.size() > 3 &&
      begins_with_capital(words.substr(words.find_first_of(" :") + 1))) {
    return true;
  }
  const std::vector<NoteSymbol> symbols = note_symbols(text, span, bare);
  const bool with_slash = !symbols.empty() && symbols.front().span.begin == span.begin &&
                          note.slice(symbols.front().span).find('/') != std::string_view::npos;
  if (with_slash || words.starts_with("UN Doc. ") || words.starts_with("UN doc. ")) return true;
  if (volume_words(text, span) || place_colon(text, span)) return true;
  if (names_series(words) && (series_number(text, span) || part.before == '.')) return true;
  if (const auto at = volume_begin(text, span)) {
    const auto volume = volume_words(text, {*at, span.end});
    return !volume->issue.empty() || !volume->pages.empty();
  }
  return false;
}

bool is_place_and_publisher(std::string_view text, Span span) {
  return place_colon(text, span).has_value();
}

void read_tail(const NoteText& note, Span tail, bool quoted, BareResolution bare, CitedWork& work) {
  TailReader(note, quoted, bare, work).read(tail);
}

}  // namespace crossroads
