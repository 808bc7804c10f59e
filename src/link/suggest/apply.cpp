// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "crossroads/core/nearest.hpp"
#include "crossroads/link/suggestion_file.hpp"
#include "ontology/values.hpp"

namespace crossroads {
namespace {

bool is_about_new_entry(SuggestionKind kind) {
  return kind == SuggestionKind::entry || kind == SuggestionKind::person ||
         kind == SuggestionKind::document;
}

class Applier {
 public:
  Applier(const Ontology& ontology, const std::vector<Ban>& skipped) : ontology_(ontology) {
    for (const Ban& name : skipped) skipped_.emplace(name.form, name.entry);
    for (const Ban& ban : ontology.bans) banned_.emplace(ban.form, ban.entry);
    for (const Entry& entry : ontology.entries) {
      for (const Form& form : entry.forms) bearers_[form.text].insert(entry.id);
    }
  }

  void take(const DecidedSuggestion& said) {
    if (said.decision == Verdict::open) {
      ++result_.open;
    } else if (said.form.empty()) {
      report(said, "no-form", "the column form is empty");
    } else if (said.decision == Verdict::accept && !can_be_named(said)) {
      report(said, "no-form", "a form without letter or digit is in no text");
    } else if (said.decision == Verdict::accept) {
      accept(said);
    } else {
      leave(said);
    }
  }

  AppliedDecisions finish() {
    for (const std::string& id : order_) {
      result_.accepted.entries.push_back(std::move(additions_.at(id)));
    }
    return std::move(result_);
  }

 private:
  void report(const DecidedSuggestion& said, std::string code, std::string message) {
    result_.findings.push_back({Severity::error, std::move(code), std::move(message), said.at, {}});
  }

  // ---- accept

  static bool can_be_named(const DecidedSuggestion& said) {
    return has_letter_or_digit(said.form) &&
           (said.short_form.empty() || has_letter_or_digit(said.short_form));
  }

  void accept(const DecidedSuggestion& said) {
    if (said.kind == SuggestionKind::conflict || said.kind == SuggestionKind::flood) {
      report(said, "not-to-accept",
             fmt::format("a {} is banned or skipped, not accepted", to_string(said.kind)));
    } else if (!is_id(said.entry)) {
      report(said, "no-entry",
             said.entry.empty()
                 ? "the column entry is empty; it names the entry, or the id of a new one"
                 : fmt::format("'{}' is not an id (lower-case letters, digits, '.', '_', '-')",
                               said.entry));
    } else if (is_banned(said)) {
      report(said, "is-banned",
             fmt::format("'{}' is banned; take it out of the list of bans first", said.form));
    } else if (is_about_new_entry(said.kind)) {
      accept_entry(said);
    } else {
      accept_alias(said);
    }
  }

  [[nodiscard]] bool is_banned(const DecidedSuggestion& said) const {
    return banned_.contains({said.form, std::string()}) ||
           banned_.contains({said.form, said.entry});
  }

  void accept_alias(const DecidedSuggestion& said) {
    const auto known = ontology_.find_entry(said.entry);
    if (!known && !additions_.contains(said.entry)) {
      std::vector<std::string> ids;
      for (const Entry& entry : ontology_.entries) ids.push_back(entry.id);
      report(said, "unknown-entry",
             fmt::format("there is no entry '{}'{}", said.entry, did_you_mean(said.entry, ids)));
      return;
    }
    add_form(said, said.form, said.kind == SuggestionKind::misspelling);
    if (!said.short_form.empty()) add_form(said, said.short_form, false);
  }

  void accept_entry(const DecidedSuggestion& said) {
    if (bears(said.entry, said.form)) return add_names(said);
    if (ontology_.find_entry(said.entry)) {
      report(said, "entry-is-there",
             fmt::format("there is an entry '{}' already; write alias for '{}' in the column what "
                         "to give it the form, or name another id",
                         said.entry, to_string(said.kind)));
      return;
    }
    if (additions_.contains(said.entry)) return add_names(said);
    if (!check_kind(said)) return;
    std::vector<std::string> kinds{said.entry_kind};
    additions_.emplace(said.entry, EntryAddition{said.entry, std::move(kinds), {}});
    order_.push_back(said.entry);
    add_names(said);
  }

  void add_names(const DecidedSuggestion& said) {
    add_form(said, said.form, false);
    if (!said.short_form.empty()) add_form(said, said.short_form, false);
  }

  bool check_kind(const DecidedSuggestion& said) {
    std::vector<std::string> kinds;
    bool declared = false;  // else an ontology may use any
    for (const Kind& kind : ontology_.kinds) {
      kinds.push_back(kind.id);
      declared = declared || !kind.label.empty() || !kind.plural.empty();
    }
    if (said.entry_kind.empty()) {
      report(said, "no-kind",
             fmt::format("'{}' needs a kind to be accepted: write one into the column kind{}{}",
                         said.form, kinds.empty() ? "" : ": ", fmt::join(kinds, ", ")));
      return false;
    }
    if (ontology_.find_kind(said.entry_kind) != nullptr) return true;
    if (!declared && is_id(said.entry_kind)) return true;
    report(said, "unknown-kind",
           fmt::format("there is no kind '{}'{}; there are: {}", said.entry_kind,
                       did_you_mean(said.entry_kind, kinds), fmt::join(kinds, ", ")));
    return false;
  }

  [[nodiscard]] bool bears(const std::string& entry, const std::string& form) const {
    const auto known = bearers_.find(form);
    return known != bearers_.end() && known->second.contains(entry);
  }

  void add_form(const DecidedSuggestion& said, const std::string& text, bool hidden) {
    if (bears(said.entry, text)) {
      ++result_.there;
      return;
    }
    const auto [addition, is_new] =
        additions_.try_emplace(said.entry, EntryAddition{said.entry, {}, {}});
    if (is_new) order_.push_back(said.entry);
    EntryAddition& entry = addition->second;
    Form form;
    form.text = text;
    form.is_label = !entry.kinds.empty() && entry.forms.empty();
    form.hidden = hidden;
    form.shared = !bearers_[text].empty();
    // What is so short is matched only where its case is given.
    if (text.size() <= 2) form.case_rule = CaseRule::exact;
    if (!said.document.empty()) {
      form.provenance = {{source_of(said.document)}, fmt::format("line {}", said.line)};
    }
    bearers_[text].insert(said.entry);
    accepted_.emplace(text, said.entry);
    entry.forms.push_back(std::move(form));
    ++result_.forms;
  }

  /// The id of the source that stands for a text; a new one where there is none yet.
  std::string source_of(const std::string& document) {
    const std::string made = id_of_name(document);
    const std::string first = made.empty() ? "text" : "text-" + made;
    std::string id = first;
    for (int number = 2;; ++number) {
      if (const Source* known = ontology_.find_source(id)) {
        if (known->title == document) return id;
      } else if (const auto added = sources_.find(id); added != sources_.end()) {
        if (added->second == document) return id;
      } else if (!ontology_.find_entry(id)) {
        sources_.emplace(id, document);
        Source source;
        source.id = id;
        source.title = document;
        result_.accepted.sources.push_back(std::move(source));
        return id;
      }
      id = fmt::format("{}-{}", first, number);
    }
  }

  // ---- ban and skip

  void leave(const DecidedSuggestion& said) {
    if (said.form.starts_with('#')) {
      report(said, "bad-ban", "a list of names can't hold a form that begins with '#'");
      return;
    }
    const bool about_new = is_about_new_entry(said.kind);
    const std::string entry = about_new ? std::string() : said.entry;
    // Where no entry bears the form, there is nothing to ban.
    const bool bans = said.decision == Verdict::ban &&
                      (entry.empty() ? bearers_.contains(said.form) : bears(entry, said.form));
    if (bans && accepted_.contains({said.form, said.entry})) {
      report(said, "is-accepted", fmt::format("'{}' is accepted by a line above", said.form));
      return;
    }
    auto& known = bans ? banned_ : skipped_;
    auto& list = bans ? result_.banned : result_.skipped;
    if (known.emplace(said.form, entry).second) {
      if (said.decision == Verdict::ban && !bans) ++result_.bans_of_nothing;
      list.push_back({said.form, entry, said.at});
    } else {
      ++result_.there;
    }
  }

  const Ontology& ontology_;
  AppliedDecisions result_;
  std::set<std::pair<std::string, std::string>> accepted_;  // form, entry
  std::set<std::pair<std::string, std::string>> banned_;
  std::set<std::pair<std::string, std::string>> skipped_;
  std::map<std::string, std::set<std::string>> bearers_;  // by form: ids of entries
  std::map<std::string, EntryAddition> additions_;
  std::vector<std::string> order_;              // of additions
  std::map<std::string, std::string> sources_;  // new ones: documents by id
};

}  // namespace

AppliedDecisions apply_decisions(const Ontology& ontology, const SuggestionFile& file,
                                 const std::vector<Ban>& skipped) {
  Applier applier(ontology, skipped);
  // New entries first, so that the order of lines does not count.
  for (const DecidedSuggestion& said : file.suggestions) {
    if (is_about_new_entry(said.kind)) applier.take(said);
  }
  for (const DecidedSuggestion& said : file.suggestions) {
    if (!is_about_new_entry(said.kind)) applier.take(said);
  }
  AppliedDecisions applied = applier.finish();
  std::stable_sort(applied.findings.begin(), applied.findings.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at.line < b.at.line; });
  return applied;
}

}  // namespace crossroads
