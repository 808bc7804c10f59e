// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <limits>

#include "crossroads/core/error.hpp"
#include "crossroads/core/json.hpp"
#include "crossroads/core/nearest.hpp"
#include "crossroads/text/structure.hpp"

namespace crossroads {
namespace {

class StructureReader {
 public:
  explicit StructureReader(const std::string& name) : name_(name) {}

  Structure run(std::string_view json) {
    const JsonValue root = read_json(json, name_);
    at_ = "the file";
    object(root, {"sha256", "title", "authors", "date", "language", "source", "passages",
                  "sections", "notes"});
    structure_.sha256 = text(root, "sha256").value_or("");
    structure_.title = text(root, "title").value_or("");
    structure_.metadata.date = text(root, "date").value_or("");
    structure_.metadata.language = text(root, "language").value_or("");
    structure_.metadata.source = text(root, "source").value_or("");
    structure_.metadata.authors = texts(root, "authors").value_or(std::vector<std::string>());
    each(root, "passages", [&](const JsonValue& value) { read_passage(value); });
    each(root, "sections", [&](const JsonValue& value) { read_section(value); });
    if (root.find("notes") != nullptr) structure_.notes.emplace();
    each(root, "notes", [&](const JsonValue& value) { read_note(value); });
    at_ = "passages";
    sort_passages();
    std::sort(structure_.sections.begin(), structure_.sections.end(),
              [](const auto& a, const auto& b) { return a.start < b.start; });
    return std::move(structure_);
  }

 private:
  [[noreturn]] void fail(const std::string& what, std::string remedy = {}) const {
    throw Error(ErrorKind::input, fmt::format("{}: {}: {}", name_, at_, what), std::move(remedy));
  }

  void object(const JsonValue& value, std::initializer_list<std::string_view> members) const {
    if (!value.is(JsonValue::Kind::object)) fail("is not an object");
    for (const auto& [name, ignored] : value.members()) {
      if (std::find(members.begin(), members.end(), name) != members.end()) continue;
      const std::vector<std::string> known(members.begin(), members.end());
      fail(fmt::format("there is no member '{}'{}", name, did_you_mean(name, known)));
    }
  }

  template <class Read>
  void each(const JsonValue& root, std::string_view list, Read read) {
    const JsonValue* values = root.find(list);
    if (values == nullptr) return;
    at_ = list;
    if (!values->is(JsonValue::Kind::array)) fail("is not a list");
    for (std::size_t i = 0; i < values->items().size(); ++i) {
      at_ = fmt::format("{}[{}]", list, i);
      read(values->items()[i]);
    }
  }

  std::optional<std::string> text(const JsonValue& value, std::string_view member) const {
    const JsonValue* found = value.find(member);
    if (found == nullptr) return std::nullopt;
    if (found->string() == nullptr) fail(fmt::format("'{}' is not a string", member));
    return *found->string();
  }

  std::optional<std::vector<std::string>> texts(const JsonValue& value,
                                                std::string_view member) const {
    const JsonValue* found = value.find(member);
    if (found == nullptr) return std::nullopt;
    std::vector<std::string> all;
    for (const JsonValue& item : found->items()) {
      if (item.string() == nullptr) fail(fmt::format("'{}' is not a list of strings", member));
      all.push_back(*item.string());
    }
    if (!found->is(JsonValue::Kind::array)) fail(fmt::format("'{}' is not a list", member));
    return all;
  }

  std::uint32_t offset(const JsonValue& value) const {
    const auto number = value.integer();
    if (!number || *number < 0 || *number > std::numeric_limits<std::uint32_t>::max()) {
      fail("a place is a number of bytes");
    }
    return static_cast<std::uint32_t>(*number);
  }

  std::optional<std::uint32_t> offset(const JsonValue& value, std::string_view member) const {
    const JsonValue* found = value.find(member);
    if (found == nullptr || found->is(JsonValue::Kind::null)) return std::nullopt;
    return offset(*found);
  }

  Span span(const JsonValue& value) const {
    if (value.items().size() != 2) fail("a stretch of text is [first byte, byte behind its last]");
    const Span span{offset(value.items()[0]), offset(value.items()[1])};
    if (span.begin >= span.end) fail(fmt::format("{}-{} holds nothing", span.begin, span.end));
    return span;
  }

  std::uint8_t level(const JsonValue& value) const {
    const auto number = offset(value, "level");
    if (!number) return 0;
    if (*number == 0 || *number > 9) fail("a level is a number from 1 to 9");
    return static_cast<std::uint8_t>(*number);
  }

  void read_passage(const JsonValue& value) {
    object(value, {"start", "end", "ranges", "role", "level"});
    Structure::Part part;
    if (const JsonValue* ranges = value.find("ranges")) {
      for (const JsonValue& range : ranges->items()) part.ranges.push_back(span(range));
    } else {
      const auto start = offset(value, "start");
      const auto end = offset(value, "end");
      if (!start || !end) fail("needs 'start' and 'end', or 'ranges'");
      if (*start >= *end) fail(fmt::format("{}-{} holds nothing", *start, *end));
      part.ranges.push_back({*start, *end});
    }
    if (part.ranges.empty()) fail("'ranges' is empty");
    if (const auto name = text(value, "role")) {
      const auto role = role_from(*name);
      if (!role) fail(fmt::format("there is no role '{}'", *name), roles());
      part.role = *role;
    }
    part.level = level(value);
    structure_.passages.push_back(std::move(part));
  }

  static std::string roles() {
    std::string all = "roles are";
    for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(Role::metadata); ++i) {
      all += fmt::format("{} {}", i == 0 ? "" : ",", to_string(static_cast<Role>(i)));
    }
    return all;
  }

  void read_section(const JsonValue& value) {
    object(value, {"start", "kind", "title", "authors", "level"});
    Structure::Heading heading;
    const auto start = offset(value, "start");
    if (!start) fail("needs 'start', the first byte of its heading");
    heading.start = *start;
    if (const auto kind = text(value, "kind")) {
      if (*kind != "section" && *kind != "article") fail("'kind' is section or article");
      heading.kind = *kind == "article" ? Section::Kind::article : Section::Kind::section;
    }
    heading.title = text(value, "title");
    heading.authors = texts(value, "authors");
    heading.level = level(value);
    structure_.sections.push_back(std::move(heading));
  }

  void read_note(const JsonValue& value) {
    object(value, {"mark", "call", "text"});
    Structure::Note note;
    note.mark = text(value, "mark").value_or("");
    const JsonValue* call = value.find("call");
    if (call != nullptr && !call->is(JsonValue::Kind::null)) note.call = span(*call);
    note.text = offset(value, "text");
    if (!note.call && !note.text) fail("needs 'call' or 'text'");
    structure_.notes->push_back(std::move(note));
  }

  void sort_passages() {
    std::vector<Span> all;
    for (const Structure::Part& part : structure_.passages) {
      all.insert(all.end(), part.ranges.begin(), part.ranges.end());
      if (!std::is_sorted(part.ranges.begin(), part.ranges.end())) {
        fail(fmt::format("the ranges from byte {} on are not in order", part.ranges[0].begin));
      }
    }
    std::sort(all.begin(), all.end());
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (all[i].begin < all[i - 1].end) {
        fail(fmt::format("two of them hold byte {}", all[i].begin));
      }
    }
    std::sort(structure_.passages.begin(), structure_.passages.end(),
              [](const auto& a, const auto& b) { return a.ranges[0] < b.ranges[0]; });
  }

  const std::string& name_;
  std::string at_;
  Structure structure_;
};

}  // namespace

Structure read_structure(std::string_view json, const std::string& name) {
  return StructureReader(name).run(json);
}

}  // namespace crossroads
