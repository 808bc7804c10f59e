// SPDX-License-Identifier: Apache-2.0
#include "export/dot_graph.hpp"

#include "crossroads/core/error.hpp"

namespace crossroads {
namespace {

/// The C interface takes char*, and changes none of it.
class CString {
 public:
  explicit CString(std::string_view text) : text_(text) {}
  operator char*() { return text_.data(); }  // NOLINT: that is its purpose

 private:
  std::string text_;
};

template <class T>
T* checked(T* made) {
  if (made == nullptr) throw Error(ErrorKind::internal, "libcgraph ran out of memory");
  return made;
}

int append_to_string(void* out, const char* text) {
  static_cast<std::string*>(out)->append(text);
  return 0;
}

int nothing_to_flush(void* /*out*/) {
  return 0;
}

/// Whether Graphviz would take it for a character: "&lt;", "&#60;".
bool begins_reference(std::string_view text) {
  constexpr std::string_view characters =
      "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const std::size_t end = text.find_first_not_of(characters, 1);
  return end != std::string_view::npos && end > 1 && text[end] == ';';
}

void set_attribute(Agraph_t* graph, int kind, void* object, std::string_view attribute,
                   std::string_view value) {
  CString name(attribute);
  CString empty("");
  if (agattr(graph, kind, name, nullptr) == nullptr) checked(agattr(graph, kind, name, empty));
  agset(object, name, CString(value));
}

}  // namespace

DotGraph::DotGraph(std::string_view name) {
  static Agiodisc_t to_string = {nullptr, append_to_string, nothing_to_flush};
  static Agdisc_t services = {&AgMemDisc, &AgIdDisc, &to_string};
  graph_.reset(checked(agopen(CString(name), Agdirected, &services)));
}

Agnode_t* DotGraph::node(std::string_view name) {
  return checked(agnode(graph_.get(), CString(dot_string(name)), 1));
}

Agedge_t* DotGraph::edge(Agnode_t* from, Agnode_t* to, std::string_view key) {
  return checked(agedge(graph_.get(), from, to, CString(dot_string(key)), 1));
}

void DotGraph::set_graph(std::string_view attribute, std::string_view value) {
  checked(agattr(graph_.get(), AGRAPH, CString(attribute), CString(value)));
}

void DotGraph::set_node_default(std::string_view attribute, std::string_view value) {
  checked(agattr(graph_.get(), AGNODE, CString(attribute), CString(value)));
}

void DotGraph::set_edge_default(std::string_view attribute, std::string_view value) {
  checked(agattr(graph_.get(), AGEDGE, CString(attribute), CString(value)));
}

void DotGraph::set(Agnode_t* node, std::string_view attribute, std::string_view value) {
  set_attribute(graph_.get(), AGNODE, node, attribute, value);
}

void DotGraph::set(Agedge_t* edge, std::string_view attribute, std::string_view value) {
  set_attribute(graph_.get(), AGEDGE, edge, attribute, value);
}

std::string DotGraph::text() const {
  std::string out;
  const int failed = agwrite(graph_.get(), &out);
  if (failed != 0) throw Error(ErrorKind::internal, "libcgraph can't write the graph");
  return out;
}

std::string dot_string(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string dot_label(std::string_view text) {
  std::string label;
  for (std::size_t i = 0; i < text.size(); ++i) {
    label += text[i] == '&' && begins_reference(text.substr(i)) ? "&amp;"
                                                                : dot_string(text.substr(i, 1));
  }
  return label;
}

}  // namespace crossroads
