// SPDX-License-Identifier: Apache-2.0
//
// What is no graph of ours is refused with one Error, which names the place; nothing crashes.
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/store/graph_json.hpp"
#include "support/small_corpus.hpp"

using namespace crossroads;

namespace {

const std::string& small_graph() {
  static const std::string json = write_graph_json(test::graph_of(
      R"(<source id="s">S</source><relation id="in"><cue>in</cue></relation>
         <entry id="a" kind="k"><label>Alpha</label>
           <statement relation="related" to="b" source="s"/></entry>
         <entry id="b" kind="k"><label>Beta</label></entry>)",
      {{"t.txt", "Alpha in Beta\n"}}));
  return json;
}

/// A graph with sections, articles, authors, a list and a note.
const std::string& volume_graph() {
  static const std::string json =
      write_graph_json(test::graph_of(test::volume_ontology(), {test::volume()}));
  return json;
}

/// The message, without the file's name before it; "" where nothing is wrong.
std::string refusal(const std::string& json) {
  try {
    read_graph_json(json, "g.json");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    const std::string what = error.what();
    CHECK(what.starts_with("g.json:"));
    CHECK(what.find('\n') == std::string::npos);
    return what.starts_with("g.json: ") ? what.substr(8) : what;
  }
  return "";
}

/// The graph with the first of these bytes replaced.
std::string with(const std::string& old, const std::string& put,
                 const std::string& json = small_graph()) {
  const std::size_t at = json.find(old);
  CAPTURE(old);
  REQUIRE(at != std::string::npos);
  std::string changed = json;
  return changed.replace(at, old.size(), put);
}

struct Change {
  std::string old;
  std::string put;
  std::string refused;
};

void run(const std::vector<Change>& changes) {
  for (const Change& c : changes) {
    CAPTURE(c.old);
    CAPTURE(c.put);
    CHECK(refusal(with(c.old, c.put)) == c.refused);
  }
}

}  // namespace

TEST_CASE("graph JSON: what is no graph") {
  const std::string no_graph = "is not a Crossroads graph";
  CHECK(refusal("{}") == no_graph);
  CHECK(refusal("[]") == no_graph);
  CHECK(refusal("7") == no_graph);
  CHECK(refusal(R"({"graph":[]})") == no_graph);
  CHECK(refusal(R"({"graph":{},"nodes":[],"edges":[]})") == no_graph);
  CHECK(refusal(R"({"graph":{"format":"gexf","version":1}})") == no_graph);
  CHECK(refusal(R"({"graph":{"format":7,"version":1}})") == "'format' is not a string");
  CHECK(refusal(R"({"graph":{"format":"crossroads"}})") ==
        "is of version 0, and this program reads version 1");
  CHECK(refusal(R"({"graph":{"format":"crossroads","version":2}})") ==
        "is of version 2, and this program reads version 1");
  CHECK(refusal(R"({"graph":{"format":"crossroads","version":"1"}})") ==
        "'version' is not a count");
  CHECK(refusal("") == "g.json:1:1: ill-formed JSON: the text ends too early");
  CHECK(refusal("<ontology/>").starts_with("g.json:1:1: ill-formed JSON: "));
  CHECK(refusal("\xFF").starts_with("g.json:1:1: ill-formed JSON: "));
  CHECK(refusal(std::string(100, '[')) == "JSON is nested more than 64 deep");
  try {
    read_graph_json("{}", "g.json");
  } catch (const Error& error) {
    CHECK(error.remedy() == "'crossroads build' makes one");
  }
}

TEST_CASE("graph JSON: the least that is a graph") {
  CHECK(refusal(R"({"graph":{"format":"crossroads","version":1}})") == "");
  CHECK(refusal(R"({"graph":{"format":"crossroads","version":1},"nodes":[],"links":[]})") == "");
}

TEST_CASE("graph JSON: cut off at any byte, it is refused") {
  const std::string& json = small_graph();
  const std::size_t end = json.find_last_not_of('\n') + 1;
  for (std::size_t size = 0; size < end; ++size) {
    const std::string what = refusal(json.substr(0, size));
    if (what.find("ill-formed JSON: ") == std::string::npos) FAIL_CHECK("cut at " << size << what);
  }
  CHECK(refusal(json.substr(0, end)) == "");
}

TEST_CASE("graph JSON: any byte changed or left out gives a graph or one Error") {
  const std::string& json = small_graph();
  std::size_t refused = 0;
  for (std::size_t at = 0; at < json.size(); ++at) {
    std::string changed = json;
    for (const char put : {'0', '"', '}', '\x80'}) {
      changed[at] = put;
      if (!refusal(changed).empty()) ++refused;
    }
    changed = json;
    if (!refusal(changed.erase(at, 1)).empty()) ++refused;
  }
  CHECK(refused > json.size());
}

TEST_CASE("graph JSON: the head") {
  run({
      {R"("windows":1)", R"("windows":-1)", "'windows' is not a count"},
      {R"("windows":1)", R"("windows":1.5)", "'windows' is not a count"},
      {R"("evidence_limit":50)", R"("evidence_limit":4294967296)", "'evidence_limit' is too large"},
      {R"("window":"passage")", R"("window":["passage"])", "'window' is not a string"},
      {R"("kinds":[)", R"("kinds":{},"x":[)", "'kinds' is not a list"},
      {R"({"id":"k",)", R"({)", "'id' is missing"},
      {R"({"id":"related",)", R"({"id":"",)", "'id' is missing"},
      {R"("symmetric":true)", R"("symmetric":"yes")", "'symmetric' is neither true nor false"},
      {R"({"id":"t.txt","title")", R"({"title")", "'id' is missing"},
      {R"("bytes":14)", R"("bytes":null)", "'bytes' is not a count"},
  });
}

TEST_CASE("graph JSON: nodes") {
  const std::string p1 = R"({"id":"text:t.txt#p1","kind":"passage",)";
  run({
      {R"("nodes":[)", R"("nodes":7,"x":[)", "'nodes' is not a list"},
      {R"("nodes":[)", R"("nodes":[7,)", "nodes[0]: 'id' is missing"},
      {R"("nodes":[)", R"("nodes":[{},)", "nodes[0]: 'id' is missing"},
      {R"({"id":"b","kind":"k",)", R"({"id":"b",)", "nodes[1]: 'kind' is missing"},
      {R"({"id":"b","kind":"k",)", R"({"id":"b","kind":["k"],)",
       "nodes[1]: 'kind' is not a string"},
      {R"({"id":"b","kind":"k",)", R"({"id":"b","kind":"k","kinds":"k",)",
       "nodes[1]: 'kinds' is not a list"},
      {R"({"id":"b","kind":"k",)", R"({"id":"b","kind":"k","aliases":[1],)",
       "nodes[1]: 'aliases' holds what is not a string"},
      {R"({"id":"b","kind":"k",)", R"({"id":"b","kind":"k","attributes":[{}],)",
       "nodes[1]: 'name' is missing"},
      {R"({"id":"b","kind":"k",)", R"({"id":"a","kind":"k",)", "edges[0]: there is no node 'b'"},
      {R"("mentions":1)", R"("mentions":"1")", "nodes[0]: 'mentions' is not a count"},
      {p1 + R"("document":"t.txt")", p1 + R"("document":"u.txt")",
       "nodes[3]: its document is not listed"},
      {p1 + R"("document":"t.txt")", p1 + R"("x":"")", "nodes[3]: 'document' is missing"},
      {R"("ranges":[[0,13]])", R"("ranges":[])", "'text:t.txt#p1' has no ranges"},
      {R"("ranges":[[0,13]])", R"("ranges":[[0,5],[5,5]])",
       "nodes[3]: a span is not [begin, end] with begin before end"},
      {R"("ranges":[[0,13]])", R"("ranges":[[6,13],[0,5]])",
       "the ranges of 'text:t.txt#p1' are empty or out of order"},
  });
  for (const char* span : {"[]", "[0]", "[0,13,14]", "[13,0]", "[-1,13]", "[0,4294967296]",
                           "[0,\"13\"]", "[0.0,13]", "7", "{}", "null"}) {
    CHECK(refusal(with(R"("ranges":[[0,13]])", R"("ranges":[)" + std::string(span) + "]")) ==
          "nodes[3]: a span is not [begin, end] with begin before end");
  }
  // The same node twice.
  CHECK(refusal(with(R"("nodes":[)", R"("nodes":[{"id":"b","kind":"k"},)")) ==
        "two nodes have the id 'b'");
  const std::string passage =
      R"({"id":"text:t.txt#p1","kind":"passage","document":"t.txt","role":"heading","ranges":[[0,13]],)"
      R"("text":"Alpha in Beta"},)";
  CHECK(refusal(with(R"("nodes":[)", R"("nodes":[)" + passage)) ==
        "two nodes have the id 'text:t.txt#p1'");
  // What the words of a passage can't be.
  CHECK(refusal(with(R"("role":"heading")", R"("role":"chorus")")) ==
        "nodes[3]: its role is not known");
  CHECK(refusal(with(R"("ranges":[[0,13]])", R"("ranges":[[0,12]])")) ==
        "nodes[3]: its text is not as long as its ranges");
  CHECK(refusal(with(R"({"id":"text:t.txt","kind":"text")", R"({"id":"t","kind":"text")")) ==
        "the document 't.txt' has no node 'text:t.txt'");
}

TEST_CASE("graph JSON: edges") {
  const std::string related =
      R"({"source":"a","target":"b","key":"related:curated","relation":"related","origin":"curated")";
  REQUIRE(small_graph().find(related) != std::string::npos);
  const auto edge = [](const std::string& members) {
    return R"({"source":"a","target":"b",)" + members;
  };
  run({
      {R"("edges":[)", R"("edges":{},"x":[)", "'edges' is not a list"},
      {R"("edges":[)", R"("links":"","x":[)", "'links' is not a list"},
      {R"("edges":[)", R"("edges":[null,)", "edges[0]: 'source' is missing"},
      {R"("edges":[)", R"("edges":[{"source":"a"},)", "edges[0]: 'target' is missing"},
      {related, edge(R"("origin":"curated")"), "edges[2]: 'relation' is missing"},
      {related, edge(R"("relation":"related")"), "edges[2]: 'origin' is missing"},
      {related, edge(R"("relation":"r","origin":"guessed")"), "edges[2]: its origin is not known"},
      {related, edge(R"("relation":"r","origin":"curated","polarity":"neg")"),
       "edges[2]: its polarity is not known"},
      {related, edge(R"("relation":"r","origin":"curated","modality":"so")"),
       "edges[2]: its modality is not known"},
      {related, edge(R"("relation":"in","origin":"stated")"),
       "two edges from 'a' to 'b' have the key 'in:stated:/'"},
      {related, R"({"source":"a","target":"c","relation":"r","origin":"curated")",
       "edges[2]: there is no node 'c'"},
      {related, R"({"source":"text:t.txt#p1","target":"a","relation":"r","origin":"curated")",
       "edges[2]: there is no node 'text:t.txt#p1'"},
      {R"("sources":["s"])", R"("sources":"s")", "edges[2]: 'sources' is not a list"},
      {R"("npmi":1)", R"("npmi":"1")", "edges[0]: 'npmi' is not a number"},
      {R"("weight":1)", R"("weight":4294967296)", "edges[0]: 'weight' is too large"},
      {R"("evidence":[{"passage":"text:t.txt#p1")", R"("evidence":[{"passage":"p")",
       "edges[0]: there is no node 'p'"},
      {R"("evidence":[{"passage":"text:t.txt#p1")", R"("evidence":[{"x":1)",
       "edges[0]: 'passage' is missing"},
      {R"("source_span":[0,5],)", "", "edges[1]: 'source_span' is missing"},
      {R"("source_span":[0,5],)", R"("source_span":[0,14],)",
       "an edge's words lie outside 'text:t.txt#p1'"},
      {R"("span":[0,13])", R"("span":[0,14])", "an edge's words lie outside 'text:t.txt#p1'"},
      {R"("spans":[[0,5]])", R"("spans":[[0,14]])", "a mention in 'text:t.txt#p1' lies outside it"},
      {R"("spans":[[0,5]])", R"("spans":[0,5])",
       "edges[4]: a span is not [begin, end] with begin before end"},
      {R"("source":"text:t.txt#p1","target":"a")",
       R"("source":"text:t.txt#p1","target":"text:t.txt")",
       "a mention in 'text:t.txt#p1' lies outside it"},
  });
}

TEST_CASE("graph JSON: sections, notes and pages") {
  const auto refused = [](const std::string& old, const std::string& put) {
    return refusal(with(old, put, volume_graph()));
  };
  const std::string outer =
      R"({"source":"text:v.txt","target":"text:v.txt#s1","key":"contains:structure",)";
  const std::string inner =
      R"({"source":"text:v.txt#s1","target":"text:v.txt#a2","key":"contains:structure",)";
  const std::string p3 = R"("zone":"body","section":"text:v.txt#a1")";
  const std::string note = R"("note":{"mark":"1","caller":"text:v.txt#p13",)";
  const std::string span = "a span is not [begin, end] with begin before end";
  const auto at = [](const std::string& what) {
    CHECK(what.starts_with("nodes["));
    return what.substr(std::min(what.size(), what.find(' ') + 1));
  };
  REQUIRE(refusal(volume_graph()) == "");
  CHECK(refused(outer, R"({"source":"ada","target":"text:v.txt#s1",)") ==
        "'ada' can't contain 'text:v.txt#s1'");
  CHECK(refused(outer, R"({"source":"text:v.txt#a2","target":"text:v.txt#s1",)") ==
        "'text:v.txt#s1' contains itself");
  CHECK(refused(inner, R"({"source":"text:v.txt#s1","target":"text:v.txt#a3",)") ==
        "'text:v.txt#a3' is contained twice");
  CHECK(refused(inner, R"({"source":"text:v.txt","target":"text:v.txt#a3",)") ==
        "'text:v.txt#a3' is contained twice");
  CHECK(at(refused(R"("level":1)", R"("level":256)")) == "'level' is too large");
  CHECK(at(refused(R"("level":1)", R"("level":-1)")) == "'level' is not a count");
  CHECK(at(refused(R"("authors":["Ada Quill"])", R"("authors":"Ada Quill")")) ==
        "'authors' is not a list");
  CHECK(at(refused(R"("kind":"article","label":"Two valleys","document":"v.txt")",
                   R"("kind":"article","label":"Two valleys")")) == "'document' is missing");
  CHECK(at(refused(p3, R"("zone":"body","section":"text:v.txt#a9")")) ==
        "there is no node 'text:v.txt#a9'");
  CHECK(at(refused(p3, R"("zone":"body","section":7)")) == "'section' is not a string");
  CHECK(refused(p3, R"("zone":"body","section":"ada")") ==
        "'ada' is no section of the text of 'text:v.txt#p3'");
  CHECK(at(refused(R"("lead_in":"text:v.txt#p7")", R"("lead_in":"ada")")) ==
        "there is no node 'ada'");
  CHECK(refused(R"("lead_in":"text:v.txt#p7")", R"("lead_in":"text:v.txt#p8")") ==
        "the lead-in of 'text:v.txt#p8' is no other passage of its text");
  CHECK(at(refused(note, R"("note":{"mark":1,"caller":"text:v.txt#p13",)")) ==
        "'mark' is not a string");
  CHECK(at(refused(note, R"("note":{"mark":"1","caller":"text:v.txt",)")) ==
        "there is no node 'text:v.txt'");
  CHECK(refused(note, R"("note":{"mark":"1","caller":"text:v.txt#p12",)") ==
        "the call of 'text:v.txt#p14' lies outside its caller");
  CHECK(at(refused(R"("sentence":[)", R"("x":[)")) == "'sentence' is missing");
  CHECK(at(refused(R"("call":[)", R"("call":[7,)")) == span);
  CHECK(
      refused(R"("with_span":[)", R"("with":7,"with_span":[)").ends_with("'with' is not a string"));
  CHECK(refused(R"("with_span":[)", R"("x":[)").ends_with("'with_span' is missing"));
  CHECK(refused(R"("evidence":[{"passage":"text:v.txt#p2","span":[13,22])",
                R"("evidence":[{"passage":"text:v.txt#p2","span":[13,23])") ==
        "an edge's words lie outside 'text:v.txt#p2'");

  const std::string pages = "a page is not [begin, label], behind the one before it";
  const auto with_pages = [&](const std::string& list) {
    return refused(R"({"id":"v.txt",)", R"({"id":"v.txt","pages":)" + list + ",");
  };
  CHECK(with_pages("[]") == "");
  CHECK(with_pages(R"([[0,"i"],[7,""]])") == "");
  CHECK(with_pages("7") == "'pages' is not a list");
  for (const char* list : {R"([7])", R"([[0]])", R"([[0,1]])", R"([["0","1"]])", R"([[-1,"1"]])",
                           R"([[7,"1"],[7,"2"]])", R"([[4294967296,"1"]])"}) {
    CHECK_MESSAGE(with_pages(list) == pages, list);
  }
}

TEST_CASE("graph JSON: any byte of sections and notes changed gives a graph or one Error") {
  const std::string& json = volume_graph();
  for (std::size_t at = json.find(R"("nodes")"); at < json.size(); ++at) {
    std::string changed = json;
    for (const char put : {'0', '"'}) {
      changed[at] = put;
      refusal(changed);
    }
  }
}
