// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace crossroads {

/// A page's bytes in UTF-8: by its byte-order mark, else by what its head says (<meta charset>, an
/// XML declaration), else UTF-8 where it is well-formed, else windows-1252, as browsers do. What
/// the encoding can't mean becomes U+FFFD. O(bytes).
std::string html_in_utf8(std::string_view bytes);

struct HtmlSource {
  enum class Main { none, main_element, one_article };
  std::string html;
  Main main = Main::none;  ///< where the page says that its own words stand
};

/// A page as it is handed to pandoc, which forgets what most elements of HTML 5 are: <nav> and the
/// like become <div data-element="nav">, controls <span data-element="control">, and a paragraph's
/// id and class move to an empty <span data-element="p"> at its begin. `id` names the page in the
/// Error (input) that is thrown where blocks are nested too deep. O(bytes).
HtmlSource html_for_pandoc(std::string_view html, const std::string& id);

}  // namespace crossroads
