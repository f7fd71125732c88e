// The libFuzzer target of start scripts, followed and rewritten: `./dev fuzz
// 600 scripts`.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "follow_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  try {
    harden::test::check_start_script(std::string(data, data + size));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "violated: %s\n", error.what());
    std::abort();
  }
  return 0;
}
