// Whether a file is a shell script, by its first line or by its name.
#pragma once

#include <string_view>

namespace harden {

// `#!/bin/sh`, `#! /usr/bin/env -S bash -e`, `#!/command/with-contenv sh`.
bool has_shell_shebang(std::string_view content);

// `.sh`, `.bash`.
bool has_suffix_of_script(std::string_view path);

// Names that people give to scripts: start.sh, docker-entrypoint, run.
bool is_name_of_script(std::string_view path);

// Without a suffix, or with that of a script; not app.jar, main.py.
bool may_be_script(std::string_view path);

}  // namespace harden
