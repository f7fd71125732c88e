#include "cli/commands/policy_command.h"

#include <unistd.h>

#include "cli/commands/hardened_file.h"
#include "cli/output/console.h"
#include "cli/output/failure.h"
#include "runtime/emit/emit.h"

namespace harden::cli {
namespace {

int print_policy(const PolicyArguments& arguments, const std::string& file) {
  const Policy policy = HardenedFile(arguments, file).policy();
  const bool colour = wants_colour(STDOUT_FILENO, arguments.no_color);
  print(arguments.json ? emit_policy_json(policy)
                       : emit_policy_text(policy, colour));
  return policy.unsafe_because.empty() ? done : not_shown;
}

}  // namespace

const CommandHelp PolicyArguments::help = {
    "harden policy", "harden policy DOCKERFILE [OPTIONS]",
    "Prints what a container of the hardened image needs at run time, and "
    "why:\n"
    "user, ports, writable paths, capabilities, limits, namespaces.",
    R"(Examples:
  harden policy Dockerfile
  harden policy Dockerfile --format json
  harden policy Dockerfile --set limits.memory=1g --set 'ports=["80"]'

In harden.toml, in the Dockerfile's folder or above it:
  [policy]
  ports = ["8080:80"]
  writable = [{ path = "/var/cache/app", size = "128m" }]
  [policy.limits]
  memory = "1g"

Exit status:
  0  the service is shown to run unprivileged
  1  it runs as root, or nobody can tell
  2  not readable, not a Dockerfile, or wrong usage)"};

void PolicyArguments::declare(OptionSet& options) {
  options.positionals("DOCKERFILE", files, "The file; - is standard input");
  options.choice("--format", json, text_or_json, "text|json",
                 "How it is printed");
  declare_hardening(options);
  declare_colour(options);
}

int run(const PolicyArguments& arguments) {
  require_one_file(arguments.files, "policy");
  return each_file(
      arguments.files, arguments.no_color,
      [&](const std::string& file) { return print_policy(arguments, file); });
}

}  // namespace harden::cli
