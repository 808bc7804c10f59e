// SPDX-License-Identifier: Apache-2.0
#include "ontology/bibtex_source.hpp"

#include <algorithm>
#include <array>

#include "crossroads/core/ascii.hpp"

namespace crossroads {
namespace {

/// What is done with a field's value.
enum class Job { leave, keep, empty };

Job job_of(std::string_view field) {
  constexpr std::array<std::string_view, 6> unused = {"abstract", "annotation", "annote",
                                                      "file",     "keywords",   "review"};
  if (field.find("title") != std::string_view::npos) return Job::keep;
  const bool is_unused = std::find(unused.begin(), unused.end(), field) != unused.end();
  return is_unused ? Job::empty : Job::leave;
}

class Preparer {
 public:
  explicit Preparer(std::string_view text) : text_(text) {}

  std::string run() {
    while (skip_to_entry()) {
      if (!read_entry()) return std::string(text_);
    }
    out_ += text_.substr(copied_);
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char here() const { return at_end() ? '\0' : text_[at_]; }

  void skip_line() { at_ = std::min(text_.find('\n', at_), text_.size()); }

  /// Past the "@" of the next entry; false where there is none. What stands between is not read.
  bool skip_to_entry() {
    while (!at_end()) {
      const char c = text_[at_];
      if (c == '%') {
        skip_line();
      } else {
        ++at_;
        if (c == '@') return true;
      }
    }
    return false;
  }

  void skip_space() {
    while (!at_end()) {
      if (here() == '%') {
        skip_line();
      } else if (std::string_view(" \t\r\n").find(here()) != std::string_view::npos) {
        ++at_;
      } else {
        return;
      }
    }
  }

  std::string_view word_until(std::string_view ends) {
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_of(ends, at_), text_.size());
    return text_.substr(begin, at_ - begin);
  }

  /// From behind an opening "{" or a quotation mark to behind its closing one; false where it has
  /// none. Braces nest, and what a backslash stands before opens and closes nothing.
  bool skip_value(char close) {
    std::size_t depth = 0;
    for (; !at_end(); ++at_) {
      const char c = text_[at_];
      if (c == close && depth == 0) {
        ++at_;
        return true;
      }
      if (c == '\\') {
        ++at_;
      } else if (c == '{') {
        ++depth;
      } else if (c == '}') {
        if (depth == 0) return false;
        --depth;
      }
    }
    return false;
  }

  bool read_entry() {
    const std::string type = ascii_lower(word_until("{ \t\r\n@%"));
    skip_space();
    // Without braces a comment is a remark like any other.
    if (here() != '{') return type == "comment";
    ++at_;
    if (type == "comment" || type == "preamble" || type == "string") return skip_value('}');
    word_until(",}");
    while (!at_end()) {
      skip_space();
      if (here() == ',') {
        ++at_;
      } else if (here() == '}') {
        ++at_;
        return true;
      } else if (!read_field()) {
        return false;
      }
    }
    return false;
  }

  bool read_field() {
    const std::string name = ascii_lower(word_until("= \t\r\n,{}\"%"));
    skip_space();
    if (name.empty() || here() != '=') return false;
    const Job job = job_of(name);
    do {
      ++at_;
      skip_space();
      if (!read_piece(job)) return false;
      skip_space();
    } while (here() == '#');
    return true;
  }

  /// One of the pieces that "#" joins to a value.
  bool read_piece(Job job) {
    if (here() != '{' && here() != '"') return !word_until(" \t\r\n,#}%").empty();
    const char close = here() == '{' ? '}' : '"';
    const std::size_t begin = ++at_;
    if (!skip_value(close)) return false;
    if (job == Job::leave) return true;
    const std::string_view value = text_.substr(begin, at_ - 1 - begin);
    out_ += text_.substr(copied_, begin - copied_);
    if (job == Job::keep) {
      out_ += '{';
      out_ += value;
      out_ += '}';
    } else {
      // An error behind it is to stand in its line.
      out_.append(static_cast<std::size_t>(std::count(value.begin(), value.end(), '\n')), '\n');
    }
    copied_ = at_ - 1;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;  // the bytes of text_ that out_ has
  std::string out_;
};

}  // namespace

std::string bibtex_for_pandoc(std::string_view bibtex) {
  return Preparer(bibtex).run();
}

}  // namespace crossroads
