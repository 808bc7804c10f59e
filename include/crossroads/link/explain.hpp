// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/link/lexicon.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/ontology/ontology.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// How what stands in a text is a form of the ontology; each goes further than the one before.
enum class Likeness : std::uint8_t {
  as_written,   ///< byte for byte
  layout,       ///< but for white space, line breaks and signs that are set for others: ’ ‑ –
  letter_case,  ///< but for capitals
  marks,        ///< but for diacritical marks: Boas, Bøås
  joined,       ///< but for spaces and hyphens between its words, also at a line's end
  inflected,    ///< in the plural, or the singular
};

std::string_view to_string(Likeness likeness);

/// Why a stretch of a text is linked, or why it is not.
struct Explanation {
  enum class Kind : std::uint8_t {
    linked,
    undecided,         ///< several entries bear the form, and nothing decides
    within,            ///< a mention, or an undecided place, lies over it, or over a part of it
    several_passages,  ///< it goes from one paragraph, or the like, to another
    not_read,          ///< it stands where no words of the text do: a running head, front matter
    in_address,        ///< it is part of a URL, an e-mail address, a host's name or a path
    in_word,           ///< it begins or ends within a word
    redefined,         ///< the document defines the form as something else
    banned,            ///< a curator has decided that the form is not to be matched
    letter_case,       ///< it would be a form in another case
    short_form,        ///< a form that counts only where its curator says how it is written
    capitals,          ///< an ordinary word, in a text that is all in capitals
    notes_only,        ///< a way to write a person's name that counts in notes and bylines alone
    inflection,        ///< a plural, or singular, of a form that has none
    part_of_name,      ///< it is a part of a longer name, of something that the ontology lacks
    surroundings,      ///< it would be a form if it stood alone
    other_signs,       ///< its letters are a form's, the signs between them are not
    unknown,           ///< no form is like it
  };
  Kind kind = Kind::unknown;
  Span span;                              ///< what was asked for; of `within` what lies over it
  std::optional<EntryId> entry = {};      ///< whom it names, or would name
  std::string form;                       ///< as the ontology has it; empty where none is like it
  std::optional<Likeness> likeness = {};  ///< of the form and the text
  Decided decided = Decided::only_name;   ///< of what is linked
  std::optional<Decision> decision = {};  ///< of a form of several entries
  std::vector<std::string> nearest;       ///< of `unknown`: forms that are near, the nearest first
};

std::string_view to_string(Explanation::Kind kind);

/// Explains a stretch of a document. What is not linked is linked again, without one rule after
/// the other, until it would be: that rule is the answer. O(forms + bytes) and no less: it is for
/// one question at a time. `lexicon` is that of the ontology. REQUIRES: a span of the document,
/// between characters, not empty.
Explanation explain(const Lexicon& lexicon, const Ontology& ontology, const Document& document,
                    Span span, const LinkOptions& options = {});

/// The same with links of the document that were made with the options and Reasons::on.
Explanation explain(const Ontology& ontology, const Document& document, const Links& links,
                    Span span, const LinkOptions& options = {});

/// The same of a mention of `links`, which were made with Reasons::on. O(forms of its entry + log
/// decisions).
Explanation explain(const Ontology& ontology, const Document& document, const Links& links,
                    const Mention& mention);

/// The explanation as a person reads it: a line, and one more for each candidate. Of what
/// `document` has at the place the words, printable.
std::string text_of(const Ontology& ontology, const Document& document,
                    const Explanation& explanation);

/// Appends the mentions as JSON Lines, as append_mentions_json() does, each with a member `why`:
/// its form, how the text is it (likeness), and, of a form of several entries, the candidates.
/// REQUIRES: linked with Reasons::on.
void append_explained_json(std::string& out, const Ontology& ontology, const Document& document,
                           const Links& links);

}  // namespace crossroads
