// SPDX-License-Identifier: Apache-2.0
#include "text/plain/furniture.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "crossroads/core/ascii.hpp"
#include "text/plain/shape.hpp"

namespace crossroads {
namespace {

constexpr std::size_t fewest_pages = 3;
constexpr std::size_t longest_head = 120;
constexpr std::size_t lines_at_each_end = 2;

struct Page {
  std::size_t begin;  // lines
  std::size_t end;
};

struct Place {
  std::size_t line;
  std::size_t page;
  std::optional<std::int64_t> number;  // that stands in the line
};

std::vector<Page> pages_of(std::string_view text, const std::vector<Line>& lines) {
  std::vector<Page> pages;
  std::size_t begin = 0;
  const auto part = [&](std::size_t at) {
    if (at > begin) pages.push_back({begin, at});
    begin = at;
  };
  bool feeds = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].whole.empty() || text[lines[i].whole.begin] != '\f') continue;
    feeds = true;
    part(i);
  }
  if (!feeds) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].blank() || lines[i].content.size() > 9) continue;
      if (looks_like_page_number(slice(text, lines[i].content))) part(i + 1);
    }
  }
  part(lines.size());
  return pages;
}

/// A line without its digits, and the first number among them.
std::pair<std::string, std::optional<std::int64_t>> key_of(std::string_view words) {
  std::string key;
  std::optional<std::int64_t> number;
  for (std::size_t at = 0; at < words.size();) {
    if (!is_ascii_digit(words[at])) {
      if (words[at] != ' ') key += words[at];
      ++at;
      continue;
    }
    std::int64_t value = 0;
    std::size_t digits = 0;
    for (; at < words.size() && is_ascii_digit(words[at]); ++at, ++digits) {
      if (digits < 9) value = value * 10 + (words[at] - '0');
    }
    if (!number) number = value;
    key += '0';
  }
  return {std::move(key), number};
}

bool has_letter(std::string_view words) {
  return std::any_of(words.begin(), words.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

/// Whether the numbers of the same line on several pages rise with the pages, or are all the same.
bool rises_with_pages(const std::vector<Place>& places) {
  std::map<std::int64_t, std::size_t> by_distance;
  std::map<std::int64_t, std::size_t> by_value;
  for (const Place& place : places) {
    if (!place.number) return true;
    ++by_distance[*place.number - static_cast<std::int64_t>(place.page)];
    ++by_value[*place.number];
  }
  const auto most = [&](const std::map<std::int64_t, std::size_t>& counts) {
    std::size_t count = 0;
    for (const auto& [key, number] : counts) count = std::max(count, number);
    return count * 3 >= places.size() * 2;
  };
  return most(by_distance) || most(by_value);
}

/// Where a run of neighbouring pages ends; left and right pages may have heads of their own.
std::size_t run_end(const std::vector<Place>& places, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < places.size() && places[end].page <= places[end - 1].page + 2) ++end;
  return end;
}

std::size_t pages_in(const std::vector<Place>& places, std::size_t begin, std::size_t end) {
  std::size_t pages = 1;
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (places[i].page != places[i - 1].page) ++pages;
  }
  return pages;
}

}  // namespace

std::vector<bool> running_heads(std::string_view text, const std::vector<Line>& lines) {
  const std::vector<Page> pages = pages_of(text, lines);
  if (pages.size() < fewest_pages) return {};
  std::unordered_map<std::string, std::vector<Place>> places;
  const auto offer = [&](std::size_t line, std::size_t page, char end) {
    const std::string_view words = slice(text, lines[line].content);
    if (words.size() > longest_head || !has_letter(words) || words.ends_with(',')) return;
    auto [key, number] = key_of(words);
    places[end + key].push_back({line, page, number});
  };
  for (std::size_t page = 0; page < pages.size(); ++page) {
    std::size_t seen = 0;
    for (std::size_t i = pages[page].begin; i < pages[page].end && seen < lines_at_each_end; ++i) {
      if (lines[i].blank()) continue;
      offer(i, page, 't');
      ++seen;
    }
    seen = 0;
    for (std::size_t i = pages[page].end; i > pages[page].begin && seen < lines_at_each_end; --i) {
      if (lines[i - 1].blank()) continue;
      offer(i - 1, page, 'b');
      ++seen;
    }
  }
  std::vector<bool> running;
  for (const auto& [key, found] : places) {
    if (found.size() < fewest_pages || !rises_with_pages(found)) continue;
    for (std::size_t begin = 0, end = 0; begin < found.size(); begin = end) {
      end = run_end(found, begin);
      if (pages_in(found, begin, end) < fewest_pages) continue;
      if (running.empty()) running.assign(lines.size(), false);
      for (std::size_t i = begin; i < end; ++i) running[found[i].line] = true;
    }
  }
  return running;
}

}  // namespace crossroads
