// SPDX-License-Identifier: Apache-2.0
#include "crossroads/core/json.hpp"

#include <fmt/format.h>

#include <cassert>
#include <limits>
#include <nlohmann/json.hpp>

#include "crossroads/core/error.hpp"
#include "crossroads/core/location.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads {

std::optional<bool> JsonValue::boolean() const {
  if (kind_ != Kind::boolean) return std::nullopt;
  return integer_ != 0;
}

std::optional<std::int64_t> JsonValue::integer() const {
  if (kind_ != Kind::integer) return std::nullopt;
  return integer_;
}

std::optional<double> JsonValue::number() const {
  if (kind_ == Kind::real) return real_;
  if (kind_ == Kind::integer) return static_cast<double>(integer_);
  return std::nullopt;
}

const std::string* JsonValue::string() const {
  return kind_ == Kind::string ? &string_ : nullptr;
}

const JsonValue* JsonValue::find(std::string_view name) const {
  for (auto member = members_.rbegin(); member != members_.rend(); ++member) {
    if (member->first == name) return &member->second;
  }
  return nullptr;
}

JsonValue& JsonValue::append(JsonValue value) {
  assert(kind_ == Kind::array);
  return items_.emplace_back(std::move(value));
}

JsonValue& JsonValue::append(std::string name, JsonValue value) {
  assert(kind_ == Kind::object);
  return members_.emplace_back(std::move(name), std::move(value)).second;
}

namespace {

/// Builds values from the parser's events. The open arrays and objects stand on a stack by value
/// and move into their parent when they close, so no pointer into a growing vector is kept.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(std::string_view text, const std::string& name,
              const std::map<std::string, JsonSink, std::less<>>& streams, const JsonLimits& limits)
      : text_(text), name_(name), streams_(streams), limits_(limits) {}

  JsonValue take() { return std::move(root_); }

  bool null() override { return add({}); }
  bool boolean(bool value) override { return add(JsonValue(value)); }
  bool number_integer(std::int64_t value) override { return add(JsonValue(value)); }
  bool number_unsigned(std::uint64_t value) override {
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
      return add(JsonValue(static_cast<double>(value)));
    }
    return add(JsonValue(static_cast<std::int64_t>(value)));
  }
  bool number_float(double value, const std::string& /*digits*/) override {
    return add(JsonValue(value));
  }
  bool string(std::string& value) override { return add(JsonValue(std::move(value))); }
  bool binary(nlohmann::json::binary_t& /*value*/) override { return false; }  // not in JSON text

  bool start_object(std::size_t /*size*/) override { return open(JsonValue::empty_object()); }
  bool start_array(std::size_t /*size*/) override { return open(JsonValue::empty_array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(std::string& name) override {
    open_.back().key = std::move(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::json::exception& problem) override {
    // nlohmann counts from 1 and names the byte after the one it stumbled over.
    const std::size_t offset = std::min(text_.size(), position > 0 ? position - 1 : 0);
    const bool at_end = position > text_.size();
    throw Error(ErrorKind::input,
                fmt::format("{}: ill-formed JSON: {}", to_string(locate(text_, offset, name_)),
                            at_end ? "the text ends too early" : reason(problem)));
  }

 private:
  struct Open {
    JsonValue value;
    std::string key;                 // of the member being read
    const JsonSink* sink = nullptr;  // where this array's elements go
  };

  /// Without "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error".
  static std::string reason(const nlohmann::json::exception& problem) {
    std::string what = problem.what();
    for (const std::string_view lead : {"] ", ": "}) {
      const std::size_t at = what.find(lead);
      if (at != std::string::npos) what.erase(0, at + lead.size());
    }
    constexpr std::size_t longest = 160;  // it quotes what was read, however long that is
    if (find_invalid_utf8(what)) return "the text is not well-formed UTF-8";
    if (what.size() <= longest) return what;
    what.resize(longest);
    what.resize(find_invalid_utf8(what).value_or(longest));  // never within a character
    return what + "...";
  }

  bool open(JsonValue value) {
    if (open_.size() >= limits_.depth) {
      throw Error(ErrorKind::input,
                  fmt::format("{}: JSON is nested more than {} deep", name_, limits_.depth));
    }
    Open next{std::move(value), {}, nullptr};
    if (open_.size() == 1 && next.value.is(JsonValue::Kind::array)) {
      const auto stream = streams_.find(open_.back().key);
      if (stream != streams_.end()) next.sink = &stream->second;
    }
    open_.push_back(std::move(next));
    return true;
  }

  bool close() {
    JsonValue done = std::move(open_.back().value);
    open_.pop_back();
    return add(std::move(done));
  }

  bool add(JsonValue value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().sink != nullptr) {
      (*open_.back().sink)(std::move(value));
    } else if (open_.back().value.is(JsonValue::Kind::array)) {
      open_.back().value.append(std::move(value));
    } else {
      open_.back().value.append(std::move(open_.back().key), std::move(value));
    }
    return true;
  }

  std::string_view text_;
  const std::string& name_;
  const std::map<std::string, JsonSink, std::less<>>& streams_;
  JsonLimits limits_;
  std::vector<Open> open_;
  JsonValue root_;
};

}  // namespace

JsonValue read_json(std::string_view text, const std::string& name,
                    const std::map<std::string, JsonSink, std::less<>>& streams,
                    const JsonLimits& limits) {
  // No JSON text holds a zero byte, and nlohmann takes one for the end.
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    throw Error(ErrorKind::input, fmt::format("{}: ill-formed JSON: a zero byte",
                                              to_string(locate(text, zero, name))));
  }
  TreeBuilder builder(text, name, streams, limits);
  nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  return builder.take();
}

}  // namespace crossroads
