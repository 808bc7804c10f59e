// SPDX-License-Identifier: Apache-2.0
#include "pipeline/glob.hpp"

#include <algorithm>
#include <optional>

#include "pipeline/paths.hpp"

namespace crossroads {
namespace {

/// The first character of a name, which need not be UTF-8.
std::string_view character(std::string_view text) {
  std::size_t size = 1;
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t longest = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
  while (size < longest && size < text.size() &&
         (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80) {
    ++size;
  }
  return text.substr(0, size);
}

/// "[a-z]" at the beginning of a segment: its bytes; nothing where it is not closed.
std::optional<std::string_view> set_in(std::string_view segment) {
  std::size_t end = 1;
  if (end < segment.size() && (segment[end] == '!' || segment[end] == '^')) ++end;
  if (end < segment.size() && segment[end] == ']') ++end;  // the first one stands for itself
  end = segment.find(']', end);
  return end == segment.npos ? std::nullopt : std::optional(segment.substr(0, end + 1));
}

/// Code points in UTF-8 stand in the order of their bytes.
bool is_in_set(std::string_view set, std::string_view wanted) {
  set = set.substr(1, set.size() - 2);
  const bool negated = set.starts_with('!') || set.starts_with('^');
  if (negated) set.remove_prefix(1);
  bool found = false;
  while (!set.empty()) {
    const std::string_view low = character(set);
    set.remove_prefix(low.size());
    std::string_view high = low;
    if (set.size() > 1 && set[0] == '-') {
      high = character(set.substr(1));
      set.remove_prefix(1 + high.size());
    }
    found = found || (low <= wanted && wanted <= high);
  }
  return found != negated;
}

/// How much of a segment stands for the name's first character; nothing where they differ.
std::optional<std::size_t> fits_one(std::string_view segment, std::string_view wanted) {
  if (segment.empty()) return std::nullopt;
  if (segment[0] == '?') return 1;
  if (const auto set = segment[0] == '[' ? set_in(segment) : std::nullopt) {
    return is_in_set(*set, wanted) ? std::optional(set->size()) : std::nullopt;
  }
  const std::size_t escape = segment[0] == '\\' && segment.size() > 1 ? 1 : 0;
  const bool same = segment.substr(escape).starts_with(wanted);
  return same ? std::optional(escape + wanted.size()) : std::nullopt;
}

class Expansion {
 public:
  Expansion(System& system, const LeftOut& left_out, const std::string& folder)
      : system_(system), left_out_(left_out), trail_{folder.empty() ? "." : folder} {}

  void start(const std::string& folder, std::string_view rest) {
    if (folder.empty() || is_folder(folder)) walk(folder, rest);
  }

  void walk(const std::string& folder, std::string_view rest) {
    const std::size_t slash = rest.find('/');
    const std::string_view segment = rest.substr(0, slash);
    const std::string_view behind = slash == rest.npos ? "" : rest.substr(slash + 1);
    if (slash != rest.npos && segment == "**") walk(folder, behind);
    for (const std::string& name : names_in(folder)) {
      const std::string path = joined(folder, name);
      if (segment == "**") {
        if (name.starts_with('.')) continue;
        if (slash == rest.npos) found.push_back(path);
        go_down(path, rest);
      } else if (fits(segment, name)) {
        if (slash == rest.npos) {
          found.push_back(path);
        } else {
          go_down(path, behind);
        }
      }
    }
  }

  std::vector<std::string> found;

 private:
  void go_down(const std::string& path, std::string_view rest) {
    if (!is_folder(path) || leads_back(system_, trail_, path)) return;
    if (trail_.size() > deepest_folder) {
      left_out_(too_deep(path));
      return;
    }
    trail_.push_back(path);
    walk(path, rest);
    trail_.pop_back();
  }

  /// False where that can't be told, which is then reported.
  bool is_folder(const std::string& path) {
    try {
      return system_.kind_of(path) == FileKind::folder;
    } catch (const Error& error) {
      left_out_(error);
      return false;
    }
  }

  std::vector<std::string> names_in(const std::string& folder) {
    try {
      return system_.list_folder(folder.empty() ? "." : folder);
    } catch (const Error& error) {
      left_out_(error);
      return {};
    }
  }

  System& system_;
  const LeftOut& left_out_;
  std::vector<std::string> trail_;
};

}  // namespace

bool is_pattern(std::string_view path) {
  return path.find_first_of("*?[") != path.npos;
}

std::string pattern_folder(std::string_view pattern) {
  return folder_of(pattern.substr(0, pattern.find_first_of("*?[\\")));
}

bool fits(std::string_view segment, std::string_view name) {
  if (name.starts_with('.') && !segment.starts_with('.')) return false;
  // Behind the last star, all has to fit; where it does not, that star takes one character more.
  std::optional<std::string_view> behind_star;
  std::string_view star_name;
  while (!name.empty()) {
    if (segment.starts_with('*')) {
      segment.remove_prefix(1);
      behind_star = segment;
      star_name = name;
      continue;
    }
    const std::string_view wanted = character(name);
    if (const auto size = fits_one(segment, wanted)) {
      segment.remove_prefix(*size);
      name.remove_prefix(wanted.size());
      continue;
    }
    if (!behind_star) return false;
    star_name.remove_prefix(character(star_name).size());
    segment = *behind_star;
    name = star_name;
  }
  return segment.find_first_not_of('*') == segment.npos;
}

std::vector<std::string> expand_pattern(System& system, std::string_view pattern,
                                        const LeftOut& left_out) {
  const std::string folder = pattern_folder(pattern);
  std::string_view rest = pattern.substr(folder.size());
  rest.remove_prefix(std::min(rest.find_first_not_of('/'), rest.size()));
  Expansion expansion(system, left_out, folder);
  expansion.start(folder, rest);
  std::sort(expansion.found.begin(), expansion.found.end());
  expansion.found.erase(std::unique(expansion.found.begin(), expansion.found.end()),
                        expansion.found.end());
  return std::move(expansion.found);
}

}  // namespace crossroads
