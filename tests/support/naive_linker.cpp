// SPDX-License-Identifier: Apache-2.0
#include "support/naive_linker.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <set>

#include "crossroads/core/utf8.hpp"
#include "support/naive_forms.hpp"
#include "support/naive_spelling.hpp"
#include "support/naive_text.hpp"

namespace crossroads::test {
namespace naive {
namespace {

/// A hyphen or a dash right behind a word, at the end of a line.
bool is_line_end_hyphen(const Characters& all, std::size_t at) {
  return (is_hyphen(all[at].value) || is_dash(all[at].value)) && at > 0 && is_word(all[at - 1]) &&
         line_ends(all, at + 1, white_end(all, at + 1)) == 1;
}

/// The word that ends there, folded; empty if it is marks alone.
std::string word_before(const Characters& all, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && is_word(all[begin - 1])) --begin;
  std::string word;
  for (; begin < end; ++begin) append_utf8(word, all[begin].value);
  return loose(word);
}

/// Such a hyphen between two words: they may be one.
bool is_break(const Characters& all, std::size_t at) {
  const std::size_t next = white_end(all, at + 1);
  return is_hyphen(all[at].value) && is_line_end_hyphen(all, at) && next < all.size() &&
         is_word(all[next]) && !word_before(all, at).empty();
}

using Reading = BrokenWord::Reading;
using Readings = std::vector<Reading>;  // of each character that is a break; of others of no matter

/// All ways to read a stretch: white space is a space, a hyphen at a line's end stays or joins, as
/// it reads. None if a blank line or a note call is in it.
std::vector<std::string> ways_to_read(const Characters& all, const Readings& readings,
                                      std::size_t begin, std::size_t end) {
  std::vector<std::string> ways{""};
  for (std::size_t at = begin; at < end;) {
    std::string next;
    if (all[at].calls_note) return {};
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

/// Whether a passage is set in capitals: no small letter, two words and six letters at least.
bool is_in_capitals(const Characters& all) {
  std::size_t letters = 0;
  std::size_t words = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto c = static_cast<UChar32>(all[i].value);
    if (u_islower(c) != 0) return false;
    if (u_isalpha(c) != 0) ++letters;
    if (is_word(all[i]) && (i == 0 || !is_word(all[i - 1]))) ++words;
  }
  return words >= 2 && letters >= 6;
}

class Finder {
 public:
  Finder(const std::vector<Sought>& names, const Document& document, std::uint32_t passage)
      : all_(characters_of(document, document.passages[passage])),
        in_capitals_(is_in_capitals(all_)),
        names_(names) {
    for (std::size_t at = 0; at < all_.size(); ++at) {
      readings_.push_back(is_break(all_, at) ? reading_at(at, document.broken_words)
                                             : Reading::hyphenated);
    }
  }

  std::string run(Overlap overlap) const {
    std::string out;
    for (std::size_t at = 0; at < all_.size();) {
      std::size_t next = at + 1;
      std::string found;  // at this place, the shortest first
      for (std::size_t end = begins_word(at) ? all_.size() : at; end > at; --end) {
        const std::set<EntryId> named = ends_word(end) ? entries(at, end) : std::set<EntryId>();
        if (named.empty()) continue;
        found = shown(at, end, named) + found;
        if (overlap == Overlap::all) continue;
        next = end;
        break;
      }
      out += found;
      at = next;
    }
    if (!out.empty()) out.pop_back();
    return out;
  }

 private:
  std::string shown(std::size_t begin, std::size_t end, const std::set<EntryId>& named) const {
    std::string out =
        std::to_string(all_[begin].span.begin) + '-' + std::to_string(all_[end - 1].span.end);
    char sign = '=';
    for (const EntryId entry : named) {
      out += sign + std::to_string(index(entry));
      sign = '|';
    }
    return out + ' ';
  }

  std::string word(std::size_t begin, std::size_t end) const {
    std::string out;
    for (; begin < end; ++begin) append_utf8(out, all_[begin].value);
    return loose(out);
  }

  /// Whether a name has the word, or the two with a hyphen between.
  bool a_name_has(const std::string& left, const std::string& right, bool joined) const {
    for (const Sought& name : names_) {
      for (const Way& way : name.ways) {
        for (std::size_t i = 0; i < way.pieces.size(); ++i) {
          const std::string& key = way.pieces[i].loose;
          if (joined ? key == left + right
                     : i > 0 && key == right && way.pieces[i - 1].loose == left &&
                           gaps_agree(way.pieces[i].gap, "-", length(left), length(right))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  Reading reading_at(std::size_t hyphen, const std::vector<BrokenWord>& broken_words) const {
    Reading told = Reading::either;
    for (const BrokenWord& broken : broken_words) {
      if (broken.gap.begin != all_[hyphen].span.begin) continue;
      told = broken.reading;
      if (broken.evidence == BrokenWord::Evidence::document) return told;
    }
    const std::string left = word_before(all_, hyphen);
    const std::size_t next = white_end(all_, hyphen + 1);
    std::size_t right = next;
    while (right < all_.size() && is_word(all_[right])) ++right;
    const bool joined = a_name_has(left, word(next, right), true);
    const bool hyphenated = a_name_has(left, word(next, right), false);
    if (joined && hyphenated) return Reading::either;
    if (joined || hyphenated) return joined ? Reading::joined : Reading::hyphenated;
    return told;
  }

  /// Whether a word begins there that is more than marks.
  bool begins_word(std::size_t at) const {
    std::size_t end = at;
    while (end < all_.size() && is_word(all_[end])) ++end;
    return end > at && (at == 0 || !is_word(all_[at - 1])) && !word(at, end).empty();
  }
  bool ends_word(std::size_t end) const {
    return is_word(all_[end - 1]) && (end == all_.size() || !is_word(all_[end]));
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

  /// The entries that a stretch names: those whose forms stand there as written count alone.
  std::set<EntryId> entries(std::size_t begin, std::size_t end) const {
    std::set<EntryId> as_written;
    std::set<EntryId> otherwise;
    for (std::size_t at = begin; at < end; ++at) {
      if (all_[at].in_address && is_word(all_[at])) return {};
    }
    if (is_beside(begin, end, Reading::joined, false)) return {};
    const bool cuts = is_beside(begin, end, Reading::either, true);
    for (const std::string& way : ways_to_read(all_, readings_, begin, end)) {
      const Pieces text = pieces_of(way);
      for (const Sought& name : names_) {
        if (cuts && !name.exact) continue;
        for (const Way& form : name.ways) {
          if (!agree(name, form, text)) continue;
          (is_as_written(form, text) ? as_written : otherwise).insert(name.entry);
        }
      }
    }
    return as_written.empty() ? otherwise : as_written;
  }

  bool agree(const Sought& name, const Way& form, const Pieces& text) const {
    if (form.pieces.size() != text.size()) return false;
    bool same_case = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (form.pieces[i].loose != text[i].loose) return false;
      same_case = same_case && form.pieces[i].plain == text[i].plain;
      if (i > 0 && !gaps_agree(form.pieces[i].gap, text[i].gap, length(text[i - 1].plain),
                               length(text[i].plain))) {
        return false;
      }
      if (keeps_hyphen(form.pieces) && text[1].gap != "-") return false;
    }
    const auto first = static_cast<UChar32>(code_point_at(text[0].plain, 0).value);
    if (name.needs_capital && u_isupper(first) == 0) return false;
    if (!name.exact) return true;
    if (!in_capitals_) return same_case;
    return text.size() > 1 || !is_english_word(text[0].loose);
  }

  static bool is_as_written(const Way& form, const Pieces& text) {
    if (!form.is_the_form) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (written(form.pieces[i].word) != written(text[i].word)) return false;
    }
    return true;
  }

  Characters all_;
  bool in_capitals_;
  const std::vector<Sought>& names_;
  Readings readings_;
};

}  // namespace

std::string normal_form_of(std::string_view form) {
  const Characters all = characters_of(form);
  std::size_t begin = 0;
  std::size_t end = all.size();
  while (begin < end && !is_word(all[begin])) ++begin;
  while (end > begin && !is_word(all[end - 1])) --end;
  const Readings none(all.size(), Reading::hyphenated);
  return ways_to_read(all, none, begin, end).at(0);
}

Pieces pieces_of(std::string_view normal) {
  Pieces pieces;
  std::string gap;
  for (std::size_t at = 0; at < normal.size();) {
    std::size_t end = at;
    while (end < normal.size() && is_word(code_point_at(normal, end).value)) {
      end += code_point_at(normal, end).size;
    }
    if (end > at) {
      pieces.emplace_back(gap, std::string(normal.substr(at, end - at)));
      gap.clear();
      at = end;
    } else {
      const std::size_t size = code_point_at(normal, at).size;
      gap += normal.substr(at, size);
      at += size;
    }
  }
  return pieces;
}

}  // namespace naive

Ontology ontology_of(const std::vector<Name>& names) {
  Ontology ontology;
  ontology.kinds.resize(2);
  ontology.kinds[0].id = "concept";
  ontology.kinds[1].id = "person";
  for (const Name& name : names) {
    while (ontology.entries.size() <= index(name.entry)) {
      Entry& entry = ontology.entries.emplace_back();
      entry.id = "e" + std::to_string(ontology.entries.size());
      entry.kinds = {"concept"};
    }
    Entry& entry = ontology.entries[index(name.entry)];
    entry.kinds = {name.is_person ? "person" : "concept"};
    Form form;
    form.text = name.text;
    form.case_rule = name.case_rule;
    form.is_label = name.is_label;
    form.lang = name.lang;
    entry.forms.push_back(form);
  }
  return ontology;
}

NaiveLinker::NaiveLinker(const std::vector<Name>& names) : names_(naive::sought(names)) {}
NaiveLinker::~NaiveLinker() = default;

std::string NaiveLinker::links(const Document& document, Overlap overlap) const {
  return naive::Finder(names_, document, 0).run(overlap);
}

namespace {

using Places = std::vector<std::pair<Span, std::string>>;

/// "=0|2".
std::string listed(const std::vector<EntryId>& entries) {
  std::string out;
  for (const EntryId entry : entries)
    out += (out.empty() ? '=' : '|') + std::to_string(index(entry));
  return out;
}

std::string shown(Places places) {
  std::sort(places.begin(), places.end());
  std::string out;
  for (const auto& [span, entries] : places) {
    if (!out.empty()) out += ' ';
    out += std::to_string(span.begin) + '-' + std::to_string(span.end) + entries;
  }
  return out;
}

}  // namespace

std::string shown(const Matches& found) {
  Places places;
  for (const NameMatch& match : found.matches) {
    std::vector<EntryId> entries;
    for (std::uint32_t i = match.first; i < match.end; ++i) {
      entries.push_back(found.candidates[i].entry);
    }
    places.emplace_back(match.span, listed(entries));
  }
  return shown(std::move(places));
}

std::string shown(const Links& links) {
  Places places;
  for (const Mention& mention : links.mentions) {
    places.emplace_back(mention.span, listed({mention.entry}));
  }
  for (const Undecided& place : links.undecided) {
    places.emplace_back(place.span, listed(place.candidates));
  }
  return shown(std::move(places));
}

}  // namespace crossroads::test
