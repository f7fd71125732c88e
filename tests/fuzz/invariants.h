// What must hold for any input, however broken: used by the fuzzer and by the
// replay of its seeds.
#pragma once

#include <string>

#include "base/source/diagnostic.h"
#include "base/source/source_file.h"
#include "findings/options.h"
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

// The findings lie in the file, and so do their edits; `--fix --unsafe` leaves
// what check_edited() holds of, and a second one nothing to do.
// Throws Violation.
void check_fix(const std::string& bytes);

// Of any edited file: its tree; comments and line endings stay.
// Throws Violation.
void check_edited(const std::string& before, const std::string& after);

// Of what a rule points to. Throws Violation.
void check_place(const Span& place, const std::string& bytes, RuleId rule);

// The image from scratch, where one is made: the configuration of the one that
// it replaces, by the model's evaluation; a second run changes nothing. Returns
// whether one is made. Throws Violation.
bool check_scratch(const std::string& bytes, const Options& options);

// The same with all that a user may vouch for, so that most files convert.
void check_scratch(const std::string& bytes);

inline void check_all(const std::string& bytes) {
  check_tree(bytes);
  check_model(bytes);
  check_rewrite(bytes);
  check_fix(bytes);
  check_scratch(bytes);
}

}  // namespace harden::test
