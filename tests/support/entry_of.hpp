// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "crossroads/ontology/ontology.hpp"

namespace crossroads::test {

/// An entry of one kind; the first of its forms is its label.
inline Entry entry_of(std::string kind, std::string id, std::vector<std::string> forms) {
  Entry entry;
  entry.id = std::move(id);
  entry.kinds = {std::move(kind)};
  for (std::string& text : forms) {
    Form form;
    form.text = std::move(text);
    form.is_label = entry.forms.empty();
    entry.forms.push_back(std::move(form));
  }
  return entry;
}

}  // namespace crossroads::test
