// The command line as plain data.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "findings/driver.h"
#include "findings/report/check_report.h"
#include "runtime/emit/emit.h"
#include "runtime/seccomp/seccomp.h"

namespace harden::cli {

enum class Command : std::uint8_t {
  harden,
  check,
  completion,
  config,
  explain,
  manual,
  policy,
  profile,
  trace,
  rules,
};

// harden profile VERB
enum class ProfileVerb : std::uint8_t {
  none,
  apparmor,
  seccomp,
  diff,
  lint,
  test,
};

// Whose completions are printed.
enum class Shell : std::uint8_t { bash, zsh, fish };

// What `profile test` makes of a call that the profile refuses.
enum class OnDeny : std::uint8_t {
  as_written,  // as the profile says
  kill,        // the process ends
  error,       // the call fails with EPERM
  log,         // the call goes through, and is reported
  strict,      // the kernel's oldest mode: read, write, exit and sigreturn
};

// The files of the bundle, in the order in which they are written.
enum class BundlePart : std::uint8_t {
  run,
  compose,
  kubernetes,
  daemon,
  policy,
  seccomp,
  apparmor,
  report,
};
inline constexpr const char* seccomp_file_name = "seccomp.json";

// What `check` makes of a user that the file does not tell.
enum class UnknownUser : std::uint8_t { fail, warn, ignore };

struct GivenOptions {
  bool unknown = false;
  bool allow_step_down = false;
  bool fail_level = false;
  bool only_root = false;
};

struct Arguments {
  Command command = Command::harden;
  std::vector<std::string> files;  // "-" is standard input

  // harden
  std::string output;  // empty or "-": standard output
  bool diff = false;
  bool in_place = false;
  std::string user;
  std::optional<std::uint32_t> uid;
  std::optional<std::uint32_t> gid;
  UserStyle user_style = UserStyle::numeric;
  bool comments = true;
  StepDownMode step_down = StepDownMode::automatic;
  StepDownTool step_down_tool = StepDownTool::automatic;
  bool write_scripts = false;
  std::optional<RootfsMode> rootfs;  // nullopt: harden.toml decides
  std::string artifact;
  std::vector<std::string> keep;
  bool keep_shell = false;
  bool drop_healthcheck = false;

  // The bundle: what is written for the runtime.
  bool no_bundle = false;
  std::string bundle;             // empty: OUTPUT.d
  std::vector<BundlePart> parts;  // --emit; empty: all
  Engine engine = Engine::docker;
  std::vector<std::string> set;  // --set KEY=VALUE
  bool json = false;             // policy

  // profile
  ProfileVerb verb = ProfileVerb::none;
  SeccompMargin margin = SeccompMargin::none;
  bool compat32 = false;
  bool oci = false;
  std::string merge;                     // a profile; empty: none
  std::vector<std::string> from_strace;  // logs
  OnDeny on_deny = OnDeny::as_written;
  std::vector<std::string> program;          // what stands behind `--`
  std::optional<AppArmorStrength> strength;  // nullopt: the policy decides
  bool complain = false;
  bool no_abi = false;
  std::string bane;          // bane's settings; empty: a Dockerfile
  std::string from_log;      // empty: a profile, not rules for one
  std::string profile_name;  // whose lines of the log count

  // trace
  std::string exercise;
  std::chrono::milliseconds watch{0};
  std::uint32_t starts = 0;
  std::string tracer;  // the image that strace comes from; empty: chosen
  std::string build_network;

  // harden and check
  std::string target;
  std::vector<std::string> build_args;  // "NAME=VALUE", or "NAME" from the
                                        // environment
  std::string context;                  // empty: the Dockerfile's folder
  std::vector<std::string> base_inspect;
  std::string config;  // empty: the nearest harden.toml
  bool quiet = false;
  bool no_color = false;
  UnknownUser unknown = UnknownUser::fail;
  bool allow_step_down = true;
  std::string run_line;  // check: "docker run …" instead of a file
  ReportFormat report_format = ReportFormat::text;
  std::string baseline;  // empty: none
  // Empty: that one, or one with the usual name.
  std::optional<std::string> write_baseline;
  FailLevel fail_level = Severity::error;
  bool only_root = false;
  // What of these the command line says; harden.toml decides the others.
  GivenOptions given;
  bool fix = false;              // check; --diff shows it only
  bool unsafe = false;           // with it, what may change behaviour
  std::vector<RuleId> fix_only;  // empty: all
  std::string stdin_filename;    // what standard input is called
  std::string changed_since;     // a revision of git; empty: all files
  std::uint32_t jobs = 0;        // threads; 0: as many as there are cores

  std::string code;        // explain
  std::string shell_name;  // completion, as it was written
  Shell shell = Shell::bash;
  std::string markdown;  // rules: folder to write the pages to
};

// Where the hardened file goes when neither a file nor --in-place is given.
inline bool writes_to_stdout(const Arguments& arguments) {
  return arguments.output.empty() || arguments.output == "-";
}

// Whether --emit names the part; all are written when it is not given.
inline bool asks_for(const Arguments& arguments, BundlePart part) {
  const auto& parts = arguments.parts;
  return parts.empty() ||
         std::find(parts.begin(), parts.end(), part) != parts.end();
}

// The command line makes no sense; what() is one line.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace harden::cli
