// SPDX-License-Identifier: Apache-2.0
#include "support/naive_linker.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <set>

#include "crossroads/core/utf8.hpp"

namespace crossroads::test {
namespace {

struct Character {
  char32_t value = 0;
  Span span;
};

using Characters = std::vector<Character>;

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2018 || c == 0x2019 || (c >= 0x02BB && c <= 0x02BD);
}

bool is_word(char32_t c) {
  const auto character = static_cast<UChar32>(c);
  return !is_apostrophe(c) &&
         (u_isalnum(character) != 0 || (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0);
}

bool is_white(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}
bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011;
}
bool is_dash(char32_t c) {
  return c == 0x2012 || c == 0x2013 || c == 0x2212;
}

/// The passage's characters, with a line feed between ranges.
Characters characters_of(std::string_view text, std::span<const Span> ranges) {
  Characters characters;
  for (const Span range : ranges) {
    if (!characters.empty()) characters.push_back({'\n', {range.begin, range.begin}});
    for (std::uint32_t at = range.begin; at < range.end;) {
      const CodePoint point = code_point_at(text, at);
      const auto end = at + static_cast<std::uint32_t>(point.size);
      characters.push_back({point.value, {at, end}});
      at = end;
    }
  }
  return characters;
}

/// Ends of lines in a stretch: LF, CRLF or a lone CR each end one.
unsigned line_ends(const Characters& all, std::size_t begin, std::size_t end) {
  unsigned count = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const bool second_of_two = all[i].value == '\n' && i > begin && all[i - 1].value == '\r';
    if ((all[i].value == '\n' || all[i].value == '\r') && !second_of_two) ++count;
  }
  return count;
}

std::size_t white_end(const Characters& all, std::size_t at) {
  while (at < all.size() && is_white(all[at].value)) ++at;
  return at;
}

/// A hyphen or a dash right behind a word, at the end of a line.
bool is_line_end_hyphen(const Characters& all, std::size_t at) {
  return (is_hyphen(all[at].value) || is_dash(all[at].value)) && at > 0 &&
         is_word(all[at - 1].value) && line_ends(all, at + 1, white_end(all, at + 1)) == 1;
}

/// Such a hyphen before a word: the two may be one.
bool is_break(const Characters& all, std::size_t at) {
  const std::size_t next = white_end(all, at + 1);
  return is_hyphen(all[at].value) && is_line_end_hyphen(all, at) && next < all.size() &&
         is_word(all[next].value);
}

using Reading = BrokenWord::Reading;
using Readings = std::vector<Reading>;  // of each character that is a break; of others of no matter

/// All ways to read a stretch: white space is a space, a hyphen at a line's end stays or joins, as
/// it reads. None if a blank line is in it.
std::vector<std::string> ways_to_read(const Characters& all, const Readings& readings,
                                      std::size_t begin, std::size_t end) {
  std::vector<std::string> ways{""};
  for (std::size_t at = begin; at < end;) {
    std::string next;
    if (is_white(all[at].value)) {
      const std::size_t behind = white_end(all, at);
      if (line_ends(all, at, behind) > 1) return {};
      next = " ";
      at = behind;
    } else if (is_line_end_hyphen(all, at)) {
      next = "-";
      if (is_break(all, at) && readings[at] == Reading::joined) next.clear();
      if (is_break(all, at) && readings[at] == Reading::either) {
        const std::size_t count = ways.size();
        for (std::size_t i = 0; i < count; ++i) ways.push_back(ways[i]);
        for (std::size_t i = 0; i < count; ++i) ways[i] += next;
        next.clear();
        at = white_end(all, at + 1);
        continue;
      }
      at = white_end(all, at + 1);
    } else if (is_hyphen(all[at].value) || is_dash(all[at].value)) {
      next = "-";
      ++at;
    } else if (is_apostrophe(all[at].value)) {
      next = "'";
      ++at;
    } else {
      append_utf8(next, all[at].value);
      ++at;
    }
    for (std::string& way : ways) way += next;
  }
  return ways;
}

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    append_utf8(out, static_cast<char32_t>(
                         u_foldCase(static_cast<UChar32>(point.value), U_FOLD_CASE_DEFAULT)));
    at += point.size;
  }
  return out;
}

bool is_address_character(char32_t c) {
  return c < 0x80 && (u_isalnum(static_cast<UChar32>(c)) != 0 || c == '.' || c == '-' || c == '+' ||
                      c == '_' || c == '%');
}

/// For each character whether it is in a URL or an e-mail address.
std::vector<bool> addresses(const Characters& all) {
  std::vector<bool> in_address(all.size(), false);
  const auto stands = [&](std::size_t at, std::u32string_view what) {
    for (std::size_t i = 0; i < what.size(); ++i) {
      if (at + i >= all.size() || all[at + i].value != what[i]) return false;
    }
    return true;
  };
  for (std::size_t at = 0; at < all.size(); ++at) {
    const bool mail = stands(at, U"@") && at > 0 && is_address_character(all[at - 1].value);
    if (!mail && !stands(at, U"://") && !stands(at, U"www.")) continue;
    std::size_t begin = at;
    while (begin > 0 && is_address_character(all[begin - 1].value)) --begin;
    while (begin < all.size() && !is_white(all[begin].value)) in_address[begin++] = true;
  }
  return in_address;
}

class NaiveLinker {
 public:
  NaiveLinker(const std::vector<Name>& names, std::string_view text, std::span<const Span> ranges,
              std::span<const BrokenWord> broken_words)
      : all_(characters_of(text, ranges)), in_address_(addresses(all_)) {
    for (const Name& name : names) add(name);
    for (std::size_t at = 0; at < all_.size(); ++at) {
      readings_.push_back(is_break(all_, at) ? reading_at(at, broken_words) : Reading::hyphenated);
    }
  }

  std::string run() const {
    std::string out;
    for (std::size_t at = 0; at < all_.size();) {
      const std::size_t end = begins_word(at) ? longest_end(at) : at;
      if (end == at) {
        ++at;
        continue;
      }
      if (!out.empty()) out += ' ';
      out += std::to_string(all_[at].span.begin) + '-' + std::to_string(all_[end - 1].span.end);
      char sign = '=';
      for (const EntryId entry : entries(at, end)) {
        out += sign + std::to_string(static_cast<unsigned>(entry));
        sign = '|';
      }
      at = end;
    }
    return out;
  }

 private:
  /// A name is its words and what is between them.
  void add(const Name& name) {
    const std::vector<Span> whole{{0, static_cast<std::uint32_t>(name.text.size())}};
    const Characters all = characters_of(name.text, whole);
    std::size_t begin = 0;
    std::size_t end = all.size();
    while (begin < end && !is_word(all[begin].value)) ++begin;
    while (end > begin && !is_word(all[end - 1].value)) --end;
    if (begin == end) return;
    const Readings none(all.size(), Reading::hyphenated);
    const std::string spelled = ways_to_read(all, none, begin, end).at(0);
    names_.push_back({name.exact ? spelled : folded(spelled), name.exact, name.entry});
  }

  std::string word(std::size_t begin, std::size_t end) const {
    std::string out;
    for (; begin < end; ++begin) append_utf8(out, all_[begin].value);
    return folded(out);
  }

  /// Whether a name has these words, whole.
  bool a_name_has(const std::string& words) const {
    return std::any_of(names_.begin(), names_.end(), [&](const Name& name) {
      const std::string key = folded(name.text);
      for (std::size_t at = key.find(words); at != key.npos; at = key.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        if ((at == 0 || !is_word(code_point_before(key, at).value)) &&
            (end == key.size() || !is_word(code_point_at(key, end).value))) {
          return true;
        }
      }
      return false;
    });
  }

  Reading reading_at(std::size_t hyphen, std::span<const BrokenWord> broken_words) const {
    Reading told = Reading::either;
    for (const BrokenWord& broken : broken_words) {
      if (broken.gap.begin != all_[hyphen].span.begin) continue;
      told = broken.reading;
      if (broken.evidence == BrokenWord::Evidence::document) return told;
    }
    std::size_t left = hyphen;
    while (left > 0 && is_word(all_[left - 1].value)) --left;
    const std::size_t next = white_end(all_, hyphen + 1);
    std::size_t right = next;
    while (right < all_.size() && is_word(all_[right].value)) ++right;
    const bool joined = a_name_has(word(left, hyphen) + word(next, right));
    const bool hyphenated = a_name_has(word(left, hyphen) + "-" + word(next, right));
    if (joined && hyphenated) return Reading::either;
    if (joined || hyphenated) return joined ? Reading::joined : Reading::hyphenated;
    return told;
  }

  bool begins_word(std::size_t at) const {
    return is_word(all_[at].value) && (at == 0 || !is_word(all_[at - 1].value));
  }
  bool ends_word(std::size_t end) const {
    return is_word(all_[end - 1].value) && (end == all_.size() || !is_word(all_[end].value));
  }

  std::size_t longest_end(std::size_t at) const {
    for (std::size_t end = all_.size(); end > at; --end) {
      if (ends_word(end) && !entries(at, end).empty()) return end;
    }
    return at;
  }

  /// Whether there is such a break right before the stretch or right behind it.
  bool is_beside(std::size_t begin, std::size_t end, Reading reading, bool before_small) const {
    const auto counts = [&](std::size_t at) {
      if (!is_break(all_, at) || readings_[at] != reading) return false;
      const auto next = static_cast<UChar32>(all_[white_end(all_, at + 1)].value);
      return !before_small || u_islower(next) != 0;
    };
    std::size_t before = begin;
    while (before > 0 && is_white(all_[before - 1].value)) --before;
    return (before > 0 && before < begin && counts(before - 1)) ||
           (end < all_.size() && counts(end));
  }

  std::set<EntryId> entries(std::size_t begin, std::size_t end) const {
    std::set<EntryId> found;
    for (std::size_t at = begin; at < end; ++at) {
      if (in_address_[at] && is_word(all_[at].value)) return found;
    }
    if (is_beside(begin, end, Reading::joined, false)) return found;
    const bool cuts = is_beside(begin, end, Reading::either, true);
    for (const std::string& way : ways_to_read(all_, readings_, begin, end)) {
      const std::string key = folded(way);
      for (const Name& name : names_) {
        if (name.exact ? name.text == way : !cuts && name.text == key) found.insert(name.entry);
      }
    }
    return found;
  }

  Characters all_;
  std::vector<bool> in_address_;
  std::vector<Name> names_;
  Readings readings_;
};

}  // namespace

std::string naive_links(const std::vector<Name>& names, std::string_view text,
                        std::span<const Span> ranges, std::span<const BrokenWord> broken_words) {
  return NaiveLinker(names, text, ranges, broken_words).run();
}

std::string shown(const Links& links) {
  std::vector<std::pair<Span, std::string>> places;
  for (const Mention& mention : links.mentions) {
    places.emplace_back(mention.span, '=' + std::to_string(static_cast<unsigned>(mention.entry)));
  }
  for (const Undecided& place : links.undecided) {
    std::string candidates;
    for (const EntryId entry : place.candidates) {
      candidates += (candidates.empty() ? '=' : '|') + std::to_string(static_cast<unsigned>(entry));
    }
    places.emplace_back(place.span, candidates);
  }
  std::sort(places.begin(), places.end());
  std::string out;
  for (const auto& [span, entries] : places) {
    if (!out.empty()) out += ' ';
    out += std::to_string(span.begin) + '-' + std::to_string(span.end) + entries;
  }
  return out;
}

}  // namespace crossroads::test
