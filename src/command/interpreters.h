// The commands whose arguments tell what they change. Each interpreter gives
// the effects of one command line; none: it is harmless.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command/command_meaning.h"
#include "command/file_effect.h"

namespace harden {

struct Effects {
  std::vector<FileEffect> files;
  std::vector<Act> others;  // what is not done to files
};

struct CommandLine {
  CommandWords argv;  // wrappers left out
  const std::optional<std::string>& folder;
  // `find … -exec find … -exec`: how many commands stand around this one.
  int depth = 0;
};

using Interpreter = Effects (*)(const CommandLine&);

struct NamedInterpreter {
  std::string_view name;
  Interpreter read;
};
// chown, chgrp, chmod, setfacl.
std::span<const NamedInterpreter> owner_interpreters();
// mkdir, cp, tee, sed -i, …: those that write files.
std::span<const NamedInterpreter> write_interpreters();
// tar, unzip, cpio, rsync.
std::span<const NamedInterpreter> archive_interpreters();
// curl, git, openssl, …: those that fetch or generate.
std::span<const NamedInterpreter> fetch_interpreters();
// find, xargs: those that run others.
std::span<const NamedInterpreter> search_interpreters();
// service, mount, sysctl, …
std::span<const NamedInterpreter> system_interpreters();

// Null for a program whose arguments tell nothing.
Interpreter find_interpreter(std::string_view name);

// What any command line does, seen from within another one.
Effects effects_within(const CommandWords& argv, const CommandLine& outer);

}  // namespace harden
