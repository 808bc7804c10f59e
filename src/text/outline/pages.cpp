// SPDX-License-Identifier: Apache-2.0
#include "text/outline/pages.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "text/plain/lines.hpp"

namespace crossroads {
namespace {

/// The one number in a page's number or running head; nothing where there are more, or none.
std::optional<int> printed_number(std::string_view words) {
  constexpr std::size_t most_digits = 4;
  std::optional<int> number;
  for (std::size_t at = 0; at < words.size();) {
    if (words[at] < '0' || words[at] > '9') {
      ++at;
      continue;
    }
    int value = 0;
    const std::size_t begin = at;
    for (; at < words.size() && words[at] >= '0' && words[at] <= '9'; ++at) {
      if (at - begin < most_digits) value = value * 10 + (words[at] - '0');
    }
    if (number || at - begin > most_digits) return std::nullopt;
    number = value;
  }
  return number;
}

class PageFinder {
 public:
  explicit PageFinder(Document& document) : document_(document) {}

  void run() {
    part_at_form_feeds();
    if (document_.pages.size() > 1) {
      label();
    } else {
      document_.pages.clear();
      part_at_numbers();
    }
  }

 private:
  void part_at_form_feeds() {
    const std::string_view text = document_.bytes;
    document_.pages.push_back({0, {}});
    for (std::size_t at = text.find('\f'); at != text.npos; at = text.find('\f', at + 1)) {
      if (at + 1 < text.size()) document_.pages.push_back({static_cast<std::uint32_t>(at + 1), {}});
    }
  }

  void label() {
    std::map<int, std::size_t> votes;
    std::size_t voters = 0;
    std::size_t page = 0;
    for (const Passage& passage : document_.passages) {
      const Span span = passage.span();
      while (page + 1 < document_.pages.size() && document_.pages[page + 1].begin <= span.begin) {
        ++page;
      }
      if (passage.role != Role::page_number && passage.role != Role::running_head) continue;
      const auto number = printed_number(slice(document_.bytes, span));
      if (!number) continue;
      ++voters;
      ++votes[*number - static_cast<int>(page)];
    }
    int offset = 1;
    for (const auto& [distance, count] : votes) {
      if (count * 2 > voters) offset = distance;
    }
    for (std::size_t i = 0; i < document_.pages.size(); ++i) {
      // Pages before the first numbered one have no number of their own.
      const int number = static_cast<int>(i) + offset;
      document_.pages[i].label =
          number > 0 ? std::to_string(number) : "[" + std::to_string(i + 1) + "]";
    }
  }

  /// The number stands at the head of a page where the text begins with one, else at its foot.
  void part_at_numbers() {
    std::vector<std::pair<Span, int>> numbers;
    for (const Passage& passage : document_.passages) {
      if (passage.role != Role::page_number) continue;
      const auto number = printed_number(slice(document_.bytes, passage.span()));
      if (!number || (!numbers.empty() && *number != numbers.back().second + 1)) return;
      numbers.emplace_back(passage.span(), *number);
    }
    if (numbers.size() < 2) return;
    const bool at_head = document_.passages.front().role == Role::page_number;
    std::uint32_t begin = 0;
    for (const auto& [span, number] : numbers) {
      document_.pages.push_back({at_head ? span.begin : begin, std::to_string(number)});
      begin = span.end;
    }
    if (!at_head && begin < document_.passages.back().span().begin) {
      document_.pages.push_back({begin, std::to_string(numbers.back().second + 1)});
    }
    document_.pages.front().begin = 0;
  }

  Document& document_;
};

}  // namespace

void find_pages(Document& document) {
  if (document.pages.empty()) PageFinder(document).run();
}

}  // namespace crossroads
