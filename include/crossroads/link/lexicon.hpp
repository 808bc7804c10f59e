// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "crossroads/ontology/ontology.hpp"

namespace crossroads {

/// The case rule of a form that states none: exact where one run of letters and digits holds two
/// capitals, or a capital and a digit (PoC, MINUSMA, M23; a hyphen ends a run, so Al-Shabaab is
/// not one); else any case matches.
CaseRule case_rule_by_shape(std::string_view form);

/// All forms of an ontology, compiled for matching. Built once, then only read: threads may share
/// it. It does not refer to the ontology after it is built.
class Lexicon {
 public:
  /// Forms without a letter or digit are left out. O(bytes of all forms).
  static Lexicon build(const Ontology& ontology);

  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;
  ~Lexicon();

  struct Data;
  /// For the linker.
  [[nodiscard]] const Data& data() const { return *data_; }

 private:
  explicit Lexicon(std::unique_ptr<Data> data);

  std::unique_ptr<Data> data_;
};

}  // namespace crossroads
