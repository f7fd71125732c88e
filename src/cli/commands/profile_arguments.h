// harden profile VERB: profiles that confine a container.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands/command.h"
#include "cli/options/shared_arguments.h"
#include "runtime/policy.h"
#include "runtime/seccomp/seccomp.h"

namespace harden::cli {

// Without a verb there is only the page that lists them.
struct ProfileArguments : ColourArguments {
  static const CommandHelp help;
  void declare(OptionSet& options) { declare_colour(options); }
};

struct ProfileApparmorArguments : HardeningArguments,
                                  OutputArguments,
                                  TerminalArguments {
  std::vector<std::string> files;
  std::optional<AppArmorStrength> strength;  // nullopt: the policy decides
  bool complain = false;
  bool no_abi = false;
  std::string bane;          // bane's settings; empty: a Dockerfile
  std::string from_log;      // empty: a profile, not rules for one
  std::string profile_name;  // whose lines of the log count

  static const CommandHelp help;
  void declare(OptionSet& options);

 private:
  void require_sense() const;
};

struct ProfileSeccompArguments : HardeningArguments,
                                 OutputArguments,
                                 TerminalArguments {
  std::vector<std::string> files;
  SeccompMargin margin = SeccompMargin::none;
  bool compat32 = false;
  bool oci = false;
  std::string merge;                     // a profile; empty: none
  std::vector<std::string> from_strace;  // logs

  static const CommandHelp help;
  void declare(OptionSet& options);
};

struct ProfileDiffArguments : ColourArguments {
  std::vector<std::string> files;

  static const CommandHelp help;
  void declare(OptionSet& options);
};

struct ProfileLintArguments : TerminalArguments {
  std::vector<std::string> files;

  static const CommandHelp help;
  void declare(OptionSet& options);
};

// What `profile test` makes of a call that the profile refuses.
enum class OnDeny : std::uint8_t {
  as_written,  // as the profile says
  kill,        // the process ends
  error,       // the call fails with EPERM
  log,         // the call goes through, and is reported
  strict,      // the kernel's oldest mode: read, write, exit and sigreturn
};

struct ProfileTestArguments : TerminalArguments {
  std::vector<std::string> files;
  OnDeny on_deny = OnDeny::as_written;
  std::vector<std::string> program;  // what stands behind `--`

  static const CommandHelp help;
  void declare(OptionSet& options);

 private:
  void require_sense() const;
};

int run(const ProfileArguments& arguments);
int run(const ProfileApparmorArguments& arguments);
int run(const ProfileSeccompArguments& arguments);
int run(const ProfileDiffArguments& arguments);
int run(const ProfileLintArguments& arguments);
int run(const ProfileTestArguments& arguments);

}  // namespace harden::cli
