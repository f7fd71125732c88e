#include "cli/options/shared_arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/files/file_kind.h"
#include "base/text/ascii.h"
#include "base/text/word_lists.h"

namespace harden::cli {
namespace {

// Engines refuse more (moby: daemon/oci_linux.go).
constexpr std::uint32_t max_id = 2147483647;

// What every distribution's tools accept.
bool is_account_name(const std::string& name) {
  const auto fits = [](char c) { return is_lower(c) || c == '_'; };
  return name.size() <= 32 && fits(name.front()) &&
         std::ranges::all_of(
             name, [&](char c) { return fits(c) || is_digit(c) || c == '-'; });
}

void check_user_name(const std::string& value) {
  if (value.empty() || (value != "root" && is_account_name(value))) return;
  throw UsageError(
      value == "root"
          ? "`--user root` is what harden is there to avoid"
          : fmt::format("`--user` takes a name of up to 32 lower-case letters, "
                        "digits, `_` and `-`, not `{}`; for a number there is "
                        "`--uid`",
                        value));
}

void check_build_arg(const std::string& value) {
  const std::string_view name =
      std::string_view(value).substr(0, value.find('='));
  if (!name.empty() && !is_digit(name.front()) &&
      std::ranges::all_of(name, is_word)) {
    return;
  }
  throw UsageError(fmt::format(
      "`--build-arg` takes NAME=VALUE, or NAME to take the value from the "
      "environment, not `{}`",
      value));
}

void check_path(std::string_view option, std::string_view what,
                const std::string& value, std::size_t shortest) {
  if (value.starts_with('/') && value.size() >= shortest) return;
  throw UsageError(
      fmt::format("`{}` takes {} in the image, not `{}`", option, what, value));
}

}  // namespace

void ColourArguments::declare_colour(OptionSet& set) {
  set.flag("--no-color", no_color, "No colours");
}

void TerminalArguments::declare_terminal(OptionSet& set) {
  set.flag("-q,--quiet", quiet, "Say nothing but errors");
  declare_colour(set);
}

void OutputArguments::declare_output(OptionSet& set, const char* description) {
  set.text("-o,--output", output, "FILE", description);
}

bool OutputArguments::replaces(const std::string& file) const {
  return !writes_to_stdout() && is_same_file(file, output);
}

void ContextArguments::declare_context(OptionSet& set) {
  set.text("--target", target, "STAGE", "The stage that becomes the image");
  set.list("--build-arg", build_args, "NAME=VALUE",
           "Value of an ARG, as for docker build");
  set.choice("--builder", builder, builders, "NAME",
             "Who builds it: buildkit, classic or buildah; any if not given");
  set.text("--context", context, "DIR",
           "Build context, if not the Dockerfile's folder");
  set.list("--base-inspect", base_inspect, "FILE",
           "What docker image inspect says of a base");
  declare_config(set);
  set.check([&] {
    for (const std::string& it : build_args) check_build_arg(it);
  });
}

void ContextArguments::declare_config(OptionSet& set) {
  set.text("--config", config, "FILE",
           "Settings, if not the nearest harden.toml");
}

void RootfsArguments::declare_rootfs(OptionSet& set) {
  set.choice("--rootfs", rootfs, rootfs_modes, "auto|scratch|keep",
             "Final image from scratch where that is safe (auto)");
  set.text("--artifact", artifact, "PATH",
           "The program in the image, if it is not found");
  set.list("--keep", keep, "PATH", "What a scratch image takes along besides");
  set.flag("--keep-shell", keep_shell,
           "Take a shell along, and what scripts start");
  set.flag("--drop-healthcheck", drop_healthcheck,
           "Drop one that a scratch image cannot run");
  set.check([&] {
    if (!artifact.empty()) {
      check_path("--artifact", "the program's absolute path", artifact, 1);
    }
    for (const auto& it : keep) check_path("--keep", "an absolute path", it, 2);
  });
}

void RewriteArguments::declare_rewrite(OptionSet& set) {
  set.text("--user", user, "NAME", "Account to use, or to create");
  set.number("--uid", uid, 1, max_id, "N", "Its uid (10001 for a new one)");
  set.number("--gid", gid, 0, max_id, "N", "Its gid (the same as the uid)");
  set.choice("--user-style", user_style, user_styles, "STYLE",
             "USER as numeric (default) or by name");
  set.flag("--no-comments", no_comments, "Insert no comments into the file");
  set.choice("--step-down", step_down, step_down_modes, "auto|always|never",
             "If a start script gives up root itself (auto)");
  set.choice("--step-down-tool", step_down_tool, step_down_tools, "TOOL",
             "gosu, su-exec or setpriv; chosen by the base");
  declare_rootfs(set);
  set.check([&] { check_user_name(user); });
}

void PolicyKeyArguments::declare_policy_keys(OptionSet& options) {
  options.list("--set", set, "KEY=VALUE",
               "A setting of [policy]: limits.memory=1g");
}

void HardeningArguments::declare_hardening(OptionSet& options) {
  declare_policy_keys(options);
  declare_rewrite(options);
  declare_context(options);
}

void WeightArguments::declare_weights(OptionSet& set) {
  static constexpr auto yes_or_no =
      word_table<bool>({{"yes", true}, {"no", false}});
  set.choice("--unknown", unknown, unknown_users, "fail|warn|ignore",
             "If the file does not tell the user (fail)");
  set.choice("--allow-step-down", allow_step_down, yes_or_no, "yes|no",
             "If starting as root and stepping down is fine");
  set.choice("--fail-level", fail_level, fail_levels, "LEVEL",
             "error (default), warning, info or never");
  set.flag("--only-root", only_root,
           "Report nothing but who the program runs as");
}

const RuleInfo& known_rule(std::string_view word) {
  if (const RuleInfo* rule = find_rule(word)) return *rule;
  std::vector<std::string_view> words;
  for (const RuleInfo& rule : rules()) {
    words.push_back(rule.code);
    words.push_back(rule.name);
  }
  throw UsageError(fmt::format(
      "there is no rule `{}`; {}", word,
      did_you_mean(closest(word, words), "", "`harden rules` lists them")));
}

}  // namespace harden::cli
