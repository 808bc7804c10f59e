// SPDX-License-Identifier: Apache-2.0
#include "crossroads/text/convert.hpp"

#include <fmt/format.h>

#include <utility>

#include "crossroads/core/checksum.hpp"
#include "text/formats/encoding.hpp"
#include "text/formats/json_lines.hpp"
#include "text/formats/sniff.hpp"
#include "text/readers.hpp"

namespace crossroads {
namespace {

std::vector<Document> only(Document document) {
  std::vector<Document> documents;
  documents.push_back(std::move(document));
  return documents;
}

/// Zero bytes are kept, for offsets are those of the file; but a person should know.
void note_zero_bytes(Document& document) {
  std::size_t zeros = 0;
  for (std::size_t at = document.bytes.find('\0'); at != std::string::npos;
       at = document.bytes.find('\0', at + 1)) {
    ++zeros;
  }
  if (zeros > 0) document.findings.push_back(fmt::format("holds zero bytes: {}", zeros));
}

Document read_encoded(std::string id, std::string bytes, TextFormat format,
                      const ReadOptions& options) {
  if (options.encoding.empty() && looks_binary(bytes)) {
    throw Error(ErrorKind::input, fmt::format("{}: looks like a binary file", id),
                "if it is UTF-16 without a byte-order mark, --encoding utf-16le reads it");
  }
  auto decoded = decode(id, bytes, options.encoding);
  if (!decoded) {
    Document document = read_text(std::move(id), std::move(bytes), format, options);
    note_zero_bytes(document);
    return document;
  }
  Document document = read_text(std::move(id), std::move(decoded->bytes), format, options);
  document.original = {
      sha256(bytes), bytes.size(),
      fmt::format("{}; charset={}", format == TextFormat::markdown ? "text/markdown" : "text/plain",
                  decoded->charset),
      decoder_name()};
  note_zero_bytes(document);
  return document;
}

std::vector<Document> read_json_lines(std::string id, std::string_view bytes,
                                      const ReadOptions& options, const LeftOut& left_out) {
  std::vector<Document> documents;
  JsonLines lines(
      std::move(id), options, [&](Document document) { documents.push_back(std::move(document)); },
      [&](const Error& error) {
        if (!left_out) throw error;
        left_out(error);
      });
  lines.add(bytes);
  lines.finish();
  return documents;
}

}  // namespace

std::vector<Document> read_documents(System& system, std::string id, std::string bytes,
                                     TextFormat format, const ReadOptions& options,
                                     const LeftOut& left_out) {
  const TextFormat found = sniff(id, bytes, format);
  switch (found) {
    case TextFormat::plain:
    case TextFormat::markdown:
      return only(read_encoded(std::move(id), std::move(bytes), found, options));
    case TextFormat::json_lines:
      return read_json_lines(std::move(id), bytes, options, left_out);
    case TextFormat::pdf:
      return only(read_pdf(system, std::move(id), bytes, options));
    case TextFormat::tei:
      return only(read_tei(std::move(id), bytes, options));
    case TextFormat::html:
    case TextFormat::docx:
    case TextFormat::odt:
    case TextFormat::epub:
      return only(read_pandoc(system, std::move(id), bytes, found, options));
  }
  return {};
}

}  // namespace crossroads
