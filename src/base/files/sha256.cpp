#include "base/files/sha256.h"

#include <sha2.h>

#include <cstdint>

namespace harden {

std::string sha256_hex(std::string_view bytes) {
  char digits[SHA256_DIGEST_STRING_LENGTH];
  SHA256Data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(),
             digits);
  return digits;
}

}  // namespace harden
