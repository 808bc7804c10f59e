// SPDX-License-Identifier: Apache-2.0
#include "bench/peers/names.hpp"

#include <map>

#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"

namespace crossroads::bench {

std::vector<ListedName> read_names(const std::string& path) {
  const std::string text = read_input(*real_system(), path);
  std::vector<ListedName> names;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    const std::size_t tab = line.find('\t');
    const std::size_t second = line.find('\t', tab + 1);
    const std::string_view rule = line.substr(tab + 1, second - tab - 1);
    if (end == std::string::npos || tab == 0 || (rule != "exact" && rule != "ignore")) {
      throw Error(ErrorKind::input, path + ": no list of names", "make_inputs makes them");
    }
    ListedName name;
    name.text = line.substr(0, tab);
    name.exact = rule == "exact";
    if (second != std::string_view::npos) name.entry = line.substr(second + 1);
    names.push_back(std::move(name));
    begin = end + 1;
  }
  return names;
}

Ontology ontology_of(const std::vector<ListedName>& names) {
  std::map<std::string, std::vector<Form>> entries;
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string number = std::to_string(i);
    number.insert(0, 8 - number.size(), '0');
    std::vector<Form>& forms = entries[names[i].entry.empty() ? "name-" + number : names[i].entry];
    Form form;
    form.text = names[i].text;
    form.case_rule = names[i].exact ? CaseRule::exact : CaseRule::ignore;
    form.is_label = forms.empty();
    forms.push_back(std::move(form));
  }
  Ontology ontology;
  ontology.id = "names";
  ontology.kinds.push_back({"term", "Term", "Terms", ""});
  ontology.entries.reserve(entries.size());
  for (auto& [id, forms] : entries) {
    Entry entry;
    entry.id = id;
    entry.kinds = {"term"};
    entry.forms = std::move(forms);
    ontology.entries.push_back(std::move(entry));
  }
  return ontology;
}

}  // namespace crossroads::bench
