// SPDX-License-Identifier: Apache-2.0
#include "text/citations/note_text.hpp"

#include <algorithm>
#include <array>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/utf8.hpp"
#include "text/plain/shape.hpp"

namespace crossroads {
namespace {

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
bool is_letter_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// Bytes of a character that is not seen or is white space beyond ASCII's; 0 for any other.
std::size_t blank_size(std::string_view text) {
  for (const std::string_view blank : {"\u00A0", "\u202F", "\u2009", "\u2003", "\u2002"}) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}
std::size_t invisible_size(std::string_view text) {
  for (const std::string_view none : {"\u00AD", "\u200B", "\u200C", "\u200D", "\uFEFF"}) {
    if (text.starts_with(none)) return none.size();
  }
  return 0;
}

/// Bytes of "http://", "www.", "doi:10." or the like; 0 if none begins here.
std::size_t address_start(std::string_view text) {
  constexpr std::array<std::string_view, 9> starts = {"http://",  "https://", "ftp://",
                                                      "file://",  "www.",     "doi:10.",
                                                      "doi: 10.", "DOI:10.",  "DOI: 10."};
  for (const std::string_view start : starts) {
    if (text.starts_with(start)) return start.size();
  }
  return 0;
}

bool ends_address(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == ')' || c == ']' || c == '*' ||
         c == '_' || c == '\'';
}

/// Without what ends the sentence or bracket that holds it. O(bytes up to the next space).
std::size_t address_size(std::string_view text) {
  std::size_t size = address_start(text);
  while (size < text.size() && !is_space(text[size]) && text[size] != '<' && text[size] != '>' &&
         text[size] != '"' && blank_size(text.substr(size)) == 0) {
    ++size;
  }
  const std::size_t open = text.substr(0, size).find('(');
  while (size > 0 && ends_address(text[size - 1])) {
    if (text[size - 1] == ')' && open < size) break;
    --size;
  }
  return size;
}

constexpr std::string_view doi_start = "10.";
constexpr std::size_t longest_link = 500;  // bytes of its words

class NoteReader {
 public:
  NoteReader(const Document& document, const Passage& passage)
      : document_(document), bytes_(document.bytes), passage_(passage) {}

  NoteText run() {
    for (const Span range : passage_.ranges) {
      if (range.begin != passage_.ranges.front().begin && !join_broken_word(range.begin - 1)) {
        add_space(range.begin - 1);
      }
      read(range);
    }
    while (note_.text.ends_with(' ')) drop_last();
    return std::move(note_);
  }

 private:
  void add(std::string_view what, std::size_t at) {
    for (std::size_t i = 0; i < what.size(); ++i) {
      note_.text += what[i];
      note_.offsets.push_back(static_cast<std::uint32_t>(at + i));
    }
  }

  void drop_last() {
    note_.text.pop_back();
    note_.offsets.pop_back();
  }

  void add_space(std::size_t at) {
    if (!note_.text.empty() && note_.text.back() != ' ') add(" ", at);
  }

  void read(Span range) {
    std::size_t at = range.begin;
    if (note_.text.empty()) at += mark_size(bytes_.substr(range.begin, range.size()));
    while (at < range.end) {
      const std::string_view rest = bytes_.substr(at, range.end - at);
      if (is_space(rest[0]) || blank_size(rest) > 0) {
        at = read_space(at, range.end);
      } else if (const std::size_t none = invisible_size(rest); none > 0) {
        at += none;
      } else if (begins_word(at) && address_start(rest) > 0) {
        at = read_address(at, range);
      } else if (is_emphasis(at, range)) {
        ++at;
      } else {
        const std::size_t size = code_point_at(rest, 0).size;
        add(rest.substr(0, size), at);
        at += size;
      }
    }
  }

  bool begins_word(std::size_t at) const {
    return at == 0 || !is_letter_byte(bytes_[at - 1]) ||
           static_cast<unsigned char>(bytes_[at - 1]) >= 0x80;
  }

  /// "12  ", "[12]", "[^12]: ", "- ".
  std::size_t mark_size(std::string_view text) const {
    if (text.starts_with("[^")) {
      const std::size_t end = text.find("]:");
      if (end != text.npos) return end + 2;
    }
    if (passage_.role == Role::note) {
      if (const auto mark = note_mark(text)) return mark->size;
    }
    return passage_.role == Role::note ? 0 : list_marker(text);
  }

  bool is_emphasis(std::size_t at, Span range) const {
    const char c = bytes_[at];
    if (c == '*') return true;
    if (c != '_') return false;
    const bool inside = at > range.begin && at + 1 < range.end && is_letter_byte(bytes_[at - 1]) &&
                        is_letter_byte(bytes_[at + 1]);
    return !inside;
  }

  std::size_t read_space(std::size_t at, std::size_t end) {
    const std::size_t begin = at;
    bool line_end = false;
    while (at < end) {
      const std::size_t blank = blank_size(bytes_.substr(at, end - at));
      if (blank == 0 && !is_space(bytes_[at])) break;
      line_end = line_end || bytes_[at] == '\n' || bytes_[at] == '\r';
      at += blank > 0 ? blank : 1;
    }
    if (!line_end || !join_broken_word(begin)) add_space(begin);
    return at;
  }

  /// Behind a hyphen at a line's end: the word goes on, with or without it.
  bool join_broken_word(std::size_t at) {
    const std::size_t size = note_.text.size();
    if (size < 2 || note_.text.back() != '-' || !is_letter_byte(note_.text[size - 2])) return false;
    const auto known = std::lower_bound(
        document_.broken_words.begin(), document_.broken_words.end(), at,
        [](const BrokenWord& word, std::size_t place) { return word.gap.end <= place; });
    const bool joined = known != document_.broken_words.end() && known->gap.begin <= at &&
                        known->reading == BrokenWord::Reading::joined;
    if (joined) drop_last();
    return true;
  }

  /// Takes an address out, with the brackets that Markdown sets around it.
  std::size_t read_address(std::size_t at, Span range) {
    const std::string_view rest = bytes_.substr(at, range.end - at);
    const std::size_t size = address_size(rest);
    if (size == 0) {
      add(rest.substr(0, 1), at);
      return at + 1;
    }
    NoteAddress address;
    const std::string_view text = rest.substr(0, size);
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)};
    const std::size_t doi = text.find(doi_start);
    const bool is_doi = doi != text.npos && (ascii_lower(text.substr(0, 4)) == "doi:" ||
                                             text.find("doi.org/") != text.npos);
    if (is_doi) {
      address.doi = {std::string(text.substr(doi)),
                     {static_cast<std::uint32_t>(at + doi), span.end}};
    }
    if (ascii_lower(text.substr(0, 4)) != "doi:") address.url = {std::string(text), span};
    std::size_t end = at + size;
    if (note_.text.ends_with("](")) {
      drop_last();
      drop_last();
      drop_link_bracket();
      if (end < range.end && bytes_[end] == ')') ++end;
    } else if (note_.text.ends_with('<')) {
      drop_last();
      if (end < range.end && bytes_[end] == '>') ++end;
    }
    address.at = static_cast<std::uint32_t>(note_.text.size());
    address.alone =
        begins_line(at) && (end >= range.end || bytes_[end] == '\n' || bytes_[end] == '\r');
    note_.addresses.push_back(std::move(address));
    return end;
  }

  /// Of the bracket that opens the words of a link, if one does near enough.
  void drop_link_bracket() {
    const std::size_t size = note_.text.size();
    const std::size_t least = size - std::min(size, longest_link);
    for (std::size_t at = size; at-- > least;) {
      if (note_.text[at] != '[') continue;
      note_.text.erase(at, 1);
      note_.offsets.erase(note_.offsets.begin() + static_cast<std::ptrdiff_t>(at));
      return;
    }
  }

  bool begins_line(std::size_t at) const {
    while (at > 0 && (bytes_[at - 1] == ' ' || bytes_[at - 1] == '\t')) --at;
    return at == 0 || bytes_[at - 1] == '\n' || bytes_[at - 1] == '\r';
  }

  const Document& document_;
  std::string_view bytes_;
  const Passage& passage_;
  NoteText note_;
};

}  // namespace

CitedField NoteText::field(Span span) const {
  constexpr std::string_view stray = " ,;:";
  while (!span.empty() && stray.find(text[span.begin]) != stray.npos) ++span.begin;
  while (!span.empty() && (stray.find(text[span.end - 1]) != stray.npos)) --span.end;
  if (span.empty()) return {};
  return {std::string(slice(span)), source(span)};
}

Span NoteText::source(Span span) const {
  if (span.empty()) return {};
  return {offsets[span.begin], offsets[span.end - 1] + 1};
}

NoteText note_text(const Document& document, const Passage& passage) {
  return NoteReader(document, passage).run();
}

}  // namespace crossroads
