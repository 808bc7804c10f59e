// SPDX-License-Identifier: Apache-2.0
//
// One walk over the elements in text order. Words go into the passage that is open; an element that
// stands for a block ends it and opens its own. So what is not known keeps its words.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "crossroads/core/checksum.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/location.hpp"
#include "crossroads/core/version.hpp"
#include "text/readers.hpp"
#include "text/tei_xml.hpp"
#include "text/text_writer.hpp"

namespace crossroads {
namespace {

constexpr XmlLimits limits{.depth = 200};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 27> blocks{
    "p",        "ab",         "head",      "list",       "item",     "table",   "row",
    "lg",       "l",          "sp",        "stage",      "speaker",  "figure",  "figDesc",
    "opener",   "closer",     "byline",    "docAuthor",  "docDate",  "div",     "trailer",
    "listBibl", "biblStruct", "titlePart", "docImprint", "argument", "epigraph"};
constexpr std::array<std::string_view, 14> plain_blocks{
    "p",       "ab",     "stage",  "speaker",  "opener",     "closer",     "docDate",
    "trailer", "salute", "signed", "dateline", "postscript", "docImprint", "argument"};
constexpr std::array<std::string_view, 8> containers{"text",  "front", "body",      "back",
                                                     "group", "sp",    "titlePage", "floatingText"};

bool has_blocks(const XmlElement& element) {
  return std::any_of(element.children.begin(), element.children.end(), [](const XmlElement& child) {
    return is_one_of(blocks, tei_name(child)) || has_blocks(child);
  });
}

/// How deep a heading numbered "2.1." is; 0 where it is not so numbered.
unsigned level_of_number(std::string_view number) {
  unsigned level = 0;
  bool digit = false;
  for (const char c : number) {
    if (c >= '0' && c <= '9') {
      if (!digit) ++level;
      digit = true;
    } else if (c == '.') {
      digit = false;
    } else {
      return 0;
    }
  }
  return level;
}

class TeiReader {
 public:
  TeiReader(TextWriter& writer, const XmlElement& root) : writer_(writer) { look_for_notes(root); }

  void text(const XmlElement& tei) {
    from_grobid_ = names_grobid(tei);
    write_head_of_article(tei);
    content(tei, {});
    writer_.end();
  }

  /// The notes' texts: those that are called in the order of their calls, then the others.
  void write_notes() {
    for (std::size_t done = 0; done < notes_.size();) {
      const std::size_t end = notes_.size();  // a note may hold notes
      std::stable_sort(notes_.begin() + static_cast<std::ptrdiff_t>(done), notes_.end(),
                       [](const Note& a, const Note& b) { return a.order() < b.order(); });
      for (; done < end; ++done) write_note(done);
    }
  }

 private:
  struct Place {
    Role paragraph = Role::body;
    unsigned division = 0;  ///< how many divisions are around
    unsigned depth = 0;     ///< of lists
    std::optional<std::uint32_t> lead_in;
    std::string* marker = nullptr;  ///< an item's, until its first passage has it
    bool in_paragraph = false;
    bool flat = false;  ///< all goes into the passage that is open
  };
  struct Note {
    const XmlElement* element = nullptr;
    std::optional<std::size_t> call;
    std::string mark;
    [[nodiscard]] std::size_t order() const { return call.value_or(~std::size_t{0}); }
  };

  // Which notes are called from elsewhere.

  void look_for_notes(const XmlElement& element) {
    for (const XmlElement& child : element.children) {
      const std::string_view name = tei_name(child);
      if (name == "note") {
        if (const auto id = attribute_of(child, "xml:id"); !id.empty())
          note_ids_.emplace(id, &child);
      }
      if (name == "ref" || name == "ptr") {
        const auto target = attribute_of(child, "target");
        if (target.starts_with('#')) called_ids_.emplace(target.substr(1));
      }
      look_for_notes(child);
    }
  }

  static bool names_grobid(const XmlElement& tei) {
    const XmlElement* application =
        descendant_of(tei, {"teiHeader", "encodingDesc", "appInfo", "application"});
    return application != nullptr && attribute_of(*application, "ident") == "GROBID";
  }

  /// GROBID keeps an article's title, authors and abstract in the header alone.
  void write_head_of_article(const XmlElement& tei) {
    const XmlElement* abstract = descendant_of(tei, {"teiHeader", "profileDesc", "abstract"});
    if (!from_grobid_ && abstract == nullptr) return;
    Document said;
    read_tei_header(tei, said);
    line(Role::heading, 1, said.title);
    std::string authors;
    for (const std::string& name : said.metadata.authors) {
      authors += (authors.empty() ? "" : ", ") + name;
    }
    line(Role::byline, 0, authors);
    if (abstract != nullptr) content(*abstract, {});
    writer_.end();
  }

  void line(Role role, unsigned level, std::string_view words) {
    writer_.begin(role, level);
    writer_.words(words);
    writer_.end();
  }

  // The walk.

  void content(const XmlElement& element, Place place) {
    const std::string_view text = element.text;
    const std::optional<std::uint32_t> lead_in = place.lead_in;
    std::optional<std::uint32_t> introduction;
    std::size_t at = 0;
    bool first = true;
    for (const XmlElement& child : element.children) {
      words(text.substr(at, child.text_before - at), place);
      at = child.text_before;
      if (!first && is_part_of_name(tei_name(child)) && writer_.is_open()) writer_.words(" ");
      first = false;
      const bool list = tei_name(child) == "list" && !place.flat;
      if (list) introduction = end(place).has_value() ? writer_.last_passage() : introduction;
      const std::size_t before = writer_.passages();
      place.lead_in = list ? introduction : lead_in;
      visit(child, place);
      if (place.flat || tei_name(child) == "pb") continue;
      const bool said = tei_name(child) == "p" && writer_.passages() == before + 1;
      introduction = said ? writer_.last_passage() : std::nullopt;
    }
    place.lead_in = lead_in;
    words(text.substr(at), place);
  }

  void words(std::string_view text, const Place& place) {
    if (!writer_.is_open()) {
      if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
      begin(place.paragraph, place);
    }
    writer_.words(text);
  }

  void begin(Role role, const Place& place, unsigned level = 0) {
    const bool item = role == Role::list_item;
    writer_.begin(role, item ? place.depth : level, item ? place.lead_in : std::nullopt);
    if (place.marker != nullptr) writer_.marker(*place.marker);
  }

  std::optional<std::uint32_t> end(const Place& place) {
    const auto number = writer_.end();
    if (number && place.marker != nullptr) place.marker->clear();
    return number;
  }

  void visit(const XmlElement& element, const Place& place) {
    const std::string_view name = tei_name(element);
    if (name == "teiHeader" || name == "del" || name == "graphic" || name == "facsimile" ||
        name == "standOff" || name == "sourceDoc") {
      return;
    }
    if (name == "note") return note(element, place);
    if (name == "ref" || name == "ptr") return reference_to(element, place);
    if (name == "pb") return page(element);
    if (name == "lb") {
      if (writer_.is_open() && attribute_of(element, "break") != "no") writer_.words(" ");
      return;
    }
    if (name == "choice") return choice(element, place);
    if (name == "fw") return running_head(element, place);
    if (place.flat) {
      if (is_one_of(blocks, name) && writer_.is_open()) writer_.words(" ");
      content(element, place);
      if (is_one_of(blocks, name) && writer_.is_open()) writer_.words(" ");
    } else if (!block(element, name, place)) {
      content(element, place);
    }
  }

  /// False where it is no block, and its words belong to what is around it.
  bool block(const XmlElement& element, std::string_view name, const Place& place) {
    if (name == "TEI" || name == "TEI.2") {
      end(place);
      text(element);
    } else if (is_one_of(containers, name)) {
      end(place);
      content(element, place);
      end(place);
    } else if (name == "div" || (name.size() == 4 && name.starts_with("div"))) {
      division(element, name, place);
    } else if (name == "head" || name == "titlePart") {
      heading(element, name, place);
    } else if (is_one_of(plain_blocks, name)) {
      passage(element, place.paragraph, place);
    } else if (name == "byline" || name == "docAuthor") {
      if (place.in_paragraph || writer_.is_open()) return false;  // an author in a byline
      passage(element, Role::byline, place);
    } else if (name == "quote" || name == "q" || name == "epigraph" || name == "cit") {
      return quote(element, name, place);
    } else if (name == "list") {
      list(element, place);
    } else if (name == "table") {
      table(element, place);
    } else if (name == "figure") {
      figure(element, place);
    } else if (name == "lg" || name == "l") {
      verse(element, name, place);
    } else if (name == "listBibl" || name == "biblStruct" || name == "bibl") {
      return bibliography(element, name, place);
    } else {
      return false;
    }
    return true;
  }

  void passage(const XmlElement& element, Role role, const Place& place, unsigned level = 0) {
    end(place);
    Place within = place;
    within.in_paragraph = true;
    within.paragraph = role;  // what a list interrupts goes on so
    begin(role, place, level);
    content(element, within);
    end(place);
  }

  void division(const XmlElement& element, std::string_view name, const Place& place) {
    end(place);
    Place within = place;
    within.division = name.size() == 4 && name[3] >= '1' && name[3] <= '9'
                          ? static_cast<unsigned>(name[3] - '0')
                          : place.division + 1;
    const std::string_view type = attribute_of(element, "type");
    if (type == "contents" || type == "toc") within.paragraph = Role::contents;
    content(element, within);
    end(place);
  }

  void heading(const XmlElement& element, std::string_view name, const Place& place) {
    unsigned level = std::max(place.division, 1U);
    const std::string_view number = attribute_of(element, "n");
    if (from_grobid_ && level_of_number(number) > 0) level = level_of_number(number);
    if (name == "titlePart" && attribute_of(element, "type") == "sub") level = 2;
    end(place);
    begin(Role::heading, place, level);
    if (from_grobid_ && !number.empty()) {  // it took the number out of the words
      writer_.words(number);
      writer_.words(" ");
    }
    Place within = place;
    within.flat = true;
    content(element, within);
    end(place);
  }

  bool quote(const XmlElement& element, std::string_view name, const Place& place) {
    const bool stands_alone = name == "epigraph" || !writer_.is_open() || has_blocks(element);
    if (!stands_alone) return false;
    if (name == "q" && !has_blocks(element)) return false;
    end(place);
    Place within = place;
    within.paragraph = Role::quote;
    content(element, within);
    end(place);
    return true;
  }

  void list(const XmlElement& element, const Place& place) {
    end(place);
    Place within = place;
    within.paragraph = Role::list_item;
    within.depth = place.depth + 1;
    within.marker = nullptr;
    const std::string type =
        fmt::format("{} {}", attribute_of(element, "type"), attribute_of(element, "rend"));
    const bool numbered = type.find("ordered") != type.npos || type.find("number") != type.npos;
    unsigned number = 0;
    std::string label;
    for (const XmlElement& child : element.children) {
      const std::string_view name = tei_name(child);
      if (name == "label") {
        label = words_in(child);
      } else if (name == "item") {
        std::string marker = "\u2022 ";
        const std::string_view given = attribute_of(child, "n");
        ++number;
        if (numbered) marker = fmt::format("{}. ", number);
        if (!given.empty()) marker = fmt::format("{} ", given);
        if (!label.empty()) marker = std::exchange(label, {}) + " ";
        within.marker = &marker;
        content(child, within);
        end(within);
        within.marker = nullptr;
      } else if (name == "head") {
        caption(child, place);
        within.lead_in = writer_.last_passage();
      } else {
        visit(child, within);
      }
    }
    end(within);
  }

  void caption(const XmlElement& element, const Place& place) {
    end(place);
    writer_.begin(Role::caption);
    Place within;
    within.flat = true;
    content(element, within);
    writer_.end();
  }

  void table(const XmlElement& element, const Place& place) {
    end(place);
    Place within = place;
    within.flat = true;
    for (const XmlElement& child : element.children) {
      const std::string_view name = tei_name(child);
      if (name == "row") {
        begin(Role::table, place);
        for (const XmlElement& cell : child.children) {
          content(cell, within);
          writer_.separator(" | ");
        }
        end(place);
      } else if (name == "head" || name == "figDesc") {
        caption(child, place);
      } else {
        visit(child, place);
        end(place);
      }
    }
  }

  void figure(const XmlElement& element, const Place& place) {
    end(place);
    for (const XmlElement& child : element.children) {
      const std::string_view name = tei_name(child);
      if (name == "head" || name == "figDesc") {
        // GROBID says a caption's beginning twice.
        const XmlElement* whole = child_of(element, "figDesc");
        const bool said =
            name == "head" && whole != nullptr && words_in(*whole).starts_with(words_in(child));
        if (!said) caption(child, place);
      } else if (name != "label" || child_of(element, "head") == nullptr) {
        visit(child, place);
        end(place);
      }
    }
  }

  /// A stanza is one passage, a line of it a line.
  void verse(const XmlElement& element, std::string_view name, const Place& place) {
    Place within = place;
    within.flat = true;
    if (name == "l") {
      if (!writer_.is_open()) begin(place.paragraph, place);
      content(element, within);
      writer_.line_break();
      return;
    }
    end(place);
    begin(place.paragraph, place);
    for (const XmlElement& child : element.children) {
      if (tei_name(child) == "lg") {
        verse(child, "lg", place);
      } else if (tei_name(child) == "head") {
        heading(child, "head", place);
      } else {
        if (!writer_.is_open()) begin(place.paragraph, place);
        if (tei_name(child) == "l") {
          verse(child, "l", place);
        } else {
          visit(child, within);
        }
      }
    }
    end(place);
  }

  bool bibliography(const XmlElement& element, std::string_view name, const Place& place) {
    if (name == "listBibl") {
      end(place);
      Place within = place;
      within.paragraph = Role::reference;
      within.in_paragraph = false;
      within.division = place.division + 1;
      content(element, within);
      end(place);
      return true;
    }
    if (name == "bibl") {
      if (place.in_paragraph || writer_.is_open() || place.paragraph != Role::reference)
        return false;
      passage(element, Role::reference, place);
      return true;
    }
    end(place);
    line(Role::reference, 0, tei_reference(element));
    return true;
  }

  void page(const XmlElement& element) {
    ++page_;
    const std::string_view label = attribute_of(element, "n");
    writer_.page(label.empty() ? std::to_string(page_) : std::string(label));
    if (writer_.is_open() && attribute_of(element, "break") != "no") writer_.words(" ");
  }

  /// Within a paragraph a page's furniture would break it apart.
  void running_head(const XmlElement& element, const Place& place) {
    if (writer_.is_open()) return;
    const std::string_view type = attribute_of(element, "type");
    begin(type == "pageNum" ? Role::page_number : Role::running_head, {});
    Place within = place;
    within.flat = true;
    content(element, within);
    writer_.end();
  }

  /// Of two readings the one that an editor would print.
  void choice(const XmlElement& element, const Place& place) {
    constexpr std::array<std::string_view, 3> wanted{"corr", "reg", "expan"};
    for (const XmlElement& child : element.children) {
      if (is_one_of(wanted, tei_name(child))) return content(child, place);
    }
    if (!element.children.empty()) content(element.children.front(), place);
  }

  // Notes.

  void note(const XmlElement& element, const Place& place) {
    const std::string id(attribute_of(element, "xml:id"));
    const std::string given(attribute_of(element, "n"));
    if (!id.empty() && called_ids_.contains(id)) {
      const auto known = call_of_.find(id);
      if (known == call_of_.end()) {
        waiting_.emplace(id, notes_.size());
        notes_.push_back({&element, std::nullopt, given});
      } else {
        notes_.push_back({&element, known->second, mark_of_call_[id]});
      }
      return;
    }
    const std::string mark = given.empty() ? std::to_string(++unnumbered_) : given;
    const bool called = writer_.is_open() && attribute_of(element, "place") != "margin";
    if (!called && !place.in_paragraph && given.empty() && attribute_of(element, "place").empty()) {
      --unnumbered_;
      passage(element, Role::note, place);  // an editor's remark, where it stands
      return;
    }
    notes_.push_back({&element, called ? std::optional(writer_.call(mark)) : std::nullopt, mark});
  }

  void reference_to(const XmlElement& element, const Place& place) {
    const std::string_view target = attribute_of(element, "target");
    const auto note = target.starts_with('#') ? note_ids_.find(target.substr(1)) : note_ids_.end();
    if (note == note_ids_.end()) return content(element, place);
    std::string mark = words_in(element);
    while (!mark.empty() && (mark.front() == '[' || mark.front() == '(')) mark.erase(0, 1);
    while (!mark.empty() && (mark.back() == ']' || mark.back() == ')')) mark.pop_back();
    if (mark.empty()) mark = attribute_of(*note->second, "n");
    if (mark.empty()) mark = std::to_string(++unnumbered_);
    if (!writer_.is_open()) begin(place.paragraph, place);
    const std::size_t call = writer_.call(mark);
    const auto [first, is_new] = call_of_.emplace(note->first, call);
    if (!is_new) return writer_.same_text(call, first->second);
    mark_of_call_[note->first] = mark;
    if (const auto waiting = waiting_.find(note->first); waiting != waiting_.end()) {
      notes_[waiting->second].call = call;
      notes_[waiting->second].mark = mark;
    }
  }

  void write_note(std::size_t number) {
    const Note note = notes_[number];
    writer_.begin(Role::note);
    writer_.note_text(note.mark, note.call);
    Place within;
    within.paragraph = Role::note;
    within.in_paragraph = true;
    within.flat = true;
    content(*note.element, within);
    writer_.end();
  }

  TextWriter& writer_;
  bool from_grobid_ = false;
  unsigned page_ = 0;
  unsigned unnumbered_ = 0;
  std::vector<Note> notes_;
  std::map<std::string, const XmlElement*, std::less<>> note_ids_;
  std::set<std::string, std::less<>> called_ids_;
  std::map<std::string, std::size_t, std::less<>> call_of_;       // by a note's id
  std::map<std::string, std::string, std::less<>> mark_of_call_;  // likewise
  std::map<std::string, std::size_t, std::less<>> waiting_;       // texts that stood before calls
};

}  // namespace

Document read_tei(std::string id, std::string_view xml, const ReadOptions& options) {
  const XmlResult read = read_xml(xml, id, limits);
  if (read.problem) {
    throw Error(ErrorKind::input,
                fmt::format("{}: {}", to_string(read.problem->at), read.problem->message));
  }
  const std::string_view name = tei_name(*read.root);
  if (name != "TEI" && name != "TEI.2" && name != "teiCorpus") {
    throw Error(ErrorKind::input,
                fmt::format("{}: is XML, but not TEI: its root is <{}>", id, read.root->name));
  }
  TextWriter writer(std::move(id));
  read_tei_header(*read.root, writer.document());
  TeiReader reader(writer, *read.root);
  reader.text(*read.root);
  reader.write_notes();
  Document document = writer.finish(options);
  document.original = {sha256(xml), xml.size(), "application/tei+xml",
                       fmt::format("crossroads {}", version)};
  return document;
}

}  // namespace crossroads
