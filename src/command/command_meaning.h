// What a command does that matters to privilege. The commands are listed in
// templates/commands.json; here their arguments are read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "command/command_words.h"

namespace harden {

// The capabilities that scripts need; in the order in which they are named.
enum class Capability : std::uint8_t {
  chown,
  dac_override,
  fowner,
  fsetid,
  kill,
  setgid,
  setuid,
  setfcap,
  net_admin,
  net_bind_service,
  net_raw,
  sys_admin,
  sys_chroot,
  sys_module,
};
std::string_view to_string(Capability capability);  // "CHOWN"

// One effect of one command.
struct Act {
  enum class Kind : std::uint8_t {
    owner,    // chown, chgrp
    mode,     // chmod
    write,    // makes, changes or removes a path
    account,  // useradd, groupmod, passwd, …
    package,  // apt-get install, apk add, …
    kernel,   // mount, sysctl, iptables, modprobe, …
    service,  // starts a daemon beside the program: `service x start`, crond
    system,   // what else only root can do: ldconfig, setcap, …
    unknown,  // nobody knows this program: it may need root
  };
  Kind kind = Kind::unknown;
  // The path that is changed, absolute and clean; empty when not known or not
  // about a path.
  std::string path;
  bool recursive = false;
  std::string account;  // of `owner`: to whom, "redis:redis"; empty: not known
  // What root uses for it; a step-down itself is not an act.
  std::vector<Capability> capabilities;
  std::string reason;  // "changes owners"
  std::string remedy;  // "set the owner in a `RUN` …"; may be empty
};

struct Meaning {
  std::vector<Act> acts;  // empty: anybody may do this
  // Known as the program of an application (python, rails, java …): whom it
  // runs as is the application's matter, no act.
  bool application = false;
  // Ends at once by itself (`echo`, `mkdir`, `envsubst`): never the program
  // that a container is for.
  bool tool = false;
};

// `argv` is not empty and begins with the program. `folder` is where it runs,
// absolute; nullopt when nobody knows.
Meaning meaning_of(const CommandWords& argv,
                   const std::optional<std::string>& folder);

// The effect of `> path`, `>> path`. Devices and /dev/null have none.
std::vector<Act> write_to(const CommandWord& path,
                          const std::optional<std::string>& folder);

// A command that another user is to run: gosu, su-exec, setpriv, su, sudo,
// runuser, chpst, s6-setuidgid, setuidgid, start-stop-daemon, chroot
// --userspec.
struct StepDownCall {
  std::string tool;      // "gosu"
  std::string account;   // "redis", "10001:10001"; empty when not known
  bool known = true;     // the account is in the words
  bool to_root = false;  // `sudo cmd`, `su -c …`, `gosu root …`
  // Of the field that begins the command; argv.size() when none follows.
  std::size_t command = 0;
  // That field is a line for a shell (`su -c LINE`), the rest its arguments.
  bool shell_line = false;
  // Root's capabilities stay: `setpriv --ambient-caps=+all`.
  bool keeps_capabilities = false;
  // The process stays in root's group beside its own: `setpriv --keep-groups`.
  bool keeps_root_group = false;
  // It fails for whoever is not root, the account itself included.
  bool needs_root = true;
  bool login = false;  // `su -`, `sudo -i`: the account's own environment
};
// nullopt when argv is none.
std::optional<StepDownCall> step_down_call(const CommandWords& argv);

// What the tool needs beside SETUID and SETGID: chroot SYS_CHROOT.
std::vector<Capability> step_down_capabilities(std::string_view tool);

// A word of the text is sudo or its kind, which make root of whoever calls
// them: `sh -c "sudo server"`.
bool names_elevation(std::string_view text);

}  // namespace harden
