// harden profile VERB: profiles that confine a container.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source/source_file.h"
#include "cli/commands/command.h"
#include "cli/options/shared_arguments.h"
#include "observe/confine/run_confined.h"
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

struct ProfileTestArguments : TerminalArguments {
  std::vector<std::string> files;
  // nullopt: no profile, but the kernel's oldest mode (read, write, exit).
  std::optional<confine::Denial> on_deny = confine::Denial::as_written;
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

// A profile that the command line names; "-" is standard input. Throws
// BadInput.
SourceFile read_profile_source(const std::string& path);

// The same as a profile. `default`, where no file is called so, is the engines'
// own.
SeccompProfile read_profile(const std::string& path);

}  // namespace harden::cli
