// SPDX-License-Identifier: Apache-2.0
#include "ontology/bans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "crossroads/core/utf8.hpp"
#include "ontology/grammar.hpp"
#include "ontology/reporter.hpp"
#include "ontology/values.hpp"

namespace crossroads {
namespace {

constexpr std::size_t longest_form = 1000;  // bytes; what is longer is no name

/// Whether the form may stand; reports where not.
bool check_form(std::string_view form, std::size_t offset, FileContext& file) {
  std::string fault;
  if (form.empty()) {
    fault = "a line names a form, or a form, a tab and an entry's id";
  } else if (form.size() > longest_form) {
    fault = fmt::format("a form of {} bytes is no name (at most {})", form.size(), longest_form);
  } else if (std::any_of(form.begin(), form.end(),
                         [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; })) {
    fault = "a form holds no control characters";
  }
  if (fault.empty()) return true;
  file.error("bad-ban", std::move(fault), offset);
  return false;
}

/// Whether the text behind a form's tab is an entry's id; reports where not.
bool check_entry(std::string_view id, std::size_t offset, FileContext& file) {
  if (is_id(id)) return true;
  file.error("bad-ban",
             id.find('\t') != id.npos
                 ? "a line is a form, or a form, a tab and an entry's id; here are more tabs"
                 : fmt::format("'{}' is not the id of an entry", id),
             offset);
  return false;
}

/// One line without its end.
void read_line(std::string_view line, Place at, FileContext& file, std::vector<DraftBan>& bans) {
  if (line.starts_with('#') || collapse(line).empty()) return;
  const std::size_t tab = line.find('\t');
  DraftBan ban{collapse(line.substr(0, tab)), {}, at};
  if (!check_form(ban.form, at.offset, file)) return;
  if (tab != line.npos) {
    const std::size_t behind = at.offset + tab + 1;
    ban.entry = {collapse(line.substr(tab + 1)), {at.file, behind}};
    // Inner tabs were collapsed, so they are looked for in the line.
    const std::string_view id =
        line.find('\t', tab + 1) == line.npos ? ban.entry.id : line.substr(tab + 1);
    if (!check_entry(id, behind, file)) return;
  }
  bans.push_back(std::move(ban));
}

/// Where the forms of each spelling stand: the entry and the form in it.
using Forms = std::unordered_multimap<std::string_view, std::pair<std::size_t, std::size_t>>;

Forms forms_of(const Ontology& ontology) {
  Forms forms;
  for (std::size_t i = 0; i < ontology.entries.size(); ++i) {
    const Entry& entry = ontology.entries[i];
    for (std::size_t k = 0; k < entry.forms.size(); ++k) {
      forms.emplace(entry.forms[k].text, std::pair(i, k));
    }
  }
  return forms;
}

class BanTaker {
 public:
  BanTaker(Ontology& ontology, Reporter& reporter)
      : ontology_(ontology), reporter_(reporter), forms_(forms_of(ontology)) {}

  void take(const DraftBan& ban, bool complete, Location at) {
    bool bans_something = false;
    for (auto [form, end] = forms_.equal_range(ban.form); form != end; ++form) {
      Entry& entry = ontology_.entries[form->second.first];
      if (!ban.entry.id.empty() && ban.entry.id != entry.id) continue;
      entry.forms[form->second.second].banned = true;
      bans_something = true;
    }
    if (!bans_something && complete) report(ban);
    ontology_.bans.push_back({ban.form, ban.entry.id, std::move(at)});
  }

 private:
  void report(const DraftBan& ban) {
    const bool hint = suggestions_ > 0;
    if (hint) --suggestions_;
    if (ban.entry.id.empty()) {
      reporter_.warning("idle-ban",
                        fmt::format("no entry has the form '{}', so nothing is banned{}", ban.form,
                                    hint ? did_you_mean(ban.form, all_forms()) : ""),
                        ban.at);
      return;
    }
    const auto entry = ontology_.find_entry(ban.entry.id);
    if (!entry) {
      reporter_.warning("idle-ban",
                        fmt::format("there is no entry '{}', so nothing is banned{}", ban.entry.id,
                                    hint ? did_you_mean(ban.entry.id, all_entries()) : ""),
                        ban.entry.at);
      return;
    }
    std::vector<std::string> own;
    for (const Form& form : ontology_.entry(*entry).forms) own.push_back(form.text);
    reporter_.warning("idle-ban",
                      fmt::format("entry '{}' has no form '{}', so nothing is banned{}",
                                  ban.entry.id, ban.form, did_you_mean(ban.form, own)),
                      ban.at);
  }

  [[nodiscard]] std::vector<std::string> all_forms() const {
    std::set<std::string> all;
    for (const auto& [form, at] : forms_) all.emplace(form);
    return {all.begin(), all.end()};
  }

  [[nodiscard]] std::vector<std::string> all_entries() const {
    std::vector<std::string> all;
    for (const Entry& entry : ontology_.entries) all.push_back(entry.id);
    return all;
  }

  Ontology& ontology_;
  Reporter& reporter_;
  Forms forms_;
  int suggestions_ = 100;  // each one looks at all forms
};

}  // namespace

bool read_bans(std::size_t number, FileContext& file, const XmlLimits& limits,
               std::vector<DraftBan>& bans) {
  const std::string_view text = file.bytes();
  if (text.size() > limits.bytes) {
    file.error("too-large", fmt::format("more than {} bytes", limits.bytes), 0);
    return false;
  }
  if (const auto invalid = find_invalid_utf8(text)) {
    file.error("not-utf8", "this is not UTF-8", *invalid);
    return false;
  }
  std::set<std::pair<std::string, std::string>> known;
  std::size_t lines = 0;
  for (std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; begin < text.size();) {
    if (++lines > limits.elements) {
      file.error("too-large", fmt::format("more than {} lines", limits.elements), begin);
      return false;
    }
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    const std::size_t before = bans.size();
    read_line(text.substr(begin, end - begin), {number, begin}, file, bans);
    if (bans.size() > before && !known.emplace(bans.back().form, bans.back().entry.id).second) {
      bans.pop_back();  // said before
    }
    begin = end + 1;
  }
  return true;
}

void take_bans(std::vector<DraftBan> bans, std::vector<FileContext>& files, bool complete,
               Ontology& ontology) {
  if (bans.empty()) return;
  const auto key = [](const DraftBan& ban) { return std::tie(ban.form, ban.entry.id); };
  std::stable_sort(bans.begin(), bans.end(),
                   [&](const DraftBan& a, const DraftBan& b) { return key(a) < key(b); });
  const auto twice =
      std::unique(bans.begin(), bans.end(),
                  [&](const DraftBan& a, const DraftBan& b) { return key(a) == key(b); });
  bans.erase(twice, bans.end());
  Reporter reporter(files, complete);
  BanTaker taker(ontology, reporter);
  for (const DraftBan& ban : bans) {
    taker.take(ban, complete, files[ban.at.file].locate(ban.at.offset));
  }
}

}  // namespace crossroads
