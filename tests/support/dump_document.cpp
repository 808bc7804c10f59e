// SPDX-License-Identifier: Apache-2.0
#include "support/dump_document.hpp"

#include <string_view>

namespace crossroads::test {
namespace {

constexpr std::size_t longest_text = 60;

void append_words(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool white = c == ' ' || (c >= '\t' && c <= '\r');
    if (!white) {
      out += c;
    } else if (!out.ends_with(' ')) {
      out += ' ';
    }
  }
}

std::string on_one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\f') c = '/';
  }
  return text;
}

}  // namespace

std::string dump(const Document& document) {
  std::string out;
  for (const Passage& passage : document.passages) {
    std::string words;
    out += to_string(passage.role);
    for (const Span range : passage.ranges) {
      out += ' ' + std::to_string(range.begin) + '-' + std::to_string(range.end);
      if (!words.empty()) words += '|';
      append_words(words, std::string_view(document.bytes).substr(range.begin, range.size()));
    }
    const std::size_t cut = words.find(' ', longest_text);
    if (cut != std::string::npos) words.replace(cut, std::string::npos, " ...");
    out += ": " + words + '\n';
  }
  return out;
}

std::string dump_outline(const Document& document) {
  std::string out;
  for (const Section& section : document.sections) {
    out += std::string(section.level - 1U, ' ');
    out += section.kind == Section::Kind::article ? "article " : "section ";
    out += section.title;
    for (const Author& author : section.authors) out += " {" + author.name + "}";
    out += " p" + std::to_string(section.first + 1) + "-p" + std::to_string(section.end) + "\n";
  }
  for (const Footnote& note : document.notes) {
    out += "note " + note.mark + ":";
    if (note.passage) out += " p" + std::to_string(*note.passage + 1);
    if (note.call) {
      out += " called in p" + std::to_string(*note.caller + 1) + " at " +
             std::to_string(note.call->begin);
    }
    if (note.section) out += " in " + document.sections[*note.section].title;
    out += note.cut ? " (cut)\n" : "\n";
  }
  for (const std::string& finding : document.findings) out += "! " + finding + "\n";
  return out;
}

std::string dump_understood(const Document& document) {
  std::string out = "title: " + document.title + '\n';
  for (const std::string& author : document.metadata.authors) out += "author: " + author + '\n';
  if (!document.metadata.date.empty()) out += "date: " + document.metadata.date + '\n';
  if (!document.metadata.language.empty()) out += "language: " + document.metadata.language + '\n';
  for (std::size_t i = 0; i < document.passages.size(); ++i) {
    const Passage& passage = document.passages[i];
    out += std::to_string(i) + ' ' + std::string(to_string(passage.role));
    if (passage.level > 0) out += ' ' + std::to_string(passage.level);
    if (passage.lead_in) out += " of " + std::to_string(*passage.lead_in);
    out += ": " + on_one_line(text_of(document, passage)) + '\n';
  }
  for (const Footnote& note : document.notes) {
    out += "note " + note.mark + ": ";
    out += note.passage ? "text " + std::to_string(*note.passage) : "no text";
    if (note.call) {
      constexpr std::uint32_t before = 12;
      const std::uint32_t begin = note.call->begin > before ? note.call->begin - before : 0;
      out += ", called by " + std::to_string(note.caller.value_or(0)) + " at \"" +
             on_one_line(document.bytes.substr(begin, note.call->end - begin)) + '"';
    }
    out += '\n';
  }
  for (const Page& page : document.pages) {
    out += "page " + page.label + ": " + on_one_line(document.bytes.substr(page.begin, 20)) + '\n';
  }
  return out;
}

}  // namespace crossroads::test
