// SPDX-License-Identifier: Apache-2.0
#include "text/citations/author_year.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "text/citations/citation_refer.hpp"
#include "text/citations/citation_words.hpp"

namespace crossroads {
namespace {

constexpr std::uint32_t longest_call = 80;  // bytes of names before a year
constexpr std::size_t most_alike = 30;      // works of one author and year

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

class AuthorYearFinder {
 public:
  AuthorYearFinder(const Document& document, const std::vector<std::uint32_t>& listed,
                   Citations& found)
      : text_(document.bytes), id_(document.id), found_(found) {
    for (const std::uint32_t work : listed) {
      const CitedWork& cited = found.works[work];
      const auto& names = cited.authors.empty() ? cited.editors : cited.authors;
      if (names.empty() || cited.year.empty()) continue;
      const std::string year = lettered_year(document.bytes, cited.year.text, cited.year.span.end);
      Listed own{work, names.front().given, {}, plain_letters(cited.title.text)};
      for (std::size_t i = 1; i < names.size(); ++i) {
        own.others.push_back(plain_letters(names[i].family));
      }
      const std::string family = plain_letters(names.front().family);
      add(family + " " + year, own);
      // "2012" may be short for "2012a".
      if (year != cited.year.text) add(family + " " + cited.year.text, own);
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
        if (call->works.size() == 1) {
          Citation citation;
          citation.how = Citation::How::author_year;
          citation.work = call->works.front().work;
          citation.passage = passage;
          citation.span = {call->begin, call->end};
          found_.citations.push_back(citation);
        } else if (call->works.size() > 1) {
          found_.findings.push_back(
              fmt::format("{}: \"{}\" may be any of {} works of the list", passage_id(id_, passage),
                          text_.substr(call->begin, call->end - call->begin), call->works.size()));
        }
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

  /// A work of the lists.
  struct Listed {
    std::uint32_t work = 0;
    std::string given;                // of its first author
    std::vector<std::string> others;  // family names of the others, plain letters
    std::string title;                // plain letters
  };

  void add(const std::string& key, const Listed& own) {
    std::vector<Listed>& works = works_[key];
    const bool again = std::any_of(works.begin(), works.end(), [&](const Listed& other) {
      return other.title == own.title && other.others == own.others;
    });
    if (!again && works.size() < most_alike) works.push_back(own);
  }

  struct Call {
    std::vector<Listed> works;  // that may be meant
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
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
    const std::string end = lettered_year(text_, text_.substr(year, 4), year + 4);
    for (std::uint32_t at = begin; at < year; ++at) {
      const bool starts = at == begin || is_space(text_[at - 1]) || text_[at - 1] == '(';
      if (!starts || is_space(text_[at]) ||
          (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U)
        continue;
      std::uint32_t stop = at;
      for (unsigned words = 0; words < 4 && stop < year; ++words) {
        while (stop < year && !is_space(text_[stop]) && text_[stop] != ',') ++stop;
        const auto known = works_.find(plain_letters(text_.substr(at, stop - at)) + " " + end);
        if (known != works_.end() && only_names(stop, year)) {
          return Call{fitting(known->second, {begin, at}, {stop, year}), at,
                      year + static_cast<std::uint32_t>(end.size())};
        }
        while (stop < year && (is_space(text_[stop]) || text_[stop] == ',')) ++stop;
      }
    }
    return std::nullopt;
  }

  /// Those of one family name and year that the words before the name and behind it fit: "J. Lind",
  /// "Lind and Stern", "Lind et al.".
  std::vector<Listed> fitting(std::vector<Listed> works, Span before, Span behind) const {
    while (!before.empty() && is_space(text_[before.end - 1])) --before.end;
    std::uint32_t begin = before.end;
    while (begin > before.begin && !is_space(text_[begin - 1]) && text_[begin - 1] != '(') --begin;
    const std::string_view given = text_.substr(begin, before.end - begin);
    if (is_initials(given) && given.ends_with('.')) {
      std::erase_if(works, [&](const Listed& w) { return !given_names_fit(w.given, given); });
    } else if (begins_with_capital(given)) {
      keep(works, [&](const Listed& w) { return given_names_fit(w.given, given); });
    }
    std::vector<std::string> names;
    for (const std::string_view part : name_words(behind)) {
      if (begins_with_capital(part)) names.push_back(plain_letters(part));
    }
    const auto named = [&](const std::string& family) {
      return std::any_of(names.begin(), names.end(),
                         [&](const std::string& name) { return family.ends_with(name); });
    };
    const std::string_view rest = text_.substr(behind.begin, behind.size());
    if (rest.find("et al") != rest.npos) {
      keep(works, [](const Listed& w) { return w.others.size() > 1; });
    } else {
      keep(works, [&](const Listed& w) {
        return w.others.empty() == names.empty() &&
               std::all_of(w.others.begin(), w.others.end(), named);
      });
    }
    return works;
  }

  /// Leaves out what does not fit, where something does.
  template <typename Fits>
  static void keep(std::vector<Listed>& works, const Fits& fits) {
    if (works.size() < 2 || std::none_of(works.begin(), works.end(), fits)) return;
    std::erase_if(works, [&](const Listed& work) { return !fits(work); });
  }

  /// The words of a stretch, without signs at their ends.
  std::vector<std::string_view> name_words(Span span) const {
    std::vector<std::string_view> words;
    for (std::uint32_t at = span.begin; at < span.end;) {
      std::uint32_t stop = at;
      while (stop < span.end && !is_space(text_[stop])) ++stop;
      const Span word = trim(text_, {at, stop}, ",.(&");
      if (!word.empty()) words.push_back(text_.substr(word.begin, word.size()));
      at = stop + 1;
    }
    return words;
  }

  bool only_names(std::uint32_t begin, std::uint32_t end) const {
    const std::vector<std::string_view> words = name_words({begin, end});
    return std::all_of(words.begin(), words.end(), [](std::string_view word) {
      return word == "and" || word == "et" || word == "al" || is_name_particle(word) ||
             begins_with_capital(word);
    });
  }

  std::string_view text_;
  std::string_view id_;
  Citations& found_;
  std::map<std::string, std::vector<Listed>, std::less<>> works_;  // by family name and year
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
