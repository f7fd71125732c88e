// The options of each command. Behind this header only three files know CLI11.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/config/raw_values.h"
#include "cli/options/arguments.h"

namespace harden::cli {

// All options of the command, and of the verb, that `arguments` names.
void add_options(CLI::App& app, Arguments& arguments, RawValues& raw);
void add_profile_options(CLI::App& app, Arguments& arguments, RawValues& raw);
void add_trace_options(CLI::App& app, Arguments& arguments, RawValues& raw);

// --- what several commands share ---------------------------------------------

void add_text(CLI::App& app, const char* names, std::string& value,
              const char* type, const char* description);
// May be given several times, one value each: `--build-arg A=1 Dockerfile`.
void add_list(CLI::App& app, const char* names,
              std::vector<std::string>& values, const char* type,
              const char* description);
void add_flag(CLI::App& app, const char* names, bool& value,
              const char* description);
void add_files(CLI::App& app, Arguments& arguments, const char* name,
               const char* description);
void add_output(CLI::App& app, Arguments& arguments);
void add_no_color(CLI::App& app, Arguments& arguments);
void add_reporting(CLI::App& app, Arguments& arguments);
// How a Dockerfile is understood, what becomes of it, and what a container of
// it needs.
void add_evaluation(CLI::App& app, Arguments& arguments);
void add_rewrite(CLI::App& app, Arguments& arguments, RawValues& raw);
void add_rootfs(CLI::App& app, Arguments& arguments, RawValues& raw);
void add_settings(CLI::App& app, Arguments& arguments);
void add_policy(CLI::App& app, Arguments& arguments, RawValues& raw);

}  // namespace harden::cli
