// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/text/read.hpp"
#include "support/check_document.hpp"
#include "support/dump_document.hpp"

using namespace crossroads;

namespace {

struct MarkdownCase {
  std::string name;
  std::string text;
  std::string passages;
};

}  // namespace

TEST_CASE("Markdown: blocks") {
  const std::vector<MarkdownCase> cases = {
      {"headings", "# One\n## Two ##\n#\tThree\n#\n####### seven\n#none\n",
       "heading 0-5: # One\nheading 6-15: ## Two ##\nheading 16-23: # Three\nheading 24-25: #\n"
       "body 26-45: ####### seven #none\n"},
      {"a heading ends a paragraph", "Text\n# One\nText\n",
       "body 0-4: Text\nheading 5-10: # One\nbody 11-15: Text\n"},
      {"headings underlined", "One\n===\nTwo\nlines\n---\n\nText.\n\n---\n",
       "heading 0-7: One ===\nheading 8-21: Two lines ---\nbody 23-28: Text.\nseparator 30-33: "
       "---\n"},
      {"lists", "- one\n  more\n* two\n\n1. three\n12) four\n",
       "list-item 0-12: - one more\nlist-item 13-18: * two\nlist-item 20-28: 1. three\n"
       "list-item 29-37: 12) four\n"},
      {"a list ends a paragraph", "Text:\n- one\n", "body 0-5: Text:\nlist-item 6-11: - one\n"},
      {"numbers and dashes within a paragraph do not", "It was in\n12. That\n\u2013 late.\n",
       "body 0-28: It was in 12. That \u2013 late.\n"},
      {"quotes, lazy ones too", "> one\n> two\nthree\n\nText\n> four\n",
       "quote 0-17: > one > two three\nbody 19-23: Text\nquote 24-30: > four\n"},
      {"tables, a passage a row", "| a | b |\n|---|---|\n| 1 | 2 |\nText\n",
       "table 0-9: | a | b |\ntable 10-19: |---|---|\ntable 20-29: | 1 | 2 |\nbody 30-34: Text\n"},
      {"fenced code", "```cpp\n# no heading\n\n- no item\n```\nText\n",
       "code 0-34: ```cpp # no heading - no item ```\nbody 35-39: Text\n"},
      {"tildes, and a fence that is longer", "~~~~\n~~~\n```\n~~~~~\nText\n",
       "code 0-18: ~~~~ ~~~ ``` ~~~~~\nbody 19-23: Text\n"},
      {"a fence that nothing closes", "```\ncode\n\nmore\n", "code 0-14: ``` code more\n"},
      {"code within a line is no fence", "```x``` is code\n\n# One\n",
       "body 0-15: ```x``` is code\nheading 17-22: # One\n"},
      {"footnotes", "Text.[^1]\n\n[^1]: See there,\nand there.\n[^b]: See\n\n    more.\n\nText.\n",
       "body 0-9: Text.[^1]\nnote 11-38: [^1]: See there, and there.\nnote 39-59: [^b]: See more.\n"
       "body 61-66: Text.\n"},
      {"front matter", "---\ntitle: One\n---\n\n# Two\n",
       "metadata 0-18: --- title: One ---\nheading 20-25: # Two\n"},
      {"front matter that nothing closes is a rule", "---\ntitle: One\n",
       "separator 0-3: ---\nbody 4-14: title: One\n"},
      {"rules", "***\n\n_ _ _\n\n- - -\n",
       "separator 0-3: ***\nseparator 5-10: _ _ _\nseparator 12-17: - - -\n"},
      {"CRLF", "# One\r\n\r\nText\r\nmore\r\n\r\nTwo\r\n---\r\n",
       "heading 0-5: # One\nbody 9-19: Text more\nheading 23-31: Two ---\n"},
  };
  std::set<std::string> names;
  for (const MarkdownCase& c : cases) {
    CAPTURE(c.name);
    CHECK(names.insert(c.name).second);
    const Document document = read_text("t.md", c.text, TextFormat::markdown);
    CHECK(test::violations(document) == "");
    CHECK(test::dump(document) == c.passages);
  }
}
