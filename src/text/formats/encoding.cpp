// SPDX-License-Identifier: Apache-2.0
#include "text/formats/encoding.hpp"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/uvernum.h>
#include <unicode/uversion.h>

#include <array>
#include <memory>
#include <utility>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/location.hpp"
#include "crossroads/core/utf8.hpp"
#include "crossroads/text/convert.hpp"

namespace crossroads {
namespace {

struct Mark {
  std::string_view bytes;
  const char* charset;
};

using namespace std::string_view_literals;

// The longer ones first: UTF-16's is the beginning of UTF-32's.
constexpr std::array<Mark, 4> marks{{
    {"\xFF\xFE\0\0"sv, "utf-32le"},
    {"\0\0\xFE\xFF"sv, "utf-32be"},
    {"\xFF\xFE"sv, "utf-16le"},
    {"\xFE\xFF"sv, "utf-16be"},
}};

const Mark* mark_of(std::string_view bytes) {
  for (const Mark& mark : marks) {
    if (bytes.starts_with(mark.bytes)) return &mark;
  }
  return nullptr;
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

/// A converter that stops at what it can't convert; none for a name that ICU does not know.
Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(name.empty() ? nullptr : ucnv_open(name.c_str(), &status), &ucnv_close);
  if (converter != nullptr) {
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  }
  if (U_FAILURE(status) != 0) converter.reset();
  return converter;
}

/// UTF-8 from UTF-16 that comes piece by piece: a pair may be parted between two pieces.
class Utf8Sink {
 public:
  explicit Utf8Sink(std::string& out) : out_(out) {}

  /// False where a surrogate stands alone.
  bool add(const UChar* begin, const UChar* end) {
    for (const UChar* at = begin; at != end; ++at) {
      if (lead_ != 0) {
        if (!U16_IS_TRAIL(*at)) return false;
        append_utf8(out_, static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead_, *at)));
        lead_ = 0;
      } else if (U16_IS_LEAD(*at)) {
        lead_ = *at;
      } else if (U16_IS_TRAIL(*at)) {
        return false;
      } else {
        append_utf8(out_, *at);
      }
    }
    return true;
  }
  [[nodiscard]] bool finished() const { return lead_ == 0; }

 private:
  std::string& out_;
  UChar lead_ = 0;
};

std::string converted(const std::string& name, std::string_view bytes, const std::string& charset) {
  const Converter converter = open_converter(charset);
  if (converter == nullptr) {
    throw Error(ErrorKind::question, fmt::format("there is no encoding '{}'", charset),
                "utf-16le, windows-1252 and iso-8859-1 are some; ICU lists them all");
  }
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  Utf8Sink sink(out);
  std::array<UChar, 4096> units{};
  const char* at = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  bool good = true;
  while (good && status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    UChar* target = units.data();
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &at, end, nullptr,
                   /*flush=*/1, &status);
    good = sink.add(units.data(), target);
  }
  if (!good || U_FAILURE(status) != 0 || !sink.finished()) {
    // What was converted shows how far it went, in the lines of the text.
    throw Error(ErrorKind::input,
                fmt::format("{}: is not {}", to_string(locate(out, out.size(), name)), charset),
                fmt::format("about byte {} of {}; --encoding names another encoding",
                            at - bytes.data(), bytes.size()));
  }
  return out;
}

/// The name that the web knows an encoding by, in small letters: "iso-8859-1" for "latin1".
std::string charset_of(std::string_view encoding) {
  const std::string name(encoding);
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode status = U_ZERO_ERROR;
    const char* known = ucnv_getStandardName(name.c_str(), standard, &status);
    if (U_SUCCESS(status) != 0 && known != nullptr) return ascii_lower(known);
  }
  return ascii_lower(name);
}

}  // namespace

bool has_wide_mark(std::string_view bytes) {
  return mark_of(bytes) != nullptr;
}

bool is_encoding(std::string_view name) {
  return open_converter(std::string(name)) != nullptr;
}

std::string decoder_name() {
  return fmt::format("ICU {}", U_ICU_VERSION);
}

std::optional<DecodedText> decode(const std::string& name, std::string_view bytes,
                                  std::string_view encoding) {
  if (const Mark* mark = mark_of(bytes)) {
    return DecodedText{converted(name, bytes.substr(mark->bytes.size()), mark->charset),
                       mark->charset};
  }
  if (encoding.empty()) return std::nullopt;
  if (!find_invalid_utf8(bytes) && bytes.find('\0') == bytes.npos) return std::nullopt;
  return DecodedText{converted(name, bytes, std::string(encoding)), charset_of(encoding)};
}

void refuse_other_than_utf8(const std::string& name, std::string_view bytes) {
  const auto invalid = find_invalid_utf8(bytes);
  if (!invalid) return;
  throw Error(ErrorKind::input,
              fmt::format("{}: is not UTF-8: byte {:02x}", to_string(locate(bytes, *invalid, name)),
                          static_cast<unsigned char>(bytes[*invalid])),
              "if it is of Western Europe's Windows, --encoding windows-1252 reads it");
}

}  // namespace crossroads
