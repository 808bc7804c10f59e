// SPDX-License-Identifier: Apache-2.0
#include "cli/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <map>

#include "crossroads/core/json_writer.hpp"
#include "crossroads/core/printable.hpp"

namespace crossroads {
namespace {

constexpr std::size_t widest_cell = 72;

std::string plain(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* count = std::get_if<std::uint64_t>(&cell)) return fmt::format("{}", *count);
  if (const auto* measure = std::get_if<double>(&cell)) return fmt::format("{:.6f}", *measure);
  return {};
}

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

/// On one line, and no longer than a cell may be.
std::string for_people(const Cell& cell, int decimals) {
  if (const auto* measure = std::get_if<double>(&cell)) {
    return fmt::format("{:.{}f}", *measure, decimals);
  }
  return printable_line(plain(cell), widest_cell - 1);
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of("\",\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string tsv_field(const std::string& text) {
  std::string field;
  for (const char c : text) {
    switch (c) {
      case '\t':
        field += "\\t";
        break;
      case '\n':
        field += "\\n";
        break;
      case '\r':
        field += "\\r";
        break;
      case '\\':
        field += "\\\\";
        break;
      default:
        field += c;
    }
  }
  return field;
}

}  // namespace

void Table::add(std::vector<Cell> row) {
  assert(row.size() == columns_.size());
  rows_.push_back(std::move(row));
}

std::string Table::print(TableFormat format) const {
  switch (format) {
    case TableFormat::table:
      return print_table();
    case TableFormat::csv:
    case TableFormat::tsv:
      return print_separated(format);
    case TableFormat::json:
      return print_json();
  }
  return {};
}

std::string Table::print_table() const {
  std::vector<std::vector<std::string>> lines(rows_.size() + 1);
  std::vector<std::size_t> widths;
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (columns_[column].heading.empty()) continue;
    lines[0].push_back(columns_[column].heading);
    widths.push_back(width(columns_[column].heading));
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      lines[row + 1].push_back(for_people(rows_[row][column], columns_[column].decimals));
      widths.back() = std::max(widths.back(), width(lines[row + 1].back()));
    }
  }
  std::string out;
  for (const std::vector<std::string>& line : lines) {
    std::string text;
    for (std::size_t column = 0; column < line.size(); ++column) {
      if (column > 0) text += "  ";
      text += line[column];
      for (std::size_t at = width(line[column]); at < widths[column]; ++at) text += ' ';
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + "\n";
  }
  return out;
}

std::string Table::print_separated(TableFormat format) const {
  const bool csv = format == TableFormat::csv;
  std::string out;
  const auto add_field = [&](std::size_t column, const std::string& text) {
    if (column > 0) out += csv ? ',' : '\t';
    out += csv ? csv_field(text) : tsv_field(text);
  };
  const auto end_line = [&] { out += csv ? "\r\n" : "\n"; };
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    add_field(column, columns_[column].name);
  }
  end_line();
  for (const std::vector<Cell>& row : rows_) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      add_field(column, plain(row[column]));
    }
    end_line();
  }
  return out;
}

std::string Table::print_json() const {
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  for (const std::vector<Cell>& row : rows_) {
    json.line().begin_object();
    for (std::size_t column = 0; column < row.size(); ++column) {
      json.key(columns_[column].name);
      if (const auto* text = std::get_if<std::string>(&row[column]))
        json.value(*text);
      else if (const auto* count = std::get_if<std::uint64_t>(&row[column]))
        json.value(*count);
      else if (const auto* measure = std::get_if<double>(&row[column]))
        json.value(*measure);
      else
        json.null();
    }
    json.end_object();
  }
  json.line().end_array();
  return out + "\n";
}

void add_table_format(CLI::App& command, TableFormat& format) {
  static const std::map<std::string, TableFormat> names = {{"table", TableFormat::table},
                                                           {"csv", TableFormat::csv},
                                                           {"tsv", TableFormat::tsv},
                                                           {"json", TableFormat::json}};
  command.add_option("--format", format, "How to print the rows: table, csv, tsv or json (table)")
      ->transform(CLI::CheckedTransformer(names, CLI::ignore_case).description(""))
      ->type_name("FORMAT");
}

}  // namespace crossroads
