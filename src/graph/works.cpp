// SPDX-License-Identifier: Apache-2.0
#include "graph/works.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "crossroads/core/checksum.hpp"
#include "crossroads/core/utf8.hpp"
#include "crossroads/link/symbols.hpp"
#include "text/citations/citation_refer.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

constexpr std::size_t longest_name = 60;   // bytes, in an id
constexpr std::size_t longest_title = 80;  // likewise

/// "guns-money-and-prayers": small letters and digits without their marks, a hyphen between words.
std::string words_of(std::string_view text) {
  std::string out;
  bool in_word = false;
  const std::string plain = plain_letters(text);
  const auto add = [&](std::string_view what) {
    if (!in_word && !out.empty()) out += '-';
    out += what;
    in_word = true;
  };
  for (std::size_t at = 0; at < plain.size();) {
    const CodePoint point = code_point_at(plain, at);
    const char32_t c = point.value;
    if (c == '&') {
      in_word = false;
      add("and");
      in_word = false;
    } else if (is_word_character(c)) {
      add(std::string_view(plain).substr(at, point.size));
    } else if (!is_apostrophe(c)) {
      in_word = false;
    }
    at += point.size;
  }
  return out;
}

/// What an id says of a text: its words, or as many of them as `longest` bytes of ASCII hold and,
/// where that is not all, the beginning of the checksum of all. So one text has one, whatever else
/// there is, and two have two.
std::string short_words(std::string_view text, std::size_t longest) {
  const std::string all = words_of(text);
  std::string out;
  for (const char c : all) {
    if (static_cast<unsigned char>(c) < 0x80 && (c != '-' || (!out.empty() && !out.ends_with('-'))))
      out += c;
  }
  if (out == all && !out.empty() && out.size() <= longest) return out;
  if (out.size() > longest) {
    const std::size_t end = out.rfind('-', longest);
    out.resize(end == out.npos ? longest : end);
  }
  while (out.ends_with('-')) out.pop_back();
  return out + (out.empty() ? "" : "-") + sha256(all.empty() ? text : all).substr(0, 8);
}

std::string_view without_article(std::string_view title) {
  for (const std::string_view article : {"The ", "A ", "An "}) {
    if (title.starts_with(article)) title.remove_prefix(article.size());
  }
  return title;
}

std::string_view without_bracket(std::string_view name) {
  return name.substr(0, std::min(name.find(" ("), name.size()));
}

/// Who answers for a work, in short: its first author, or what holds or publishes it.
std::string_view first_name(const CitedWork& work) {
  if (!work.authors.empty()) return work.authors.front().family;
  if (!work.editors.empty()) return work.editors.front().family;
  return work.container.empty() ? work.publisher.text : work.container.text;
}

/// "Bøås and Dunn (2013) Understanding African guerrillas: …".
std::string label_of(const CitedWork& work) {
  const auto& names = work.authors.empty() ? work.editors : work.authors;
  std::string label;
  if (!names.empty()) label = without_bracket(names.front().family);
  if (names.size() == 2) label += " and " + names[1].family;
  if (names.size() > 2) label += " et al.";
  if (!label.empty()) {
    const std::string year = work.year.empty() ? "n.d." : work.year.text;
    return fmt::format("{} ({}) {}", label, year, work.title.text);
  }
  return work.year.empty() ? work.title.text
                           : fmt::format("{} ({})", work.title.text, work.year.text);
}

class WorkAdder {
 public:
  WorkAdder(GraphParts& parts, const Ontology& ontology)
      : parts_(parts), ontology_(ontology), symbols_(index_symbols(ontology)) {
    for (std::size_t i = 0; i < ontology.entries.size(); ++i) {
      const auto entry = static_cast<EntryId>(i);
      if (!is_document(entry)) continue;
      for (const Form& form : ontology.entries[i].forms) {
        titles_[plain_letters(form.text)].insert(entry);
      }
    }
  }

  void add(const LinkedDocument& linked, std::uint32_t first_passage) {
    const Citations found = find_citations(linked.document);
    std::vector<std::uint32_t> vertices;
    for (const CitedWork& work : found.works) {
      const auto entry = entry_of(work, linked.links);
      vertices.push_back(entry ? index(*entry) : vertex_of(work));
      if (!entry) add_authors(work, vertices.back(), linked.links, first_passage);
    }
    for (const Citation& citation : found.citations) {
      const std::uint32_t from = citation.caller.value_or(citation.passage);
      parts_.passages[first_passage + from].cites.push_back(
          {vertices[citation.work], first_passage + citation.passage, citation.span});
    }
  }

  void finish() {
    for (auto& [ends, edge] : authored_) {
      edge.source = ends.first;
      edge.target = ends.second;
      edge.relation = "authored";
      edge.origin = Origin::structure;
      edge.evidence_total = static_cast<std::uint32_t>(edge.evidence.size());
      parts_.edges.push_back(std::move(edge));
    }
  }

 private:
  bool is_document(EntryId entry) const {
    static const std::vector<std::string> document = {"document"};
    return ontology_.is_any_of(ontology_.entry(entry), document);
  }
  bool is_person(EntryId entry) const {
    static const std::vector<std::string> person = {"person"};
    return ontology_.is_any_of(ontology_.entry(entry), person);
  }

  /// The ontology's entry for a work, if it has one: by symbol, by title, or because a mention of a
  /// document is the title, a bracket behind it aside.
  std::optional<EntryId> entry_of(const CitedWork& work, const Links& links) const {
    const std::vector<EntryId> by_symbol = entries_of(symbols_, work.symbols);
    if (by_symbol.size() == 1) return by_symbol.front();
    for (const std::string_view title :
         {std::string_view(work.title.text), without_bracket(work.title.text)}) {
      const auto known = titles_.find(plain_letters(title));
      if (known != titles_.end() && known->second.size() == 1) return *known->second.begin();
    }
    for (const Mention& mention : mentions_in(work.title.span, links)) {
      const std::size_t rest =
          work.title.span.end - std::min(work.title.span.end, mention.span.end);
      const bool whole = mention.span.begin == work.title.span.begin &&
                         (rest == 0 || ends_before_bracket(work, rest));
      if (whole && is_document(mention.entry)) return mention.entry;
    }
    return std::nullopt;
  }

  static bool ends_before_bracket(const CitedWork& work, std::size_t rest) {
    const std::string& title = work.title.text;
    return rest < title.size() && title.substr(title.size() - rest).starts_with(" (");
  }

  static std::span<const Mention> mentions_in(Span span, const Links& links) {
    const auto first =
        std::partition_point(links.mentions.begin(), links.mentions.end(),
                             [&](const Mention& m) { return m.span.begin < span.begin; });
    const auto last = std::partition_point(
        first, links.mentions.end(), [&](const Mention& m) { return m.span.begin < span.end; });
    return {first, last};
  }

  std::uint32_t vertex_of(const CitedWork& work) {
    std::string id = work_id(work);
    const auto [known, is_new] =
        works_.try_emplace(id, static_cast<std::uint32_t>(parts_.vertices.size()));
    if (is_new) {
      Vertex vertex;
      vertex.id = std::move(id);
      vertex.kinds = {"work"};
      vertex.label = label_of(work);
      parts_.vertices.push_back(std::move(vertex));
    }
    describe(work, parts_.vertices[known->second]);
    return known->second;
  }

  /// Adds what the citation says and the ones before it did not.
  static void describe(const CitedWork& work, Vertex& vertex) {
    const auto has = [&](std::string_view name) {
      return std::any_of(vertex.attributes.begin(), vertex.attributes.end(),
                         [&](const Attribute& a) { return a.property == name; });
    };
    const auto add = [&](std::string name, std::string value) {
      vertex.attributes.push_back({std::move(name), std::move(value), {}, {}});
    };
    const auto set = [&](std::string_view name, const std::string& value) {
      if (!value.empty() && !has(name)) add(std::string(name), value);
    };
    set("type", std::string(to_string(work.kind)));
    const auto add_names = [&](const std::vector<CitedName>& names, std::string_view of_persons,
                               std::string_view of_others) {
      if (has(of_persons) || has(of_others)) return;
      for (const CitedName& name : names) {
        if (!name.is_person) {
          add(std::string(of_others), name.family);
        } else {
          const std::string given = name.given.empty() ? "" : ", " + name.given;
          add(std::string(of_persons), name.family + given);
        }
      }
    };
    add_names(work.authors, "author", "corporate-author");
    add_names(work.editors, "editor", "corporate-editor");
    set("title", work.title.text);
    set("year", work.year.text);
    set("date", work.date.text);
    if (work.forthcoming) set("status", "forthcoming");
    set("container", work.container.text);
    set("volume", work.volume.text);
    set("issue", work.issue.text);
    set("pages", work.pages.text);
    set("publisher", work.publisher.text);
    set("place", work.place.text);
    set("url", work.url.text);
    set("doi", work.doi.text);
    if (!has("symbol")) {
      for (const std::string& symbol : work.symbols) add("symbol", symbol);
    }
  }

  void add_authors(const CitedWork& work, std::uint32_t vertex, const Links& links,
                   std::uint32_t first_passage) {
    for (const CitedName& name : work.authors) {
      for (const Mention& mention : mentions_in(name.span, links)) {
        if (!name.span.contains(mention.span) || !is_person(mention.entry)) continue;
        authored_[{index(mention.entry), vertex}].evidence.push_back(
            {first_passage + mention.passage, std::nullopt, std::nullopt, mention.span});
      }
    }
  }

  GraphParts& parts_;
  const Ontology& ontology_;
  SymbolIndex symbols_;
  std::map<std::string, std::set<EntryId>, std::less<>> titles_;  // in plain letters
  std::map<std::string, std::uint32_t, std::less<>> works_;       // vertices by id
  std::map<std::pair<std::uint32_t, std::uint32_t>, Edge> authored_;
};

}  // namespace

std::string work_id(const CitedWork& work) {
  if (!work.symbols.empty()) return "work:" + short_words(work.symbols.front(), longest_title);
  const std::string_view names = without_bracket(first_name(work));
  const std::string name = names.empty() ? std::string() : short_words(names, longest_name);
  const std::string title = short_words(without_article(work.title.text), longest_title);
  return fmt::format("work:{}{}{}-{}", name, name.empty() ? "" : "-",
                     work.year.empty() ? "nd" : work.year.text, title);
}

void add_works(GraphParts& parts, const Ontology& ontology,
               const std::vector<const LinkedDocument*>& documents) {
  WorkAdder adder(parts, ontology);
  std::uint32_t first_passage = 0;
  for (const LinkedDocument* linked : documents) {
    adder.add(*linked, first_passage);
    first_passage += static_cast<std::uint32_t>(linked->document.passages.size());
  }
  adder.finish();
}

}  // namespace crossroads
