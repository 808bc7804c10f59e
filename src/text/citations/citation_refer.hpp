// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/text/citation.hpp"
#include "text/citations/note_text.hpp"

namespace crossroads {

/// Letters in lower case without their marks, ø, æ, ß and the like spelt out: what stays equal
/// where a name is printed a little differently. "Bøås" gives "boas". O(bytes).
std::string plain_letters(std::string_view text);

/// Whether a stretch of a note refers to what was cited before, and how.
struct BackReference {
  enum class Kind {
    same_as_before,  ///< "Ibid., p. 3"
    same_author,     ///< "Id., Other title …": `rest` is the citation
    earlier,         ///< "Bøås, op. cit.", "Autesserre (note 3 above)"
  };
  Kind kind = Kind::same_as_before;
  std::string family;  ///< of the first author; empty where none is named
  std::string given;   ///< as printed
  std::string mark;    ///< of the note that it names; empty where none is
  Span rest;           ///< of the text
};
std::optional<BackReference> back_reference(const NoteText& note, Span piece);

/// Works by their first author, to find again what a short form means. What is found is each work
/// that fits, once, though it was cited in full more than once: then the last citation stands for
/// it. Of an author's works the last few are looked at.
class CitedBefore {
 public:
  using Works = std::vector<std::uint32_t>;

  /// The first author of a short form. REQUIRES plain letters of `family`; no given names fit all.
  struct Author {
    std::string family;
    std::string given;
  };

  /// REQUIRES that works are added in the order of their numbers, none left out. `year`: with its
  /// letter, "2014a".
  void add(const CitedWork& work, std::string year);
  void add_note(const std::string& mark, Works works);

  /// Those of that author and that year; "2014" fits "2014a" too, and no year fits all.
  [[nodiscard]] Works of_author(const Author& author, std::string_view year = {}) const;
  /// Those of that author whose title begins so; where none does, those that have these words.
  [[nodiscard]] Works titled(const Author& author, std::string_view short_title) const;
  /// Those that the note of that mark cites, of that author if one is given.
  [[nodiscard]] Works of_note(const std::string& mark, const Author& author) const;
  /// Each of these once.
  [[nodiscard]] Works distinct(const Works& works) const;

 private:
  struct Known {
    std::string family;  // plain letters
    std::string given;
    std::string year;
    std::string title;          // plain letters
    std::uint32_t same_as = 0;  // the first that has all of this
  };
  [[nodiscard]] bool fits(std::uint32_t work, const Author& author) const;
  [[nodiscard]] std::span<const std::uint32_t> last_of(const std::string& family) const;

  std::vector<Known> works_;
  std::map<std::string, std::uint32_t, std::less<>> first_;
  std::map<std::string, Works, std::less<>> by_family_;
  std::map<std::string, Works, std::less<>> by_note_;
};

}  // namespace crossroads
