// The commands. Each returns the exit status and throws what it cannot handle:
// BadInput, UsageError, OutputError.
#pragma once

#include "cli/options/arguments.h"
#include "findings/driver.h"

namespace harden::cli {

// Exit statuses; for several files the highest counts.
enum Status : int { done = 0, not_shown = 1, failed = 2 };

int run_harden(const Arguments& arguments);
int run_check(const Arguments& arguments);
int run_completion(const Arguments& arguments);
int run_config(const Arguments& arguments);
int run_explain(const Arguments& arguments);
int run_manual(const Arguments& arguments);
int run_policy(const Arguments& arguments);
int run_profile(const Arguments& arguments);
int run_rules(const Arguments& arguments);
int run_trace(const Arguments& arguments);

}  // namespace harden::cli
