// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/formats/text_writer.hpp"
#include "text/tei/xml.hpp"

namespace crossroads {

/// Writes what a TEI document says as text, in one walk over its elements in text order. Words go
/// into the passage that is open; an element that stands for a block ends it and opens its own. So
/// what is not known keeps its words. Notes' texts come at the end.
class TeiReader {
 public:
  TeiReader(TextWriter& writer, const XmlElement& root) : writer_(writer) { look_for_notes(root); }

  void text(const XmlElement& tei);

  /// The notes' texts: those that are called in the order of their calls, then the others.
  void write_notes();

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

  void look_for_notes(const XmlElement& element);

  static bool names_grobid(const XmlElement& tei);

  /// GROBID keeps an article's title, authors and abstract in the header alone.
  void write_head_of_article(const XmlElement& tei);

  void line(Role role, unsigned level, std::string_view words);

  // The walk.

  void content(const XmlElement& element, Place place);
  void words(std::string_view text, const Place& place);
  void begin(Role role, const Place& place, unsigned level = 0);
  std::optional<std::uint32_t> end(const Place& place);
  void visit(const XmlElement& element, const Place& place);

  /// False where it is no block, and its words belong to what is around it.
  bool block(const XmlElement& element, std::string_view name, const Place& place);
  void passage(const XmlElement& element, Role role, const Place& place, unsigned level = 0);
  void division(const XmlElement& element, std::string_view name, const Place& place);
  void heading(const XmlElement& element, std::string_view name, const Place& place);
  bool quote(const XmlElement& element, std::string_view name, const Place& place);
  void list(const XmlElement& element, const Place& place);
  void caption(const XmlElement& element, const Place& place);
  void table(const XmlElement& element, const Place& place);
  void figure(const XmlElement& element, const Place& place);

  /// A stanza is one passage, a line of it a line.
  void verse(const XmlElement& element, std::string_view name, const Place& place);
  bool bibliography(const XmlElement& element, std::string_view name, const Place& place);
  void page(const XmlElement& element);

  /// Within a paragraph a page's furniture would break it apart.
  void running_head(const XmlElement& element, const Place& place);

  /// Of two readings the one that an editor would print.
  void choice(const XmlElement& element, const Place& place);

  // Notes.

  void note(const XmlElement& element, const Place& place);
  void reference_to(const XmlElement& element, const Place& place);
  void write_note(std::size_t number);

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

}  // namespace crossroads
