// SPDX-License-Identifier: Apache-2.0
#include "ontology/elements.hpp"

#include <algorithm>
#include <array>

namespace crossroads {
namespace {

constexpr AttributeRule lang{"lang", ValueRule::language};
constexpr AttributeRule source{"source", ValueRule::ids};
constexpr AttributeRule locator{"locator"};
constexpr AttributeRule since{"since", ValueRule::date};
constexpr AttributeRule until{"until", ValueRule::date};
constexpr AttributeRule required_id{"id", ValueRule::id, true};

constexpr std::array ontology_attributes{AttributeRule{"id", ValueRule::id},
                                         AttributeRule{"version"}};
constexpr std::array source_attributes{required_id, AttributeRule{"year", ValueRule::date},
                                       AttributeRule{"url", ValueRule::url}, AttributeRule{"seen"}};
constexpr std::array kind_attributes{required_id, AttributeRule{"label"}, AttributeRule{"plural"},
                                     AttributeRule{"broader", ValueRule::id}};
constexpr std::array relation_attributes{required_id,
                                         AttributeRule{"label"},
                                         AttributeRule{"inverse"},
                                         AttributeRule{"from", ValueRule::ids},
                                         AttributeRule{"to", ValueRule::ids},
                                         AttributeRule{"broader", ValueRule::id},
                                         AttributeRule{"symmetric", ValueRule::truth}};
constexpr std::array cue_attributes{AttributeRule{"pattern"},
                                    AttributeRule{"negated", ValueRule::truth}, lang};
constexpr std::array property_attributes{
    required_id, AttributeRule{"type", ValueRule::choice, false, "text number date url id"},
    AttributeRule{"of", ValueRule::ids}};
constexpr std::array entry_attributes{required_id, AttributeRule{"kind", ValueRule::ids},
                                      AttributeRule{"deprecated", ValueRule::truth},
                                      AttributeRule{"replaced-by", ValueRule::id}};
constexpr std::array form_attributes{
    AttributeRule{"case", ValueRule::choice, false, "exact ignore"},
    AttributeRule{"shared", ValueRule::truth},
    AttributeRule{"use", ValueRule::choice, false, "hidden"},
    lang,
    since,
    until,
    source,
    locator};
constexpr std::array definition_attributes{AttributeRule{"by"}, lang, source, locator};
constexpr std::array note_attributes{
    AttributeRule{"type", ValueRule::choice, true, "scope editorial history example"}, lang, source,
    locator};
constexpr std::array attribute_attributes{AttributeRule{"name", ValueRule::id, true}, since, until,
                                          source, locator};
constexpr std::array statement_attributes{AttributeRule{"relation", ValueRule::id, true},
                                          AttributeRule{"to", ValueRule::id, true},
                                          since,
                                          until,
                                          source,
                                          locator};
constexpr std::array match_attributes{
    AttributeRule{"type", ValueRule::choice, true, "exact close broad narrow related"},
    AttributeRule{"href", ValueRule::url, true}};
constexpr std::array accept_attributes{AttributeRule{"rule", ValueRule::text, true},
                                       AttributeRule{"reason", ValueRule::text, true}};

constexpr std::array rules{
    ElementRule{"ontology", ontology_attributes, "source kind relation property entry"},
    ElementRule{"source", source_attributes, "", TextRule::optional},
    ElementRule{"kind", kind_attributes, ""},
    ElementRule{"relation", relation_attributes, "cue"},
    ElementRule{"cue", cue_attributes, "", TextRule::optional},
    ElementRule{"property", property_attributes, ""},
    ElementRule{"entry", entry_attributes,
                "label alias definition note attribute statement match accept"},
    ElementRule{"label", form_attributes, "", TextRule::required},
    ElementRule{"alias", form_attributes, "", TextRule::required},
    ElementRule{"definition", definition_attributes, "", TextRule::required},
    ElementRule{"note", note_attributes, "", TextRule::required},
    ElementRule{"attribute", attribute_attributes, "", TextRule::required},
    ElementRule{"statement", statement_attributes, "", TextRule::optional},
    ElementRule{"match", match_attributes, ""},
    ElementRule{"accept", accept_attributes, ""},
};

}  // namespace

const ElementRule* find_element_rule(std::string_view name) {
  const auto* rule = std::find_if(rules.begin(), rules.end(),
                                  [&](const ElementRule& r) { return r.name == name; });
  return rule == rules.end() ? nullptr : rule;
}

bool is_one_of(std::string_view name, std::string_view list) {
  while (!list.empty()) {
    const std::size_t space = std::min(list.find(' '), list.size());
    if (list.substr(0, space) == name) return true;
    list.remove_prefix(std::min(space + 1, list.size()));
  }
  return false;
}

}  // namespace crossroads
