// SPDX-License-Identifier: Apache-2.0
#include "text/pandoc/office_file.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include "crossroads/core/xml.hpp"

namespace crossroads {
namespace {

constexpr std::size_t longest_properties = std::size_t{1} << 20U;
constexpr std::size_t longest_content = std::size_t{128} << 20U;

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// An archive in memory, to read from, or to write into a new one. A source that is kept can be
/// read when the archive is closed.
class Archive {
 public:
  /// To read. The bytes must outlive it.
  explicit Archive(std::string_view bytes) : Archive(bytes.data(), bytes.size(), ZIP_RDONLY) {}
  /// To write.
  Archive() : Archive(nullptr, 0, ZIP_CREATE | ZIP_TRUNCATE) {}
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() {
    if (archive_ != nullptr) zip_discard(archive_);
    if (source_ != nullptr) zip_source_free(source_);
  }

  [[nodiscard]] bool open() const { return archive_ != nullptr; }

  /// A member's bytes; nothing where it is not there, broken, or longer than `limit`.
  std::optional<std::string> read(const char* name, std::size_t limit) {
    if (!open()) return std::nullopt;
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(archive_, name, 0));
    if (file == nullptr) return std::nullopt;
    std::string bytes;
    constexpr std::size_t step = std::size_t{1} << 16U;
    for (;;) {
      const std::size_t had = bytes.size();
      bytes.resize(had + step);
      const zip_int64_t got = zip_fread(file.get(), bytes.data() + had, step);
      if (got < 0) return std::nullopt;
      bytes.resize(had + static_cast<std::size_t>(got));
      if (bytes.size() > limit) return std::nullopt;
      if (got == 0) return bytes;
    }
  }

  /// The archive with another member in the place of one; nothing where that fails.
  std::optional<std::string> with(std::string_view name, const std::string& bytes) {
    Archive out;
    const zip_int64_t members = open() ? zip_get_num_entries(archive_, 0) : 0;
    if (!out.open()) return std::nullopt;
    for (zip_int64_t i = 0; i < members; ++i) {
      const auto index = static_cast<zip_uint64_t>(i);
      const char* member = zip_get_name(archive_, index, 0);
      if (member == nullptr) return std::nullopt;
      zip_source_t* content = member == name
                                  ? zip_source_buffer(out.archive_, bytes.data(), bytes.size(), 0)
                                  : zip_source_zip(out.archive_, archive_, index, 0, 0, -1);
      if (content == nullptr) return std::nullopt;
      if (zip_file_add(out.archive_, member, content, ZIP_FL_OVERWRITE) < 0) {
        zip_source_free(content);
        return std::nullopt;
      }
    }
    return out.written();
  }

 private:
  Archive(const char* bytes, std::size_t size, int flags) {
    zip_error_t error;
    zip_error_init(&error);
    source_ = zip_source_buffer_create(bytes, size, 0, &error);
    if (source_ != nullptr) {
      zip_source_keep(source_);  // the archive takes one
      archive_ = zip_open_from_source(source_, flags, &error);
      if (archive_ == nullptr) zip_source_free(source_);
    }
    zip_error_fini(&error);
  }

  std::optional<std::string> written() {
    if (zip_close(archive_) != 0) return std::nullopt;
    archive_ = nullptr;
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_source_stat(source_, &status) != 0 || zip_source_open(source_) != 0) {
      return std::nullopt;
    }
    std::string bytes(status.size, '\0');
    const zip_int64_t got = zip_source_read(source_, bytes.data(), bytes.size());
    zip_source_close(source_);
    if (got != static_cast<zip_int64_t>(bytes.size())) return std::nullopt;
    return bytes;
  }

  zip_source_t* source_ = nullptr;
  zip_t* archive_ = nullptr;
};

void collect(const XmlElement& element, OfficeProperties& out) {
  const std::string& text = element.text;
  if (element.name == "dc:title" && out.title.empty()) out.title = text;
  if (element.name == "dc:language" && out.language.empty()) out.language = text;
  const bool author = element.name == "dc:creator" || element.name == "meta:initial-creator";
  if (author && !text.empty() && out.authors.empty()) out.authors.push_back(text);
  for (const XmlElement& child : element.children) collect(child, out);
}

/// The value of an attribute of a start tag; empty where it has none of the name.
std::string_view value_in(std::string_view tag, std::string_view name) {
  std::size_t at = tag.find(name);
  if (at == std::string_view::npos) return {};
  at += name.size();
  if (tag.substr(at, 2) != "=\"") return {};
  at += 2;
  return tag.substr(at, tag.find('"', at) - at);
}

/// A start tag, from its "<" at `at` to before its ">"; nothing where it is not closed before
/// another
/// "<": well-formed XML has none within. So no place is looked at for more than one tag.
std::optional<std::string_view> tag_at(std::string_view content, std::size_t at) {
  const std::size_t end = content.find_first_of("<>", at + 1);
  if (end == std::string_view::npos || content[end] == '<') return std::nullopt;
  return content.substr(at, end - at);
}

/// The styles by which an OpenDocument text marks its title: the one so called, and those of its
/// own that are made from it.
std::set<std::string_view> title_styles(std::string_view content) {
  std::set<std::string_view> styles{"Title"};
  constexpr std::string_view begin = "<style:style ";
  for (std::size_t at = content.find(begin); at != std::string_view::npos;
       at = content.find(begin, at + 1)) {
    const auto tag = tag_at(content, at);
    if (tag && value_in(*tag, "style:parent-style-name") == "Title") {
      styles.insert(value_in(*tag, "style:name"));
    }
  }
  return styles;
}

/// Where the paragraph ends whose start tag ends at `at`; nothing where another begins within,
/// which is as far as is looked.
std::optional<std::size_t> end_of_paragraph(std::string_view content, std::size_t at) {
  constexpr std::string_view name = "text:p";
  for (at = content.find(name, at); at != std::string_view::npos;
       at = content.find(name, at + name.size())) {
    if (content[at - 1] == '<') return std::nullopt;
    const bool ends = content[at - 1] == '/' && content[at - 2] == '<';
    if (ends && content.substr(at + name.size()).starts_with('>')) return at - 2;
  }
  return std::nullopt;
}

/// O(bytes).
std::string with_titles_as_headings(const std::string& content) {
  const std::set<std::string_view> styles = title_styles(content);
  constexpr std::string_view begin = "<text:p ";
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = content.find(begin); at != std::string::npos;
       at = content.find(begin, at + 1)) {
    const auto tag = tag_at(content, at);
    if (!tag || tag->ends_with('/') || !styles.contains(value_in(*tag, "text:style-name"))) {
      continue;
    }
    const auto end = end_of_paragraph(content, at + tag->size());
    if (!end) continue;
    out.append(content, done, at - done);
    out += "<text:h text:outline-level=\"1\" ";
    out.append(content, at + begin.size(), *end - at - begin.size());
    out += "</text:h>";
    done = *end + std::string_view("</text:p>").size();
  }
  return out.append(content, done);
}

std::string without(std::string_view text, std::string_view what) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, done)) {
    out += text.substr(done, at - done);
    done = at + what.size();
  }
  out += text.substr(done);
  return out;
}

}  // namespace

OfficeProperties office_properties(std::string_view zip) {
  OfficeProperties out;
  Archive archive(zip);
  for (const char* name : {"docProps/core.xml", "meta.xml"}) {
    const auto xml = archive.read(name, longest_properties);
    if (!xml) continue;
    const XmlResult read = read_xml(*xml, name);
    if (read.root) collect(*read.root, out);
  }
  return out;
}

std::string odt_for_pandoc(std::string_view zip) {
  constexpr const char* name = "content.xml";
  Archive archive(zip);
  const auto content = archive.read(name, longest_content);
  if (!content) return std::string(zip);
  const std::string changed = with_titles_as_headings(
      without(without(*content, "<table:table-header-rows>"), "</table:table-header-rows>"));
  if (changed == *content) return std::string(zip);
  return archive.with(name, changed).value_or(std::string(zip));
}

}  // namespace crossroads
