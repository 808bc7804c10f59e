// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/annotation.hpp"

#include <fmt/format.h>

#include <functional>
#include <limits>

#include "crossroads/core/error.hpp"
#include "crossroads/core/json.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

constexpr std::size_t deepest_json = 16;

[[noreturn]] void fail(const std::string& what) {
  throw Error(ErrorKind::input, what);
}

/// Hands on each line that is not all white space, without its end; what is thrown about a line
/// gets its place.
void for_each_line(std::string_view lines, const std::string& name, const AnnotationLimits& limits,
                   const std::function<void(std::string_view line, std::size_t number)>& take) {
  if (lines.starts_with("\uFEFF")) lines.remove_prefix(3);
  std::size_t number = 0;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const std::string place = fmt::format("{}:{}", name, ++number);
    if (number > limits.lines) fail(fmt::format("{}: more than {} lines", place, limits.lines));
    if (line.size() > limits.line_bytes) {
      fail(fmt::format("{}: a line of more than {} bytes", place, limits.line_bytes));
    }
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    try {
      if (find_invalid_utf8(line)) fail("is not UTF-8");
      take(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line, number);
    } catch (const Error& error) {
      throw Error(error.kind(), fmt::format("{}: {}", place, error.what()), error.remedy());
    }
  }
}

JsonValue object_of(std::string_view line) {
  JsonValue object;
  try {
    object = read_json(line, "", {}, {.depth = deepest_json});
  } catch (const Error& error) {
    // What it says of the place counts from the line's beginning: ":1:17: ill-formed JSON".
    const std::string_view what = error.what();
    const std::size_t at = what.find(": ");
    fail(std::string(at == what.npos ? what : what.substr(at + 2)));
  }
  if (!object.is(JsonValue::Kind::object)) fail("is no JSON object");
  return object;
}

const JsonValue* find(const JsonValue& object, std::string_view member) {
  const JsonValue* value = object.find(member);
  return value == nullptr || value->is(JsonValue::Kind::null) ? nullptr : value;
}

std::string string_of(const JsonValue& object, std::string_view member) {
  const JsonValue* value = find(object, member);
  if (value == nullptr) return {};
  if (value->string() == nullptr) fail(fmt::format("its \"{}\" is no string", member));
  return *value->string();
}

std::string needed_string_of(const JsonValue& object, std::string_view member) {
  std::string text = string_of(object, member);
  if (text.empty()) fail(fmt::format("has no \"{}\"", member));
  return text;
}

bool is_true(const JsonValue& object, std::string_view member) {
  const JsonValue* value = find(object, member);
  if (value == nullptr) return false;
  if (!value->boolean()) fail(fmt::format("its \"{}\" is neither true nor false", member));
  return *value->boolean();
}

std::uint32_t offset_of(const JsonValue& object, std::string_view member) {
  const JsonValue* value = find(object, member);
  if (value == nullptr) fail(fmt::format("has no \"{}\"", member));
  const std::optional<std::int64_t> offset = value->integer();
  if (!offset || *offset < 0 || *offset > std::numeric_limits<std::uint32_t>::max()) {
    fail(fmt::format("its \"{}\" is no number of bytes", member));
  }
  return static_cast<std::uint32_t>(*offset);
}

Span span_of(const JsonValue& object, std::string_view start, std::string_view end) {
  const Span span{offset_of(object, start), offset_of(object, end)};
  if (span.begin >= span.end) {
    fail(fmt::format("its \"{}\" is not behind its \"{}\"", end, start));
  }
  return span;
}

Annotation annotation_of(const JsonValue& object, const AnnotationOptions& options) {
  Annotation mention{.document = needed_string_of(object, "document"),
                     .span = span_of(object, "start", "end"),
                     .entry = needed_string_of(object, "entry"),
                     .kind = string_of(object, "kind"),
                     .zone = string_of(object, "zone"),
                     .surface = string_of(object, "surface"),
                     .optional = is_true(object, "optional"),
                     .group = string_of(object, "group")};
  if (!options.optional.empty() && is_true(object, options.optional)) mention.optional = true;
  if (find(object, "core_start") != nullptr || find(object, "core_end") != nullptr) {
    mention.core = span_of(object, "core_start", "core_end");
    if (!mention.span.contains(*mention.core)) fail("its core is not within it");
  }
  return mention;
}

}  // namespace

std::vector<Annotation> read_annotations(std::string_view lines, const std::string& name,
                                         const AnnotationOptions& options) {
  std::vector<Annotation> mentions;
  for_each_line(lines, name, options.limits, [&](std::string_view line, std::size_t number) {
    mentions.push_back(annotation_of(object_of(line), options));
    mentions.back().line = number;
  });
  return mentions;
}

EntryNames read_entry_names(std::string_view lines, const std::string& name) {
  EntryNames names;
  for_each_line(lines, name, {}, [&](std::string_view line, std::size_t /*number*/) {
    if (line.starts_with('#')) return;
    const std::size_t tab = line.find('\t');
    if (tab == line.npos) fail("has no tab between two names");
    const std::string_view from = line.substr(0, tab);
    std::string_view to = line.substr(tab + 1);
    to = to.substr(0, to.find('\t'));
    if (from.empty() || to.empty()) fail("lacks a name beside the tab");
    if (!names.emplace(from, to).second) fail(fmt::format("'{}' is replaced twice", from));
  });
  return names;
}

std::vector<AnnotatedRange> read_annotated_ranges(std::string_view lines, const std::string& name,
                                                  const AnnotationLimits& limits) {
  std::vector<AnnotatedRange> ranges;
  for_each_line(lines, name, limits, [&](std::string_view line, std::size_t /*number*/) {
    const JsonValue object = object_of(line);
    AnnotatedRange range{needed_string_of(object, "document"),
                         {0, std::numeric_limits<std::uint32_t>::max()}};
    if (find(object, "start") != nullptr || find(object, "end") != nullptr) {
      range.span = span_of(object, "start", "end");
    }
    ranges.push_back(std::move(range));
  });
  return ranges;
}

}  // namespace crossroads
