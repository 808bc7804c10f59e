// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/text/document.hpp"
#include "crossroads/text/read.hpp"

namespace crossroads {

/// Writes the text that a document of another format is converted to, and what is known of it:
/// passages parted by blank lines (items of a list and rows of a table by line ends), with clean
/// words. Passages are written one after another; what holds no words leaves nothing behind.
class TextWriter {
 public:
  explicit TextWriter(std::string id) { document_.id = std::move(id); }

  /// Opens a passage; one that is open is ended first.
  void begin(Role role, unsigned level = 0, std::optional<std::uint32_t> lead_in = {});
  /// Where a passage is open, `role` and what else begin() takes are ignored.
  void begin_if_none(Role role, unsigned level = 0, std::optional<std::uint32_t> lead_in = {});
  /// Ends the open passage, if there is one; its number, or nothing where it holds no words.
  std::optional<std::uint32_t> end();
  [[nodiscard]] bool is_open() const { return open_.has_value(); }

  // Into the open passage. REQUIRES: one is open, well-formed UTF-8.
  void words(std::string_view text);      ///< white space and control characters become one space
  void verbatim(std::string_view text);   ///< lines are kept; control characters become spaces
  void line_break();                      ///< what follows begins on a line of its own
  void marker(std::string_view text);     ///< before the passage's first words, if any: "• "
  void separator(std::string_view text);  ///< between words, if any follow: " | "

  /// Writes "[mark]" into the open passage: a call. Its number in notes, for note().
  std::size_t call(const std::string& mark);
  /// Writes what begins a note's text, "[mark] ", into the open passage, which becomes the text of
  /// `note` (a number that call() gave), or of a note without a call.
  void note_text(const std::string& mark, std::optional<std::size_t> note = {});
  /// Another call of a note that has a text: both lead to it. REQUIRES: `note` has ended or begun.
  void same_text(std::size_t call, std::size_t note);

  /// What is written next stands on a new page.
  void page(std::string label) { page_ = std::move(label); }

  /// The last passage that was ended; nothing where there is none.
  [[nodiscard]] std::optional<std::uint32_t> last_passage() const;
  [[nodiscard]] std::optional<Role> last_role() const;
  [[nodiscard]] std::size_t passages() const { return document_.passages.size(); }
  /// For title, metadata, original and findings.
  Document& document() { return document_; }

  /// The document, with all that complete() works out. Nothing may be written afterwards.
  Document finish(const ReadOptions& options);

 private:
  struct NoteState {
    std::optional<std::size_t> same_as;
  };

  void append(std::string_view visible);
  void flush_gap();

  Document document_;
  std::optional<Passage> open_;
  std::uint32_t begin_ = 0;                 // of the open passage, once it holds something
  bool has_words_ = false;                  // whether it does
  std::string gap_;                         // white space that is due before its next word
  std::string marker_;                      // due before its first word
  std::optional<std::string> page_;         // due before the next word
  std::vector<std::size_t> note_of_open_;   // notes whose text the open passage is
  std::vector<std::size_t> calls_in_open_;  // and notes that it calls
  std::vector<NoteState> note_states_;
};

}  // namespace crossroads
