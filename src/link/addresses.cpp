// SPDX-License-Identifier: Apache-2.0
#include "link/addresses.hpp"

#include <algorithm>
#include <array>

#include "crossroads/core/ascii.hpp"

namespace crossroads {
namespace {

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_letter(char c) {
  return is_small(c) || (c >= 'A' && c <= 'Z');
}

bool is_alphanumeric(char c) {
  return is_letter(c) || is_ascii_digit(c);
}

bool is_address_character(char c) {
  return is_alphanumeric(c) || c == '.' || c == '-' || c == '+' || c == '_' || c == '%';
}

/// Where a URL or an e-mail address begins; the run's size if there is none.
std::size_t find_url(std::string_view run) {
  std::size_t sign = run.find('@');
  while (sign != run.npos && (sign == 0 || !is_address_character(run[sign - 1]))) {
    sign = run.find('@', sign + 1);
  }
  std::size_t begin = std::min({run.find("://"), run.find("www."), sign, run.size()});
  while (begin > 0 && begin < run.size() && is_address_character(run[begin - 1])) --begin;
  return begin;
}

/// `text` without any of the marks at its begin.
std::string_view behind_openings(std::string_view text) {
  constexpr std::array<std::string_view, 8> openings = {"(", "[",      "{",      "\"",
                                                        "'", "\u201C", "\u2018", "\u00AB"};
  for (auto mark = openings.begin(); mark != openings.end();) {
    if (text.starts_with(*mark)) {
      text.remove_prefix(mark->size());
      mark = openings.begin();
    } else {
      ++mark;
    }
  }
  return text;
}

std::string_view before_closings(std::string_view text) {
  constexpr std::array<std::string_view, 14> closings = {
      ".", ",", ";", ":", "!", "?", ")", "]", "}", "\"", "'", "\u201D", "\u2019", "\u00BB"};
  for (auto mark = closings.begin(); mark != closings.end();) {
    if (text.ends_with(*mark)) {
      text.remove_suffix(mark->size());
      mark = closings.begin();
    } else {
      ++mark;
    }
  }
  return text;
}

/// "file.ext": an extension of one to five small letters and digits.
bool is_file_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || dot == 0 || dot + 1 == name.size()) return false;
  const std::string_view extension = name.substr(dot + 1);
  const auto is_of_extension = [](char c) { return is_small(c) || is_ascii_digit(c); };
  const auto is_of_name = [](char c) {
    return is_alphanumeric(c) || c == '_' || c == '-' || c == '.';
  };
  return extension.size() <= 5 && is_small(extension.front()) &&
         std::all_of(extension.begin(), extension.end(), is_of_extension) &&
         std::all_of(name.begin(), name.end(), is_of_name);
}

bool is_path(std::string_view run) {
  for (const std::string_view start : {"./", "../", "~/", "\\\\"}) {
    if (run.starts_with(start)) return true;
  }
  if (run.size() > 2 && is_letter(run[0]) && run[1] == ':' && run[2] == '\\') return true;
  if (run.size() > 2 && run[0] == '/' && run.find('/', 1) != run.npos &&
      (is_alphanumeric(run[1]) || std::string_view("._~-").find(run[1]) != run.npos)) {
    return true;
  }
  run = before_closings(run);
  const std::size_t last = run.rfind('/');
  return last != run.npos && is_file_name(run.substr(last + 1));
}

bool is_last_label(std::string_view label) {
  constexpr std::array<std::string_view, 8> known = {"com", "edu", "gov", "info",
                                                     "int", "mil", "net", "org"};
  return std::find(known.begin(), known.end(), label) != known.end() ||
         (label.size() == 2 && is_small(label[0]) && is_small(label[1]));
}

/// Whether labels of letters, digits and hyphens, joined by stops, name a host.
bool is_host_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || !is_last_label(name.substr(dot + 1))) return false;
  bool long_label = false;
  for (std::size_t begin = 0; begin <= dot;) {
    const std::size_t end = name.find('.', begin);
    if (end == begin) return false;
    long_label = long_label || end - begin >= 2;
    begin = end + 1;
  }
  return long_label;
}

void find_hosts(std::string_view run, std::vector<AddressPart>& parts) {
  const auto is_of_host = [](char c) { return is_alphanumeric(c) || c == '-' || c == '.'; };
  for (std::size_t begin = 0; begin < run.size();) {
    std::size_t end = begin;
    while (end < run.size() && is_of_host(run[end])) ++end;
    const std::size_t next = std::max(end, begin + 1);
    while (begin < end && !is_alphanumeric(run[begin])) ++begin;
    while (end > begin && !is_alphanumeric(run[end - 1])) --end;
    if (is_host_name(run.substr(begin, end - begin))) {
      const bool goes_on =
          end < run.size() && (run[end] == '/' || run[end] == ':' || run[end] == '?');
      parts.push_back({begin, goes_on ? run.size() : end});
    }
    begin = next;
  }
}

}  // namespace

std::vector<AddressPart> find_addresses(std::string_view run) {
  std::vector<AddressPart> parts;
  const std::size_t url = find_url(run);
  const std::string_view path = behind_openings(run);
  if (url < run.size()) {
    parts.push_back({url, run.size()});
  } else if (is_path(path)) {
    parts.push_back({run.size() - path.size(), run.size()});
  }
  find_hosts(run, parts);
  return parts;
}

}  // namespace crossroads
