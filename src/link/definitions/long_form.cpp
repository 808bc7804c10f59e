// SPDX-License-Identifier: Apache-2.0
#include "link/definitions/long_form.hpp"

#include "link/definitions/align.hpp"
#include "link/definitions/name.hpp"
#include "link/definitions/small_words.hpp"
#include "text/words/spelling.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

using Evidence = DefinedForm::Evidence;

constexpr int dearest_of_parts = 2;  // an alignment of a word's parts: "Shine-Dalgarno (SD)"
constexpr std::size_t least_letters_by_place = 3;
constexpr std::size_t furthest_word = 14;  // from the end, of a name that is agreed on

/// Whether the short form itself is a word of the long form, or all of it.
bool holds(const ShortForm& form, Glyphs text) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (begin > 0 && is_word_character(text[begin - 1].value)) continue;
    std::size_t n = 0;
    std::size_t at = begin;
    for (; at < text.size() && n < form.size; ++at) {
      if (!is_word_character(text[at].value)) continue;
      if (plain_letter(text[at].value) != form.letters[n].value) break;
      ++n;
    }
    if (n == form.size && (at == text.size() || !is_word_character(text[at].value))) return true;
  }
  return false;
}

/// Whether it is a single word that is hardly longer, or looks like a short form: "L1CAM" is no
/// long form of "L1".
bool is_itself_short(const ShortForm& form, Glyphs text) {
  if (first_word(text).size() != text.size()) return false;
  const auto other = short_form_of(text);
  return other &&
         (other->size < form.size + 2 || (other->acronym && other->size < other->capitals + 4U));
}

/// Whether an aligned text is one that a short form may stand for, at the end of `before`.
bool may_stand_for(const ShortForm& form, Glyphs text, const Alignment& aligned, Glyphs before) {
  if (holds(form, text) || is_itself_short(form, text)) return false;
  // "in Uganda (UN)"; but a sentence may begin with any word.
  const bool one_word = first_word(text).size() == text.size();
  return form.size > 2 || aligned.cost <= dearest_of_parts || !one_word || !is_capitalised(text) ||
         text.data() == before.data();
}

bool begins_within(Glyphs inner, Glyphs outer) {
  return !outer.empty() && inner.data() > outer.data();
}

bool same_word(Glyphs a, Glyphs b) {
  if (same_letters(a, b)) return true;
  const auto singular = [](Glyphs word) {
    return word.size() > 3 && word.back().value == 's' ? word.first(word.size() - 1) : word;
  };
  return same_letters(singular(a), singular(b));
}

/// `before` up to where a word of it stands that is `word`, as near to the end as can be; empty if
/// it is not near.
Glyphs up_to_word(Glyphs before, Glyphs word) {
  std::size_t passed = 0;
  for (Glyphs rest = before; !rest.empty() && passed < furthest_word;
       rest = before_last_word(rest), ++passed) {
    if (same_word(bare(last_word(rest)), word)) return rest;
  }
  return {};
}

/// The glyph that a phrase in small letters begins with whose first known word ends `before`:
/// behind its article, or that word where none is near.
const Glyph* phrase_begin(Glyphs before) {
  constexpr int furthest_article = 4;
  const Glyph* begin = bare(last_word(before)).data();
  Glyphs rest = before_last_word(before);
  const Glyph* next = begin;
  for (int passed = 0; passed < furthest_article && !rest.empty(); ++passed) {
    const Glyphs word = last_word(rest);
    if (is_article(word)) return next;
    if (is_small_word(word) || !is_word_character(word.back().value)) break;
    next = word.data();
    rest = before_last_word(rest);
  }
  return begin;
}

}  // namespace

Glyphs text_before(Glyphs text) {
  text = trimmed(text);
  while (!text.empty() && is_closing_quote(text.back().value)) text = text.first(text.size() - 1);
  if (text.size() > 2 && text.back().value == 's' && is_apostrophe(text[text.size() - 2].value)) {
    text = text.first(text.size() - 2);
  }
  return trimmed(text);
}

bool gives(const ShortForm& form, Glyphs text) {
  if (text.empty() || holds(form, text) || is_itself_short(form, text)) return false;
  return align(form, text, From::first_word) || is_made_of_initials(form, text);
}

std::optional<LongForm> long_form_of(const ShortForm& form, Glyphs before, Otherwise otherwise) {
  if (before.empty()) return std::nullopt;
  before = before.subspan(earliest_begin(before));
  const auto aligned = align(form, before);
  const Glyphs by_letters = aligned ? before.subspan(aligned->begin) : Glyphs();
  if (aligned && !may_stand_for(form, by_letters, *aligned, before)) return std::nullopt;
  const bool perfect = aligned && aligned->cost <= dearest_of_parts;
  Name name;
  if (!perfect && form.acronym && form.size >= least_letters_by_place) name = name_at_end(before);
  const bool cut = aligned && begins_within(by_letters, name.glyphs);  // off a longer name
  if (!aligned || cut) {
    const auto whole = cut ? align(form, name.glyphs, From::first_word) : std::nullopt;
    if ((whole && whole->cost <= aligned->cost + dearest_initials) ||
        is_made_of_initials(form, name.glyphs)) {
      return LongForm{name.glyphs, Evidence::letters};
    }
  }
  const bool believed =
      aligned && (!cut || aligned->cost <= dearest_initials || form.capitals < form.size);
  if (believed) return LongForm{by_letters, Evidence::letters};
  if (otherwise == Otherwise::nothing || form.words > 1 || name.capitalised < 2 ||
      form.capitals + form.digits < 2 || holds(form, name.glyphs)) {
    return std::nullopt;
  }
  return LongForm{name.glyphs, Evidence::place};
}

std::optional<LongForm> long_form_named(Glyphs name, Glyphs before, Otherwise otherwise) {
  if (before.empty()) return std::nullopt;
  before = before.subspan(earliest_begin(before));
  Glyphs head = before;  // up to the first word of the name that it has
  bool all = true;
  for (Glyphs rest = name; all && !rest.empty(); rest = before_last_word(rest)) {
    const Glyphs word = bare(last_word(rest));
    if (word.empty() || is_small_word(word)) continue;
    const Glyphs up_to =
        up_to_word(rest.size() == name.size() ? head : before_last_word(head), word);
    all = !up_to.empty();
    if (all) head = up_to;
  }
  const Name at_end = name_at_end(before);
  LongForm found{at_end.glyphs, Evidence::place};
  if (all && head.data() != nullptr) {
    const Glyph* begin = bare(last_word(head)).data();
    if (is_capitalised(last_word(head))) {
      const Glyphs longer = name_at_end(head).glyphs;
      if (!longer.empty()) begin = longer.data();
    } else {
      begin = phrase_begin(head);
    }
    found = {before.subspan(static_cast<std::size_t>(begin - before.data())), Evidence::letters};
  } else if (otherwise == Otherwise::nothing) {
    return std::nullopt;
  }
  if (found.glyphs.empty() || same_letters(found.glyphs, name)) return std::nullopt;
  return found;
}

}  // namespace crossroads
