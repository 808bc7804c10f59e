// SPDX-License-Identifier: Apache-2.0
//
// Differences that overlap are one: where link() finds a plural, what it then finds next may be
// shifted against the names as they are written. Such a group needs one reason.
#include "bench/peers/compare.hpp"

#include <algorithm>

namespace crossroads::bench {
namespace {

std::string shown(std::string_view text, Span place) {
  const std::size_t begin = place.begin < 40 ? 0 : place.begin - 40;
  std::string around(text.substr(begin, place.begin - begin));
  around += "[" + std::string(text.substr(place.begin, place.size())) + "]";
  around += text.substr(place.end, 40);
  std::replace(around.begin(), around.end(), '\n', ' ');
  return std::to_string(place.begin) + ": " + around;
}

enum class Reason { none, more, left_out };

struct Difference {
  Span place;
  bool is_ours;
};

class Reasons {
 public:
  Reasons(const BenchText& text, const Reference& names) : text_(text), names_(names) {}

  Reason of(const Difference& difference) {
    if (difference.is_ours) {
      return names_.is_name(text_.unbroken, difference.place) ? Reason::none : Reason::more;
    }
    return is_left_out(difference.place) ? Reason::left_out : Reason::none;
  }

 private:
  bool is_left_out(Span place) {
    while (text_.cuts[document_].end <= place.begin) ++document_;
    const Span local{place.begin - text_.cuts[document_].begin,
                     place.end - text_.cuts[document_].begin};
    return is_in_address(place) || is_beside_broken_word(place) ||
           !is_in_one_passage(text_.documents[document_], local);
  }

  /// Whether a hyphen at a line's end stands beside it, which link() reads as it tells.
  [[nodiscard]] bool is_beside_broken_word(Span place) const {
    const std::string_view text = text_.source;
    return text.substr(place.end, 2) == "-\n" ||
           (place.begin >= 2 && text.substr(place.begin - 2, 2) == "-\n");
  }

  /// Whether a stretch without white space that the place is in looks like an address or a path.
  [[nodiscard]] bool is_in_address(Span place) const {
    const std::string_view text = text_.unbroken;
    std::size_t begin = text.find_last_of(" \n", place.begin);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    const std::size_t end = std::min(text.find_first_of(" \n", place.end), text.size());
    const std::string_view token = text.substr(begin, end - begin);
    if (token.find_first_of("/\\@") != std::string_view::npos) return true;
    for (std::size_t dot = token.find('.'); dot != std::string_view::npos;
         dot = token.find('.', dot + 1)) {
      if (word_at(token, dot + 1)) return true;
    }
    return false;
  }

  /// Whether it lies in a passage that holds words, not all of them in capitals.
  static bool is_in_one_passage(const Document& document, Span place) {
    const auto after = std::upper_bound(
        document.passages.begin(), document.passages.end(), place.begin,
        [](std::uint32_t at, const Passage& passage) { return at < passage.span().begin; });
    for (auto passage = after; passage != document.passages.begin();) {
      --passage;
      for (const Span range : passage->ranges) {
        if (range.contains(place)) {
          const std::string_view all =
              std::string_view(document.bytes).substr(range.begin, range.size());
          const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
          return holds_words(passage->role) && std::any_of(all.begin(), all.end(), is_small);
        }
      }
      if (passage->ranges.size() == 1) break;
    }
    return false;
  }

  const BenchText& text_;
  const Reference& names_;
  std::size_t document_ = 0;
};

std::vector<Difference> differences_of(const Places& ours, const Places& as_written,
                                       std::size_t& both) {
  std::vector<Difference> differences;
  auto left = ours.begin();
  auto right = as_written.begin();
  while (left != ours.end() || right != as_written.end()) {
    if (left != ours.end() && right != as_written.end() && *left == *right) {
      ++both;
      ++left;
      ++right;
    } else if (right == as_written.end() || (left != ours.end() && *left < *right)) {
      differences.push_back({*left++, true});
    } else {
      differences.push_back({*right++, false});
    }
  }
  return differences;
}

}  // namespace

Comparison compare_with_link(const BenchText& text, const Reference& names, const Places& ours,
                             const Places& as_written) {
  Comparison result;
  const std::vector<Difference> all = differences_of(ours, as_written, result.both);
  Reasons reasons(text, names);
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    std::size_t more = 0;
    std::size_t left_out = 0;
    for (std::uint32_t reach = all[begin].place.end;
         end < all.size() && (end == begin || all[end].place.begin < reach); ++end) {
      reach = std::max(reach, all[end].place.end);
      const Reason reason = reasons.of(all[end]);
      if (reason == Reason::more) ++more;
      if (reason == Reason::left_out) ++left_out;
    }
    result.more += more;
    if (more > 0) {
      result.covered += end - begin - more;
    } else if (left_out > 0) {
      result.left_out += end - begin;
    } else {
      if (result.unexplained == 0) {
        result.first = (all[begin].is_ours ? "only link() finds " : "link() does not find ") +
                       shown(text.unbroken, all[begin].place);
      }
      result.unexplained += end - begin;
    }
    begin = end;
  }
  return result;
}

std::string first_difference(std::string_view text, const Places& expected, const Places& found) {
  const auto [left, right] =
      std::mismatch(expected.begin(), expected.end(), found.begin(), found.end());
  if (left == expected.end() && right == found.end()) return "";
  if (right == found.end() || (left != expected.end() && *left < *right)) {
    return "not found " + shown(text, *left);
  }
  return "found and should not " + shown(text, *right);
}

}  // namespace crossroads::bench
