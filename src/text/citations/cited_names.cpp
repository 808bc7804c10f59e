// SPDX-License-Identifier: Apache-2.0
#include "text/citations/cited_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "crossroads/core/ascii.hpp"
#include "text/citations/citation_words.hpp"

namespace crossroads {
namespace {

constexpr std::size_t most_words_of_a_person = 6;
constexpr std::size_t most_words_of_an_organization = 14;
constexpr std::size_t most_names = 60;

class NameReader {
 public:
  NameReader(const NoteText& note, Span within) : note_(note), text_(note.text), within_(within) {}

  std::optional<CitedNames> run() {
    within_ = trim(text_, within_, " ,;:");
    take_role_off();
    if (within_.empty()) return std::nullopt;
    if (auto names = persons()) return names;
    return organization();
  }

 private:
  std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }

  /// "(eds.)", "(ed)", ", eds", "et al." at the end.
  void take_role_off() {
    constexpr std::array<std::string_view, 12> roles = {"(eds.)", "(ed.)", "(eds)",    "(ed)",
                                                        "(Eds.)", "(Ed.)", ", eds.",   ", ed.",
                                                        ", eds",  ", ed",  "(editor)", "(editors)"};
    for (const std::string_view role : roles) {
      if (!slice(within_).ends_with(role)) continue;
      within_.end -= static_cast<std::uint32_t>(role.size());
      result_.are_editors = true;
      break;
    }
    within_ = trim(text_, within_, " ,;:");
    for (const std::string_view others : {"et al.", "et al", "and others"}) {
      if (!slice(within_).ends_with(others)) continue;
      within_.end -= static_cast<std::uint32_t>(others.size());
      result_.et_al = true;
      break;
    }
    within_ = trim(text_, within_, " ,;:");
  }

  /// Between commas, "and", "&" and the like.
  std::vector<Span> parts() const {
    std::vector<Span> parts;
    std::uint32_t begin = within_.begin;
    const auto close = [&](std::uint32_t end) {
      const Span part = trim(text_, {begin, end}, " ,;");
      if (!part.empty()) parts.push_back(part);
    };
    for (std::uint32_t at = within_.begin; at < within_.end;) {
      std::uint32_t size = 0;
      if (text_[at] == ',' || text_[at] == ';') {
        size = 1;
      } else {
        for (const std::string_view link :
             {" and ", " & ", " with ", " og ", " et ", " und ", " y "}) {
          const bool here = text_.substr(at).starts_with(link);
          if (here && at + link.size() <= within_.end)
            size = static_cast<std::uint32_t>(link.size());
        }
      }
      if (size == 0) {
        ++at;
        continue;
      }
      close(at);
      at += size;
      if (text_[at - 1] == ' ' && text_[at - size] == ' ') --at;  // " and " twice in a row
      begin = at;
    }
    close(within_.end);
    return parts;
  }

  std::optional<CitedNames> persons() {
    const std::vector<Span> all = parts();
    if (all.empty() || all.size() > most_names) return std::nullopt;
    CitedNames names = result_;
    const bool inverted = is_inverted(all);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool initials = i + 1 < all.size() && is_initials(slice(all[i + 1]));
      const bool first_inverted = inverted && i == 0;
      if (i + 1 < all.size() && is_family(all[i]) && (initials || first_inverted)) {
        names.names.push_back(person(all[i], all[i + 1]));
        ++i;
        continue;
      }
      auto name = is_trailing_initials(all[i]) ? initials_behind(all[i]) : whole_name(all[i]);
      if (!name && all.size() == 1 && is_family(all[i]) && words(all[i]).size() <= 2 &&
          !looks_like_organization(slice(all[i]))) {
        name = person(all[i], {});
      }
      if (!name) return std::nullopt;
      names.names.push_back(std::move(*name));
    }
    return names;
  }

  std::vector<Span> words(Span span) const { return words_within(text_, span); }

  /// "Autesserre, Séverine": a lone name first, given names behind it.
  bool is_inverted(const std::vector<Span>& all) const {
    if (all.size() < 2) return false;
    if (!is_family(all[0])) return false;
    std::size_t own = 0;
    for (const Span word : words(all[0])) own += is_name_particle(slice(word)) ? 0U : 1U;
    const std::size_t given = words(all[1]).size();
    const bool given_names = given <= 3 && is_plain_name(all[1], false);
    return given_names && (own == 1 || given == 1);
  }

  bool is_plain_word(Span word) const {
    const std::string_view text = slice(word);
    if (!begins_with_capital(text)) return false;
    return std::none_of(text.begin(), text.end(), [](char c) {
      return is_ascii_digit(c) || c == '(' || c == ')' || c == ':' || c == '/' || c == '"';
    });
  }

  /// Words that begin with a capital and particles; at least one of the former last.
  bool is_plain_name(Span span, bool particles_first) const {
    const std::vector<Span> all = words(span);
    if (all.empty() || all.size() > most_words_of_a_person) return false;
    if (!particles_first && !is_plain_word(all.front())) return false;
    for (const Span word : all) {
      const std::string_view text = slice(word);
      if (!is_plain_word(word) && !is_name_particle(text)) return false;
      if (is_institution_word(text)) return false;
      if (text.size() > 2 && text.ends_with('.') && !is_initials(text) && text != "Jr.")
        return false;
    }
    return is_plain_word(all.back());
  }

  bool is_family(Span span) const {
    return words(span).size() <= 4 && is_plain_name(span, true) && !is_initials(slice(span));
  }

  /// "Torheim LE", "Coning C. de".
  bool is_trailing_initials(Span span) const {
    const std::vector<Span> all = words(span);
    return all.size() >= 2 && is_initials(slice(all.back())) && !is_initials(slice(all.front())) &&
           all.size() <= 3 && slice(all.back()).find('.') == std::string_view::npos;
  }

  CitedName initials_behind(Span span) const {
    const Span last = words(span).back();
    return person({span.begin, last.begin}, last);
  }

  CitedName person(Span family, Span given) const {
    CitedName name;
    const Span own = trim(text_, family, " ,;");
    std::uint32_t end = std::max(given.end, own.end);
    name.family = std::string(slice(own));
    const Span rest = given.empty() ? given : trim(text_, given, " ,;");
    name.given = std::string(slice(rest));
    // "Coning, C. de": the particles belong to the family name.
    const std::vector<Span> parts = words(rest);
    std::size_t kept = parts.size();
    while (kept > 1 && is_name_particle(slice(parts[kept - 1]))) --kept;
    if (kept < parts.size()) {
      name.family = std::string(slice({parts[kept].begin, rest.end})) + " " + name.family;
      name.given = std::string(slice({rest.begin, parts[kept - 1].end}));
    }
    end = rest.empty() ? own.end : rest.end;
    name.span = note_.source({std::min(own.begin, rest.empty() ? own.begin : rest.begin), end});
    return name;
  }

  /// "Cedric de Coning", "J. G. Ruggie".
  std::optional<CitedName> whole_name(Span span) const {
    const std::vector<Span> all = words(span);
    if (all.size() < 2 || !is_plain_name(span, false)) return std::nullopt;
    std::size_t family = all.size() - 1;
    if (family > 1 && (slice(all[family]) == "Jr." || slice(all[family]) == "Jr")) --family;
    while (family > 1 && is_name_particle(ascii_lower(slice(all[family - 1])))) --family;
    if (is_initials(slice(all[family])) && slice(all[family]).find('.') != std::string_view::npos) {
      return std::nullopt;
    }
    return named(span, all[family].begin);
  }

  CitedName named(Span span, std::uint32_t family) const {
    CitedName name;
    name.family = std::string(slice({family, span.end}));
    name.given = std::string(slice(trim(text_, {span.begin, family}, " ,;")));
    name.span = note_.source(span);
    return name;
  }

  std::optional<CitedNames> organization() const {
    const std::vector<Span> all = words(within_);
    if (all.size() > most_words_of_an_organization) return std::nullopt;
    const std::string_view name = slice(within_);
    if (name.find(':') != name.npos || name.find('?') != name.npos) return std::nullopt;
    const bool acronym = all.size() == 1 && begins_with_capital(name) &&
                         std::none_of(name.begin(), name.end(), [](char c) { return c == '/'; });
    if (!acronym && !looks_like_organization(name)) return std::nullopt;
    CitedNames names = result_;
    CitedName organization;
    organization.family = std::string(name);
    organization.is_person = false;
    organization.span = note_.source(within_);
    names.names.push_back(std::move(organization));
    return names;
  }

  const NoteText& note_;
  std::string_view text_;
  Span within_;
  CitedNames result_;
};

}  // namespace

std::optional<CitedNames> cited_names(const NoteText& note, Span within) {
  return NameReader(note, within).run();
}

}  // namespace crossroads
