// SPDX-License-Identifier: Apache-2.0
//
// Hyperscan tells every end of every name. What begins or ends inside a word is dropped, the rest
// is put in order of beginnings while it comes, and the longest from the left are taken.
#include <hs/hs.h>

#include <algorithm>

#include "bench/peers/engine.hpp"
#include "crossroads/core/error.hpp"

namespace crossroads::bench {
namespace {

class HyperscanEngine : public Engine {
 public:
  HyperscanEngine(const std::vector<ListedName>& names, Patterns patterns) {
    name = patterns == Patterns::literals ? "Hyperscan, literals" : "Hyperscan, expressions";
    const std::size_t before = allocated_bytes();
    const double begin = thread_seconds();
    compile(names, patterns);
    build_seconds = thread_seconds() - begin;
    build_bytes = allocated_bytes() - before;
    if (hs_alloc_scratch(database_, &scratch_) != HS_SUCCESS) {
      throw Error(ErrorKind::internal, "Hyperscan has no scratch space", "");
    }
  }
  HyperscanEngine(const HyperscanEngine&) = delete;
  HyperscanEngine& operator=(const HyperscanEngine&) = delete;
  ~HyperscanEngine() override {
    hs_free_scratch(scratch_);
    hs_free_database(database_);
  }

  Found find(const BenchText& text, std::size_t documents) override {
    Found found;
    const double begin = thread_seconds();
    for (std::size_t i = 0; i < documents; ++i) {
      text_ = text.unbroken_of(i);
      matches_.clear();
      if (hs_scan(database_, text_.data(), static_cast<unsigned>(text_.size()), 0, scratch_,
                  on_match, this) != HS_SUCCESS) {
        throw Error(ErrorKind::internal, "Hyperscan can't scan", "");
      }
      take(found.places, text.cuts[i].begin);
    }
    found.seconds = thread_seconds() - begin;
    return found;
  }

 private:
  void compile(const std::vector<ListedName>& names, Patterns patterns) {
    std::vector<std::string> expressions;
    for (const ListedName& listed : names) {
      expressions.push_back(patterns == Patterns::literals ? listed.text
                                                           : expression_of(listed.text, "\\b"));
    }
    std::vector<const char*> texts;
    std::vector<std::size_t> sizes;
    std::vector<unsigned> flags;
    std::vector<unsigned> ids;
    for (std::size_t i = 0; i < names.size(); ++i) {
      texts.push_back(expressions[i].c_str());
      sizes.push_back(expressions[i].size());
      flags.push_back(names[i].exact ? 0U : unsigned{HS_FLAG_CASELESS});
      ids.push_back(static_cast<unsigned>(i));
      lengths_.push_back(static_cast<std::uint32_t>(names[i].text.size()));
    }
    const auto count = static_cast<unsigned>(names.size());
    hs_compile_error_t* error = nullptr;
    const hs_error_t status =
        patterns == Patterns::literals
            ? hs_compile_lit_multi(texts.data(), flags.data(), ids.data(), sizes.data(), count,
                                   HS_MODE_BLOCK, nullptr, &database_, &error)
            : hs_compile_multi(texts.data(), flags.data(), ids.data(), count, HS_MODE_BLOCK,
                               nullptr, &database_, &error);
    if (status != HS_SUCCESS) {
      const std::string message = error->message;
      hs_free_compile_error(error);
      throw Error(ErrorKind::internal, "Hyperscan can't compile the names: " + message, "");
    }
  }

  /// By ASCII's letters and digits at once, by Unicode's where another byte stands there.
  static bool is_inside_word(std::string_view text, std::size_t begin, std::size_t end) {
    const auto kind_of = [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte >= 0x80) return 2;
      const unsigned small = byte | 0x20U;
      return (small >= 'a' && small <= 'z') || (byte >= '0' && byte <= '9') ? 1 : 0;
    };
    const int before = begin == 0 ? 0 : kind_of(text[begin - 1]);
    if (before == 1 || (before == 2 && word_before(text, begin))) return true;
    const int after = end == text.size() ? 0 : kind_of(text[end]);
    return after == 1 || (after == 2 && word_at(text, end));
  }

  static int on_match(unsigned id, unsigned long long /*from*/, unsigned long long to,
                      unsigned /*flags*/, void* context) {
    auto& self = *static_cast<HyperscanEngine*>(context);
    const auto end = static_cast<std::uint32_t>(to);
    const Span match{end - self.lengths_[id], end};
    if (is_inside_word(self.text_, match.begin, match.end)) return 0;
    // Ends come in order, so beginnings nearly do.
    std::vector<Span>& all = self.matches_;
    std::size_t at = all.size();
    all.push_back(match);
    for (; at > 0 && all[at - 1].begin >= match.begin; --at) all[at] = all[at - 1];
    all[at] = match;
    return 0;
  }

  void take(Places& places, std::uint32_t offset) const {
    std::uint32_t end = 0;
    for (const Span match : matches_) {
      if (match.begin < end) continue;
      places.push_back({match.begin + offset, match.end + offset});
      end = match.end;
    }
  }

  hs_database_t* database_ = nullptr;
  hs_scratch_t* scratch_ = nullptr;
  std::string_view text_;
  std::vector<std::uint32_t> lengths_;  // by name
  std::vector<Span> matches_;
};

}  // namespace

std::unique_ptr<Engine> hyperscan_engine(const std::vector<ListedName>& names, Patterns patterns) {
  return std::make_unique<HyperscanEngine>(names, patterns);
}

}  // namespace crossroads::bench
