// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// What a Word file or an OpenDocument text says of itself beside its text.
struct OfficeProperties {
  std::string title;
  std::vector<std::string> authors;  ///< as they are written: several may stand in one
  std::string language;
};

/// Of DOCX docProps/core.xml, of ODT meta.xml. Empty where there is none, or it can't be read: that
/// is for whoever reads the text to tell. At most 1 MiB is unpacked.
OfficeProperties office_properties(std::string_view zip);

/// An OpenDocument text as pandoc 2.17 should get it. Of a table it drops the rows that are marked
/// as its head, and it takes a title for any paragraph: here they are rows and a heading. The bytes
/// as they are where nothing is to be done, or where they can't be read; at most 128 MiB are
/// unpacked.
std::string odt_for_pandoc(std::string_view zip);

}  // namespace crossroads
