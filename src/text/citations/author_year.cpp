// SPDX-License-Identifier: Apache-2.0
#include "text/citations/author_year.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "text/citations/citation_refer.hpp"
#include "text/citations/citation_words.hpp"

namespace crossroads {
namespace {

constexpr std::uint32_t longest_call = 80;  // bytes of names before a year

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

class AuthorYearFinder {
 public:
  AuthorYearFinder(const Document& document, const std::vector<std::uint32_t>& listed,
                   Citations& found)
      : text_(document.bytes), found_(found) {
    for (const std::uint32_t work : listed) {
      const CitedWork& cited = found.works[work];
      const auto& names = cited.authors.empty() ? cited.editors : cited.authors;
      if (names.empty() || cited.year.empty()) continue;
      works_.try_emplace(plain_letters(names.front().family) + " " + cited.year.text, work);
    }
  }

  [[nodiscard]] bool any() const { return !works_.empty(); }

  void read(std::uint32_t passage, Span range) {
    std::uint32_t last = range.begin;
    for (std::uint32_t at = range.begin; at + 4 <= range.end; ++at) {
      if (!is_year(at, range)) continue;
      const std::uint32_t least = std::max(last, at - std::min(at - range.begin, longest_call));
      last = at + 4;
      if (const auto call = call_before(least, at)) {
        Citation citation;
        citation.how = Citation::How::author_year;
        citation.work = call->work;
        citation.passage = passage;
        citation.span = {call->begin, at + 4};
        found_.citations.push_back(citation);
      }
    }
  }

 private:
  bool is_year(std::uint32_t at, Span range) const {
    if (text_[at] != '1' && text_[at] != '2') return false;
    for (std::uint32_t i = at; i < at + 4; ++i) {
      if (!is_ascii_digit(text_[i])) return false;
    }
    const bool begins = at > range.begin && (text_[at - 1] == '(' || is_space(text_[at - 1]));
    return begins && (at + 4 == range.end || !is_ascii_digit(text_[at + 4]));
  }

  struct Call {
    std::uint32_t work = 0;
    std::uint32_t begin = 0;
  };

  /// "Bøås and Dunn (", "(Bøås, " before a year: the first name that is an author of that year,
  /// with nothing but names, or "et al.", between.
  std::optional<Call> call_before(std::uint32_t least, std::uint32_t year) const {
    const std::string_view window = text_.substr(least, year - least);
    const std::size_t parted = window.find_last_of(";()");
    const bool bracket_last =
        parted != window.npos && window.find_first_not_of("( \t\r\n", parted) == window.npos;
    std::uint32_t begin = least;
    if (parted != window.npos && !bracket_last)
      begin = least + static_cast<std::uint32_t>(parted) + 1;
    const bool bracketed = bracket_last || (parted != window.npos && window[parted] != ')');
    if (!bracketed) return std::nullopt;
    const std::string end(text_.substr(year, 4));
    for (std::uint32_t at = begin; at < year; ++at) {
      const bool starts = at == begin || is_space(text_[at - 1]) || text_[at - 1] == '(';
      if (!starts || is_space(text_[at]) ||
          (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U)
        continue;
      std::uint32_t stop = at;
      for (unsigned words = 0; words < 4 && stop < year; ++words) {
        while (stop < year && !is_space(text_[stop]) && text_[stop] != ',') ++stop;
        const auto known = works_.find(plain_letters(text_.substr(at, stop - at)) + " " + end);
        if (known != works_.end() && only_names(stop, year)) return Call{known->second, at};
        while (stop < year && (is_space(text_[stop]) || text_[stop] == ',')) ++stop;
      }
    }
    return std::nullopt;
  }

  bool only_names(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t at = begin;
    while (at < end) {
      std::uint32_t stop = at;
      while (stop < end && !is_space(text_[stop])) ++stop;
      std::string_view word = text_.substr(at, stop - at);
      while (!word.empty() && (word.back() == ',' || word.back() == '.' || word.back() == '('))
        word.remove_suffix(1);
      while (!word.empty() && (word.front() == '(' || word.front() == '&' || word.front() == ','))
        word.remove_prefix(1);
      const bool fits = word.empty() || word == "and" || word == "et" || word == "al" ||
                        is_name_particle(word) || begins_with_capital(word);
      if (!fits) return false;
      at = stop + 1;
    }
    return true;
  }

  std::string_view text_;
  Citations& found_;
  std::map<std::string, std::uint32_t, std::less<>> works_;
};

}  // namespace

void add_author_year(const Document& document, const std::vector<std::uint32_t>& listed,
                     Citations& found) {
  AuthorYearFinder finder(document, listed, found);
  if (!finder.any()) return;
  for (std::uint32_t i = 0; i < document.passages.size(); ++i) {
    const Role role = document.passages[i].role;
    if (role != Role::body && role != Role::quote && role != Role::list_item) continue;
    for (const Span range : document.passages[i].ranges) finder.read(i, range);
  }
}

}  // namespace crossroads
