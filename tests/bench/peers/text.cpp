// SPDX-License-Identifier: Apache-2.0
#include "bench/peers/text.hpp"

#include <algorithm>

#include "crossroads/core/system.hpp"
#include "crossroads/text/read.hpp"

namespace crossroads::bench {
namespace {

constexpr std::size_t document_bytes = std::size_t{256} << 10;

/// Behind the last blank line of the first `limit` bytes; all of it if there is none.
std::size_t cut_before(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text.size();
  const std::size_t blank = text.substr(0, limit).rfind("\n\n");
  return blank == std::string_view::npos ? text.size() : blank + 2;
}

std::string without_breaks(std::string_view text) {
  std::string unbroken(text);
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] == '\n' && text[i - 1] != '\n' && text[i + 1] != '\n') unbroken[i] = ' ';
  }
  return unbroken;
}

}  // namespace

Document read_cut(const BenchText& text, std::size_t document) {
  const Span cut = text.cuts[document];
  return read_text("part-" + std::to_string(document) + ".txt",
                   text.source.substr(cut.begin, cut.size()), TextFormat::plain);
}

BenchText read_bench_text(const std::string& path, std::size_t limit) {
  BenchText text;
  text.source = read_input(*real_system(), path);
  text.source.resize(cut_before(text.source, limit));
  text.unbroken = without_breaks(text.source);
  for (std::size_t begin = 0; begin < text.source.size();) {
    const std::size_t end =
        begin + cut_before(std::string_view(text.source).substr(begin), document_bytes);
    text.cuts.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    text.documents.push_back(read_cut(text, text.documents.size()));
    begin = end;
  }
  return text;
}

}  // namespace crossroads::bench
