#include <unistd.h>

#include "base/files/read_input.h"
#include "base/quote/visible_text.h"
#include "cli/check/each_file.h"
#include "cli/commands/commands.h"
#include "cli/config/settings.h"
#include "cli/output/console.h"
#include "runtime/policy/derive_policy.h"

namespace harden::cli {
namespace {

int print_policy(const Arguments& arguments, const std::string& file) {
  SourceFile source = read_input(file);
  const Settings settings(arguments, file);
  const Hardened result = harden(std::move(source), settings.options());
  require_dockerfile(result.original.document());
  const Policy policy = derive_policy(result.final, settings.options().policy);
  const bool colour = wants_colour(STDOUT_FILENO, arguments.no_color);
  if (arguments.json) {
    print(emit_policy_json(policy));
  } else {
    print(emit_policy_text(policy, colour));
  }
  return policy.unsafe_because.empty() ? done : not_shown;
}

}  // namespace

int run_policy(const Arguments& arguments) {
  if (arguments.files.size() != 1) {
    throw UsageError(
        arguments.files.empty()
            ? "no Dockerfile given; try `harden policy Dockerfile`"
            : "one Dockerfile at a time, for each has a policy of its own");
  }
  return each_file(arguments, [&](const std::string& file) {
    return print_policy(arguments, file);
  });
}

}  // namespace harden::cli
