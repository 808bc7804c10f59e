// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "crossroads/text/convert.hpp"

namespace crossroads {

/// The texts of a file in JSON Lines that comes piece by piece, so that no more is held of it than
/// a line, and the ids of all lines, for no two texts may have the same: {"id", "title", "date",
/// "authors", "language", "source", "format", "text"} each. Of these only "text" must be there;
/// "format" may be "markdown"; others are passed over. A document is called FILE/ID, or FILE/LINE
/// where it has no id; its source is its text, its original the line.
class JsonLines {
 public:
  /// `left_out` gets each line that can't be read, with its number; of many, how many more.
  JsonLines(std::string file, const ReadOptions& options, std::function<void(Document)> take,
            LeftOut left_out)
      : file_(std::move(file)),
        options_(options),
        take_(std::move(take)),
        left_out_(std::move(left_out)) {}

  void add(std::string_view piece);
  /// REQUIRES: called once, behind the last piece.
  void finish();

 private:
  void begin();
  void add_lines(std::string_view piece);
  void read_line(std::string_view line);
  void report(const Error& error);
  [[nodiscard]] Document document_of(std::string_view line);

  std::string file_;
  const ReadOptions& options_;
  std::function<void(Document)> take_;
  LeftOut left_out_;
  std::string waiting_;   // the line that is not at its end yet, or the file's first bytes
  bool begun_ = false;    // there were enough of them to tell a byte-order mark
  bool is_wide_ = false;  // UTF-16 or UTF-32: converted as a whole
  std::size_t number_ = 0;
  std::size_t bad_lines_ = 0;
  std::unordered_map<std::string, std::size_t> lines_;  // by id
};

}  // namespace crossroads
