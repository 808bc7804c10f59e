// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "core/pandoc.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/json.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/ontology/import.hpp"
#include "ontology/bibtex_source.hpp"
#include "ontology/csl_source.hpp"
#include "ontology/values.hpp"

namespace crossroads {
namespace {

bool say_the_same(const Source& a, const Source& b) {
  return a.title == b.title && a.year == b.year && a.url == b.url && a.seen == b.seen;
}

class Importer {
 public:
  void take(const JsonValue& work) {
    ++number_;
    const std::string key = csl_key(work);
    if (key.empty()) {
      leave_out(fmt::format("work {} has no key (\"id\")", number_));
      return;
    }
    const std::string quoted = fmt::format("'{}'", printable_line(key, 60));
    Source source = csl_source(work);
    if (source.title.empty()) {
      leave_out(quoted + " has neither title nor author");
      return;
    }
    source.id = id_of_key(key);
    if (source.id.empty()) {
      leave_out(quoted + " makes no id: give it a key of letters a-z and digits");
      return;
    }
    check_address(source, quoted);
    const auto [at, is_new] = taken_.try_emplace(source.id, Taken{key, source});
    if (is_new || say_the_same(at->second.source, source)) return;
    if (at->second.key == key) {
      leave_out(quoted + " is there before, as another work");
    } else {
      leave_out(fmt::format("{} makes the id '{}', as '{}' does: give it another key", quoted,
                            printable_line(source.id, 60), printable_line(at->second.key, 60)));
    }
  }

  ImportedSources finish() {
    for (auto& [id, taken] : taken_) result_.sources.push_back(std::move(taken.source));
    return std::move(result_);
  }

 private:
  struct Taken {
    std::string key;
    Source source;
  };

  void leave_out(std::string why) { result_.left_out.push_back(std::move(why)); }

  void check_address(Source& source, const std::string& quoted) {
    if (source.url.empty() || is_url(source.url)) return;
    result_.notes.push_back(fmt::format("{} is taken without its address, which is no URL: {}",
                                        quoted, printable_line(source.url, 80)));
    source.url.clear();
    source.seen.clear();
  }

  ImportedSources result_;
  std::map<std::string, Taken> taken_;  // by id
  std::size_t number_ = 0;
};

}  // namespace

ImportedSources import_csl_json(std::string_view json, const std::string& name) {
  Importer importer;
  const JsonValue root =
      read_json(json, name, {{"items", [&](const JsonValue& work) { importer.take(work); }}});
  const JsonValue* items = root.find("items");
  if (root.is(JsonValue::Kind::array)) {
    for (const JsonValue& work : root.items()) importer.take(work);
  } else if (items == nullptr || !items->is(JsonValue::Kind::array)) {
    throw Error(ErrorKind::input, name + ": is no CSL-JSON: it holds no array of works",
                "Zotero exports it as 'CSL JSON'");
  }
  return importer.finish();
}

ImportedSources import_bibtex(System& system, std::string_view bibtex, const std::string& name) {
  // BibLaTeX's reader knows BibTeX's fields too.
  const PandocJob job{name, "BibTeX", "biblatex", "csljson", "split it"};
  return import_csl_json(run_pandoc(system, job, bibtex_for_pandoc(bibtex)), name);
}

}  // namespace crossroads
