// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "support/naive_spelling.hpp"
#include "support/naive_text.hpp"

namespace crossroads::test::naive {
namespace {

bool is_one_of(std::u32string_view characters, char32_t c) {
  return characters.find(c) != characters.npos;
}
bool is_small(char32_t c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_letter_or_digit(char32_t c) {
  return is_small(c) || (c >= 'A' && c <= 'Z') || is_digit(c);
}
bool is_address_character(char32_t c) {
  return is_letter_or_digit(c) || is_one_of(U".-+_%", c);
}

bool stands(std::u32string_view run, std::size_t at, std::u32string_view what) {
  return run.substr(at, what.size()) == what;
}

void mark(Characters& run, std::size_t begin, std::size_t end) {
  for (; begin < end; ++begin) run[begin].in_address = true;
}

/// http://, www. and @, with what stands before them.
void mark_urls(Characters& run, std::u32string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool mail = text[at] == '@' && at > 0 && is_address_character(text[at - 1]);
    if (!mail && !stands(text, at, U"://") && !stands(text, at, U"www.")) continue;
    std::size_t begin = at;
    while (begin > 0 && is_address_character(text[begin - 1])) --begin;
    mark(run, begin, text.size());
  }
}

std::vector<std::u32string_view> labels_of(std::u32string_view host) {
  std::vector<std::u32string_view> labels;
  for (std::size_t begin = 0; begin <= host.size();) {
    const std::size_t end = std::min(host.find('.', begin), host.size());
    labels.push_back(host.substr(begin, end - begin));
    begin = end + 1;
  }
  return labels;
}

bool is_host(std::u32string_view host) {
  const std::vector<std::u32string_view> labels = labels_of(host);
  const std::u32string_view last = labels.back();
  const bool known = last == U"com" || last == U"org" || last == U"net" || last == U"int" ||
                     last == U"edu" || last == U"gov" || last == U"mil" || last == U"info";
  const bool country = last.size() == 2 && is_small(last[0]) && is_small(last[1]);
  return labels.size() >= 2 && (known || country) &&
         std::none_of(labels.begin(), labels.end(), [](auto label) { return label.empty(); }) &&
         std::any_of(labels.begin(), labels.end() - 1,
                     [](auto label) { return label.size() >= 2; });
}

void mark_hosts(Characters& run, std::u32string_view text) {
  const auto is_part = [](char32_t c) { return is_letter_or_digit(c) || c == '.' || c == '-'; };
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is_part(text[end])) ++end;
    const std::size_t next = std::max(end, begin + 1);
    while (begin < end && !is_letter_or_digit(text[begin])) ++begin;
    while (end > begin && !is_letter_or_digit(text[end - 1])) --end;
    if (begin < end && is_host(text.substr(begin, end - begin))) {
      const bool goes_on = end < text.size() && is_one_of(U"/:?", text[end]);
      mark(run, begin, goes_on ? text.size() : end);
    }
    begin = next;
  }
}

/// Behind a run's last "/": NAME.EXT.
bool is_file(std::u32string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || dot == 0) return false;
  const std::u32string_view end = name.substr(dot + 1);
  return !end.empty() && end.size() <= 5 && is_small(end[0]) &&
         std::all_of(end.begin(), end.end(),
                     [](char32_t c) { return is_small(c) || is_digit(c); }) &&
         std::all_of(name.begin(), name.end(), [](char32_t c) {
           return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-';
         });
}

bool is_path(std::u32string_view run) {
  const auto at = [&](std::size_t i) { return i < run.size() ? run[i] : U' '; };
  if (stands(run, 0, U"./") || stands(run, 0, U"../") || stands(run, 0, U"~/")) return true;
  if (stands(run, 0, U"\\\\")) return true;
  if (is_letter_or_digit(at(0)) && !is_digit(at(0)) && stands(run, 1, U":\\")) return true;
  if (at(0) == '/' && (is_letter_or_digit(at(1)) || is_one_of(U"._~-", at(1))) &&
      run.find('/', 1) != run.npos) {
    return true;
  }
  while (!run.empty() && is_one_of(U".,;:!?)]}\"'\u201D\u2019\u00BB", run.back())) {
    run.remove_suffix(1);
  }
  const std::size_t slash = run.rfind('/');
  return slash != run.npos && is_file(run.substr(slash + 1));
}

}  // namespace

void mark_addresses(Characters& run) {
  std::u32string text;
  for (const Character& c : run) text += c.value;
  mark_urls(run, text);
  const bool has_url =
      std::any_of(run.begin(), run.end(), [](const Character& c) { return c.in_address; });
  mark_hosts(run, text);
  std::size_t begin = 0;
  while (begin < text.size() && is_one_of(U"([{\"'\u201C\u2018\u00AB", text[begin])) ++begin;
  if (!has_url && is_path(std::u32string_view(text).substr(begin))) mark(run, begin, text.size());
}

}  // namespace crossroads::test::naive
