// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"

namespace crossroads {

/// A mention as a line of a file states it: annotated by a person, or found by a program.
struct Annotation {
  std::string document = {};
  Span span = {};  ///< bytes of the document, not empty
  std::string entry = {};
  std::string kind = {};       ///< of the entry; empty where the line does not say
  std::string zone = {};       ///< of the text; likewise
  std::string surface = {};    ///< the words there; likewise
  bool optional = false;       ///< neither missed where it is absent, nor wrong where it is found
  std::string group = {};      ///< a wider entry that is right as well; empty for none
  std::optional<Span> core{};  ///< within `span`: the shortest stretch that is right as well
  std::size_t line = 0;        ///< where it stands in its file, from 1
};

struct AnnotationLimits {
  std::size_t lines = 20'000'000;
  std::size_t line_bytes = std::size_t{1} << 20U;
};

struct AnnotationOptions {
  /// A member of this name that is true makes a line optional, as "optional" does.
  std::string optional = {};
  AnnotationLimits limits = {};
};

/// Reads mentions as JSON Lines, an object a line: "document", "start", "end" (bytes, end
/// exclusive) and "entry", and if there "kind", "zone", "surface", "optional" (true), "group", and
/// "core_start" with "core_end"; other members say nothing. Lines of white space are passed over.
/// In the order of the file. Throws Error (input), "NAME:LINE: ...", at the first line that is
/// malformed or goes past a limit. O(bytes).
std::vector<Annotation> read_annotations(std::string_view lines, const std::string& name,
                                         const AnnotationOptions& options = {});

/// Other names of entries, by the name that they replace.
using EntryNames = std::map<std::string, std::string, std::less<>>;

/// Reads "NAME<tab>OTHER NAME" a line; what stands behind another tab, empty lines and those that
/// begin with "#" say nothing. Throws Error (input), "NAME:LINE: ...", where a line has no tab, a
/// side is empty, or a name is replaced twice. O(bytes log lines).
EntryNames read_entry_names(std::string_view lines, const std::string& name);

/// A stretch of a document that was annotated, so that what is not annotated there is not there.
struct AnnotatedRange {
  std::string document;
  Span span;
};

/// Reads JSON Lines of "document", and "start" and "end" where it is only a part of it. Throws as
/// read_annotations() does.
std::vector<AnnotatedRange> read_annotated_ranges(std::string_view lines, const std::string& name,
                                                  const AnnotationLimits& limits = {});

}  // namespace crossroads
