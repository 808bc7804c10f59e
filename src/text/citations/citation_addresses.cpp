// SPDX-License-Identifier: Apache-2.0
#include "text/citations/citation_addresses.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "crossroads/core/ascii.hpp"
#include "text/citations/citation_words.hpp"

namespace crossroads {
namespace {

constexpr std::size_t most_works_of_a_page = 60;
constexpr std::size_t fewest_words = 2;   // that an address and a title share
constexpr std::size_t shortest_word = 4;  // bytes

/// Small letters and digits only.
std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : ascii_lower(text)) {
    if (is_ascii_digit(c) || (c >= 'a' && c <= 'z')) out += c;
  }
  return out;
}

/// How many of the text's longer words the address spells; 0 if under two fifths of them.
std::size_t words_spelt(const std::string& address, std::string_view text) {
  std::size_t all = 0;
  std::size_t spelt = 0;
  std::string word;
  const auto end_word = [&] {
    if (word.size() >= shortest_word) {
      ++all;
      if (address.find(word) != std::string::npos) ++spelt;
    }
    word.clear();
  };
  for (const char c : ascii_lower(text)) {
    if (is_ascii_digit(c) || (c >= 'a' && c <= 'z')) {
      word += c;
    } else {
      end_word();
    }
  }
  end_word();
  return spelt * 5 >= all * 2 ? spelt : 0;
}

/// "%20" as the byte that it stands for.
std::string decoded(std::string_view address) {
  const auto digit = [](char c) {
    if (is_ascii_digit(c)) return c - '0';
    const char small = ascii_lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
  };
  std::string out;
  for (std::size_t at = 0; at < address.size(); ++at) {
    if (address[at] == '%' && at + 2 < address.size() && digit(address[at + 1]) >= 0 &&
        digit(address[at + 2]) >= 0) {
      out += static_cast<char>(digit(address[at + 1]) * 16 + digit(address[at + 2]));
      at += 2;
    } else {
      out += address[at];
    }
  }
  return out;
}

/// "no. 2" of a series, and no more digits behind it.
bool spells_number(const std::string& address, const std::string& number) {
  const std::string sought = "no" + number;
  const std::size_t at = number.empty() ? std::string::npos : address.find(sought);
  if (at == std::string::npos) return false;
  return at + sought.size() == address.size() || !is_ascii_digit(address[at + sought.size()]);
}

std::size_t likeness(const std::string& address, const CitedWork& work) {
  for (const std::string& symbol : work.symbols) {
    if (address.find(squeezed(symbol)) != std::string::npos) return 1000;
  }
  std::size_t like = words_spelt(address, work.title.text) * 2;
  const std::size_t container = words_spelt(address, work.container.text);
  if (like < 2 * fewest_words && container < fewest_words) return 0;
  like += container;
  for (const CitedName& name : work.authors) like += words_spelt(address, name.family);
  return like + (spells_number(address, work.issue.text) ? 1 : 0);
}

bool lacks(const CitedWork& work, const NoteAddress& address) {
  return address.url.empty() ? work.doi.empty() : work.url.empty();
}

void give(const NoteAddress& address, CitedWork& work) {
  if (work.url.empty()) work.url = address.url;
  if (work.doi.empty()) work.doi = address.doi;
}

/// The work that the address spells best; nothing where none is spelt, or two as well.
CitedWork* best_spelt(const NoteAddress& address, std::uint32_t first,
                      std::vector<CitedWork>& works) {
  const std::string spelling =
      squeezed(decoded(address.url.empty() ? address.doi.text : address.url.text));
  CitedWork* best = nullptr;
  std::size_t most = 0;
  const std::size_t least = works.size() - std::min(works.size(), most_works_of_a_page);
  for (std::size_t at = std::max<std::size_t>(first, least); at < works.size(); ++at) {
    const std::size_t like = lacks(works[at], address) ? likeness(spelling, works[at]) : 0;
    if (like == most) best = nullptr;
    if (like > most) {
      most = like;
      best = &works[at];
    }
  }
  return best;
}

}  // namespace

void give_addresses(const NoteText& note, const std::vector<CitedPiece>& pieces,
                    std::uint32_t first, std::vector<CitedWork>& works) {
  std::set<std::string_view> seen;
  std::vector<const NoteAddress*> left;
  for (const NoteAddress& address : note.addresses) {
    if (!seen.insert(address.url.empty() ? address.doi.text : address.url.text).second) continue;
    CitedWork* work = nullptr;
    const auto piece = std::find_if(pieces.begin(), pieces.end(), [&](const CitedPiece& p) {
      return p.piece.begin <= address.at && address.at <= p.piece.end + 2;
    });
    const bool inside = !address.alone && piece != pieces.end();
    if (inside && lacks(works[piece->work], address)) work = &works[piece->work];
    if (work == nullptr) work = best_spelt(address, first, works);
    if (work != nullptr) {
      give(address, *work);
    } else {
      left.push_back(&address);
    }
  }
  std::vector<CitedWork*> without;
  const std::size_t least = works.size() - std::min(works.size(), most_works_of_a_page);
  for (std::size_t at = std::max<std::size_t>(first, least); at < works.size(); ++at) {
    if (works[at].url.empty() && works[at].doi.empty()) without.push_back(&works[at]);
  }
  if (left.size() != without.size()) return;
  for (std::size_t i = 0; i < left.size(); ++i) give(*left[i], *without[i]);
}

}  // namespace crossroads
