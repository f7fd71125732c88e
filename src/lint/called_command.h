// The programs that RUN lines call, behind sudo, env and the like, and in the
// lines that they give to a shell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/shell_commands.h"
#include "script/field.h"

namespace harden::lint_rules {

struct CalledCommand {
  std::size_t instruction = 0;
  // Begins with the program; spans are in the text that the RUN's shell gets.
  // Empty for a command that only sets variables or redirects.
  std::vector<script::Field> argv;
  std::vector<model::ShellAssignment> assignments;
  std::vector<model::Redirection> redirections;
  // With the wrappers in front of it.
  Span span;
  // Stands in `sh -c '…'` or an exec form: no place of its own.
  bool nested = false;
  bool by_sudo = false;

  // "apt-get" of `/usr/bin/apt-get`; empty when the file does not tell it.
  std::string_view program() const;
};

// `rm` and the like, of a path, of what lies in it or of a folder above it;
// also where the file does not tell of which.
bool may_remove(const CalledCommand& call, std::string_view path);

// Adds what `command` calls.
void add_called(std::size_t instruction, const model::SimpleCommand& command,
                std::vector<CalledCommand>& calls);

}  // namespace harden::lint_rules
