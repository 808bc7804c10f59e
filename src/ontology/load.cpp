// SPDX-License-Identifier: Apache-2.0
#include "crossroads/ontology/load.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "crossroads/core/checksum.hpp"
#include "ontology/bans.hpp"
#include "ontology/draft.hpp"

namespace crossroads {
namespace {

/// The same for any names and order of the files.
std::string checksum_of(const std::vector<OntologyFile>& files) {
  std::vector<std::string> sums;
  sums.reserve(files.size());
  for (const OntologyFile& file : files) sums.push_back(sha256(file.bytes));
  std::sort(sums.begin(), sums.end());
  std::string all;
  for (const std::string& sum : sums) all += sum + "\n";
  return sha256(all);
}

/// The order in which files are merged: the caller's does not show in the ontology.
std::vector<std::size_t> by_name(const std::vector<OntologyFile>& files) {
  std::vector<std::size_t> order(files.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(files[a].name, files[a].bytes, a) < std::tie(files[b].name, files[b].bytes, b);
  });
  return order;
}

}  // namespace

bool LoadResult::has_errors() const {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

LoadResult load_ontology(const std::vector<OntologyFile>& files, const XmlLimits& limits) {
  LoadResult result;
  // Each context keeps the findings of its file, so that those which only show after the merge
  // stand with the others of their file.
  std::vector<FileContext> contexts;
  contexts.reserve(files.size());
  for (const OntologyFile& file : files) contexts.emplace_back(file.name, file.bytes);

  DraftOntology draft;
  std::vector<DraftBan> bans;
  for (const std::size_t i : by_name(files)) {
    if (files[i].content == OntologyContent::bans) {
      result.malformed = !read_bans(i, contexts[i], limits, bans) || result.malformed;
      continue;
    }
    if (files[i].content == OntologyContent::accepted) draft.besides.insert(i);
    XmlResult xml = read_xml(files[i].bytes, files[i].name, limits);
    if (xml.problem) {
      contexts[i].findings().push_back(std::move(*xml.problem));
      result.malformed = true;
    } else if (!add_file(*xml.root, i, contexts, draft)) {
      result.malformed = true;
    }
  }
  result.ontology = resolve(std::move(draft), contexts, !result.malformed);
  take_bans(std::move(bans), contexts, !result.malformed, result.ontology);
  result.ontology.sha256 = checksum_of(files);

  for (FileContext& context : contexts) {
    std::vector<Diagnostic>& findings = context.findings();
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Diagnostic& a, const Diagnostic& b) {
                       return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
                     });
    std::move(findings.begin(), findings.end(), std::back_inserter(result.findings));
  }
  return result;
}

NameList read_name_list(const OntologyFile& file, const XmlLimits& limits) {
  std::vector<FileContext> contexts;
  contexts.emplace_back(file.name, file.bytes);
  std::vector<DraftBan> bans;
  NameList list;
  if (read_bans(0, contexts[0], limits, bans)) {
    for (DraftBan& ban : bans) {
      list.names.push_back(
          {std::move(ban.form), std::move(ban.entry.id), contexts[0].locate(ban.at.offset)});
    }
  }
  list.findings = std::move(contexts[0].findings());
  return list;
}

}  // namespace crossroads
