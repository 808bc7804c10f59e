// SPDX-License-Identifier: Apache-2.0
#include "bench/made.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string_view>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/link/lexicon.hpp"
#include "crossroads/pipeline/corpus.hpp"
#include "crossroads/text/read.hpp"

namespace crossroads::bench {
namespace {

/// One of 400 words of two syllables, which no filler has.
std::string made_word(std::size_t number) {
  const auto syllable = [](std::size_t which) {
    return std::string{"hjqwx"[which % 5], "aeio"[which / 5 % 4]};
  };
  std::string word = syllable(number / 20) + syllable(number % 20);
  word.front() = static_cast<char>(word.front() - 'a' + 'A');
  return word;
}

std::string made_name(std::size_t number) {
  return made_word(number / 400) + " " + made_word(number % 400);
}

bool is_plain(std::string_view name) {
  const auto is_alnum = [](char c) {
    const char small = ascii_lower(c);
    return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9');
  };
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  return std::all_of(name.begin(), name.end(), is_ascii) && is_alnum(name.front()) &&
         is_alnum(name.back());
}

/// Those that a text can be made of: plain ones that one entry alone bears, in whatever case.
std::vector<Name> usable_names(const Ontology& ontology) {
  std::vector<Name> names = all_names(ontology);
  std::map<std::string, std::set<EntryId>> bearers;
  for (const Name& name : names) bearers[ascii_lower(name.text)].insert(name.entry);
  std::erase_if(names, [&](const Name& name) {
    return !is_plain(name.text) || bearers[ascii_lower(name.text)].size() > 1;
  });
  return names;
}

class TextMaker {
 public:
  TextMaker(const Ontology& ontology, unsigned seed)
      : names_(usable_names(ontology)), random_(seed) {}

  void add_paragraph() {
    named_.emplace_back();
    for (unsigned word = 0; word < 80; ++word) {
      if (word % 16 == 8) {
        add_name(names_[below(names_.size())]);
      } else {
        add_word(filler());
      }
    }
    bytes_ += ".\n\n";
    column_ = 0;
  }

  std::string bytes_;
  std::vector<std::vector<EntryId>> named_;

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string filler() {
    static constexpr std::string_view syllables[] = {"ba", "de",      "fi", "gu",  "lu",      "ma",
                                                     "ne", "po",      "ri", "su",  "ta",      "ve",
                                                     "zo", "k\u00e9", "mi", "ran", "st\u00fc"};
    std::string word;
    for (std::size_t left = 2 + below(3); left > 0; --left) {
      word += syllables[below(std::size(syllables))];
    }
    return word;
  }

  void add_name(const Name& name) {
    named_.back().push_back(name.entry);
    for (std::size_t begin = 0; begin < name.text.size();) {
      const std::size_t end = std::min(name.text.find(' ', begin), name.text.size());
      add_word(std::string_view(name.text).substr(begin, end - begin));
      begin = end + 1;
    }
  }

  void add_word(std::string_view word) {
    if (column_ > 0) {
      const bool fits = column_ + 1 + word.size() <= 88;
      bytes_ += fits ? ' ' : '\n';
      column_ = fits ? column_ + 1 : 0;
    }
    bytes_ += word;
    column_ += word.size();
  }

  std::vector<Name> names_;
  std::mt19937 random_;
  std::size_t column_ = 0;
};

}  // namespace

std::vector<OntologyFile> our_files() {
  return read_ontology_files(*real_system(), {CROSSROADS_SOURCE_DIR "/ontology"});
}

const Ontology& our_ontology() {
  static const Ontology ontology = load(our_files());
  return ontology;
}

std::vector<OntologyFile> made_files(std::size_t names) {
  std::string xml = "<ontology id=\"made\" version=\"1\">\n<kind id=\"thing\" label=\"Thing\"/>\n";
  for (std::size_t i = 0; i + 1 < names; i += 2) {
    xml += "<entry id=\"e" + std::to_string(i) + "\" kind=\"thing\"><label>" + made_name(i) +
           "</label><alias>" + made_name(i + 1) + "</alias></entry>\n";
  }
  return {{"made.xml", xml + "</ontology>\n"}};
}

const Ontology& made_ontology() {
  static const Ontology ontology = load(made_files(100'000));
  return ontology;
}

Ontology load(const std::vector<OntologyFile>& files) {
  LoadResult result = load_ontology(files);
  if (result.has_errors()) throw Error(ErrorKind::internal, "an ontology has errors");
  return std::move(result.ontology);
}

std::vector<Name> all_names(const Ontology& ontology) {
  std::vector<Name> names;
  for (std::size_t i = 0; i < ontology.entries.size(); ++i) {
    for (const Form& form : ontology.entries[i].forms) {
      const CaseRule rule =
          form.case_rule == CaseRule::by_shape ? case_rule_by_shape(form.text) : form.case_rule;
      names.push_back({form.text, rule == CaseRule::exact, static_cast<EntryId>(i)});
    }
  }
  return names;
}

std::size_t MadeText::mentions() const {
  std::size_t count = 0;
  for (const auto& paragraph : named) count += paragraph.size();
  return count;
}

MadeText make_text(const Ontology& ontology, std::size_t bytes, unsigned seed) {
  TextMaker maker(ontology, seed);
  while (maker.bytes_.size() < bytes) maker.add_paragraph();
  return {read_text("made-" + std::to_string(seed) + ".txt", std::move(maker.bytes_),
                    TextFormat::plain),
          std::move(maker.named_)};
}

}  // namespace crossroads::bench
