// SPDX-License-Identifier: Apache-2.0
#include "crossroads/text/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace crossroads {
namespace {

struct RoleName {
  Role role;
  std::string_view name;
  std::string_view zone;
};

constexpr std::array role_names{
    RoleName{Role::body, "body", "body"},
    RoleName{Role::heading, "heading", "heading"},
    RoleName{Role::byline, "byline", "byline"},
    RoleName{Role::list_item, "list-item", "body"},
    RoleName{Role::quote, "quote", "body"},
    RoleName{Role::table, "table", "body"},
    RoleName{Role::code, "code", "body"},
    RoleName{Role::note, "note", "note"},
    RoleName{Role::page_number, "page-number", "heading"},
    RoleName{Role::separator, "separator", "heading"},
    RoleName{Role::metadata, "metadata", "heading"},
};

const RoleName& names_of(Role role) {
  return *std::find_if(role_names.begin(), role_names.end(),
                       [&](const RoleName& r) { return r.role == role; });
}

}  // namespace

std::string_view to_string(Role role) {
  return names_of(role).name;
}

Role role_from(std::string_view name) {
  const auto* found = std::find_if(role_names.begin(), role_names.end(),
                                   [&](const RoleName& r) { return r.name == name; });
  return found == role_names.end() ? Role::body : found->role;
}

std::string_view zone_of(Role role) {
  return names_of(role).zone;
}

std::string text_id(std::string_view document) {
  return fmt::format("text:{}", document);
}

std::string passage_id(std::string_view document, std::size_t number) {
  return fmt::format("text:{}#p{}", document, number + 1);
}

std::string text_of(const Document& document, const Passage& passage) {
  std::string text;
  for (const Span range : passage.ranges) {
    if (!text.empty()) text += '\n';
    text.append(document.bytes, range.begin, range.size());
  }
  return text;
}

}  // namespace crossroads
