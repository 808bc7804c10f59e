// SPDX-License-Identifier: Apache-2.0
#include "text/formats/json_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "crossroads/core/checksum.hpp"
#include "crossroads/core/json.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/core/version.hpp"
#include "text/document_id.hpp"
#include "text/formats/encoding.hpp"
#include "text/formats/metadata_values.hpp"

namespace crossroads {
namespace {

constexpr std::size_t most_reported = 20;
constexpr std::size_t longest_mark = 4;  // of UTF-32

[[noreturn]] void fail(const std::string& what) {
  throw Error(ErrorKind::input, what);
}

const std::string& string_of(const JsonValue& object, std::string_view name) {
  static const std::string none;
  const JsonValue* value = object.find(name);
  if (value == nullptr || value->is(JsonValue::Kind::null)) return none;
  if (value->string() == nullptr) fail(fmt::format("its '{}' is not a string", name));
  return *value->string();
}

std::string id_of(const JsonValue& object) {
  const JsonValue* id = object.find("id");
  if (id != nullptr && id->integer()) return fmt::format("{}", *id->integer());
  return string_of(object, "id");
}

std::vector<std::string> authors_of(const JsonValue& object) {
  const JsonValue* authors = object.find("authors");
  if (authors == nullptr || !authors->is(JsonValue::Kind::array)) {
    const std::string& author = string_of(object, "authors");
    return author.empty() ? std::vector<std::string>() : std::vector{author};
  }
  std::vector<std::string> names;
  for (const JsonValue& item : authors->items()) {
    if (item.string() == nullptr) fail("its 'authors' are not strings");
    names.push_back(*item.string());
  }
  return names;
}

TextFormat format_of(const JsonValue& object) {
  const std::string& format = string_of(object, "format");
  if (format.empty() || format == "plain") return TextFormat::plain;
  if (format == "markdown") return TextFormat::markdown;
  fail("its 'format' is neither 'plain' nor 'markdown'");
}

}  // namespace

void JsonLines::add(std::string_view piece) {
  if (begun_) {
    add_lines(piece);
    return;
  }
  waiting_ += piece;
  if (waiting_.size() >= longest_mark) begin();
}

void JsonLines::begin() {
  begun_ = true;
  is_wide_ = has_wide_mark(waiting_);
  add_lines(std::exchange(waiting_, {}));
}

void JsonLines::add_lines(std::string_view piece) {
  while (!is_wide_) {
    const std::size_t end = piece.find('\n');
    if (end == piece.npos) break;
    if (waiting_.empty()) {
      read_line(piece.substr(0, end));
    } else {
      waiting_ += piece.substr(0, end);
      read_line(std::exchange(waiting_, {}));
    }
    piece.remove_prefix(end + 1);
  }
  waiting_ += piece;
}

void JsonLines::finish() {
  if (!begun_) begin();
  if (is_wide_) {
    const auto text = decode(file_, std::exchange(waiting_, {}), {});
    is_wide_ = false;
    add_lines(text->bytes);
  }
  if (!waiting_.empty()) read_line(std::exchange(waiting_, {}));
  if (bad_lines_ > most_reported) {
    left_out_(
        Error(ErrorKind::input, fmt::format("{}: {} can't be read", file_,
                                            counted(bad_lines_ - most_reported, "more line"))));
  }
}

void JsonLines::read_line(std::string_view line) {
  if (number_++ == 0 && line.starts_with("\uFEFF")) line.remove_prefix(3);
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.find_first_not_of(" \t\r") == line.npos) return;
  std::optional<Document> document;
  try {
    document = document_of(line);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    if (++bad_lines_ <= most_reported) report(error);
    return;
  }
  take_(std::move(*document));
}

void JsonLines::report(const Error& error) {
  // A message with a place is of this line, taken for a text of its own.
  const std::string first_line = file_ + ":1:";
  std::string message = error.what();
  if (message.starts_with(first_line)) {
    message.replace(0, first_line.size(), fmt::format("{}:{}:", file_, number_));
  } else {
    message = fmt::format("{}:{}: {}", file_, number_, message);
  }
  left_out_(Error(ErrorKind::input, message, error.remedy()));
}

Document JsonLines::document_of(std::string_view line) {
  const auto decoded = decode(file_, line, options_.encoding);
  const std::string_view json = decoded ? std::string_view(decoded->bytes) : line;
  refuse_other_than_utf8(file_, json);
  const JsonValue object = read_json(json, file_);
  if (!object.is(JsonValue::Kind::object)) fail("is not an object");
  const JsonValue* text = object.find("text");
  if (text == nullptr) fail("has no 'text'");
  std::string id = id_of(object);
  if (id.empty()) id = fmt::format("{}", number_);
  Document document = read_text(fmt::format("{}/{}", file_, document_id(id)),
                                string_of(object, "text"), format_of(object), options_);
  if (const std::string& title = string_of(object, "title"); !title.empty()) {
    document.title = title;
  }
  if (auto authors = authors_of(object); !authors.empty()) {
    document.metadata.authors = std::move(authors);
  }
  set_date(document, string_of(object, "date"));
  set_language(document, string_of(object, "language"));
  if (const std::string& source = string_of(object, "source"); !source.empty()) {
    document.metadata.source = source;
  }
  document.original = {sha256(line), line.size(), "application/json",
                       fmt::format("crossroads {}", version)};
  const auto [known, is_new] = lines_.try_emplace(std::move(id), number_);
  if (!is_new) fail(fmt::format("its id is that of line {}", known->second));
  return document;
}

}  // namespace crossroads
