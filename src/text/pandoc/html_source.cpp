// SPDX-License-Identifier: Apache-2.0
#include "text/pandoc/html_source.hpp"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <vector>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

constexpr std::size_t deepest = 400;

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

bool is_name_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':';
}

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Encodings.

/// What the first 2 KiB say: the value behind "charset=" in a <meta>, or "encoding=" in an XML
/// declaration. Empty where they say nothing.
std::string declared_charset(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, 2048));
  std::size_t at = head.find("charset=");
  if (at != std::string::npos) {
    at += 8;
  } else if (head.starts_with("<?xml") && head.find("encoding=") < head.find("?>")) {
    at = head.find("encoding=") + 9;
  } else {
    return {};
  }
  while (at < head.size() && (is_space(head[at]) || head[at] == '"' || head[at] == '\'')) ++at;
  const std::size_t end = head.find_first_of("\"' \t\r\n;/>?", at);
  return head.substr(at, std::min(end, head.size()) - at);
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

/// `bytes` converted piece by piece; ICU puts U+FFFD in the place of what it can't read.
std::string converted(std::string_view bytes, const Converter& from) {
  const Converter to = open_converter("UTF-8");
  if (to == nullptr) throw std::runtime_error("ICU has no UTF-8 converter");
  std::string out;
  std::array<char, std::size_t{1} << 14> piece{};
  std::array<UChar, std::size_t{1} << 12> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  for (;;) {
    char* target = piece.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, piece.data() + piece.size(), &source, end,
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(), 0, 1,
                   &status);
    out.append(piece.data(), static_cast<std::size_t>(target - piece.data()));
    if (status != U_BUFFER_OVERFLOW_ERROR) return out;
  }
}

std::string charset_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  std::string declared = declared_charset(bytes);
  // What a page that could say so calls UTF-16 isn't; and Latin-1 means windows-1252 on the web.
  if (declared.empty() || declared.starts_with("utf")) return "utf-8";
  if (declared == "iso-8859-1" || declared == "latin1" || declared == "us-ascii") {
    return "windows-1252";
  }
  return declared;
}

// Elements.

constexpr std::array<std::string_view, 13> as_div{
    "nav",    "header",     "footer",  "aside",  "main",   "article", "section",
    "figure", "figcaption", "address", "hgroup", "dialog", "menu"};
constexpr std::array<std::string_view, 9> as_control{
    "button", "select", "textarea", "label", "option", "svg", "canvas", "noscript", "iframe"};
constexpr std::array<std::string_view, 4> raw_text{"script", "style", "textarea", "title"};
constexpr std::array<std::string_view, 7> other_blocks{"div", "blockquote", "table", "ul",
                                                       "ol",  "dl",         "form"};

constexpr std::array<std::string_view, 4> wrapped{"ul", "ol", "dl", "table"};

struct Tag {
  bool closes = false;
  std::string name;             // in small letters
  std::string_view attributes;  // what stands between the name and ">" or "/>"
  std::size_t end = 0;          // behind ">"
};

/// The tag at `at`, where a "<" stands; nothing where it begins none.
std::optional<Tag> tag_at(std::string_view html, std::size_t at) {
  Tag tag;
  std::size_t next = at + 1;
  if (next < html.size() && html[next] == '/') {
    tag.closes = true;
    ++next;
  }
  if (next >= html.size() || !is_letter(html[next])) return std::nullopt;
  const std::size_t name = next;
  while (next < html.size() && is_name_character(html[next])) ++next;
  tag.name = ascii_lower(html.substr(name, next - name));
  const std::size_t attributes = next;
  char quote = 0;
  for (; next < html.size(); ++next) {
    const char c = html[next];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && html[next - 1] == '=') {
      quote = c;
    } else if (c == '<') {
      return std::nullopt;  // so that no byte is looked at again and again
    } else if (c == '>') {
      tag.attributes = html.substr(attributes, next - attributes);
      tag.end = next + 1;
      return tag;
    }
  }
  return std::nullopt;
}

/// An attribute as it is written, `name="value"`; empty where the tag has none of the name.
std::string_view attribute(std::string_view attributes, std::string_view wanted) {
  std::size_t at = 0;
  while (at < attributes.size()) {
    while (at < attributes.size() && (is_space(attributes[at]) || attributes[at] == '/')) ++at;
    const std::size_t begin = at;
    while (at < attributes.size() && !is_space(attributes[at]) && attributes[at] != '=') ++at;
    const std::string_view name = attributes.substr(begin, at - begin);
    if (at < attributes.size() && attributes[at] == '=') {
      ++at;
      const char quote = at < attributes.size() ? attributes[at] : ' ';
      if (quote == '"' || quote == '\'') {
        at = std::min(attributes.find(quote, at + 1), attributes.size() - 1) + 1;
      } else {
        while (at < attributes.size() && !is_space(attributes[at])) ++at;
      }
    }
    if (ascii_lower(name) == wanted) return attributes.substr(begin, at - begin);
  }
  return {};
}

class Marker {
 public:
  Marker(std::string_view html, const std::string& id) : html_(html), id_(id) {}

  HtmlSource run() {
    source_.html.reserve(html_.size() + html_.size() / 16);
    std::size_t at = 0;
    while (at < html_.size()) {
      const std::size_t less = std::min(html_.find('<', at), html_.size());
      source_.html += html_.substr(at, less - at);
      if (less == html_.size()) break;
      at = take(less);
    }
    if (source_.main == HtmlSource::Main::none && articles_ == 1) {
      source_.main = HtmlSource::Main::one_article;
    }
    return std::move(source_);
  }

 private:
  /// Takes what begins with the "<" at `at`; where it ends.
  std::size_t take(std::size_t at) {
    if (html_.substr(at).starts_with("<!--")) return end_of_comment(at);
    const std::optional<Tag> tag = tag_at(html_, at);
    if (!tag) {
      source_.html += '<';
      return at + 1;
    }
    write(*tag, at);
    if (!tag->closes && is_one_of(raw_text, tag->name)) return copy_raw(*tag);
    return tag->end;
  }

  std::size_t end_of_comment(std::size_t at) const {
    const std::size_t end = html_.find("-->", at + 2);
    return end == std::string_view::npos ? html_.size() : end + 3;
  }

  /// What stands in a <script> and the like is no markup.
  std::size_t copy_raw(const Tag& tag) {
    const std::size_t end = end_of_raw(tag.name, tag.end);
    source_.html += html_.substr(tag.end, end - tag.end);
    return end;
  }

  std::size_t end_of_raw(const std::string& name, std::size_t from) const {
    for (std::size_t at = html_.find("</", from); at != std::string_view::npos;
         at = html_.find("</", at + 2)) {
      if (ascii_lower(html_.substr(at + 2, name.size())) == name) return at;
    }
    return html_.size();
  }

  void count_depth(const Tag& tag) {
    if (tag.closes) {
      if (depth_ > 0) --depth_;
    } else if (++depth_ > deepest) {
      throw Error(ErrorKind::input,
                  fmt::format("{}: blocks are nested more than {} deep", id_, deepest));
    }
  }

  void write(const Tag& tag, std::size_t at) {
    const bool div = is_one_of(as_div, tag.name);
    if (div || is_one_of(other_blocks, tag.name)) count_depth(tag);
    if (!tag.closes) {
      if (tag.name == "main" ||
          attribute(tag.attributes, "role").find("main") != std::string::npos) {
        source_.main = HtmlSource::Main::main_element;
      }
      if (tag.name == "article") ++articles_;
    }
    if (div) return rename(tag, "div", tag.name);
    if (is_one_of(wrapped, tag.name)) return wrap(tag, at);
    if (is_one_of(as_control, tag.name)) return rename(tag, "span", "control");
    source_.html += html_.substr(at, tag.end - at);
    if (tag.name == "p" && !tag.closes) mark_paragraph(tag);
  }

  void rename(const Tag& tag, std::string_view name, std::string_view element) {
    if (tag.closes) {
      source_.html += fmt::format("</{}>", name);
      return;
    }
    std::string_view attributes = tag.attributes;
    const bool empty = attributes.ends_with('/');
    if (empty) attributes.remove_suffix(1);
    source_.html += fmt::format("<{} data-element=\"{}\"{}>", name, element, attributes);
    if (empty && element == "control") source_.html += fmt::format("</{}>", name);
  }

  /// What pandoc drops of a list's or a table's own attributes a <div> around it keeps.
  void wrap(const Tag& tag, std::size_t at) {
    const std::string_view whole = html_.substr(at, tag.end - at);
    if (tag.closes) {
      source_.html += whole;
      if (open_.empty()) return;
      if (open_.back()) source_.html += "</div>";
      open_.pop_back();
      return;
    }
    const std::string_view id = attribute(tag.attributes, "id");
    const std::string_view classes = attribute(tag.attributes, "class");
    open_.push_back(!id.empty() || !classes.empty());
    if (open_.back()) source_.html += fmt::format("<div {} {}>", id, classes);
    source_.html += whole;
  }

  void mark_paragraph(const Tag& tag) {
    const std::string_view id = attribute(tag.attributes, "id");
    const std::string_view classes = attribute(tag.attributes, "class");
    if (id.empty() && classes.empty()) return;
    source_.html += fmt::format("<span data-element=\"p\" {} {}></span>", id, classes);
  }

  std::string_view html_;
  const std::string& id_;
  HtmlSource source_;
  std::vector<bool> open_;  // lists and tables: whether a <div> stands around each
  std::size_t depth_ = 0;
  std::size_t articles_ = 0;
};

}  // namespace

std::string html_in_utf8(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string charset = charset_of(bytes);
  if (charset.starts_with("UTF-16")) bytes.remove_prefix(2);
  if (charset == "utf-8" && !find_invalid_utf8(bytes)) return std::string(bytes);
  Converter from = charset == "utf-8" ? nullptr : open_converter(charset);
  if (from == nullptr && !find_invalid_utf8(bytes)) return std::string(bytes);
  if (from == nullptr) from = open_converter("windows-1252");
  if (from == nullptr) throw std::runtime_error("ICU has no windows-1252 converter");
  return converted(bytes, from);
}

HtmlSource html_for_pandoc(std::string_view html, const std::string& id) {
  return Marker(html, id).run();
}

}  // namespace crossroads
