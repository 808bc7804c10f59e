// SPDX-License-Identifier: Apache-2.0
#include "crossroads/text/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

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
    RoleName{Role::caption, "caption", "body"},
    RoleName{Role::note, "note", "note"},
    RoleName{Role::reference, "reference", "note"},
    RoleName{Role::contents, "contents", "heading"},
    RoleName{Role::address, "address", "url"},
    RoleName{Role::running_head, "running-head", "heading"},
    RoleName{Role::page_number, "page-number", "heading"},
    RoleName{Role::separator, "separator", "heading"},
    RoleName{Role::metadata, "metadata", "heading"},
};

const RoleName& names_of(Role role) {
  return *std::find_if(role_names.begin(), role_names.end(),
                       [&](const RoleName& r) { return r.role == role; });
}

bool only_white_space_between(const Document& document, const Passage& passage) {
  for (std::size_t i = 1; i < passage.ranges.size(); ++i) {
    const std::uint32_t begin = passage.ranges[i - 1].end;
    const std::string_view gap =
        std::string_view(document.bytes).substr(begin, passage.ranges[i].begin - begin);
    if (gap.find_first_not_of(" \t\r\n\f\v") != std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

std::string_view to_string(Role role) {
  return names_of(role).name;
}

std::optional<Role> role_from(std::string_view name) {
  const auto* found = std::find_if(role_names.begin(), role_names.end(),
                                   [&](const RoleName& r) { return r.name == name; });
  return found == role_names.end() ? std::nullopt : std::optional(found->role);
}

bool holds_words(Role role) {
  switch (role) {
    case Role::contents:
    case Role::address:
    case Role::running_head:
    case Role::page_number:
    case Role::separator:
    case Role::metadata:
      return false;
    default:
      return true;
  }
}

std::string_view zone_of(Role role) {
  return names_of(role).zone;
}

std::string_view to_string(BrokenWord::Reading reading) {
  switch (reading) {
    case BrokenWord::Reading::joined:
      return "joined";
    case BrokenWord::Reading::hyphenated:
      return "hyphenated";
    case BrokenWord::Reading::either:
      return "either";
  }
  return "either";
}

std::string text_id(std::string_view document) {
  return fmt::format("text:{}", document);
}

std::string passage_id(std::string_view document, std::size_t number) {
  return fmt::format("text:{}#p{}", document, number + 1);
}

std::vector<std::string> section_ids(const Document& document) {
  std::size_t sections = 0;
  std::size_t articles = 0;
  std::vector<std::string> ids;
  ids.reserve(document.sections.size());
  for (const Section& section : document.sections) {
    const bool is_article = section.kind == Section::Kind::article;
    ids.push_back(fmt::format("text:{}#{}{}", document.id, is_article ? 'a' : 's',
                              is_article ? ++articles : ++sections));
  }
  return ids;
}

std::optional<std::size_t> sentence_at(const Document& document, std::uint32_t passage,
                                       std::uint32_t at) {
  const auto behind =
      std::upper_bound(document.sentences.begin(), document.sentences.end(), std::pair(passage, at),
                       [](const auto& place, const Sentence& s) {
                         return place < std::pair(s.passage, s.span.begin);
                       });
  if (behind == document.sentences.begin() || std::prev(behind)->passage != passage) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(std::prev(behind) - document.sentences.begin());
}

std::string text_of(const Document& document, const Passage& passage) {
  const Span whole = passage.span();
  if (only_white_space_between(document, passage)) {
    return document.bytes.substr(whole.begin, whole.size());
  }
  std::string text;
  for (const Span range : passage.ranges) {
    if (!text.empty()) text += '\n';
    text.append(document.bytes, range.begin, range.size());
  }
  return text;
}

}  // namespace crossroads
