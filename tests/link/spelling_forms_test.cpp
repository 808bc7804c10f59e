// SPDX-License-Identifier: Apache-2.0
//
// How texts spell and set a name: letters, marks, hyphens, apostrophes, spaces.
#include "link/form_cases.hpp"

using namespace crossroads;
using test::run;

TEST_CASE("forms: case folding of all scripts") {
  run({
      {"capital sharp s and small", {"Gie\u00DFen"}, "GIE\u1E9EEN gie\u00DFen", "0-8=0 9-16=0"},
      {"sharp s is ss", {"Stra\u00DFe"}, "STRASSE, Strasse, Stra\u00DFe", "0-7=0 9-16=0 18-25=0"},
      {"ss is sharp s", {"Strasse"}, "Stra\u00DFe STRA\u1E9EE", "0-7=0 8-16=0"},
      {"dotted capital I",
       {"\u0130zmir"},
       "\u0130zmir \u0130ZM\u0130R Izmir izmir",
       "0-6=0 7-14=0 15-20=0 21-26=0"},
      {"an I for a dotted one", {"Izmir"}, "\u0130zmir \u0130ZM\u0130R", "0-6=0 7-14=0"},
      {"dotless i",
       {"Diyarbak\u0131r"},
       "Diyarbak\u0131r DIYARBAKIR Diyarbakir",
       "0-11=0 12-22=0 23-33=0"},
      {"final sigma",
       {"\u03A3\u03BF\u03C6\u03CC\u03C2"},
       "\u03A3\u039F\u03A6\u039F\u03A3 \u03C3\u03BF\u03C6\u03CC\u03C2 "
       "\u03A3\u03BF\u03C6\u03CC\u03C3",
       "0-10=0 11-21=0 22-32=0"},
      {"Cyrillic",
       {"\u041A\u0438\u0457\u0432"},
       "\u041A\u0418\u0407\u0412 \u043A\u0438\u0457\u0432",
       "0-8=0 9-17=0"},
      {"Armenian",
       {"\u0535\u0580\u0565\u0582\u0561\u0576"},
       "\u0535\u0550\u0535\u0552\u0531\u0546 \u0535\u0580\u0587\u0561\u0576",
       "0-12=0 13-23=0"},
      {"long s", {"Congress"}, "Congre\u017Fs", "0-9=0"},
      {"Kelvin sign", {"Kivu"}, "\u212Aivu", "0-6=0"},
      {"letters of other planes",
       {"\U00010414\U0001042F\U00010445\U00010428\U00010449\U0001042F\U0001043B"},
       "\U00010414\U00010407\U0001041D\U00010400\U00010421\U00010407\U00010413",
       "0-28=0"},
      {"wide letters before the name leave its place right",
       {"ford"},
       "\U00010414\u00E9\u20AC\u00DF ford \uFB01 Ford",
       "12-16=0 21-25=0"},
      {"the folded word is longer than the written",
       {"Gro\u00DF"},
       "\u1E9E GROSS gro\u00DFs gro\u00DF",
       "4-9=0 17-22=0"},
  });
}

TEST_CASE("forms: marks never count") {
  run({
      {"a missing accent", {"S\u00E9l\u00E9ka"}, "Seleka SELEKA", "0-6=0 7-13=0"},
      {"an accent too many", {"Seleka"}, "S\u00E9l\u00E9ka S\u00C9L\u00C9KA", "0-8=0 9-17=0"},
      {"o with a stroke and a ring",
       {"B\u00F8\u00E5s"},
       "Boas BOAS B\u00F8\u00E5s",
       "0-4=0 5-9=0 10-16=0"},
      {"plain in the ontology", {"Boas"}, "B\u00F8\u00E5s B\u00D8\u00C5S", "0-6=0 7-13=0"},
      {"l with a stroke", {"Wa\u0142\u0119sa"}, "Walesa WA\u0141\u0118SA", "0-6=0 7-15=0"},
      {"d with a stroke and eth",
       {"\u0110in\u0111i\u0107", "Da\u00F0i"},
       "Dindic Dadi",
       "0-6=0 7-11=1"},
      {"thorn", {"\u00DE\u00F3rr"}, "Thorr THORR \u00FEorr", "0-5=0 6-11=0 12-17=0"},
      {"ae and oe",
       {"\u00C6r\u00F8", "C\u0153ur"},
       "Aero Coeur \u00C6R\u00D8",
       "0-4=0 5-10=1 11-16=0"},
      {"decomposed in the text", {"Gu\u00E9henno"}, "Gue\u0301henno", "0-10=0"},
      {"decomposed in the ontology", {"Gue\u0301henno"}, "Gu\u00E9henno Guehenno", "0-9=0 10-18=0"},
      {"several marks on a letter",
       {"Nguy\u1EC5n"},
       "Nguye\u0302\u0303n Nguyen NGUY\u1EC4N",
       "0-10=0 11-17=0 18-26=0"},
      {"a mark behind the last letter belongs to it", {"Mali"}, "Mali\u0301.", "0-6=0"},
      {"where case counts too", {"\u00C9UFOR"}, "EUFOR eufor Eufor E\u0301UFOR", "0-5=0 18-25=0"},
      {"as written wins over other marks",
       {"Rio", "R\u00EDo"},
       "Rio R\u00EDo Ri\u0301o",
       "0-3=0 4-8=1 9-14=1"},
      {"other marks only: nothing decides",
       {"S\u00E9l\u00E9ka", "S\u00E9l\u00E8ka"},
       "Seleka",
       "0-6=0|1"},
  });
}

TEST_CASE("forms: letters that are set together or wide") {
  run({
      {"a ligature in the text", {"office", "ruffle"}, "o\uFB03ce ru\uFB04e", "0-6=0 7-13=1"},
      {"a ligature in the ontology", {"o\uFB03ce"}, "office", "0-6=0"},
      {"full width", {"Mali"}, "\uFF2D\uFF41\uFF4C\uFF49", "0-12=0"},
      {"full width in the ontology", {"\uFF2D\uFF41\uFF4C\uFF49"}, "Mali", "0-4=0"},
      {"a full-width acronym",
       {"MINUSMA"},
       "\uFF2D\uFF29\uFF2E\uFF35\uFF33\uFF2D\uFF21 \uFF4D\uFF49\uFF4E\uFF55\uFF53\uFF4D\uFF41",
       "0-21=0"},
      {"raised digits are others", {"M2"}, "M\u00B2 M2", "4-6=0"},
  });
}

TEST_CASE("forms: all hyphens") {
  run({
      {"a name with a hyphen-minus", {"Al-Shabaab"}, "the Al-Shabaab.", "4-14=0"},
      {"a name with a hyphen", {"Al-Shabaab"}, "the Al\u2010Shabaab.", "4-16=0"},
      {"a name with a no-break hyphen", {"Al-Shabaab"}, "the Al\u2011Shabaab.", "4-16=0"},
      {"a name with a figure dash", {"Al-Shabaab"}, "the Al\u2012Shabaab.", "4-16=0"},
      {"a name with a en dash", {"Al-Shabaab"}, "the Al\u2013Shabaab.", "4-16=0"},
      {"a name with a minus", {"Al-Shabaab"}, "the Al\u2212Shabaab.", "4-16=0"},
      {"a name with a small hyphen", {"Al-Shabaab"}, "the Al\uFE63Shabaab.", "4-16=0"},
      {"a name with a full-width hyphen", {"Al-Shabaab"}, "the Al\uFF0DShabaab.", "4-16=0"},
      {"a name with a Armenian hyphen", {"Al-Shabaab"}, "the Al\u058AShabaab.", "4-15=0"},
      {"a name with a Hebrew maqaf", {"Al-Shabaab"}, "the Al\u05BEShabaab.", "4-15=0"},
      {"a name with a double oblique hyphen", {"Al-Shabaab"}, "the Al\u2E17Shabaab.", "4-16=0"},
      {"a name with a double hyphen", {"Al-Shabaab"}, "the Al\u2E40Shabaab.", "4-16=0"},
      {"a name with a Katakana double hyphen", {"Al-Shabaab"}, "the Al\u30A0Shabaab.", "4-16=0"},
      {"a name with a Mongolian hyphen", {"Al-Shabaab"}, "the Al\u1806Shabaab.", "4-16=0"},
      {"a name with a Canadian hyphen", {"Al-Shabaab"}, "the Al\u1400Shabaab.", "4-16=0"},
      {"a hyphen of the ontology", {"Al\u2011Shabaab"}, "Al-Shabaab", "0-10=0"},
      {"a long dash is none", {"civil-military"}, "civil\u2014military civil\u2015military", ""},
      {"a dash that stands free is none", {"civil-military"}, "civil \u2013 military", ""},
      {"a hyphen at the end of a line", {"civil-military"}, "civil-\nmilitary", "0-15=0"},
  });
}

TEST_CASE("forms: all apostrophes") {
  run({
      {"a name with a apostrophe", {"N'Djamena"}, "in N'Djamena.", "3-12=0"},
      {"a name with a right quotation mark", {"N'Djamena"}, "in N\u2019Djamena.", "3-14=0"},
      {"a name with a left quotation mark", {"N'Djamena"}, "in N\u2018Djamena.", "3-14=0"},
      {"a name with a reversed quotation mark", {"N'Djamena"}, "in N\u201BDjamena.", "3-14=0"},
      {"a name with a modifier apostrophe", {"N'Djamena"}, "in N\u02BCDjamena.", "3-13=0"},
      {"a name with a turned comma", {"N'Djamena"}, "in N\u02BBDjamena.", "3-13=0"},
      {"a name with a reversed comma", {"N'Djamena"}, "in N\u02BDDjamena.", "3-13=0"},
      {"a name with a right half ring", {"N'Djamena"}, "in N\u02BEDjamena.", "3-13=0"},
      {"a name with a left half ring", {"N'Djamena"}, "in N\u02BFDjamena.", "3-13=0"},
      {"a name with a modifier prime", {"N'Djamena"}, "in N\u02B9Djamena.", "3-13=0"},
      {"a name with a prime", {"N'Djamena"}, "in N\u2032Djamena.", "3-14=0"},
      {"a name with a acute accent", {"N'Djamena"}, "in N\u00B4Djamena.", "3-13=0"},
      {"a name with a grave accent", {"N'Djamena"}, "in N`Djamena.", "3-12=0"},
      {"a name with a full-width apostrophe", {"N'Djamena"}, "in N\uFF07Djamena.", "3-14=0"},
      {"a name with a Armenian apostrophe", {"N'Djamena"}, "in N\u055ADjamena.", "3-13=0"},
      {"a name with a Hebrew geresh", {"N'Djamena"}, "in N\u05F3Djamena.", "3-13=0"},
      {"a name with a saltillo", {"N'Djamena"}, "in N\uA78CDjamena.", "3-14=0"},
      {"a possessive with a apostrophe", {"MONUSCO"}, "MONUSCO's troops", "0-7=0"},
      {"a possessive with a right quotation mark", {"MONUSCO"}, "MONUSCO\u2019s troops", "0-7=0"},
      {"a possessive with a left quotation mark", {"MONUSCO"}, "MONUSCO\u2018s troops", "0-7=0"},
      {"a possessive with a reversed quotation mark",
       {"MONUSCO"},
       "MONUSCO\u201Bs troops",
       "0-7=0"},
      {"a possessive with a modifier apostrophe", {"MONUSCO"}, "MONUSCO\u02BCs troops", "0-7=0"},
      {"a possessive with a turned comma", {"MONUSCO"}, "MONUSCO\u02BBs troops", "0-7=0"},
      {"a possessive with a reversed comma", {"MONUSCO"}, "MONUSCO\u02BDs troops", "0-7=0"},
      {"a possessive with a right half ring", {"MONUSCO"}, "MONUSCO\u02BEs troops", "0-7=0"},
      {"a possessive with a left half ring", {"MONUSCO"}, "MONUSCO\u02BFs troops", "0-7=0"},
      {"a possessive with a modifier prime", {"MONUSCO"}, "MONUSCO\u02B9s troops", "0-7=0"},
      {"a possessive with a prime", {"MONUSCO"}, "MONUSCO\u2032s troops", "0-7=0"},
      {"a possessive with a acute accent", {"MONUSCO"}, "MONUSCO\u00B4s troops", "0-7=0"},
      {"a possessive with a grave accent", {"MONUSCO"}, "MONUSCO`s troops", "0-7=0"},
      {"a possessive with a full-width apostrophe", {"MONUSCO"}, "MONUSCO\uFF07s troops", "0-7=0"},
      {"a possessive with a Armenian apostrophe", {"MONUSCO"}, "MONUSCO\u055As troops", "0-7=0"},
      {"a possessive with a Hebrew geresh", {"MONUSCO"}, "MONUSCO\u05F3s troops", "0-7=0"},
      {"a possessive with a saltillo", {"MONUSCO"}, "MONUSCO\uA78Cs troops", "0-7=0"},
      {"U+02BC ends a word", {"Mali"}, "Mali\u02BC and \u02BCMali", "0-4=0 13-17=0"},
  });
}

TEST_CASE("forms: all spaces") {
  run({
      {"over a tab", {"stone bridge"}, "a stone\tbridge there", "2-14=0"},
      {"over a no-break space", {"stone bridge"}, "a stone\u00A0bridge there", "2-15=0"},
      {"over a narrow no-break space", {"stone bridge"}, "a stone\u202Fbridge there", "2-16=0"},
      {"over a thin space", {"stone bridge"}, "a stone\u2009bridge there", "2-16=0"},
      {"over a hair space", {"stone bridge"}, "a stone\u200Abridge there", "2-16=0"},
      {"over a figure space", {"stone bridge"}, "a stone\u2007bridge there", "2-16=0"},
      {"over a en space", {"stone bridge"}, "a stone\u2002bridge there", "2-16=0"},
      {"over a em space", {"stone bridge"}, "a stone\u2003bridge there", "2-16=0"},
      {"over a punctuation space", {"stone bridge"}, "a stone\u2008bridge there", "2-16=0"},
      {"over a mathematical space", {"stone bridge"}, "a stone\u205Fbridge there", "2-16=0"},
      {"over a ideographic space", {"stone bridge"}, "a stone\u3000bridge there", "2-16=0"},
      {"over a Ogham space", {"stone bridge"}, "a stone\u1680bridge there", "2-16=0"},
      {"over a line feed", {"stone bridge"}, "a stone\nbridge there", "2-14=0"},
      {"over a carriage return and line feed",
       {"stone bridge"},
       "a stone\r\nbridge there",
       "2-15=0"},
      {"over several of them", {"stone bridge"}, "a stone \u00A0\n  bridge", "2-19=0"},
  });
}

TEST_CASE("forms: what is not seen") {
  run({
      {"a soft hyphen within a word", {"peacekeeping"}, "of peace\u00ADkeeping now", "3-17=0"},
      {"a zero-width space within a word", {"peacekeeping"}, "of peace\u200Bkeeping now", "3-18=0"},
      {"a zero-width non-joiner within a word",
       {"peacekeeping"},
       "of peace\u200Ckeeping now",
       "3-18=0"},
      {"a zero-width joiner within a word",
       {"peacekeeping"},
       "of peace\u200Dkeeping now",
       "3-18=0"},
      {"a word joiner within a word", {"peacekeeping"}, "of peace\u2060keeping now", "3-18=0"},
      {"a byte-order mark within a word", {"peacekeeping"}, "of peace\uFEFFkeeping now", "3-18=0"},
      {"a direction mark within a word", {"peacekeeping"}, "of peace\u200Ekeeping now", "3-18=0"},
      {"a variation selector within a word",
       {"peacekeeping"},
       "of peace\uFE0Fkeeping now",
       "3-18=0"},
      {"a soft hyphen in the ontology", {"peace\u00ADkeeping"}, "of peacekeeping", "3-15=0"},
      {"a soft hyphen at the end of a line", {"peacekeeping"}, "of peace\u00AD\nkeeping", "3-18=0"},
      {"a zero-width space beside a space", {"stone bridge"}, "a stone \u200Bbridge", "2-17=0"},
      {"an emoji before a name", {"Mali"}, "\u2764\uFE0F Mali", "7-11=0"},
  });
}
