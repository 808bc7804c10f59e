// SPDX-License-Identifier: Apache-2.0
#include "crossroads/core/checksum.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>

#include "crossroads/core/error.hpp"

namespace crossroads {

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw Error(ErrorKind::internal, "libcrypto can't compute SHA-256 here");
  }
  std::string hex;
  hex.reserve(std::size_t{2} * size);
  for (unsigned i = 0; i < size; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

}  // namespace crossroads
