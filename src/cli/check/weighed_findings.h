// How much each finding matters, and which are reported at all: what the rules
// say, and what the user says about them.
#pragma once

#include "cli/check/check_choices.h"
#include "findings/report/checked_file.h"

namespace harden::cli {

void weigh(const CheckChoices& choices, CheckedFile& file);

// --quiet
void drop_all_but_errors(CheckedFile& file);

// The exit status that one file gives: its `fail_level` decides.
int status_of(const CheckedFile& file);

}  // namespace harden::cli
