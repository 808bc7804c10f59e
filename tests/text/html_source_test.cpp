// SPDX-License-Identifier: Apache-2.0
#include "text/pandoc/html_source.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/core/utf8.hpp"

using namespace crossroads;
using Main = HtmlSource::Main;

namespace {

std::string prepared(const std::string& html) {
  return html_for_pandoc(html, "page.html").html;
}

Main main_of(const std::string& html) {
  return html_for_pandoc(html, "page.html").main;
}

}  // namespace

TEST_CASE("HTML: encodings") {
  struct Case {
    const char* name;
    std::string bytes;
    std::string text;
  };
  const std::vector<Case> cases{
      {"UTF-8", "<p>\u00E9</p>", "<p>\u00E9</p>"},
      {"a byte-order mark", "\xEF\xBB\xBF<p>\u00E9", "<p>\u00E9"},
      {"UTF-16, little end first", std::string("\xFF\xFE<\0\xE9\0", 6), "<\u00E9"},
      {"UTF-16, big end first", std::string("\xFE\xFF\0<\0\xE9", 6), "<\u00E9"},
      {"Latin-1 that nothing names", "<p>\xE9", "<p>\u00E9"},
      {"windows-1252's quotation marks", "<p>\x93x\x94", "<p>\u201Cx\u201D"},
      {"named in a meta element", "<meta charset=\"koi8-r\"><p>\xC1",
       "<meta charset=\"koi8-r\"><p>\u0430"},
      {"named as HTML 4 does",
       "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>\x93",
       "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>\u201C"},
      {"named by an XML declaration", "<?xml version='1.0' encoding='iso-8859-2'?>\xB1",
       "<?xml version='1.0' encoding='iso-8859-2'?>\u0105"},
      {"named wrongly", "<meta charset=utf-8>\xE9", "<meta charset=utf-8>\u00E9"},
      {"a name that nobody knows", "<meta charset=wx-9>\u00E9", "<meta charset=wx-9>\u00E9"},
      {"several bytes a sign", "<meta charset=shift_jis>\x82\xA0",
       "<meta charset=shift_jis>\u3042"},
      {"nothing", "", ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.name);
    CHECK(html_in_utf8(test.bytes) == test.text);
  }
  const std::string cut = html_in_utf8(std::string("\xFF\xFE<\0\xE9", 5));  // half a unit
  CHECK(!find_invalid_utf8(cut));
}

TEST_CASE("HTML: what is long is converted whole") {
  std::string bytes = "<meta charset=windows-1252>";
  std::string text = bytes;
  for (int i = 0; i < 100'000; ++i) {
    bytes += "\xE9 ";
    text += "\u00E9 ";
  }
  CHECK(html_in_utf8(bytes) == text);
}

TEST_CASE("HTML: elements that pandoc forgets are marked") {
  CHECK(prepared("<NAV class=x>a</nav>") == "<div data-element=\"nav\" class=x>a</div>");
  CHECK(prepared("<a>x</a><button disabled>y</button>") ==
        "<a>x</a><span data-element=\"control\" disabled>y</span>");
  CHECK(prepared("<p id=\"a\" CLASS='b c'>x</p>") ==
        "<p id=\"a\" CLASS='b c'><span data-element=\"p\" id=\"a\" CLASS='b c'></span>x</p>");
  CHECK(prepared("<p>x</p><pre>") == "<p>x</p><pre>");
  CHECK(prepared("<ul class=toc><li><ul><li></ul></ul>") ==
        "<div  class=toc><ul class=toc><li><ul><li></ul></ul></div>");
  CHECK(prepared("a<!-- <nav> -->b<!-- open <p>") == "ab");
  CHECK(prepared("<script>if (a<b) '<nav>'</script><nav>") ==
        "<script>if (a<b) '<nav>'</script><div data-element=\"nav\">");
  CHECK(prepared("1 < 2 <3 <") == "1 < 2 <3 <");
  CHECK(prepared("<nav title=\"a>b\">") == "<div data-element=\"nav\" title=\"a>b\">");
  CHECK(prepared("<p class=\"open") == "<p class=\"open");
  CHECK(prepared("") == "");
}

TEST_CASE("HTML: where a page's own words stand") {
  CHECK(main_of("<main>x</main>") == Main::main_element);
  CHECK(main_of("<div role=\"main\">x</div>") == Main::main_element);
  CHECK(main_of("<article>x</article>") == Main::one_article);
  CHECK(main_of("<article>x</article><article>y</article>") == Main::none);
  CHECK(main_of("<p>x</p>") == Main::none);
  CHECK(main_of("<!--<main>-->") == Main::none);
}

TEST_CASE("HTML: nesting is limited, and nothing takes quadratic time") {
  std::string deep;
  for (int i = 0; i < 400; ++i) deep += "<div>";
  CHECK_NOTHROW(prepared(deep));
  CHECK_THROWS_WITH_AS(prepared(deep + "<div>"), "page.html: blocks are nested more than 400 deep",
                       Error);
  std::string wide;
  for (int i = 0; i < 300'000; ++i) wide += "<div></div><b \"<script <!-";
  CHECK_NOTHROW(prepared(wide));
  std::string open;
  for (int i = 0; i < 300'000; ++i) open += "<p a=\"";
  CHECK_NOTHROW(prepared(open));
  std::string scripts;
  for (int i = 0; i < 100'000; ++i) scripts += "<script></s</title";
  CHECK_NOTHROW(prepared(scripts));
}
