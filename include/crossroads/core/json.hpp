// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crossroads {

/// A JSON value as it was read. Members keep their order; of equal names find() gives the last, as
/// most readers do. Integers stay integers.
class JsonValue {
 public:
  enum class Kind { null, boolean, integer, real, string, array, object };
  using Member = std::pair<std::string, JsonValue>;

  JsonValue() = default;
  explicit JsonValue(bool value) : kind_(Kind::boolean), integer_(value ? 1 : 0) {}
  explicit JsonValue(std::int64_t value) : kind_(Kind::integer), integer_(value) {}
  explicit JsonValue(double value) : kind_(Kind::real), real_(value) {}
  explicit JsonValue(std::string value) : kind_(Kind::string), string_(std::move(value)) {}
  static JsonValue empty_array() { return JsonValue(Kind::array); }
  static JsonValue empty_object() { return JsonValue(Kind::object); }

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool is(Kind kind) const { return kind_ == kind; }

  // Each of these gives the value if it is of that kind, and nothing otherwise.
  [[nodiscard]] std::optional<bool> boolean() const;
  [[nodiscard]] std::optional<std::int64_t> integer() const;
  [[nodiscard]] std::optional<double> number() const;  ///< of an integer too
  [[nodiscard]] const std::string* string() const;

  /// The elements of an array; none of anything else.
  [[nodiscard]] const std::vector<JsonValue>& items() const { return items_; }
  /// The members of an object; none of anything else.
  [[nodiscard]] const std::vector<Member>& members() const { return members_; }
  /// O(members).
  [[nodiscard]] const JsonValue* find(std::string_view name) const;

  JsonValue& append(JsonValue value);                    ///< REQUIRES: an array
  JsonValue& append(std::string name, JsonValue value);  ///< REQUIRES: an object

 private:
  explicit JsonValue(Kind kind) : kind_(kind) {}

  Kind kind_ = Kind::null;
  std::int64_t integer_ = 0;
  double real_ = 0;
  std::string string_;
  std::vector<JsonValue> items_;
  std::vector<Member> members_;
};

/// Takes the elements of one array as they are read, in order.
using JsonSink = std::function<void(JsonValue)>;

struct JsonLimits {
  std::size_t depth = 64;  ///< arrays and objects within each other
};

/// Reads one JSON text (RFC 8259, UTF-8). Where the root is an object, the elements of its member
/// arrays that `streams` names go to their sinks one by one and are not kept, so a large file takes
/// little more memory than what the sinks keep. Throws Error (input) with the place in `name` where
/// the text is malformed or goes past `limits`, and whatever a sink throws. O(bytes).
JsonValue read_json(std::string_view text, const std::string& name,
                    const std::map<std::string, JsonSink, std::less<>>& streams = {},
                    const JsonLimits& limits = {});

}  // namespace crossroads
