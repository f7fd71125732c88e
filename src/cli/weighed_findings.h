// How much each finding matters, and which are reported at all: what the rules
// say, and what the user says about them.
#pragma once

#include <vector>

#include "cli/arguments.h"
#include "harden/checked_file.h"
#include "harden/diagnostic.h"

namespace harden::cli {

// Whether anybody wants to hear of it at all.
bool is_reported(const Arguments& arguments, const Diagnostic& it);

void weigh(const Arguments& arguments, std::vector<Diagnostic>& findings);

// The exit status that one file gives: --fail-level decides.
int status_of(const Arguments& arguments, const CheckedFile& file);

}  // namespace harden::cli
