// SPDX-License-Identifier: Apache-2.0
#include "ontology/grammar.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "crossroads/core/nearest.hpp"
#include "crossroads/ontology/date.hpp"
#include "ontology/elements.hpp"

namespace crossroads {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_id(std::string_view text) {
  const auto starts = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && starts(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return starts(c) || c == '.' || c == '_' || c == '-'; });
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  std::string part;
  for (const char c : text) {
    if (!is_space(c)) {
      part += c;
    } else if (!part.empty()) {
      parts.push_back(std::move(part));
      part.clear();
    }
  }
  if (!part.empty()) parts.push_back(std::move(part));
  return parts;
}

/// What is wrong with `value`, or nothing.
std::string fault_of(const AttributeRule& rule, const std::string& value) {
  constexpr std::string_view id_shape = "(lower-case letters, digits, '.', '_', '-'; a letter or digit first)";
  const auto bad_id = [&](const std::string& id) { return fmt::format("'{}' is not an id {}", id, id_shape); };
  switch (rule.rule) {
    case ValueRule::text: return {};
    case ValueRule::id: return is_id(value) ? std::string() : bad_id(value);
    case ValueRule::ids: {
      for (const std::string& id : split(value)) {
        if (!is_id(id)) return bad_id(id);
      }
      return split(value).empty() ? fmt::format("{} is empty", rule.name) : std::string();
    }
    case ValueRule::date:
      if (is_date(value)) return {};
      return fmt::format("'{}' is not a date (YYYY, YYYY-MM or YYYY-MM-DD)", value);
    case ValueRule::truth:
      if (value == "true" || value == "false") return {};
      return fmt::format("{} is 'true' or 'false', not '{}'", rule.name, value);
    case ValueRule::choice:
      if (is_one_of(value, rule.choices)) return {};
      return fmt::format("{} is one of: {}; not '{}'", rule.name, rule.choices, value);
  }
  return {};
}

bool check_known_attributes(const XmlElement& element, const ElementRule& rule,
                            const FileContext& file) {
  bool good = true;
  for (const XmlAttribute& given : element.attributes) {
    const auto known = std::find_if(rule.attributes.begin(), rule.attributes.end(),
                                    [&](const AttributeRule& r) { return r.name == given.name; });
    if (known == rule.attributes.end()) {
      std::vector<std::string> names;
      for (const AttributeRule& r : rule.attributes) names.emplace_back(r.name);
      file.error("unknown-attribute",
                 fmt::format("<{}> has no attribute '{}'{}", element.name, given.name,
                             did_you_mean(given.name, names)),
                 given.name_offset);
      good = false;
      continue;
    }
    const std::string fault = fault_of(*known, collapse(given.value));
    if (fault.empty()) continue;
    file.error("bad-value", fault, given.value_offset);
    good = false;
  }
  return good;
}

}  // namespace

void FileContext::report(Severity severity, std::string code, std::string message,
                         std::size_t offset) const {
  findings.push_back(
      diagnose(severity, std::move(code), std::move(message), bytes, offset, name));
}

bool check_element(const XmlElement& element, const FileContext& file) {
  const ElementRule* rule = find_element_rule(element.name);
  if (rule == nullptr) {
    file.error("unknown-element", fmt::format("<{}> is not known here", element.name),
               element.offset);
    return false;
  }
  bool good = check_known_attributes(element, *rule, file);
  for (const AttributeRule& wanted : rule->attributes) {
    if (!wanted.required || find_attribute(element, wanted.name) != nullptr) continue;
    file.error("missing-attribute",
               fmt::format("<{}> needs the attribute '{}'", element.name, wanted.name),
               element.offset);
    good = false;
  }
  const bool has_text = !collapse(element.text).empty();
  if (rule->text == TextRule::none && has_text) {
    file.error("unexpected-text", fmt::format("<{}> holds no text of its own", element.name),
               element.text_offset);
    good = false;
  }
  if (rule->text == TextRule::required && !has_text) {
    file.error("missing-text", fmt::format("<{}> is empty", element.name), element.offset);
    good = false;
  }
  return good;
}

bool check_child(const XmlElement& parent, const XmlElement& child, const FileContext& file) {
  const ElementRule* rule = find_element_rule(parent.name);
  if (rule == nullptr || is_one_of(child.name, rule->children)) return true;
  std::string hint;
  if (rule->children.empty()) {
    hint = "; it holds no elements";
  } else {
    hint = did_you_mean(child.name, split(rule->children));
  }
  file.error("unknown-element",
             fmt::format("<{}> can't stand in <{}>{}", child.name, parent.name, hint), child.offset);
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
  return found == nullptr ? std::vector<std::string>() : split(found->value);
}

bool truth(const XmlElement& element, std::string_view name) {
  return attribute(element, name) == "true";
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
