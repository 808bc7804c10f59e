// SPDX-License-Identifier: Apache-2.0
#include "text/words/abbreviations.hpp"

#include <algorithm>
#include <array>

#include "crossroads/core/ascii.hpp"

namespace crossroads {
namespace {

using std::string_view_literals::operator""sv;

// All sorted, in small letters.

/// Before a name.
constexpr std::array titles = {
    "adm"sv, "amb"sv, "brig"sv, "capt"sv, "cdr"sv,  "cmdr"sv, "col"sv,  "cpl"sv,  "dr"sv,
    "fr"sv,  "ft"sv,  "gen"sv,  "gov"sv,  "hon"sv,  "insp"sv, "lt"sv,   "maj"sv,  "messrs"sv,
    "mgr"sv, "mr"sv,  "mrs"sv,  "ms"sv,   "msgr"sv, "mt"sv,   "pres"sv, "prof"sv, "pvt"sv,
    "rep"sv, "rev"sv, "sen"sv,  "sgt"sv,  "st"sv,   "ste"sv,  "supt"sv};

/// Never the end.
constexpr std::array leads = {"approx"sv, "ca"sv, "cf"sv,  "e.g"sv, "eg"sv,
                              "esp"sv,    "et"sv, "i.e"sv, "ie"sv,  "incl"sv,
                              "loc"sv,    "op"sv, "v"sv,   "viz"sv, "vs"sv};

/// Before a number; they are words too ("No.", "state of the art.").
constexpr std::array before_numbers = {
    "app"sv,   "apr"sv,     "arg"sv,     "art"sv, "arts"sv,  "aug"sv,  "c"sv,    "ch"sv,
    "chap"sv,  "chaps"sv,   "chs"sv,     "cl"sv,  "dec"sv,   "doc"sv,  "docs"sv, "ed"sv,
    "edn"sv,   "eq"sv,      "eqs"sv,     "feb"sv, "fig"sv,   "figs"sv, "fn"sv,   "iss"sv,
    "jan"sv,   "jul"sv,     "jun"sv,     "mar"sv, "n"sv,     "nn"sv,   "no"sv,   "nos"sv,
    "nov"sv,   "n\u00B0"sv, "n\u00BA"sv, "oct"sv, "p"sv,     "par"sv,  "para"sv, "paras"sv,
    "pars"sv,  "pp"sv,      "pt"sv,      "pts"sv, "res"sv,   "sec"sv,  "secs"sv, "sect"sv,
    "sects"sv, "sep"sv,     "sept"sv,    "ser"sv, "suppl"sv, "vol"sv,  "vols"sv};

/// The end only before a word that begins a sentence.
constexpr std::array may_end = {
    "al"sv,   "assn"sv, "ave"sv, "bros"sv, "cit"sv,   "co"sv,     "corp"sv, "dept"sv, "dist"sv,
    "ed"sv,   "eds"sv,  "est"sv, "ibid"sv, "id"sv,    "inc"sv,    "intl"sv, "jr"sv,   "ltd"sv,
    "ph.d"sv, "repr"sv, "seq"sv, "sr"sv,   "trans"sv, "transl"sv, "univ"sv};

template <std::size_t n>
bool has(const std::array<std::string_view, n>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), std::string_view(ascii_lower(word)));
}

static_assert(std::is_sorted(titles.begin(), titles.end()) &&
              std::is_sorted(leads.begin(), leads.end()) &&
              std::is_sorted(before_numbers.begin(), before_numbers.end()) &&
              std::is_sorted(may_end.begin(), may_end.end()));

}  // namespace

bool is_title_abbreviation(std::string_view word) {
  return has(titles, word);
}
bool is_leading_abbreviation(std::string_view word) {
  return has(leads, word);
}
bool is_abbreviation_before_number(std::string_view word) {
  return has(before_numbers, word);
}
bool is_closing_abbreviation(std::string_view word) {
  return has(may_end, word);
}
bool is_known_abbreviation(std::string_view word) {
  return has(titles, word) || has(leads, word) || has(before_numbers, word) || has(may_end, word);
}

}  // namespace crossroads
