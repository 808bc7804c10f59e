// SPDX-License-Identifier: Apache-2.0
#include "support/naive_words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "support/naive_spelling.hpp"

namespace crossroads::test::naive {
namespace {

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

std::string without(const std::string& word, std::size_t letters) {
  return word.substr(0, word.size() - letters);
}

bool ends_in_any(std::string_view word, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return word.ends_with(end); });
}

std::set<std::string> words_in(const std::string& list) {
  std::istringstream in(list);
  std::set<std::string> words;
  for (std::string word; in >> word;) words.insert(word);
  return words;
}

}  // namespace

std::vector<std::string> plurals(const std::string& word) {
  static const std::map<std::string, std::vector<std::string>> irregular = {
      {"man", {"men"}},
      {"woman", {"women"}},
      {"child", {"children"}},
      {"foot", {"feet"}},
      {"tooth", {"teeth"}},
      {"goose", {"geese"}},
      {"mouse", {"mice"}},
      {"person", {"people", "persons"}},
      {"criterion", {"criteria"}},
      {"phenomenon", {"phenomena"}}};
  static const std::set<std::string> no_man =
      words_in("human german roman ottoman talisman shaman caiman oman norman");
  if (!is_ascii_letters(word)) {
    return word.ends_with("s") ? std::vector<std::string>() : std::vector<std::string>{word + "s"};
  }
  const auto found = irregular.find(word);
  if (found != irregular.end()) return found->second;
  if (word.size() >= 4 && word.ends_with("man") && !no_man.contains(word)) {
    return {without(word, 2) + "en"};
  }
  if (ends_in_any(word, {"sis", "xis"})) return {without(word, 2) + "es"};
  if (ends_in_any(word, {"ss", "us", "x", "z", "ch", "sh"})) return {word + "es"};
  if (word.ends_with("s")) return {};
  const bool behind_consonant = !is_vowel(word[word.size() - 2]);
  if (word.ends_with("y") && behind_consonant) return {without(word, 1) + "ies"};
  if (word.ends_with("o") && behind_consonant) return {word + "s", word + "es"};
  return {word + "s"};
}

std::vector<std::string> singulars(const std::string& word) {
  if (word.size() < 4 || !is_small_letters(word) || !word.ends_with("s") ||
      ends_in_any(word, {"ss", "us", "is", "news"})) {
    return {};
  }
  if (word.size() >= 5 && word.ends_with("ies")) return {without(word, 3) + "y"};
  if (ends_in_any(word, {"ches", "shes", "xes", "sses", "zzes"})) return {without(word, 2)};
  return {without(word, 1)};
}

bool is_function_word(std::string_view word) {
  static const std::set<std::string> words = words_in(
      "a an the and or but nor not no yes of in on at to by for from with without as is are was "
      "were be been being am do does did done has have had having can could may might must shall "
      "should will would i you he she it we they me him her us them my your his its our their mine "
      "who whom whose which what that this these those there here where when why how if than then "
      "so such all any each some more most much many other others only also just very too into "
      "onto over under about after before between through during up down out off again both few "
      "own same one above across against along although always among around because behind below "
      "beside besides beyond despite either else even ever every everything except hence however "
      "inside like near neither never nothing now outside per since something still therefore "
      "though thus till toward towards unless until upon via whether while within yet anything "
      "let");
  return words.contains(std::string(word));
}

}  // namespace crossroads::test::naive
