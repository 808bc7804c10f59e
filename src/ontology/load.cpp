// SPDX-License-Identifier: Apache-2.0
#include "crossroads/ontology/load.hpp"

#include <algorithm>
#include <string>

#include "crossroads/core/checksum.hpp"
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

}  // namespace

bool LoadResult::has_errors() const {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

LoadResult load_ontology(const std::vector<OntologyFile>& files, const XmlLimits& limits) {
  LoadResult result;
  // Findings are kept apart by file, so that those which only show after the merge stand with the
  // others of their file.
  std::vector<std::vector<Diagnostic>> findings(files.size());
  std::vector<FileContext> contexts;
  for (std::size_t i = 0; i < files.size(); ++i) {
    contexts.push_back({files[i].name, files[i].bytes, findings[i]});
  }

  DraftOntology draft;
  for (std::size_t i = 0; i < files.size(); ++i) {
    XmlResult xml = read_xml(files[i].bytes, files[i].name, limits);
    if (xml.problem) {
      findings[i].push_back(std::move(*xml.problem));
      result.malformed = true;
    } else if (!add_file(*xml.root, i, contexts[i], draft)) {
      result.malformed = true;
    }
  }
  result.ontology = resolve(std::move(draft), contexts);
  result.ontology.sha256 = checksum_of(files);

  for (std::vector<Diagnostic>& of_file : findings) {
    std::stable_sort(of_file.begin(), of_file.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
    });
    std::move(of_file.begin(), of_file.end(), std::back_inserter(result.findings));
  }
  return result;
}

}  // namespace crossroads
