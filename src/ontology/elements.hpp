// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace crossroads {

/// What a value must look like.
enum class ValueRule { text, id, ids, date, truth, choice, url, language };

struct AttributeRule {
  std::string_view name;
  ValueRule rule = ValueRule::text;
  bool required = false;
  std::string_view choices = {};  ///< separated by spaces, for ValueRule::choice
};

enum class TextRule { none, optional, required };

/// What an element of the ontology's XML may hold: the grammar of ontology/FORMAT.md as a table.
struct ElementRule {
  std::string_view name;
  std::span<const AttributeRule> attributes;
  std::string_view children;  ///< names, separated by spaces
  TextRule text = TextRule::none;
};

/// The rule for an element of that name, or null.
const ElementRule* find_element_rule(std::string_view name);

/// Whether `name` is one of the words of `list`.
bool is_one_of(std::string_view name, std::string_view list);

}  // namespace crossroads
