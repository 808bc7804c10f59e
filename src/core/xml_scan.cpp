// SPDX-License-Identifier: Apache-2.0
#include "core/xml_scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "crossroads/core/location.hpp"

namespace crossroads {

namespace {

/// RapidXML, which reads what this scan lets through, recurses: no caller's limit may let a
/// document end the stack.
constexpr std::size_t deepest = 1024;

/// A name at its place.
struct Token {
  std::string_view name;
  std::size_t offset = 0;
};

class Scanner {
 public:
  Scanner(std::string_view text, std::size_t begin, const XmlLimits& limits,
          std::vector<std::size_t>& blanks)
      : text_(text),
        position_(begin),
        max_depth_(std::min(limits.depth, deepest)),
        max_elements_(limits.elements),
        blanks_(blanks) {}

  std::optional<XmlFault> scan() {
    if (document()) return std::nullopt;
    return std::move(fault_);
  }

 private:
  bool document();
  bool outer_text();
  bool character_data();
  bool reference();
  bool markup();
  bool declaration_like();
  bool comment();
  bool cdata();
  bool instruction();
  bool start_tag();
  bool end_tag();
  bool enter(const Token& element);
  bool attribute(const Token& element, bool spaced);
  bool attribute_value(const Token& attribute);
  bool distinct_attributes(const Token& element);
  bool count(std::size_t offset);

  [[nodiscard]] bool at_end() const { return position_ == text_.size(); }
  [[nodiscard]] bool looking_at(std::string_view what) const {
    return text_.substr(position_, what.size()) == what;
  }
  [[nodiscard]] std::string here() const { return describe_at(text_, position_); }

  bool skip_space() {
    const std::size_t begin = position_;
    while (!at_end() && is_xml_space(text_[position_])) ++position_;
    return position_ > begin;
  }

  /// Reads the name at `position_`; an empty one where none begins.
  Token name() {
    const std::size_t begin = position_;
    position_ = xml_name_end(text_, begin);
    return {text_.substr(begin, position_ - begin), begin};
  }

  bool fail(std::size_t offset, std::string message, std::string_view code = ill_formed) {
    fault_ = XmlFault{code, std::move(message), offset};
    return false;
  }

  /// For what is open where the text ends. `offset` is where it was opened: that is what has to be
  /// looked at.
  bool fail_at_end(std::size_t offset, std::string message) {
    fault_ = XmlFault{ill_formed, std::move(message), offset, true};
    return false;
  }

  bool fail_tag_at_end(const Token& element) {
    return fail_at_end(element.offset - 1, fmt::format("the tag of <{}> is never closed with '>'",
                                                       shorten(element.name)));
  }

  std::string_view text_;
  std::size_t position_;
  std::size_t max_depth_;
  std::size_t max_elements_;
  std::vector<std::size_t>& blanks_;
  std::vector<Token> open_;        ///< the elements around `position_`, outermost first
  std::vector<Token> attributes_;  ///< of the tag being read
  std::size_t elements_ = 0;       ///< so far, with attributes
  bool root_seen_ = false;
  std::optional<XmlFault> fault_;
};

bool Scanner::document() {
  while (!at_end()) {
    if (text_[position_] == '<') {
      if (!markup()) return false;
    } else if (!(open_.empty() ? outer_text() : character_data())) {
      return false;
    }
  }
  if (!open_.empty()) {
    const Token& last = open_.back();
    return fail_at_end(last.offset - 1, fmt::format("<{}> is never closed", shorten(last.name)));
  }
  return root_seen_ || fail_at_end(text_.size(), "the document has no root element");
}

bool Scanner::outer_text() {
  if (skip_space()) return true;
  return fail(position_, root_seen_ ? "text can't stand after the root element"
                                    : "text can't stand before the root element");
}

bool Scanner::character_data() {
  const std::size_t begin = position_;
  skip_space();
  if (at_end() || text_[position_] == '<') {
    blanks_.push_back(begin);
    return true;
  }
  for (; !at_end() && text_[position_] != '<'; ++position_) {
    if (text_[position_] == ']' && looking_at("]]>")) {
      return fail(position_, "']]>' can't stand in text; write ]]&gt;");
    }
    // A reference leaves position_ at its semicolon.
    if (text_[position_] == '&' && !reference()) return false;
  }
  return true;
}

bool Scanner::reference() {
  fault_ = scan_xml_reference(text_, position_);
  return !fault_;
}

bool Scanner::markup() {
  if (looking_at("</")) return end_tag();
  if (looking_at("<?")) return instruction();
  if (looking_at("<!")) return declaration_like();
  return start_tag();
}

bool Scanner::declaration_like() {
  if (looking_at("<!--")) return comment();
  if (looking_at("<![CDATA[")) return cdata();
  if (looking_at("<!DOCTYPE")) {
    return fail(position_,
                "document type declarations are not supported; remove <!DOCTYPE ...> and write "
                "characters where it defines entities",
                unsupported);
  }
  return fail(position_, "'<!' begins neither a comment (<!--) nor a CDATA section (<![CDATA[)");
}

bool Scanner::comment() {
  const std::size_t begin = position_;
  const std::size_t dashes = text_.find("--", begin + 4);
  if (dashes == std::string_view::npos || dashes + 2 == text_.size()) {
    return fail_at_end(begin, "the comment is never closed with '-->'");
  }
  if (text_[dashes + 2] != '>') return fail(dashes, "'--' can't stand within a comment");
  position_ = dashes + 3;
  return true;
}

bool Scanner::cdata() {
  const std::size_t begin = position_;
  if (open_.empty()) return fail(begin, "a CDATA section can stand only within an element");
  const std::size_t end = text_.find("]]>", begin + 9);
  if (end == std::string_view::npos) {
    return fail_at_end(begin, "the CDATA section is never closed with ']]>'");
  }
  position_ = end + 3;
  return true;
}

/// Productions 16 and 17.
bool Scanner::instruction() {
  const std::size_t begin = position_;
  position_ += 2;
  const std::string_view target = name().name;
  const std::size_t end = text_.find("?>", position_);
  if (target.empty() && !at_end()) {
    return fail(position_, "a processing instruction must begin with a name; found " + here());
  }
  if (target == "xml") {
    return fail(begin, "the XML declaration can stand only at the very start of the document");
  }
  if (target.size() == 3 && (target[0] | 0x20) == 'x' && (target[1] | 0x20) == 'm' &&
      (target[2] | 0x20) == 'l') {
    return fail(begin, fmt::format("the name '{}' of a processing instruction is reserved; the XML "
                                   "declaration begins with '<?xml'",
                                   target));
  }
  if (!at_end() && end != position_ && !skip_space()) {
    return fail(position_, here() + " can't stand in the name of a processing instruction");
  }
  if (end == std::string_view::npos) {
    return fail_at_end(begin, "the processing instruction is never closed with '?>'");
  }
  position_ = end + 2;
  return true;
}

bool Scanner::start_tag() {
  const std::size_t begin = position_++;
  const Token element = name();
  if (element.name.empty()) {
    if (at_end()) return fail_at_end(begin, "the tag is never closed with '>'");
    return fail(begin,
                fmt::format("'<' is followed by {}, which can't begin a name; write &lt; for the "
                            "character itself",
                            here()));
  }
  if (open_.empty() && root_seen_) {
    return fail(begin, fmt::format("<{}> is a second root element; a document has only one",
                                   shorten(element.name)));
  }
  root_seen_ = true;
  if (!enter(element)) return false;
  attributes_.clear();
  while (true) {
    const bool spaced = skip_space();
    if (at_end()) return fail_tag_at_end(element);
    if (text_[position_] == '>' || text_[position_] == '/') break;
    if (!attribute(element, spaced)) return false;
  }
  if (!distinct_attributes(element)) return false;
  if (text_[position_++] == '>') return true;
  if (at_end()) return fail_tag_at_end(element);
  if (text_[position_] != '>') {
    return fail(position_, fmt::format("'/' must be followed by '>' in the tag of <{}>; found {}",
                                       shorten(element.name), here()));
  }
  ++position_;
  open_.pop_back();
  return true;
}

bool Scanner::enter(const Token& element) {
  if (open_.size() >= max_depth_) {
    return fail(element.offset - 1,
                fmt::format("<{}> is nested deeper than the limit of {} elements",
                            shorten(element.name), max_depth_),
                over_limit);
  }
  open_.push_back(element);
  return count(element.offset);
}

bool Scanner::count(std::size_t offset) {
  if (++elements_ <= max_elements_) return true;
  return fail(offset,
              fmt::format("the document has more elements and attributes than the limit of {}",
                          max_elements_),
              over_limit);
}

bool Scanner::attribute(const Token& element, bool spaced) {
  const Token attribute = name();
  if (attribute.name.empty()) {
    return fail(position_,
                fmt::format("{} can't stand in the tag of <{}>, which must be closed with '>'",
                            here(), shorten(element.name)));
  }
  if (!spaced)
    return fail(attribute.offset, fmt::format("white space is missing before the attribute '{}'",
                                              shorten(attribute.name)));
  if (!count(attribute.offset)) return false;
  skip_space();
  if (at_end()) return fail_tag_at_end(element);
  if (!looking_at("=")) {
    return fail(position_, fmt::format("the attribute '{}' must be followed by '='; found {}",
                                       shorten(attribute.name), here()));
  }
  ++position_;
  skip_space();
  if (at_end()) return fail_tag_at_end(element);
  if (!looking_at("\"") && !looking_at("'")) {
    return fail(position_, fmt::format("the value of the attribute '{}' must stand in quotes",
                                       shorten(attribute.name)));
  }
  attributes_.push_back(attribute);
  return attribute_value(attribute);
}

bool Scanner::attribute_value(const Token& attribute) {
  const std::size_t begin = position_;
  const char quote = text_[begin];
  for (++position_; !at_end(); ++position_) {
    const char c = text_[position_];
    if (c == quote) {
      ++position_;
      return true;
    }
    if (c == '<') {
      return fail(position_,
                  fmt::format("'<' can't stand in the value of the attribute '{}'; write &lt;, "
                              "or close the value with {}",
                              shorten(attribute.name), quote));
    }
    if (c == '&' && !reference()) return false;
  }
  return fail_at_end(begin, fmt::format("the value of the attribute '{}' is never closed with {}",
                                        shorten(attribute.name), quote));
}

bool Scanner::distinct_attributes(const Token& element) {
  // Sorted rather than hashed: no choice of names makes this slow.
  std::sort(attributes_.begin(), attributes_.end(), [](const Token& left, const Token& right) {
    return std::tie(left.name, left.offset) < std::tie(right.name, right.offset);
  });
  const Token* repeated = nullptr;
  for (std::size_t i = 1; i < attributes_.size(); ++i) {
    const Token& token = attributes_[i];
    if (token.name != attributes_[i - 1].name) continue;
    if (repeated == nullptr || token.offset < repeated->offset) repeated = &token;
  }
  if (repeated == nullptr) return true;
  return fail(repeated->offset, fmt::format("<{}> has the attribute '{}' twice",
                                            shorten(element.name), shorten(repeated->name)));
}

bool Scanner::end_tag() {
  const std::size_t begin = position_;
  position_ += 2;
  const Token tag = name();
  const std::string shown = "</" + shorten(tag.name) + ">";
  if (at_end()) return fail_at_end(begin, "the end tag is never closed with '>'");
  if (tag.name.empty()) {
    return fail(begin, "'</' must be followed by the name of an element; found " + here());
  }
  if (open_.empty()) return fail(begin, shown + " closes nothing: no element is open");
  const Token& opened = open_.back();
  if (tag.name != opened.name) {
    return fail(begin, fmt::format("{} closes <{}>, which was opened at line {}", shown,
                                   shorten(opened.name), locate(text_, opened.offset, {}).line));
  }
  skip_space();
  if (at_end()) return fail_at_end(begin, "the end tag is never closed with '>'");
  if (!looking_at(">")) {
    return fail(position_, here() + " can't stand in the end tag " + shown);
  }
  ++position_;
  open_.pop_back();
  return true;
}

}  // namespace

std::optional<XmlFault> scan_xml(std::string_view source, const XmlLimits& limits,
                                 std::vector<std::size_t>& blanks) {
  blanks.clear();
  if (source.size() > limits.bytes) {
    return XmlFault{over_limit,
                    fmt::format("the document has {} bytes, more than the limit of {}",
                                source.size(), limits.bytes),
                    std::nullopt};
  }
  if (std::optional<XmlFault> fault = find_foreign_encoding(source)) return fault;
  std::optional<XmlFault> bad = find_bad_character(source);
  // The scan reads up to the first bad character: what it finds before is the first fault, unless
  // it only misses what would come behind.
  const std::string_view text = source.substr(0, bad ? *bad->offset : source.size());
  std::size_t begin = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  std::optional<XmlFault> fault = scan_xml_declaration(text, begin);
  if (!fault) fault = Scanner(text, begin, limits, blanks).scan();
  if (bad && (!fault || fault->at_end)) return bad;
  return fault;
}

}  // namespace crossroads
