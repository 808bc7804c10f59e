// SPDX-License-Identifier: Apache-2.0
#include "ontology/grammar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <optional>

#include "crossroads/core/nearest.hpp"
#include "crossroads/ontology/date.hpp"
#include "ontology/elements.hpp"
#include "ontology/values.hpp"

namespace crossroads {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The words of `text`, with their offsets in it.
std::vector<PlacedWord> split(std::string_view text) {
  std::vector<PlacedWord> parts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_space(text[i])) continue;
    if (i == 0 || is_space(text[i - 1])) parts.push_back({{}, i});
    parts.back().text += text[i];
  }
  return parts;
}

std::vector<std::string> names_in(std::string_view list) {
  std::vector<std::string> names;
  for (PlacedWord& word : split(list)) names.push_back(std::move(word.text));
  return names;
}

/// "exact, ignore".
std::string listed(std::string_view choices) {
  std::string text;
  for (const char c : choices) text += c == ' ' ? std::string(", ") : std::string(1, c);
  return text;
}

struct Fault {
  std::string message;
  std::size_t offset = 0;
};

std::string not_an_id(std::string_view text) {
  return fmt::format(
      "'{}' is not an id (lower-case letters, digits, '.', '_', '-'; a letter or digit first)",
      text);
}

std::optional<Fault> fault_of_ids(const XmlAttribute& given, const FileContext& file) {
  const std::vector<PlacedWord> ids = placed_words(given, file);
  for (auto id = ids.begin(); id != ids.end(); ++id) {
    if (!is_id(id->text)) return Fault{not_an_id(id->text), id->offset};
    const bool twice =
        std::any_of(ids.begin(), id, [&](const PlacedWord& w) { return w.text == id->text; });
    if (twice) return Fault{fmt::format("{} names '{}' twice", given.name, id->text), id->offset};
  }
  return std::nullopt;
}

std::string fault_of_value(const AttributeRule& rule, const std::string& value) {
  switch (rule.rule) {
    case ValueRule::text:
    case ValueRule::ids:
      return {};
    case ValueRule::id:
      return is_id(value) ? std::string() : not_an_id(value);
    case ValueRule::date:
      if (is_date(value)) return {};
      return fmt::format("'{}' is not a date (YYYY, YYYY-MM or YYYY-MM-DD)", value);
    case ValueRule::truth:
      if (value == "true" || value == "false") return {};
      return fmt::format("{} is 'true' or 'false', not '{}'", rule.name, value);
    case ValueRule::choice:
      if (is_one_of(value, rule.choices)) return {};
      return fmt::format("{} is one of: {}; not '{}'", rule.name, listed(rule.choices), value);
    case ValueRule::url:
      if (is_url(value)) return {};
      return fmt::format("'{}' is not a URL (https://...)", value);
    case ValueRule::language:
      if (is_language(value)) return {};
      return fmt::format("'{}' is not a language tag (en, fr, pt-BR)", value);
  }
  return {};
}

/// What is wrong with the value, or nothing.
std::optional<Fault> fault_of(const AttributeRule& rule, const XmlAttribute& given,
                              const FileContext& file) {
  const std::string value = collapse(given.value);
  if (value.empty()) {
    if (rule.rule == ValueRule::text && !rule.required) return std::nullopt;
    return Fault{fmt::format("{} is empty", rule.name), given.value_offset};
  }
  if (rule.rule == ValueRule::ids) return fault_of_ids(given, file);
  std::string message = fault_of_value(rule, value);
  if (message.empty()) return std::nullopt;
  return Fault{std::move(message), given.value_offset};
}

/// The rule for the attribute of that name, or null.
const AttributeRule* find_rule(const ElementRule& rule, std::string_view name) {
  const auto at = std::find_if(rule.attributes.begin(), rule.attributes.end(),
                               [&](const AttributeRule& r) { return r.name == name; });
  return at == rule.attributes.end() ? nullptr : &*at;
}

/// Whether the attribute may stand as it is; reports where not.
bool check_attribute(const XmlElement& element, const ElementRule& rule, const XmlAttribute& given,
                     FileContext& file) {
  const AttributeRule* known = find_rule(rule, given.name);
  if (known == nullptr) {
    std::vector<std::string> names;
    for (const AttributeRule& r : rule.attributes) names.emplace_back(r.name);
    file.error("unknown-attribute",
               fmt::format("<{}> has no attribute '{}'{}", element.name, given.name,
                           did_you_mean(given.name, names)),
               given.name_offset);
    return false;
  }
  const std::optional<Fault> fault = fault_of(*known, given, file);
  if (fault) file.error("bad-value", fault->message, fault->offset);
  return !fault;
}

bool check_attributes(XmlElement& element, const ElementRule& rule, FileContext& file) {
  bool whole = true;
  for (const AttributeRule& wanted : rule.attributes) {
    if (!wanted.required || find_attribute(element, wanted.name) != nullptr) continue;
    file.error("missing-attribute",
               fmt::format("<{}> needs the attribute '{}'", element.name, wanted.name),
               element.offset);
    whole = false;
  }
  std::erase_if(element.attributes, [&](const XmlAttribute& given) {
    if (check_attribute(element, rule, given, file)) return false;
    const AttributeRule* known = find_rule(rule, given.name);
    // Text in a language that can't be told would pass for English.
    if (known != nullptr && (known->required || known->rule == ValueRule::language)) whole = false;
    return true;
  });
  return whole;
}

}  // namespace

bool check_element(XmlElement& element, FileContext& file) {
  const ElementRule* rule = find_element_rule(element.name);
  assert(rule != nullptr);
  bool whole = check_attributes(element, *rule, file);
  const bool has_text = !collapse(element.text).empty();
  if (rule->text == TextRule::none && has_text) {
    file.error("unexpected-text", fmt::format("<{}> holds no text of its own", element.name),
               element.text_offset);
  }
  if (rule->children.empty()) {
    for (const XmlElement& child : element.children) check_child(element, child, file);
    element.children.clear();
  }
  if (rule->text == TextRule::required && !has_text) {
    file.error("missing-text", fmt::format("<{}> is empty", element.name), element.offset);
    whole = false;
  }
  return whole;
}

bool check_child(const XmlElement& parent, const XmlElement& child, FileContext& file) {
  const ElementRule* rule = find_element_rule(parent.name);
  assert(rule != nullptr);
  if (is_one_of(child.name, rule->children)) return true;
  std::string hint;
  if (rule->children.empty()) {
    hint = rule->text == TextRule::none ? "; it holds no elements" : "; it holds text only";
  } else {
    hint = did_you_mean(child.name, names_in(rule->children));
  }
  file.error("unknown-element",
             fmt::format("<{}> can't stand in <{}>{}", child.name, parent.name, hint),
             child.offset);
  return false;
}

const XmlAttribute* find_attribute(const XmlElement& element, std::string_view name) {
  const auto at = std::find_if(element.attributes.begin(), element.attributes.end(),
                               [&](const XmlAttribute& a) { return a.name == name; });
  return at == element.attributes.end() ? nullptr : &*at;
}

std::string attribute(const XmlElement& element, std::string_view name) {
  const XmlAttribute* found = find_attribute(element, name);
  return found == nullptr ? std::string() : collapse(found->value);
}

std::vector<std::string> words(const XmlElement& element, std::string_view name) {
  const XmlAttribute* found = find_attribute(element, name);
  return found == nullptr ? std::vector<std::string>() : names_in(found->value);
}

bool truth(const XmlElement& element, std::string_view name) {
  return attribute(element, name) == "true";
}

std::vector<PlacedWord> placed_words(const XmlAttribute& attribute, const FileContext& file) {
  const char quote = file.bytes()[attribute.value_offset - 1];
  std::string_view written = file.bytes().substr(attribute.value_offset);
  written = written.substr(0, written.find(quote));
  const bool plain = written.find('&') == std::string_view::npos;
  std::vector<PlacedWord> placed = split(plain ? written : attribute.value);
  for (PlacedWord& word : placed) word.offset = attribute.value_offset + (plain ? word.offset : 0);
  return placed;
}

std::string collapse(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_space(c)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += c;
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace crossroads
