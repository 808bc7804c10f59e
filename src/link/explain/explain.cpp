// SPDX-License-Identifier: Apache-2.0
//
// Why something is not linked is not argued but tried: the one form that is like it is linked to
// the document, as it is and then with one rule after the other taken away, until it is found. So
// the answer can't be other than what the linker does.
#include "crossroads/link/explain.hpp"

#include <algorithm>

#include "crossroads/core/nearest.hpp"
#include "crossroads/core/utf8.hpp"
#include "link/explain/likeness.hpp"
#include "link/find_names.hpp"
#include "link/longer_names.hpp"
#include "link/persons.hpp"
#include "link/words.hpp"
#include "text/words/spelling.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

std::string_view bytes_of(const Document& document, Span span) {
  return std::string_view(document.bytes).substr(span.begin, span.size());
}

bool overlap(Span a, Span b) {
  return a.begin < b.end && b.begin < a.end;
}

/// A form that is like a stretch of text.
struct LikeForm {
  EntryId entry{};
  Form form;  // of a derived one only text and case
  bool derived = false;
  bool in_notes_only = false;
  Likeness likeness{};
};

class Explainer {
 public:
  Explainer(const Ontology& ontology, const Document& document, Span span,
            const LinkOptions& options)
      : ontology_(ontology), document_(document), span_(span), options_(options) {
    found_.span = span;
  }

  Explanation run(const Links& links) {
    if (is_linked(links) || stands_elsewhere() || is_redefined(links)) return found_;
    const std::vector<LikeForm> forms = like_forms();
    if (forms.empty()) {
      found_.nearest = nearest_forms();
      return found_;
    }
    for (const LikeForm& form : forms) {
      found_.kind = what_keeps(form);
      if (found_.kind == Explanation::Kind::unknown) continue;
      take(form);
      return found_;
    }
    found_.kind = Explanation::Kind::other_signs;
    take(forms.front());
    return found_;
  }

 private:
  using Kind = Explanation::Kind;

  void take(const LikeForm& form) {
    found_.entry = form.entry;
    found_.form = form.form.text;
    found_.likeness = form.likeness;
  }

  bool is_linked(const Links& links) {
    for (const Mention& mention : links.mentions) {
      if (!overlap(mention.span, span_)) continue;
      const Kind kind = mention.span == span_ ? Kind::linked : Kind::within;
      found_ = explain(ontology_, document_, links, mention);
      found_.kind = kind;
      return true;
    }
    for (const Undecided& place : links.undecided) {
      if (!overlap(place.span, span_)) continue;
      found_.kind = place.span == span_ ? Kind::undecided : Kind::within;
      found_.span = place.span;
      for (const Decision& decision : links.decisions) {
        if (decision.span == place.span) found_.decision = decision;
      }
      return true;
    }
    return false;
  }

  [[nodiscard]] std::optional<std::uint32_t> passage_of(std::uint32_t at) const {
    for (std::uint32_t i = 0; i < document_.passages.size(); ++i) {
      for (const Span range : document_.passages[i].ranges) {
        if (range.begin <= at && at < range.end) return i;
      }
    }
    return std::nullopt;
  }

  bool stands_elsewhere() {
    const auto first = passage_of(span_.begin);
    const auto last = passage_of(span_.end - 1);
    passage_ = first;
    if (first && last && first != last) {
      found_.kind = Kind::several_passages;
    } else if (!first || !last || !holds_words(document_.passages[*first].role)) {
      found_.kind = Kind::not_read;
    } else {
      return false;
    }
    return true;
  }

  bool is_redefined(const Links& links) {
    const std::string_view surface = bytes_of(document_, span_);
    for (const Redefined& redefined : links.redefined) {
      const std::string_view form = bytes_of(document_, redefined.short_form);
      const auto likeness = likeness_of(surface, form);
      if (!likeness || *likeness > Likeness::layout) continue;
      found_.kind = Kind::redefined;
      found_.entry = redefined.entries.front();
      found_.form = form;
      found_.likeness = likeness;
      return true;
    }
    return false;
  }

  [[nodiscard]] std::vector<LikeForm> like_forms() const {
    const std::string_view surface = bytes_of(document_, span_);
    std::vector<LikeForm> forms;
    const auto consider = [&](LikeForm form) {
      const auto likeness = likeness_of(surface, form.form.text);
      if (!likeness) return;
      form.likeness = *likeness;
      forms.push_back(std::move(form));
    };
    for (std::size_t i = 0; i < ontology_.entries.size(); ++i) {
      const Entry& entry = ontology_.entries[i];
      const auto id = static_cast<EntryId>(i);
      for (const Form& form : entry.forms) consider({.entry = id, .form = form});
      if (!ontology_.is_any_of(entry, {"person"})) continue;
      for (const DerivedForm& derived : person_forms(entry)) {
        Form form;
        form.text = derived.text;
        form.case_rule = derived.case_rule;
        consider({id, std::move(form), true, derived.in_notes_only, {}});
      }
    }
    std::stable_sort(forms.begin(), forms.end(),
                     [](const LikeForm& a, const LikeForm& b) { return a.likeness < b.likeness; });
    return forms;
  }

  /// An ontology of one entry with one form.
  [[nodiscard]] Ontology alone(const LikeForm& of, const Form& form) const {
    Ontology ontology;
    ontology.kinds = ontology_.kinds;
    Entry entry;
    entry.id = "a";
    entry.kinds = ontology_.entry(of.entry).kinds;
    entry.forms = {form};
    ontology.entries.push_back(std::move(entry));
    return ontology;
  }

  /// Whether a form of an entry alone, with nothing beside it, is found at the place.
  [[nodiscard]] bool finds(const LikeForm& of, const Form& form, const Document& document,
                           Span span) const {
    const Links links = link(Lexicon::build(alone(of, form)), document, options_);
    return std::any_of(links.mentions.begin(), links.mentions.end(),
                       [&](const Mention& mention) { return mention.span == span; });
  }

  [[nodiscard]] bool finds(const LikeForm& of, const Form& form) const {
    return finds(of, form, document_, span_);
  }

  /// The rule without which the form would be found; `unknown` if none is.
  [[nodiscard]] Kind what_keeps(const LikeForm& like) const {
    if (like.form.banned) return Kind::banned;
    if (cuts_word()) return Kind::in_word;
    Form form = like.form;
    if (is_in_capitals() && like.likeness == Likeness::as_written &&
        is_listed_word(fold(form.text)) && !finds(like, form)) {
      return Kind::capitals;
    }
    if (form.case_rule == CaseRule::by_shape) {
      form.case_rule = case_rule_by_shape(form.text);
      if (like.likeness < Likeness::letter_case && finds(like, form)) return Kind::short_form;
    }
    form.case_rule = CaseRule::ignore;
    if (like.likeness >= Likeness::letter_case && finds(like, form)) return Kind::letter_case;
    if (like.in_notes_only) return Kind::notes_only;
    if (!stands_alone_as(like)) {
      return like.likeness == Likeness::inflected ? Kind::inflection : Kind::unknown;
    }
    if (is_in_address()) return Kind::in_address;
    return is_part_of_name(like) ? Kind::part_of_name : Kind::surroundings;
  }

  [[nodiscard]] bool is_part_of_name(const LikeForm& like) const {
    const Lexicon lexicon = Lexicon::build(alone(like, like.form));
    Matches found = find_names(lexicon.data(), document_);
    const std::vector<PartOfName> parts =
        leave_out_parts_of_names(lexicon.data(), document_, found);
    return std::any_of(parts.begin(), parts.end(),
                       [&](const PartOfName& part) { return part.match.span == span_; });
  }

  [[nodiscard]] bool cuts_word() const {
    const std::string_view text = document_.bytes;
    const bool before = span_.begin > 0 &&
                        is_word_character(code_point_before(text, span_.begin).value) &&
                        is_word_character(code_point_at(text, span_.begin).value);
    const bool after = span_.end < text.size() &&
                       is_word_character(code_point_at(text, span_.end).value) &&
                       is_word_character(code_point_before(text, span_.end).value);
    return before || after;
  }

  /// Whether the words of the place would be found if there were nothing else.
  [[nodiscard]] bool stands_alone_as(const LikeForm& like) const {
    Document alone;
    alone.id = document_.id;
    alone.bytes = bytes_of(document_, span_);
    const Span whole{0, static_cast<std::uint32_t>(alone.bytes.size())};
    alone.passages.push_back({.ranges = {whole}, .role = document_.passages[*passage_].role});
    return finds(like, like.form, alone, whole);
  }

  [[nodiscard]] bool is_in_address() const {
    const std::vector<Span>& ranges = document_.passages[*passage_].ranges;
    const std::vector<Word> words = words_of(document_.bytes, ranges);
    return std::any_of(words.begin(), words.end(), [&](const Word& word) {
      return word.in_address && overlap(word.span, span_);
    });
  }

  [[nodiscard]] bool is_in_capitals() const {
    int capitals = 0;
    for (const Span range : document_.passages[*passage_].ranges) {
      for (const char c : bytes_of(document_, range)) {
        if (c >= 'a' && c <= 'z') return false;
        if (c >= 'A' && c <= 'Z') ++capitals;
      }
    }
    return capitals > 0;
  }

  [[nodiscard]] std::vector<std::string> nearest_forms() const {
    const std::string surface = bare_letters(bytes_of(document_, span_));
    const std::size_t limit = surface.size() / 3;
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const Entry& entry : ontology_.entries) {
      for (const Form& form : entry.forms) {
        const std::string letters = bare_letters(form.text);
        if (letters.size() > surface.size() + limit || surface.size() > letters.size() + limit) {
          continue;
        }
        const std::size_t distance = edit_distance(surface, letters, limit);
        if (distance <= limit) near.emplace_back(distance, form.text);
      }
    }
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    std::vector<std::string> forms;
    for (std::size_t i = 0; i < near.size() && i < 3; ++i) forms.push_back(near[i].second);
    return forms;
  }

  const Ontology& ontology_;
  const Document& document_;
  Span span_;
  LinkOptions options_;
  std::optional<std::uint32_t> passage_;
  Explanation found_;
};

}  // namespace

Explanation explain(const Ontology& ontology, const Document& document, const Links& links,
                    const Mention& mention) {
  Explanation found;
  found.kind = Explanation::Kind::linked;
  found.span = mention.span;
  found.entry = mention.entry;
  found.decided = mention.decided;
  const std::string_view surface = bytes_of(document, mention.span);
  const Entry& entry = ontology.entry(mention.entry);
  const auto consider = [&](const std::string& text) {
    const auto likeness = likeness_of(surface, text);
    if (!likeness || (found.likeness && *found.likeness <= *likeness)) return;
    found.likeness = likeness;
    found.form = text;
  };
  for (const Form& form : entry.forms) consider(form.text);
  if (mention.decided == Decided::person) {
    for (const DerivedForm& form : person_forms(entry)) consider(form.text);
  }
  const auto decision =
      std::lower_bound(links.decisions.begin(), links.decisions.end(), mention.span,
                       [](const Decision& a, Span span) { return a.span < span; });
  if (decision != links.decisions.end() && decision->span == mention.span) {
    found.decision = *decision;
  }
  return found;
}

Explanation explain(const Ontology& ontology, const Document& document, const Links& links,
                    Span span, const LinkOptions& options) {
  return Explainer(ontology, document, span, options).run(links);
}

Explanation explain(const Lexicon& lexicon, const Ontology& ontology, const Document& document,
                    Span span, const LinkOptions& options) {
  LinkOptions linking = options;
  linking.reasons = Reasons::on;
  return explain(ontology, document, link(lexicon, document, linking), span, options);
}

}  // namespace crossroads
