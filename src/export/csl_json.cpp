// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>

#include "crossroads/core/json_writer.hpp"
#include "crossroads/export/bibliography.hpp"
#include "export/bibliography.hpp"

namespace crossroads {
namespace {

std::string_view csl_type(std::string_view kind) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> types = {
      {{"article", "article-journal"},
       {"chapter", "chapter"},
       {"book", "book"},
       {"report", "report"},
       {"thesis", "thesis"},
       {"news", "article-newspaper"},
       {"web-page", "webpage"},
       {"resolution", "report"},
       {"document", "report"}}};
  for (const auto& [ours, csl] : types) {
    if (ours == kind) return csl;
  }
  return "book";
}

class CslWriter {
 public:
  CslWriter() : json_(out_) {}

  std::string run(const ConceptGraph& graph) {
    json_.begin_array();
    for (const WorkRecord& work : works_of(graph)) write(work);
    json_.line().end_array();
    out_ += '\n';
    return std::move(out_);
  }

 private:
  void field(std::string_view name, std::string_view value) {
    if (!value.empty()) json_.member(name, value);
  }

  void write_names(std::string_view role, const std::vector<WorkRecord::Name>& names) {
    if (names.empty()) return;
    json_.key(role).begin_array();
    for (const WorkRecord::Name& name : names) {
      json_.begin_object();
      if (!name.is_person || name.given.empty()) {
        json_.member("literal", name.family);
      } else {
        json_.member("family", name.family).member("given", name.given);
      }
      json_.end_object();
    }
    json_.end_array();
  }

  void write(const WorkRecord& work) {
    json_.line().begin_object().member("id", work.key());
    json_.member("type", csl_type(work.get("type")));
    write_names("author", work.authors());
    write_names("editor", work.editors());
    field("title", work.get("title"));
    const bool series = work.get("type") == "report" || work.get("type") == "book";
    field(series ? "collection-title" : "container-title", work.get("container"));
    field("publisher", work.get("publisher"));
    field("publisher-place", work.get("place"));
    field("volume", work.get("volume"));
    field(series ? "collection-number" : "issue", work.get("issue"));
    field("number", work.all("symbol"));
    field("page", work.get("pages"));
    write_date(work.date());
    field("status", work.get("status"));
    field("DOI", work.get("doi"));
    field("URL", work.get("url"));
    json_.end_object();
  }

  void write_date(const WorkRecord::Date& date) {
    if (date.year == 0) return;
    json_.key("issued").begin_object().key("date-parts").begin_array().begin_array();
    json_.value(date.year);
    if (date.month > 0) json_.value(date.month);
    if (date.day > 0) json_.value(date.day);
    json_.end_array().end_array().end_object();
  }

  std::string out_;
  JsonWriter json_;
};

}  // namespace

std::string write_csl_json(const ConceptGraph& graph) {
  return CslWriter().run(graph);
}

}  // namespace crossroads
