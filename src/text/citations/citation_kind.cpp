// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "text/citations/citation_parse.hpp"

namespace crossroads {
namespace {

/// "Resolution 1744, United Nations, 2007": the title is the document.
void take_symbol_of_title(CitedWork& w, BareResolution bare) {
  const std::string_view by =
      w.container.empty() ? std::string_view(w.publisher.text) : std::string_view(w.container.text);
  if (!by.empty() && !by.starts_with("UN") && !by.starts_with("United Nations")) return;
  const std::string& title = w.title.text;
  const auto symbols = note_symbols(title, {0, static_cast<std::uint32_t>(title.size())}, bare);
  if (symbols.size() != 1 || symbols.front().span.size() != title.size()) return;
  w.symbols = symbols.front().symbols;
  w.symbol = w.title;
}

}  // namespace

void settle_kind(CitedWork& w, bool quoted, const ParseContext& context) {
  if (w.symbols.empty() && w.authors.empty()) take_symbol_of_title(w, context.bare);
  const bool resolution = std::any_of(w.symbols.begin(), w.symbols.end(), [](const std::string& s) {
    return s.find("/RES/") != std::string::npos;
  });
  if (w.kind != WorkKind::book) return;
  if (resolution) {
    w.kind = WorkKind::resolution;
  } else if (!w.symbols.empty()) {
    w.kind = WorkKind::document;
  } else if (!w.container.empty() &&
             (!w.volume.empty() || !w.issue.empty() || (quoted && !w.pages.empty()))) {
    w.kind = WorkKind::article;
  } else if (quoted && !w.date.empty() && !(context.has_address && !w.authors.empty())) {
    w.kind = WorkKind::news;
  } else if (quoted && context.has_address && w.publisher.empty()) {
    w.kind = WorkKind::web_page;
  } else if (quoted) {
    w.kind = WorkKind::article;
  }
}

}  // namespace crossroads
