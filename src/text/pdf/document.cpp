// SPDX-License-Identifier: Apache-2.0
#include "text/pdf/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <list>
#include <map>
#include <queue>
#include <utility>
#include <vector>

#include "crossroads/core/ascii.hpp"
#include "text/complete.hpp"
#include "text/formats/iso_date.hpp"
#include "text/pdf/layout.hpp"
#include "text/pdf/roles.hpp"

namespace crossroads {
namespace {

constexpr std::size_t most_pages_named = 8;

/// A mark in the running text.
struct Call {
  std::string mark;
  Span span;
  std::uint32_t page = 0;
  std::uint32_t block = 0;
  bool taken = false;
};

/// Places of calls, in text order.
using CallsByPage = std::map<std::uint32_t, std::queue<std::size_t, std::list<std::size_t>>>;

class DocumentMaker {
 public:
  DocumentMaker(Document& document, const PdfText& text, std::vector<std::string> labels)
      : document_(document), text_(text), labels_(std::move(labels)) {}

  void make() {
    passage_of_.assign(text_.blocks.size(), 0);
    std::uint32_t page = 0;
    begin_page(0);
    for (std::uint32_t at = 0; at < text_.blocks.size(); ++at) {
      while (page < text_.first_line(text_.blocks[at]).page) begin_page(++page);
      write(at);
    }
    while (page + 1 < text_.source->pages.size()) begin_page(++page);
    join_notes();
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(document_.bytes.size()); }

  void begin_page(std::uint32_t page) {
    if (page > 0) document_.bytes += "\n\f";
    empty_ = true;
    std::string label = labels_[page].empty() ? std::to_string(page + 1) : labels_[page];
    document_.pages.push_back({size(), std::move(label)});
  }

  void write(std::uint32_t at) {
    const PdfBlock& block = text_.blocks[at];
    if (!empty_) document_.bytes += is_row(block) && row_before_ ? "" : "\n";
    row_before_ = is_row(block);
    empty_ = false;
    const std::uint32_t begin = size();
    for (std::size_t line = block.first; line < block.end; ++line) write_line(line, at);
    const Span span{begin, size() - 1};
    if (block.goes_on) {
      passage_of_[at] = passage_of_[*block.goes_on];
      document_.passages[passage_of_[at]].ranges.push_back(span);
    } else {
      passage_of_[at] = static_cast<std::uint32_t>(document_.passages.size());
      document_.passages.push_back({{span}, block.role, block.level});
    }
  }

  /// Rows of tables and of contents stand close.
  static bool is_row(const PdfBlock& block) {
    return block.role == Role::table || block.role == Role::contents;
  }

  void write_line(std::size_t at, std::uint32_t block) {
    const PdfLine& line = text_.lines[at];
    const std::uint32_t begin = size();
    document_.bytes += text_.words[at] + '\n';
    if (line.place != PdfLine::Place::body) return;
    // A line's words stand one behind the other in its text.
    std::size_t from = begin;
    for (std::size_t word = 0; word < line.words.size(); ++word) {
      const std::string_view shown =
          text_.source->text_of(text_.source->pages[line.page].words[line.words[word]]);
      from = document_.bytes.find(shown, from);
      if (from == std::string::npos) return;
      const Span span{static_cast<std::uint32_t>(from),
                      static_cast<std::uint32_t>(from + shown.size())};
      from += shown.size();
      // The mark that opens a note, or an affiliation, is no call.
      if (word == 0 && at == text_.blocks[block].first) continue;
      if (is_raised(*text_.source, line, word)) add_calls(shown, span, line.page, block);
      if (const RaisedDigits digits = raised_digits(shown); !digits.mark.empty()) {
        const std::uint32_t first = span.begin + static_cast<std::uint32_t>(digits.begin);
        const std::uint32_t last = first + static_cast<std::uint32_t>(digits.size);
        calls_.push_back({digits.mark, {first, last}, line.page, block, false});
      }
    }
  }

  /// A raised "3" is a call; "1,2" is two.
  void add_calls(std::string_view shown, Span span, std::uint32_t page, std::uint32_t block) {
    while (!shown.empty()) {
      const std::size_t end = std::min(shown.find(','), shown.size());
      if (const std::string_view mark = shown.substr(0, end); is_mark(mark)) {
        const auto size = static_cast<std::uint32_t>(end);
        calls_.push_back({std::string(mark), {span.begin, span.begin + size}, page, block, false});
      }
      const std::size_t skip = std::min(end + 1, shown.size());
      shown.remove_prefix(skip);
      span.begin += static_cast<std::uint32_t>(skip);
    }
  }

  // --- notes ---

  void join_notes() {
    for (std::size_t at = 0; at < calls_.size(); ++at) {
      untaken_[plain(calls_[at].mark)][calls_[at].page].push(at);
    }
    for (std::uint32_t at = 0; at < text_.blocks.size(); ++at) {
      const PdfBlock& block = text_.blocks[at];
      if (block.role != Role::note || block.goes_on) continue;
      Footnote note;
      note.mark = block.mark;
      note.passage = passage_of_[at];
      if (const Call* const call = take_call(block, text_.first_line(block).page)) {
        note.call = call->span;
        note.caller = passage_of_[call->block];
      }
      document_.notes.push_back(std::move(note));
    }
    add_calls_between();
    std::stable_sort(document_.notes.begin(), document_.notes.end(),
                     [&](const Footnote& a, const Footnote& b) { return place(a) < place(b); });
  }

  std::uint32_t place(const Footnote& note) const {
    return note.call ? note.call->begin : document_.passages[*note.passage].ranges.front().begin;
  }

  /// Takes the first call of that mark that no note has: on the note's page, on the one before (a
  /// note may not fit on its own), and else, for notes at the end, anywhere before. O(log calls).
  Call* take_call(const PdfBlock& note, std::uint32_t page) {
    const auto calls = untaken_.find(plain(note.mark));
    if (calls == untaken_.end()) return nullptr;
    CallsByPage& on = calls->second;
    auto found = on.find(page);
    if (found == on.end() && page > 0) found = on.find(page - 1);
    if (found == on.end() && note.endnote) found = on.begin();
    if (found == on.end() || found->first > page) return nullptr;
    Call& call = calls_[found->second.front()];
    found->second.pop();
    if (found->second.empty()) on.erase(found);
    call.taken = true;
    return &call;
  }

  static std::string plain(const std::string& mark) { return mark == "∗" ? "*" : mark; }

  /// Calls whose note is missing are known by the numbers of those around them.
  void add_calls_between() {
    unsigned last = 0;     // the number of the call before that has a note
    std::size_t next = 0;  // the call behind that has one
    for (std::size_t at = 0; at < calls_.size(); ++at) {
      const Call& call = calls_[at];
      const unsigned number = mark_number(call.mark);
      if (call.taken) {
        last = number;
        continue;
      }
      if (last == 0 || number != last + 1) continue;
      next = std::max(next, at);
      while (next < calls_.size() && !calls_[next].taken) ++next;
      if (next == calls_.size() || mark_number(calls_[next].mark) != number + 1) continue;
      document_.notes.push_back({call.mark, {}, call.span, passage_of_[call.block], {}, false});
    }
  }

  Document& document_;
  const PdfText& text_;
  std::vector<std::string> labels_;
  std::vector<std::uint32_t> passage_of_;  // by block
  std::vector<Call> calls_;                // in text order
  std::map<std::string, CallsByPage> untaken_;
  bool empty_ = true;  // nothing stands on the page yet
  bool row_before_ = false;
};

/// Titles that a program gave: a file's name, "untitled", "Microsoft Word - …".
bool is_junk(std::string_view title) {
  const std::string name = ascii_lower(title);
  for (const std::string_view start : {"microsoft ", "untitled", "powerpoint", "(anonymous"}) {
    if (name.starts_with(start)) return true;
  }
  const std::size_t dot = name.rfind('.');
  const bool ending = dot != name.npos && name.size() - dot <= 6 &&
                      name.find(' ', dot) == name.npos && dot + 1 < name.size();
  return name.size() < 3 || (ending && name.find(' ') == name.npos) || name.ends_with(".doc") ||
         name.ends_with(".docx") || name.ends_with(".pdf") || name.ends_with(".indd") ||
         name.ends_with(".dvi") || name.ends_with(".qxd") || name.find(' ') == name.npos;
}

/// The names in "A. Bird; T. Vale", "A. Bird, T. Vale and I. Wren" or "Bird, Alma"; none for what
/// is no person's ("root").
std::vector<std::string> names_in(std::string author) {
  for (const std::string_view link : {" and ", " & "}) {
    for (std::size_t at = author.find(link); at != author.npos; at = author.find(link, at)) {
      author.replace(at, link.size(), ";");
    }
  }
  const auto split = [](std::string_view text, char by) {
    std::vector<std::string> parts;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(by), text.size());
      std::string_view part = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      while (part.starts_with(' ')) part.remove_prefix(1);
      while (part.ends_with(' ')) part.remove_suffix(1);
      if (!part.empty()) parts.emplace_back(part);
    }
    return parts;
  };
  std::vector<std::string> names;
  for (const std::string& part : split(author, ';')) {
    const std::vector<std::string> pieces = split(part, ',');
    const bool several = std::all_of(pieces.begin(), pieces.end(), [](const std::string& piece) {
      return piece.find(' ') != piece.npos;
    });
    for (const std::string& name : several ? pieces : std::vector<std::string>{part}) {
      if (name.find(' ') != name.npos) names.push_back(name);
    }
  }
  return names;
}

/// "2022-11-06T15:36:06-08", "D:20221106…": YYYY-MM-DD; empty for anything else, and for what
/// clocks that nobody set say.
std::string date_of(std::string_view created) {
  if (created.starts_with("D:")) created = created.substr(2, 8);
  std::string date = iso_date(created);
  return date >= "1980" ? date : "";
}

/// Says which pages hold no words.
void report_empty_pages(const PdfSource& source, Document& document) {
  std::string pages;
  std::size_t count = 0;
  for (std::size_t at = 0; at < source.pages.size(); ++at) {
    if (!source.pages[at].words.empty()) continue;
    if (++count <= most_pages_named) {
      pages += fmt::format("{}{}", pages.empty() ? "" : ", ", at + 1);
    }
  }
  if (count == 0) return;
  if (count > most_pages_named) pages += ", …";
  document.findings.push_back(fmt::format("{} of {} pages hold no words (images, or empty): {}",
                                          count, source.pages.size(), pages));
}

}  // namespace

Document pdf_document(std::string id, PdfSource source, const ReadOptions& options) {
  Document document;
  document.id = std::move(id);
  if (!is_junk(source.title)) document.title = source.title;
  document.metadata.authors = names_in(source.author);
  document.metadata.date = date_of(source.created);
  turn_upright(source);
  std::vector<PdfMargins> margins = find_margins(source);
  std::vector<std::string> labels;
  labels.reserve(margins.size());
  for (const PdfMargins& margin : margins) labels.push_back(margin.label);
  PdfText text = make_blocks(source, lay_out(source, margins));
  find_plain_roles(text);
  find_headings(text);
  find_notes(text);
  find_body_roles(text);
  find_continued(text);
  if (!source.pages.empty()) DocumentMaker(document, text, std::move(labels)).make();
  report_empty_pages(source, document);
  complete(document, TextFormat::plain, options);
  return document;
}

}  // namespace crossroads
