// One line of the kernel's ring or of auditd's log.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace harden::apparmor {

// Fields as the kernel writes them (security/apparmor: audit.c, file.c, lsm.c);
// empty: not there. Names that hold blanks, quotes or bytes beyond ASCII are
// written in hexadecimal, and decoded here.
struct Denial {
  bool allowed = false;  // in complain mode
  std::string operation;
  std::string profile;
  std::string name;
  std::string target;  // of a link
  std::string denied_mask;
  std::string family;
  std::string sock_type;
  std::string capability;
  std::string signal;
  std::string peer;
  std::string file_system;
  std::string source;  // of a mount
};

// nullopt for all lines but denials, and such as complain mode let through.
std::optional<Denial> read_denial(std::string_view line);

}  // namespace harden::apparmor
