// SPDX-License-Identifier: Apache-2.0
#include "pipeline/corpus_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "crossroads/core/date.hpp"
#include "crossroads/core/json.hpp"
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

/// Where the strings of a JSON text stand, names too, in their order. REQUIRES: well-formed JSON.
std::vector<std::size_t> strings_in(std::string_view json) {
  std::vector<std::size_t> places;
  for (std::size_t at = json.find('"'); at != json.npos; at = json.find('"', at + 1)) {
    places.push_back(at);
    for (++at; json[at] != '"'; ++at) {
      if (json[at] == '\\') ++at;
    }
  }
  return places;
}

/// Line and column of places that come in their order, so that all of them take O(bytes).
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {}

  /// REQUIRES: not before the last one.
  void step_to(std::size_t offset) {
    for (; at_ < offset; ++at_) {
      const char c = text_[at_];
      const bool ends_line = c == '\n' || (c == '\r' && text_.substr(at_ + 1, 1) != "\n");
      if (ends_line) {
        ++line_;
        column_ = 1;
        line_start_ = at_ + 1;
      } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
        ++column_;
      }
    }
  }

  [[nodiscard]] Location location(const std::string& file) const { return {file, line_, column_}; }

  /// Empty where it is so long that it would not help.
  [[nodiscard]] std::string line() const {
    constexpr std::size_t longest = 4096;
    const std::string_view rest = text_.substr(line_start_, at_ - line_start_ + longest);
    const std::size_t end = rest.find_first_of("\r\n", at_ - line_start_);
    const std::string_view line = rest.substr(0, end);
    return line.size() < longest ? std::string(line) : std::string();
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::size_t line_ = 1;
  std::size_t column_ = 1;
};

/// Goes through the file in its own order, string by string, and so knows the place of each.
class CorpusJsonReader {
 public:
  CorpusJsonReader(std::string_view bytes, const std::string& file,
                   std::vector<Diagnostic>& findings)
      : bytes_(bytes), file_(file), findings_(findings), place_(bytes) {}

  CorpusJson run() {
    const JsonValue root = read_json(bytes_, file_);
    if (!is_object(root, "a corpus.json")) return {};
    strings_ = strings_in(bytes_);
    CorpusJson result;
    for (const auto& [name, value] : root.members()) {
      step();
      if (!is_known(name, root_members) || !is_object(value, fmt::format("'{}'", name))) {
        pass_over(value);
      } else if (name == "default") {
        result.defaults = metadata_of(value, default_members);
      } else {
        read_texts(value, result);
      }
    }
    return result;
  }

 private:
  /// To the next string, a name or a value.
  void step() { place_.step_to(strings_[next_++]); }

  /// Over a value that is of no use, with the strings in it.
  void pass_over(const JsonValue& value) {
    if (value.string() != nullptr) ++next_;
    for (const JsonValue& item : value.items()) pass_over(item);
    for (const auto& [name, member] : value.members()) {
      ++next_;
      pass_over(member);
    }
  }

  void report(Severity severity, std::string code, std::string message) {
    findings_.push_back(
        {severity, std::move(code), std::move(message), place_.location(file_), place_.line()});
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
      step();
      const bool leads_out = name.starts_with('/') || ("/" + name + "/").find("/../") != name.npos;
      if (name.empty() || leads_out) {
        report_value("a text is named by its path below the folder of this file");
      } else if (result.places.contains(name)) {
        report_value(fmt::format("'{}' stands here twice", printable_line(name, longest_shown)));
      } else if (is_object(value, "what is said of a text")) {
        result.places.emplace(name, place_.location(file_));
        result.texts.emplace(name, metadata_of(value, text_members));
        continue;
      }
      pass_over(value);
    }
  }

  GivenMetadata metadata_of(const JsonValue& object, const std::vector<std::string>& known) {
    GivenMetadata given;
    for (const auto& [name, value] : object.members()) {
      step();
      if (!is_known(name, known)) {
        pass_over(value);
      } else if (name == "authors") {
        given.metadata.authors = authors_of(value);
      } else if (value.string() == nullptr) {
        report_value(fmt::format("'{}' is a string", name));
        pass_over(value);
      } else {
        step();
        take(given, name, *value.string());
      }
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
      step();
      return {*value.string()};
    }
    std::vector<std::string> names;
    for (const JsonValue& item : value.items()) {
      if (item.string() != nullptr) names.push_back(*item.string());
    }
    if (!value.is(JsonValue::Kind::array) || names.size() != value.items().size()) {
      report_value("'authors' is a list of strings");
    }
    pass_over(value);
    return names;
  }

  std::string_view bytes_;
  const std::string& file_;
  std::vector<Diagnostic>& findings_;
  std::vector<std::size_t> strings_;  // where they stand
  std::size_t next_ = 0;              // of them
  Places place_;                      // of the string that is being read
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
