// What must hold for any input, however broken: used by the fuzzer and by the
// replay of its seeds.
#pragma once

#include <string>

#include "harden/source_file.h"
#include "violation.h"

namespace harden::test {

// The tree: tokens are the source, every span lies in it.
// Throws Violation.
void check_tree(const std::string& bytes);

// The model: an answer for every stage and instruction. Throws Violation.
void check_model(const std::string& bytes);

// The rewrite: without a fix the same bytes; a second run changes nothing;
// comments and line endings stay. Throws Violation.
void check_rewrite(const std::string& bytes);

inline void check_all(const std::string& bytes) {
  check_tree(bytes);
  check_model(bytes);
  check_rewrite(bytes);
}

}  // namespace harden::test
