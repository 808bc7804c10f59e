// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "core/xml_scan.hpp"
#include "crossroads/core/ascii.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Production 4, NameStartChar, past ASCII.
constexpr std::array<Range, 12> name_start_ranges = {{
    {0xC0, 0xD6},
    {0xD8, 0xF6},
    {0xF8, 0x2FF},
    {0x370, 0x37D},
    {0x37F, 0x1FFF},
    {0x200C, 0x200D},
    {0x2070, 0x218F},
    {0x2C00, 0x2FEF},
    {0x3001, 0xD7FF},
    {0xF900, 0xFDCF},
    {0xFDF0, 0xFFFD},
    {0x10000, 0xEFFFF},
}};

bool is_name_start(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
  return std::any_of(name_start_ranges.begin(), name_start_ranges.end(),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

bool is_name_char(char32_t c) {
  if (c < 0x80 && ((c >= '0' && c <= '9') || c == '-' || c == '.')) return true;
  if (is_name_start(c)) return true;
  return c == 0xB7 || (c >= 0x300 && c <= 0x36F) || (c >= 0x203F && c <= 0x2040);
}

std::string code_point_name(char32_t value) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(value));
}

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  return left.size() == right.size() &&
         std::equal(left.begin(), left.end(), right.begin(),
                    [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
}

/// DIGITS.DIGITS: a version of XML, if one that may not exist.
bool is_version_number(std::string_view text) {
  const std::size_t dot = text.find('.');
  return dot != std::string_view::npos && dot > 0 && dot + 1 < text.size() &&
         std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(dot),
                     is_ascii_digit) &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(dot) + 1, text.end(),
                     is_ascii_digit);
}

/// Production 81, EncName.
bool is_encoding_name(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !text.empty() && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) {
           return is_letter(c) || is_ascii_digit(c) || c == '.' || c == '_' || c == '-';
         });
}

XmlFault open_reference(std::size_t begin) {
  return {ill_formed, "the reference is never closed with ';'", begin, true};
}

/// Production 66, CharRef, with `position` at its '#'.
std::optional<XmlFault> scan_character_reference(std::string_view text, std::size_t& position) {
  const std::size_t begin = position - 1;
  ++position;
  const bool hexadecimal = text.substr(position, 1) == "x";
  if (hexadecimal) ++position;
  const std::size_t digits = position;
  char32_t value = 0;
  for (; position < text.size(); ++position) {
    const char c = text[position];
    const bool letter = hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
    if (!letter && !is_ascii_digit(c)) break;
    const auto digit = static_cast<char32_t>(letter ? (c & 0xF) + 9 : c - '0');
    // Any number of digits may follow; past the last character it stays past it.
    value = std::min<char32_t>(value * (hexadecimal ? 16 : 10) + digit, 0x110000);
  }
  if (position == text.size()) return open_reference(begin);
  if (digits == position || text[position] != ';') {
    return XmlFault{ill_formed,
                    fmt::format("'{}' must be followed by {} digits and ';'; found {}",
                                hexadecimal ? "&#x" : "&#", hexadecimal ? "hexadecimal" : "decimal",
                                describe_at(text, position)),
                    begin};
  }
  if (is_xml_char(value)) return std::nullopt;
  return XmlFault{ill_formed,
                  fmt::format("the reference {} stands for a character that is not allowed in XML",
                              shorten(text.substr(begin, position + 1 - begin))),
                  begin};
}

/// Productions 23 to 26, 32, 80: the XML declaration.
class DeclarationScanner {
 public:
  DeclarationScanner(std::string_view text, std::size_t begin)
      : text_(text), begin_(begin), position_(begin + 5) {}

  std::optional<XmlFault> scan() {
    if (check()) return std::nullopt;
    return fault_;
  }

  [[nodiscard]] std::size_t position() const { return position_; }

 private:
  bool check() {
    const bool spaced = skip_space();
    if (!spaced || !looking_at("version")) {
      return fail(position_, "the XML declaration must begin with version=\"1.0\"");
    }
    if (!read_value("version") || !check_version()) return false;
    bool before = skip_space();
    if (looking_at("encoding")) {
      if (!check_space(before, "encoding") || !read_value("encoding") || !check_encoding()) {
        return false;
      }
      before = skip_space();
    }
    if (looking_at("standalone")) {
      if (!check_space(before, "standalone") || !read_value("standalone")) return false;
      if (value_ != "yes" && value_ != "no") {
        return fail(value_offset_, "standalone must be \"yes\" or \"no\"");
      }
      skip_space();
    }
    return check_end();
  }

  bool check_end() {
    if (looking_at("?>")) {
      position_ += 2;
      return true;
    }
    if (position_ == text_.size()) return fail_unclosed();
    return fail(
        position_,
        fmt::format("the XML declaration must be closed with '?>' after version, encoding and "
                    "standalone, in this order; found {}",
                    describe_at(text_, position_)));
  }

  bool check_version() {
    if (value_ == "1.0") return true;
    if (!is_version_number(value_)) return fail(value_offset_, "the XML version must be \"1.0\"");
    return fail(value_offset_,
                fmt::format("XML version {} is not supported; only 1.0 is", shorten(value_)),
                unsupported);
  }

  bool check_encoding() {
    if (equal_ignoring_case(value_, "UTF-8")) return true;
    if (!is_encoding_name(value_)) {
      return fail(value_offset_,
                  fmt::format("\"{}\" is not the name of an encoding", shorten(value_)));
    }
    return fail(
        value_offset_,
        fmt::format("encoding {} is not supported; save the file as UTF-8", shorten(value_)),
        unsupported);
  }

  bool check_space(bool spaced, std::string_view name) {
    return spaced ||
           fail(position_,
                fmt::format("white space is missing before {} in the XML declaration", name));
  }

  /// Reads NAME = "VALUE" with `position_` at NAME.
  bool read_value(std::string_view name) {
    position_ += name.size();
    skip_space();
    if (!looking_at("=")) return fail_here(name, " must be followed by '='");
    ++position_;
    skip_space();
    if (!looking_at("\"") && !looking_at("'"))
      return fail_here(name, "'s value must stand in quotes");
    value_offset_ = position_ + 1;
    const std::size_t end = text_.find(text_[position_], value_offset_);
    // The closing quote of another value, far behind the declaration, does not count.
    const std::size_t declaration_end = text_.find("?>", value_offset_);
    if (end == std::string_view::npos || end > declaration_end) {
      if (declaration_end == std::string_view::npos) return fail_unclosed();
      return fail(position_, fmt::format("the value of {} is never closed with its quote", name));
    }
    value_ = text_.substr(value_offset_, end - value_offset_);
    position_ = end + 1;
    return true;
  }

  bool skip_space() {
    const std::size_t begin = position_;
    while (position_ < text_.size() && is_xml_space(text_[position_])) ++position_;
    return position_ > begin;
  }

  [[nodiscard]] bool looking_at(std::string_view what) const {
    return text_.substr(position_, what.size()) == what;
  }

  bool fail_here(std::string_view name, std::string_view what) {
    if (position_ == text_.size()) return fail_unclosed();
    return fail(position_, fmt::format("{}{} in the XML declaration", name, what));
  }

  bool fail_unclosed() {
    fail(begin_, "the XML declaration is never closed with '?>'");
    fault_.at_end = true;
    return false;
  }

  bool fail(std::size_t offset, std::string message, std::string_view code = ill_formed) {
    fault_ = {code, std::move(message), offset, false};
    return false;
  }

  std::string_view text_;
  std::size_t begin_;
  std::size_t position_;
  std::string_view value_;
  std::size_t value_offset_ = 0;
  XmlFault fault_;
};

}  // namespace

std::size_t xml_name_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size()) {
    const auto byte = static_cast<unsigned char>(text[end]);
    // Nearly all names are ASCII.
    const CodePoint c = byte < 0x80 ? CodePoint{byte, 1} : code_point_at(text, end);
    if (!(end == begin ? is_name_start(c.value) : is_name_char(c.value))) break;
    end += c.size;
  }
  return end;
}

bool is_xml_char(char32_t value) {
  return value == '\t' || value == '\n' || value == '\r' || (value >= 0x20 && value <= 0xD7FF) ||
         (value >= 0xE000 && value <= 0xFFFD) || (value >= 0x10000 && value <= 0x10FFFF);
}

std::optional<XmlFault> find_foreign_encoding(std::string_view source) {
  using namespace std::string_view_literals;
  struct Mark {
    std::string_view bytes;
    std::string_view encoding;
  };
  // UTF-32 first: its little-endian mark begins with that of UTF-16.
  static constexpr std::array<Mark, 6> marks = {{
      {"\xFF\xFE\0\0"sv, "UTF-32"},
      {"\0\0\xFE\xFF"sv, "UTF-32"},
      {"\xFF\xFE"sv, "UTF-16"},
      {"\xFE\xFF"sv, "UTF-16"},
      {"<\0"sv, "UTF-16"},
      {"\0<"sv, "UTF-16"},
  }};
  for (const Mark& mark : marks) {
    if (source.substr(0, mark.bytes.size()) != mark.bytes) continue;
    return XmlFault{
        unsupported,
        fmt::format("encoding {} is not supported; save the file as UTF-8", mark.encoding),
        std::nullopt};
  }
  return std::nullopt;
}

std::optional<XmlFault> find_bad_character(std::string_view source) {
  const std::optional<std::size_t> invalid = find_invalid_utf8(source);
  const std::string_view text = source.substr(0, invalid.value_or(source.size()));
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // In well-formed UTF-8 only control characters, U+FFFE and U+FFFF can be amiss.
    if (byte >= 0x20 && byte != 0xEF) continue;
    const char32_t value = code_point_at(text, i).value;
    if (is_xml_char(value)) continue;
    return XmlFault{ill_formed,
                    fmt::format("the character {} is not allowed in XML", code_point_name(value)),
                    i};
  }
  if (!invalid) return std::nullopt;
  const auto byte = static_cast<unsigned char>(source[*invalid]);
  return XmlFault{ill_formed,
                  fmt::format("the byte 0x{:02X} is not valid UTF-8; save the file as UTF-8", byte),
                  *invalid};
}

std::optional<XmlFault> scan_xml_declaration(std::string_view text, std::size_t& position) {
  if (text.substr(position, 5) != "<?xml") return std::nullopt;
  // "<?xml-stylesheet" is a processing instruction.
  if (xml_name_end(text, position + 2) != position + 5) return std::nullopt;
  DeclarationScanner scanner(text, position);
  std::optional<XmlFault> fault = scanner.scan();
  position = scanner.position();
  return fault;
}

std::optional<XmlFault> scan_xml_reference(std::string_view text, std::size_t& position) {
  const std::size_t begin = position++;
  if (text.substr(position, 1) == "#") return scan_character_reference(text, position);
  position = xml_name_end(text, begin + 1);
  const std::string_view entity = text.substr(begin + 1, position - begin - 1);
  if (position == text.size()) return open_reference(begin);
  if (entity.empty()) {
    return XmlFault{ill_formed,
                    "'&' begins no reference here; write &amp; for the character itself", begin};
  }
  if (text[position] != ';') {
    return XmlFault{ill_formed,
                    fmt::format("the reference &{} lacks its ';'; write &amp; for the character "
                                "'&' itself",
                                shorten(entity)),
                    begin};
  }
  constexpr std::array<std::string_view, 5> predefined = {"lt", "gt", "amp", "apos", "quot"};
  if (std::find(predefined.begin(), predefined.end(), entity) != predefined.end()) {
    return std::nullopt;
  }
  return XmlFault{ill_formed,
                  fmt::format("the entity &{}; is not defined; only &lt; &gt; &amp; &apos; and "
                              "&quot; are",
                              shorten(entity)),
                  begin};
}

std::string describe_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return "the end of the document";
  const CodePoint c = code_point_at(text, offset);
  if (c.value == ' ') return "a space";
  if (c.value == '\t') return "a tab";
  if (c.value == '\n' || c.value == '\r') return "the end of the line";
  if (c.value > 0x20 && c.value < 0x7F) return fmt::format("'{}'", text[offset]);
  // A letter may look like another, or like nothing at all.
  if (c.value < 0xA0) return code_point_name(c.value);
  return fmt::format("'{}' ({})", text.substr(offset, c.size), code_point_name(c.value));
}

std::string shorten(std::string_view name) {
  constexpr std::size_t longest = 60;
  const bool cut = name.size() > longest;
  if (cut) {
    std::size_t end = longest;
    // Never within a UTF-8 sequence.
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    name = name.substr(0, end);
  }
  std::string shown(name);
  for (char& c : shown) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';  // a message is one line
  }
  return cut ? shown + "..." : shown;
}

}  // namespace crossroads
