// A configuration file of bane, read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/rules/rule.h"
#include "base/source/source_file.h"

namespace harden::apparmor {

using Texts = std::vector<std::string>;

// As bane's own structure (bane: apparmor/apparmor.go), with its defaults.
struct BaneSettings {
  std::string name;
  Texts imports;  // lines in front of the profile
  Texts inner_imports;
  Texts read_only_paths;
  Texts log_on_write_paths;
  Texts writable_paths;
  Texts allow_exec;
  Texts deny_exec;
  Texts allow_capabilities;
  Texts deny_capabilities;
  bool raw = false;
  bool packet = false;
  Texts protocols;
};

// Values that no profile can hold are left out, with a note. Throws BadInput
// for what is not TOML.
BaneSettings read_bane_settings(const SourceFile& source, Findings& notes);

// What values of a bane file must look like to stand in a rule as they are.

// What is wrong: "must begin with `/`"; empty when nothing is.
using ValueProblem = std::string (*)(std::string_view value);

std::string name_problem(std::string_view value);
// Globs and variables are meant as such.
std::string path_problem(std::string_view value);
std::string capability_problem(std::string_view value);  // in lower case
std::string protocol_problem(std::string_view value);    // "tcp"
// `#include <abstractions/base>` or `@{PROC}=/proc/`.
std::string import_problem(std::string_view value);

// A path with its globs, in quotes where it holds blanks.
std::string as_glob(std::string_view path);

}  // namespace harden::apparmor
