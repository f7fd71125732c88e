// The commands whose arguments tell what they change. Each interpreter gives
// the acts of one command line; none: it is harmless.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command/command_meaning.h"

namespace harden {

struct CommandLine {
  std::span<const Field> argv;  // wrappers left out
  const std::optional<std::string>& folder;
  // `find … -exec find … -exec`: how many commands stand around this one.
  int depth = 0;
};

using Acts = std::vector<Act>;
using Interpreter = Acts (*)(const CommandLine&);

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

// What any command line means, seen from within another one.
Meaning meaning_within(std::span<const Field> argv, const CommandLine& outer);

}  // namespace harden
