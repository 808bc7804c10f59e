// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/candidates.hpp"

#include <algorithm>
#include <map>

#include "text/citations/citation_refer.hpp"
#include "text/citations/cited_names.hpp"

namespace crossroads {
namespace {

std::string_view without_stop(std::string_view given) {
  while (!given.empty() && (given.back() == '.' || given.back() == ' ')) given.remove_suffix(1);
  return given;
}

/// Whether both may abbreviate one name: the shorter begins the longer.
bool may_be_one(std::string_view a, std::string_view b) {
  a = without_stop(a);
  b = without_stop(b);
  return a.size() < b.size() ? b.starts_with(a) : a.starts_with(b);
}

class CandidateFinder {
 public:
  CandidateFinder(const Ontology& ontology, const Links& links)
      : ontology_(ontology), links_(links) {}

  void add(const CitedName& name) {
    if (!name.is_person || name.given.empty() || name.span.empty() || is_known(name.span)) return;
    std::vector<PersonCandidate>& same = by_family_[plain_letters(name.family)];
    const auto known = std::find_if(same.begin(), same.end(), [&](const PersonCandidate& other) {
      return may_be_one(name.given, other.given);
    });
    if (known == same.end()) {
      same.push_back({name.family, name.given, {name.span}});
      return;
    }
    if (without_stop(name.given).size() > without_stop(known->given).size()) {
      known->given = name.given;
    }
    known->spans.push_back(name.span);
  }

  std::vector<PersonCandidate> take() {
    std::vector<PersonCandidate> all;
    for (auto& [family, candidates] : by_family_) {
      std::sort(candidates.begin(), candidates.end(),
                [](const auto& a, const auto& b) { return a.given < b.given; });
      for (PersonCandidate& candidate : candidates) {
        std::sort(candidate.spans.begin(), candidate.spans.end());
        const auto twice = std::unique(candidate.spans.begin(), candidate.spans.end());
        candidate.spans.erase(twice, candidate.spans.end());
        all.push_back(std::move(candidate));
      }
    }
    return all;
  }

 private:
  bool is_known(Span span) const {
    static const std::vector<std::string> person = {"person"};
    auto mention =
        std::partition_point(links_.mentions.begin(), links_.mentions.end(),
                             [&](const Mention& m) { return m.span.begin < span.begin; });
    for (; mention != links_.mentions.end() && mention->span.begin < span.end; ++mention) {
      if (ontology_.is_any_of(ontology_.entry(mention->entry), person)) return true;
    }
    return false;
  }

  const Ontology& ontology_;
  const Links& links_;
  std::map<std::string, std::vector<PersonCandidate>> by_family_;  // in plain letters
};

/// A byline's author as a citation would have it; an empty family name where it is no person's.
CitedName name_of(const Author& author) {
  NoteText note;
  note.text = author.name;
  for (std::uint32_t i = 0; i < note.text.size(); ++i) note.offsets.push_back(i);
  const auto names = cited_names(note, {0, static_cast<std::uint32_t>(note.text.size())});
  if (!names || names->names.size() != 1) return {};
  CitedName name = names->names.front();
  name.span = author.span;
  return name;
}

}  // namespace

std::vector<PersonCandidate> unknown_persons(const Ontology& ontology, const Document& document,
                                             const Citations& citations, const Links& links) {
  CandidateFinder finder(ontology, links);
  for (const Section& section : document.sections) {
    for (const Author& author : section.authors) finder.add(name_of(author));
  }
  for (const CitedWork& work : citations.works) {
    for (const CitedName& name : work.authors) finder.add(name);
    for (const CitedName& name : work.editors) finder.add(name);
  }
  return finder.take();
}

}  // namespace crossroads
