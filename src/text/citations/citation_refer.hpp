// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
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
  std::string mark;    ///< of the note that it names; empty where none is
  Span rest;           ///< of the text
};
std::optional<BackReference> back_reference(const NoteText& note, Span piece);

/// Works by their first author, to find again what a short form means.
class CitedBefore {
 public:
  void add(const CitedWork& work, std::uint32_t number);
  void add_note(const std::string& mark, std::vector<std::uint32_t> works);

  /// The last work of that first author, and year if one is given. REQUIRES plain letters.
  [[nodiscard]] std::optional<std::uint32_t> of_author(const std::string& family,
                                                       std::string_view year = {}) const;
  /// The last work of that author whose title begins so, or has these words.
  [[nodiscard]] std::optional<std::uint32_t> titled(const std::string& family,
                                                    std::string_view short_title) const;
  /// The only work of that note, of that author if one is given.
  [[nodiscard]] std::optional<std::uint32_t> of_note(const std::string& mark,
                                                     const std::string& family) const;

 private:
  struct Known {
    std::uint32_t work = 0;
    std::string year;
    std::string title;  // plain letters
  };
  std::map<std::string, std::vector<Known>, std::less<>> by_family_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_note_;
  std::map<std::uint32_t, std::string> family_of_;
};

}  // namespace crossroads
