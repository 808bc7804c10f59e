// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/suggestion_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "crossroads/core/nearest.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

constexpr std::string_view explanation =
    "# What texts name and the ontology lacks, and which of its names flood; best first. Put in "
    "the\n"
    "# place of \"?\" accept, ban or skip, mend what is wrong beside it, then\n"
    "#   crossroads suggest --apply THIS-FILE -O ONTOLOGY\n"
    "# accept: the form becomes a name of the entry; of entry, person and document a new entry "
    "with\n"
    "#   that id, which needs a kind. What you write into the columns form, short, entry and kind\n"
    "#   counts: turn \"entry\" into \"alias\" and name an entry to give it the form.\n"
    "# ban: the form, of that entry or, where the column entry is empty, of all, is not matched.\n"
    "# skip: it is not suggested again. \"?\" leaves it for another time.\n";

constexpr std::array<std::string_view, 12> columns = {"decision",  "what", "form",     "short",
                                                      "entry",     "kind", "mentions", "passages",
                                                      "documents", "why",  "seen",     "quote"};

/// A field on one line, without tabs; nothing in it drives a terminal. One that begins with a
/// quotation mark is put into quotation marks, for that is how a spreadsheet would read it.
std::string field(std::string_view text) {
  const std::string line = printable_line(text);
  if (!line.starts_with('"')) return line;
  std::string quoted = "\"";
  for (const char c : line) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string place_of(const Suggestion& suggestion) {
  if (suggestion.seen.places.empty()) return {};
  const SeenAt& first = suggestion.seen.places.front();
  return fmt::format("{}:{}", first.document, first.line);
}

std::string quotes_of(const Suggestion& suggestion) {
  std::string quotes;
  for (const SeenAt& place : suggestion.seen.places) {
    quotes += (quotes.empty() ? "" : " | ") + place.quote;
  }
  return field(quotes);
}

std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> fields;
  for (;;) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    fields.push_back(line.substr(0, tab));
    if (tab == line.size()) return fields;
    line.remove_prefix(tab + 1);
  }
}

/// A field as it was meant: a spreadsheet may have put it in quotation marks.
std::string unquoted(std::string_view text) {
  std::string plain;
  if (text.size() >= 2 && text.starts_with('"') && text.ends_with('"')) {
    text = text.substr(1, text.size() - 2);
    for (std::size_t i = 0; i < text.size(); ++i) {
      plain += text[i];
      if (text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') ++i;
    }
    return printable_line(plain);
  }
  return printable_line(text);
}

std::optional<Verdict> decision_from(std::string_view word) {
  if (word.empty() || word == "?") return Verdict::open;
  if (word == "accept") return Verdict::accept;
  if (word == "ban") return Verdict::ban;
  if (word == "skip") return Verdict::skip;
  return std::nullopt;
}

class FileReader {
 public:
  FileReader(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  SuggestionFile read() {
    if (const auto invalid = find_invalid_utf8(text_)) {
      report("not-utf8", "this is not UTF-8", *invalid);
      return std::move(file_);
    }
    for (std::size_t begin = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      std::string_view line = text_.substr(begin, end - begin);
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++line_;
      read_line(line, begin);
      if (refused_) return std::move(file_);
      begin = end + 1;
    }
    if (places_.empty()) report("no-header", "it holds no suggestions", 0);
    return std::move(file_);
  }

 private:
  void report(std::string code, std::string message, std::size_t offset) {
    file_.findings.push_back(
        diagnose(Severity::error, std::move(code), std::move(message), text_, offset, name_));
  }

  void read_line(std::string_view line, std::size_t offset) {
    if (line.starts_with('#') || line.find_first_not_of(" \t") == line.npos) return;
    const std::vector<std::string_view> fields = split(line);
    if (places_.empty()) return read_header(fields, offset);
    const auto value = [&](std::string_view column) {
      const auto place = places_.find(column);
      return place == places_.end() || place->second >= fields.size()
                 ? std::string()
                 : unquoted(fields[place->second]);
    };
    DecidedSuggestion read;
    read.at = {name_, line_, 1};
    const std::string word = value("decision");
    const auto decision = decision_from(word);
    if (!decision) {
      static const std::vector<std::string> words = {"accept", "ban", "skip"};
      report("bad-decision",
             fmt::format("'{}' is no decision: accept, ban, skip, or ? for none{}", word,
                         did_you_mean(word, words)),
             offset);
      return;
    }
    read.decision = *decision;
    const auto kind = suggestion_kind_from(value("what"));
    if (!kind) {
      report("bad-suggestion",
             fmt::format("'{}' is nothing that is suggested (alias, misspelling, entry, person, "
                         "document, conflict, flood)",
                         value("what")),
             offset);
      return;
    }
    read.kind = *kind;
    read.form = value("form");
    read.short_form = value("short");
    read.entry = value("entry");
    read.entry_kind = value("kind");
    read_place(value("seen"), read);
    file_.suggestions.push_back(std::move(read));
  }

  void read_header(const std::vector<std::string_view>& fields, std::size_t offset) {
    for (std::size_t i = 0; i < fields.size(); ++i) places_.emplace(unquoted(fields[i]), i);
    for (const std::string_view needed : {"decision", "what", "form", "entry"}) {
      if (places_.contains(needed)) continue;
      report("no-header",
             fmt::format("the first line that is no comment names the columns; '{}' is not among "
                         "them",
                         needed),
             offset);
      refused_ = true;
      return;
    }
  }

  static void read_place(const std::string& seen, DecidedSuggestion& read) {
    const std::size_t colon = seen.rfind(':');
    if (colon == seen.npos) return;
    const char* const end = seen.data() + seen.size();
    const auto number = std::from_chars(seen.data() + colon + 1, end, read.line);
    if (number.ec == std::errc() && number.ptr == end) read.document = seen.substr(0, colon);
  }

  std::string_view text_;
  const std::string& name_;
  SuggestionFile file_;
  std::map<std::string, std::size_t, std::less<>> places_;  // of columns
  std::size_t line_ = 0;
  bool refused_ = false;
};

}  // namespace

std::string write_suggestions(const std::vector<Suggestion>& suggestions) {
  std::string out(explanation);
  for (const std::string_view column : columns) {
    out += column;
    out += column == columns.back() ? '\n' : '\t';
  }
  for (const Suggestion& s : suggestions) {
    out += fmt::format("?\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", to_string(s.kind),
                       field(s.form), field(s.short_form), s.entry, s.entry_kind, s.seen.mentions,
                       s.seen.passages, s.seen.documents, field(s.reason), field(place_of(s)),
                       quotes_of(s));
  }
  return out;
}

SuggestionFile read_suggestions(std::string_view text, const std::string& name) {
  return FileReader(text, name).read();
}

}  // namespace crossroads
