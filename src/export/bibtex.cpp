// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "crossroads/export/bibliography.hpp"
#include "export/bibliography.hpp"

namespace crossroads {
namespace {

/// Whether every brace has its other: BibTeX counts them, also escaped ones.
bool are_balanced(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth == 0;
}

std::string escaped(std::string_view text) {
  const bool balanced = are_balanced(text);
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
        out += '\\';
        out += c;
        break;
      case '{':
        out += balanced ? "\\{" : "(";
        break;
      case '}':
        out += balanced ? "\\}" : ")";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '\\':
        out += "\\textbackslash{}";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// An address is read letter by letter; only what would end the field is percent-encoded.
std::string address(std::string_view url) {
  std::string out;
  for (const char c : url) {
    if (c == '{') {
      out += "%7B";
    } else if (c == '}') {
      out += "%7D";
    } else if (c == '\\') {
      out += "%5C";
    } else {
      out += c;
    }
  }
  return out;
}

std::string with_long_dashes(std::string_view pages) {
  std::string out;
  for (std::size_t at = 0; at < pages.size();) {
    if (pages[at] == '-') {
      out += "--";
      while (at < pages.size() && pages[at] == '-') ++at;
    } else if (pages.substr(at).starts_with("\u2013")) {
      out += "--";
      at += 3;
    } else {
      out += pages[at++];
    }
  }
  return out;
}

std::string in_one_field(const std::vector<WorkRecord::Name>& names) {
  std::string out;
  for (const WorkRecord::Name& name : names) {
    if (!out.empty()) out += " and ";
    if (!name.is_person || name.given.empty()) {
      out += "{" + escaped(name.family) + "}";
    } else {
      out += escaped(name.family) + ", " + escaped(name.given);
    }
  }
  return out;
}

/// How BibTeX calls a kind of work, and the fields that hold what holds and publishes it.
struct EntryType {
  std::string_view kind;
  std::string_view type;
  std::string_view container;
  std::string_view publisher;
};
constexpr std::array entry_types = {
    EntryType{"article", "article", "journal", "publisher"},
    EntryType{"chapter", "incollection", "booktitle", "publisher"},
    EntryType{"book", "book", "series", "publisher"},
    EntryType{"report", "techreport", "type", "institution"},
    EntryType{"thesis", "phdthesis", "series", "school"},
    EntryType{"news", "article", "journal", "publisher"},
    EntryType{"web-page", "misc", "howpublished", "publisher"},
    EntryType{"resolution", "techreport", "type", "institution"},
    EntryType{"document", "techreport", "type", "institution"},
};

class BibtexWriter {
 public:
  std::string run(const ConceptGraph& graph) {
    for (const WorkRecord& work : works_of(graph)) write(work);
    return std::move(out_);
  }

 private:
  void field(std::string_view name, const std::string& value) {
    if (value.empty()) return;
    out_ += ",\n  ";
    out_ += name;
    out_ += " = {" + value + "}";
  }

  void write(const WorkRecord& work) {
    EntryType type = entry_types[2];
    for (const EntryType& known : entry_types) {
      if (known.kind == work.get("type")) type = known;
    }
    if (!out_.empty()) out_ += '\n';
    out_ += "@" + std::string(type.type) + "{" + std::string(work.key());
    field("author", in_one_field(work.authors()));
    field("editor", in_one_field(work.editors()));
    field("title", "{" + escaped(work.get("title")) + "}");
    const std::string container = escaped(work.get("container"));
    const bool title = type.container == "booktitle" && !container.empty();
    field(type.container, title ? "{" + container + "}" : container);
    field(type.publisher, escaped(work.get("publisher")));
    field("address", escaped(work.get("place")));
    field("volume", escaped(work.get("volume")));
    const std::string symbols = work.all("symbol");
    field("number", escaped(symbols.empty() ? std::string(work.get("issue")) : symbols));
    field("pages", with_long_dashes(escaped(work.get("pages"))));
    write_date(work.date());
    field("note", escaped(work.get("status")));
    field("doi", address(work.get("doi")));
    field("url", address(work.get("url")));
    out_ += "\n}\n";
  }

  void write_date(const WorkRecord::Date& date) {
    constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    if (date.year == 0) return;
    field("year", std::to_string(date.year));
    if (date.month == 0) return;
    out_ += ",\n  month = " + std::string(months[date.month - 1]);
    if (date.day > 0) field("day", std::to_string(date.day));
  }

  std::string out_;
};

}  // namespace

std::string write_bibtex(const ConceptGraph& graph) {
  return BibtexWriter().run(graph);
}

}  // namespace crossroads
