// SPDX-License-Identifier: Apache-2.0
//
// A note goes through five stages: its words on one line, addresses set apart (note_text); the
// stretches that may each cite a work (citation_split); the fields of each (citation_parse,
// cited_names, citation_tail); what refers to an earlier work (citation_refer); whose the addresses
// are (citation_addresses). After the labels that ParsCit, GROBID and AnyStyle give the words of a
// reference, but by rules, so that each result can be traced to one.
#include "crossroads/text/citation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "crossroads/text/symbols.hpp"
#include "text/citations/author_year.hpp"
#include "text/citations/citation_addresses.hpp"
#include "text/citations/citation_parse.hpp"
#include "text/citations/citation_refer.hpp"
#include "text/citations/citation_split.hpp"
#include "text/citations/citation_words.hpp"
#include "text/outline/heading_style.hpp"
#include "text/plain/shape.hpp"

namespace crossroads {
namespace {

constexpr std::array<std::string_view, 9> kind_names = {
    "article", "chapter", "book", "report", "thesis", "news", "web-page", "resolution", "document"};

/// Whether a heading, with its marks, opens a list of works.
bool heads_references(std::string_view heading) {
  constexpr std::string_view marks = "#*= \n";
  const std::size_t begin = heading.find_first_not_of(marks);
  if (begin == heading.npos) return false;
  const std::size_t end = heading.find_last_not_of(marks) + 1;
  return is_references_heading(heading.substr(begin, end - begin));
}

class CitationFinder {
 public:
  explicit CitationFinder(const Document& document)
      : document_(document),
        bare_(names_security_council(document.bytes) ? BareResolution::security_council
                                                     : BareResolution::unknown),
        note_of_(document.passages.size()) {
    for (std::uint32_t i = 0; i < document.notes.size(); ++i) {
      if (document.notes[i].passage) note_of_[*document.notes[i].passage] = i;
    }
  }

  Citations run() {
    bool in_references = false;
    for (std::uint32_t i = 0; i < document_.passages.size(); ++i) {
      const Passage& passage = document_.passages[i];
      if (passage.role == Role::heading) {
        in_references = heads_references(text_of(document_, passage));
      }
      const bool listed =
          passage.role == Role::reference || (in_references && passage.role == Role::list_item);
      const bool cites = listed || passage.role == Role::note;
      // What follows each other without text between stands at the foot of one page.
      if (listed || (cites && (i == 0 || document_.passages[i - 1].role != Role::note))) {
        first_of_page_ = static_cast<std::uint32_t>(found_.works.size());
      }
      if (cites) read(i, listed);
    }
    add_author_year(document_, listed_, found_);
    std::stable_sort(found_.citations.begin(), found_.citations.end(),
                     [](const Citation& a, const Citation& b) { return a.span < b.span; });
    return std::move(found_);
  }

 private:
  void read(std::uint32_t passage, bool listed) {
    const NoteText note = note_text(document_, document_.passages[passage]);
    const ParseContext context{listed, !note.addresses.empty(), bare_};
    passage_ = passage;
    mark_ = mark_of(passage);
    here_.clear();
    std::vector<CitedPiece> pieces;
    for (const Span piece : split_citations(note)) {
      if (refer_back(note, piece, context, pieces)) continue;
      auto parsed = parse_citation(note, piece, context);
      if (!parsed) continue;
      if (parsed->shape == ParsedCitation::Shape::full) {
        add_work(std::move(parsed->work), piece, pieces);
      } else {
        add_short(std::move(*parsed), note, piece, pieces);
      }
    }
    give_addresses(note, pieces, first_of_page_, found_.works);
    if (!mark_.empty()) before_.add_note(mark_, here_);
    last_note_ = here_;
    if (listed) {
      for (const CitedPiece& piece : pieces) listed_.push_back(piece.work);
    }
  }

  std::string mark_of(std::uint32_t passage) const {
    if (note_of_[passage]) return document_.notes[*note_of_[passage]].mark;
    const Passage& own = document_.passages[passage];
    if (own.role != Role::note) return {};
    const std::string_view text = std::string_view(document_.bytes)
                                      .substr(own.ranges.front().begin, own.ranges.front().size());
    if (text.starts_with("[^")) return std::string(text.substr(2, text.find(']') - 2));
    const auto mark = note_mark(text);
    return mark ? std::to_string(mark->number) : std::string();
  }

  std::string year_of(const CitedWork& work) const {
    return lettered_year(document_.bytes, work.year.text, work.year.span.end);
  }

  void cite(std::uint32_t work, Span span, Citation::How how) {
    Citation citation;
    citation.how = how;
    citation.work = work;
    citation.passage = passage_;
    citation.span = span;
    citation.note = note_of_[passage_];
    if (citation.note) citation.caller = document_.notes[*citation.note].caller;
    found_.citations.push_back(citation);
    here_.push_back(work);
  }

  void add_work(CitedWork work, Span piece, std::vector<CitedPiece>& pieces) {
    const auto number = static_cast<std::uint32_t>(found_.works.size());
    work.passage = passage_;
    cite(number, work.span, Citation::How::in_full);
    before_.add(work, year_of(work));
    pieces.push_back({number, piece});
    found_.works.push_back(std::move(work));
  }

  /// What names a work that was cited before; a quoted title that was not is a work of its own.
  void add_short(ParsedCitation parsed, const NoteText& note, Span piece,
                 std::vector<CitedPiece>& pieces) {
    if (parsed.work.authors.empty()) return;
    const CitedName& name = parsed.work.authors.front();
    const CitedBefore::Author author{plain_letters(name.family), name.given};
    const bool by_year = parsed.shape == ParsedCitation::Shape::author_year;
    const std::string year = year_of(parsed.work);
    const CitedBefore::Works works =
        by_year ? before_.of_author(author, year) : before_.titled(author, parsed.work.title.text);
    if (works.size() == 1) {
      cite(works.front(), note.source(piece), Citation::How::short_form);
    } else if (works.size() > 1) {
      report(fmt::format("\"{}\" may be any of {} works that were cited before", note.slice(piece),
                         works.size()));
    } else if (by_year) {
      report(fmt::format("\"{} ({})\" names no work that was cited before", name.family, year));
    } else if (parsed.quoted) {
      add_work(std::move(parsed.work), piece, pieces);
    }
  }

  void report(const std::string& what) {
    const std::string where = mark_.empty() ? passage_id(document_.id, passage_) : "note " + mark_;
    found_.findings.push_back(fmt::format("{}: {}", where, what));
  }

  /// Takes "Ibid." and its like; false where the stretch is none.
  bool refer_back(const NoteText& note, Span piece, const ParseContext& context,
                  std::vector<CitedPiece>& pieces) {
    const auto reference = back_reference(note, piece);
    if (!reference) return false;
    if (reference->kind == BackReference::Kind::same_author) {
      auto parsed = parse_citation(note, reference->rest, context);
      const std::vector<std::uint32_t>& before = here_.empty() ? last_note_ : here_;
      if (!parsed || before.empty()) return true;
      if (parsed->work.authors.empty()) parsed->work.authors = found_.works[before.back()].authors;
      parsed->work.span = note.source(piece);
      add_work(std::move(parsed->work), piece, pieces);
      return true;
    }
    const Span span = note.source(trim(note.text, piece, " ,;:"));
    if (reference->kind == BackReference::Kind::same_as_before) {
      refer_to_last(span);
      return true;
    }
    const CitedBefore::Author author{reference->family, reference->given};
    CitedBefore::Works works;
    if (!reference->mark.empty()) works = before_.of_note(reference->mark, author);
    if (works.empty() && !author.family.empty()) works = before_.of_author(author);
    if (works.size() == 1) {
      cite(works.front(), span, Citation::How::short_form);
    } else {
      report("what it refers back to can't be told");
    }
    return true;
  }

  void refer_to_last(Span span) {
    if (!here_.empty()) return cite(here_.back(), span, Citation::How::same_as_before);
    const CitedBefore::Works last = before_.distinct(last_note_);
    if (last.size() == 1) return cite(last.front(), span, Citation::How::same_as_before);
    report(last.empty() ? "\"Ibid.\" follows a note that cites nothing"
                        : "\"Ibid.\" follows a note that cites several works");
  }

  const Document& document_;
  BareResolution bare_;
  std::vector<std::optional<std::uint32_t>> note_of_;  // by passage
  Citations found_;
  CitedBefore before_;
  std::vector<std::uint32_t> listed_;     // works of the lists of references
  std::vector<std::uint32_t> here_;       // what the note at hand cites
  std::vector<std::uint32_t> last_note_;  // what the one before it cites
  std::uint32_t first_of_page_ = 0;       // of its works
  std::uint32_t passage_ = 0;
  std::string mark_;
};

}  // namespace

std::string_view to_string(WorkKind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<WorkKind> work_kind_from(std::string_view name) {
  for (std::size_t i = 0; i < kind_names.size(); ++i) {
    if (kind_names[i] == name) return static_cast<WorkKind>(i);
  }
  return std::nullopt;
}

Citations find_citations(const Document& document) {
  return CitationFinder(document).run();
}

}  // namespace crossroads
