// SPDX-License-Identifier: Apache-2.0
#include "pipeline/corpus_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "crossroads/core/date.hpp"
#include "crossroads/core/json.hpp"
#include "crossroads/core/json_writer.hpp"
#include "crossroads/core/language.hpp"
#include "crossroads/core/location.hpp"
#include "crossroads/core/nearest.hpp"
#include "crossroads/core/printable.hpp"

namespace crossroads {
namespace {

const std::vector<std::string> root_members = {"default", "texts"};
const std::vector<std::string> default_members = {"authors", "date", "language", "source"};
const std::vector<std::string> text_members = {"title", "authors", "date", "language", "source"};

constexpr std::size_t longest_shown = 60;

/// Goes through the file in its own order, and so finds each name and string again in its bytes.
class CorpusJsonReader {
 public:
  CorpusJsonReader(std::string_view bytes, const std::string& file,
                   std::vector<Diagnostic>& findings)
      : bytes_(bytes), file_(file), findings_(findings) {}

  CorpusJson run() {
    const JsonValue root = read_json(bytes_, file_);
    if (!is_object(root, "a corpus.json")) return {};
    CorpusJson result;
    for (const auto& [name, value] : root.members()) {
      step_to(name);
      if (!is_known(name, root_members)) continue;
      if (name == "default" && is_object(value, "'default'")) {
        result.defaults = metadata_of(value, default_members);
      } else if (name == "texts" && is_object(value, "'texts'")) {
        read_texts(value, result);
      }
    }
    return result;
  }

 private:
  void step_to(const std::string& string) {
    std::string written;
    JsonWriter(written).value(string);
    std::size_t at = bytes_.find(written, behind_);
    if (at == bytes_.npos) return;  // written in another way: the place before it stands for it
    at_ = at;
    behind_ = at + written.size();
  }

  void report(Severity severity, std::string code, std::string message) {
    findings_.push_back(
        diagnose(severity, std::move(code), std::move(message), bytes_, at_, file_));
  }
  void report_value(std::string message) {
    report(Severity::error, "bad-value", std::move(message));
  }

  bool is_object(const JsonValue& value, std::string_view what) {
    if (value.is(JsonValue::Kind::object)) return true;
    report_value(fmt::format("{} is an object: {{…}}", what));
    return false;
  }

  bool is_known(const std::string& name, const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), name) != known.end()) return true;
    report(Severity::error, "unknown-member",
           fmt::format("there is no '{}' here{}", printable_line(name, longest_shown),
                       did_you_mean(name, known)));
    return false;
  }

  void read_texts(const JsonValue& texts, CorpusJson& result) {
    for (const auto& [name, value] : texts.members()) {
      step_to(name);
      const bool leads_out = name.starts_with('/') || ("/" + name + "/").find("/../") != name.npos;
      if (name.empty() || leads_out) {
        report_value("a text is named by its path below the folder of this file");
      } else if (result.places.contains(name)) {
        report_value(fmt::format("'{}' stands here twice", printable_line(name, longest_shown)));
      } else if (is_object(value, "what is said of a text")) {
        result.places.emplace(name, locate(bytes_, at_, file_));
        result.texts.emplace(name, metadata_of(value, text_members));
      }
    }
  }

  GivenMetadata metadata_of(const JsonValue& object, const std::vector<std::string>& known) {
    GivenMetadata given;
    for (const auto& [name, value] : object.members()) {
      step_to(name);
      if (!is_known(name, known)) continue;
      if (name == "authors") {
        given.metadata.authors = authors_of(value);
        continue;
      }
      if (value.string() == nullptr) {
        report_value(fmt::format("'{}' is a string", name));
        continue;
      }
      step_to(*value.string());
      take(given, name, *value.string());
    }
    return given;
  }

  void take(GivenMetadata& given, const std::string& name, const std::string& value) {
    if (name == "title") {
      given.title = value;
    } else if (name == "source") {
      given.metadata.source = value;
    } else if (name == "date" && is_date(value)) {
      given.metadata.date = value;
    } else if (name == "language" && is_language(value)) {
      given.metadata.language = value;
    } else {
      report_value(fmt::format("'{}' is {}", printable_line(value, longest_shown),
                               name == "date" ? "no date: YYYY, YYYY-MM or YYYY-MM-DD"
                                              : "no language tag, such as en or pt-BR"));
    }
  }

  std::vector<std::string> authors_of(const JsonValue& value) {
    if (value.string() != nullptr) {
      step_to(*value.string());
      return {*value.string()};
    }
    std::vector<std::string> names;
    for (const JsonValue& item : value.items()) {
      if (item.string() != nullptr) {
        step_to(*item.string());
        names.push_back(*item.string());
      }
    }
    if (!value.is(JsonValue::Kind::array) || names.size() != value.items().size()) {
      report_value("'authors' is a list of strings");
    }
    return names;
  }

  std::string_view bytes_;
  const std::string& file_;
  std::vector<Diagnostic>& findings_;
  std::size_t at_ = 0;      // the name or string that is being read
  std::size_t behind_ = 0;  // its end
};

}  // namespace

CorpusJson read_corpus_json(std::string_view bytes, const std::string& file,
                            std::vector<Diagnostic>& findings) {
  if (bytes.starts_with("\uFEFF")) bytes.remove_prefix(3);
  return CorpusJsonReader(bytes, file, findings).run();
}

void overlay(GivenMetadata& outer, const GivenMetadata& inner) {
  if (!inner.title.empty()) outer.title = inner.title;
  if (!inner.metadata.authors.empty()) outer.metadata.authors = inner.metadata.authors;
  if (!inner.metadata.date.empty()) outer.metadata.date = inner.metadata.date;
  if (!inner.metadata.language.empty()) outer.metadata.language = inner.metadata.language;
  if (!inner.metadata.source.empty()) outer.metadata.source = inner.metadata.source;
}

}  // namespace crossroads
