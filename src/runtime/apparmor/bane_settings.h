// A configuration file of bane, read.
#pragma once

#include <string>
#include <vector>

#include "base/source/diagnostic.h"
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
// for what is no TOML.
BaneSettings read_bane_settings(const SourceFile& source,
                                std::vector<Diagnostic>& notes);

}  // namespace harden::apparmor
