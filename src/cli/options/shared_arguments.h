// Groups of options that several commands have. A command's own arguments are
// made of those that it takes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text/enum_words.h"
#include "cli/options/option_set.h"
#include "findings/registry.h"
#include "findings/report/checked_file.h"
#include "rewrite/rewrite_options.h"

namespace harden::cli {

// Whether JSON is printed, for programs.
inline constexpr auto text_or_json =
    word_table<bool>({{"text", false}, {"json", true}});

// Of the terminal, and of how much is said.
struct ColourArguments {
  bool no_color = false;

  void declare_colour(OptionSet& set);
};
struct TerminalArguments : ColourArguments {
  bool quiet = false;

  void declare_terminal(OptionSet& set);
};

struct OutputArguments {
  std::string output;  // empty or "-": standard output

  void declare_output(
      OptionSet& set,
      const char* description = "Where to write; standard output if not given");
  bool writes_to_stdout() const { return output.empty() || output == "-"; }
  // Whether the output is this file.
  bool replaces(const std::string& file) const;
};

// How a Dockerfile is understood: what it is built with, and what harden is to
// know of its bases.
struct ContextArguments {
  std::string target;
  std::vector<std::string> build_args;  // "NAME=VALUE", or "NAME" from the
                                        // environment
  std::optional<Builder> builder;       // nullopt: harden.toml, or all
  std::string context;                  // empty: the Dockerfile's folder
  std::vector<std::string> base_inspect;
  std::string config;  // empty: the nearest harden.toml

  void declare_context(OptionSet& set);
  void declare_config(OptionSet& set);
};

// The final image's file system.
struct RootfsArguments {
  std::optional<RootfsMode> rootfs;  // nullopt: harden.toml decides
  std::string artifact;
  std::vector<std::string> keep;
  bool keep_shell = false;
  bool drop_healthcheck = false;

  void declare_rootfs(OptionSet& set);
};

// What becomes of the file; for all who look at the result.
struct RewriteArguments : RootfsArguments, UserWishes {
  bool no_comments = false;

  void declare_rewrite(OptionSet& set);
};

// A setting of [policy].
struct PolicyKeyArguments {
  std::vector<std::string> set;  // --set KEY=VALUE

  void declare_policy_keys(OptionSet& set);
};

// All that decides what a container of the hardened image needs.
struct HardeningArguments : PolicyKeyArguments,
                            RewriteArguments,
                            ContextArguments {
  void declare_hardening(OptionSet& set);
};

// What `check` makes of a user that the file does not tell.
enum class UnknownUser : std::uint8_t { fail, warn, ignore };
inline constexpr auto unknown_users =
    enum_words<UnknownUser::fail, UnknownUser::ignore>("fail", "warn",
                                                       "ignore");

// From where on a finding makes the check fail.
inline constexpr auto fail_levels =
    word_table<FailLevel>({{"error", Severity::error},
                           {"warning", Severity::warning},
                           {"info", Severity::info},
                           {"never", std::nullopt}});

// How much findings matter, as far as the command line says it.
struct WeightArguments {
  std::optional<UnknownUser> unknown;
  std::optional<bool> allow_step_down;
  std::optional<FailLevel> fail_level;
  bool only_root = false;

  void declare_weights(OptionSet& set);
};

// A rule by its code or name, as users write it. Throws UsageError, with the
// nearest one, when there is none.
const RuleInfo& known_rule(std::string_view word);

}  // namespace harden::cli
