// The libFuzzer target of Compose files and manifests: `./dev fuzz 600
// settings`.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "reader_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  try {
    harden::test::check_settings_file(std::string(data, data + size));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "violated: %s\n", error.what());
    std::abort();
  }
  return 0;
}
