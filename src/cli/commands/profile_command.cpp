// harden profile VERB: profiles that confine a container.
#include "cli/commands/commands.h"
#include "cli/commands/profile_verbs.h"

namespace harden::cli {
namespace {

struct VerbRunner {
  ProfileVerb verb;
  int (*run)(const Arguments& arguments);
};
constexpr VerbRunner verbs[] = {
    {ProfileVerb::apparmor, run_profile_apparmor},
    {ProfileVerb::seccomp, run_profile_seccomp},
    {ProfileVerb::diff, run_profile_diff},
    {ProfileVerb::lint, run_profile_lint},
    {ProfileVerb::test, run_profile_test},
};

}  // namespace

int run_profile(const Arguments& arguments) {
  for (const VerbRunner& it : verbs) {
    if (it.verb == arguments.verb) return it.run(arguments);
  }
  throw UsageError("no verb given; see `harden profile --help`");
}

}  // namespace harden::cli
