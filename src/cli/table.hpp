// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {

/// Nothing, words, a count or a measure.
using Cell = std::variant<std::monostate, std::string, std::uint64_t, double>;

enum class TableFormat { table, csv, tsv, json };

/// Rows of one answer. All formats but `table` carry every column; `table` shows the ones that a
/// person reads first.
class Table {
 public:
  struct Column {
    std::string name;     ///< as programs see it; never empty
    std::string heading;  ///< as people see it; empty keeps it out of `table`
    int decimals = 2;     ///< of a measure in `table`; programs get 6
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// REQUIRES: as many cells as columns.
  void add(std::vector<Cell> row);
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

  /// CSV as RFC 4180 has it; TSV with \t, \n and \\ for what can't stand in a field; JSON as one
  /// array of flat objects, empty cells as null.
  [[nodiscard]] std::string print(TableFormat format) const;

 private:
  [[nodiscard]] std::string print_table() const;
  [[nodiscard]] std::string print_separated(TableFormat format) const;
  [[nodiscard]] std::string print_json() const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

/// Adds "--format table|csv|tsv|json".
void add_table_format(CLI::App& command, TableFormat& format);

}  // namespace crossroads
