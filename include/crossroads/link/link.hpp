// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crossroads/link/lexicon.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// Which of the forms that stand at overlapping places are mentions.
enum class Overlap {
  leftmost_longest,  ///< from the left, the longest at each place; then on from its end
  all,               ///< every one, also inside others
};

/// Whether a shorter name counts that only the document explains: "the Council" after "Security
/// Council".
enum class Anaphora { off, on };

/// Whether Links::decisions tells why each entry was chosen among several. Costs nothing where
/// forms have one entry only.
enum class Reasons { off, on };

struct LinkOptions {
  Overlap overlap = Overlap::leftmost_longest;
  Anaphora anaphora = Anaphora::off;
  Reasons reasons = Reasons::off;
};

/// Finds the ontology's names in a document: whole words, leftmost-longest over all names. A name
/// may go over a line break and over a hyphen at a line's end, and, inside one passage, over what
/// interrupts it; never over a blank line, nor into a URL or an e-mail address. Such a hyphen reads
/// as the document's own writing tells (BrokenWord::Evidence::document), else as the ontology's
/// names do, if one has the word joined or hyphenated and none the other, else as
/// Document::broken_words has it. Where nothing tells, "peace-\nkeeping" reads as "peacekeeping"
/// and as "peace-keeping", and no name whose case is ignored begins or ends beside the hyphen
/// before a small letter.
///
/// Words compare by full case folding, in any normal form, without combining diacritical marks and
/// the strokes of ø, ł and đ, with ligatures and full-width forms as plain letters, and without
/// soft hyphens and zero-width characters. Hyphens and short dashes are alike, and so are
/// apostrophes; a hyphen and a space are, between words of two characters or more. An English form
/// that names no person is found in the plural too, one with a hyphen between small letters also
/// joined, a word that two English words make also parted. A name in a host name or a file path,
/// or in a longer name that the ontology lacks ("UN-Habitat"), is none.
///
/// Where the longest form at a place belongs to several entries, nothing shorter is tried there. It
/// means what the document defines ("Revolutionary United Front (RUF)"), else what dates and what
/// stands around it tell (link/decision.hpp); where they don't, the place is undecided.
///
/// Some names hold in one document only: short forms that it defines for a
/// name of the ontology, from there on; the surname behind a person's full name; and, with
/// Anaphora::on, the end of a name that it has named before ("the Council"). A short form that the
/// document defines as something else than the ontology does ("people of colour (PoC)") names
/// nothing there, and is listed. Beside the forms, persons are found by the usual ways to write
/// their names, and documents by symbol or number (link/symbols.hpp). Depends on nothing but its
/// arguments. O(bytes + places where a name begins * its words), and, for each place of a form of
/// several entries, O(entries that the document names).
Links link(const Lexicon& lexicon, const Document& document, const LinkOptions& options = {});

/// Appends the mentions as JSON Lines (one object a line), in text order.
void append_mentions_json(std::string& out, const Ontology& ontology, const Document& document,
                          const Links& links);

}  // namespace crossroads
