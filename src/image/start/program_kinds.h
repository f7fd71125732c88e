// What a program's name, or the first line of its file, tells about it.
#pragma once

#include <string_view>

#include "knowledge/knowledge.h"

namespace harden {

// Whether it is a shell script.

// `#!/bin/sh`, `#! /usr/bin/env -S bash -e`, `#!/command/with-contenv sh`.
bool has_shell_shebang(std::string_view content);

// `.sh`, `.bash`.
bool has_suffix_of_script(std::string_view path);

// Names that people give to scripts: start.sh, docker-entrypoint, run.
bool is_name_of_script(std::string_view path);

// Without a suffix, or with that of a script; not app.jar, main.py.
bool may_be_script(std::string_view path);

// Programs that cannot do their work unless root starts them.

// Its name, the reason and the next step for the user, from
// templates/commands.json.
using RootProgram = CommandFacts;

// By path or name; null for all others.
const RootProgram* find_root_program(std::string_view program);

// gosu, su-exec, setpriv, su, sudo, …: start as root to become another user.
bool steps_down(std::string_view program);

// Commands that a shell carries out itself, so that no program of their name
// does the same.

// `cd`, `export`, `if`: they change the shell, or belong to its grammar.
bool is_only_in_shells(std::string_view name);

// `echo`, `test`, `kill`: programs of their name do nearly the same.
bool is_builtin_with_program(std::string_view name);

}  // namespace harden
