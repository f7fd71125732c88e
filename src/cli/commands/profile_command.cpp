#include "cli/commands/profile_arguments.h"

namespace harden::cli {

const CommandHelp ProfileArguments::help = {
    "harden profile", "harden profile VERB ...",
    "Profiles that confine a container: which files and sockets it may use, "
    "and\n"
    "which system calls it may make.",
    R"(Verbs:
  harden profile apparmor DOCKERFILE      Write an AppArmor profile
  harden profile seccomp DOCKERFILE       Write a seccomp profile
  harden profile diff A B                 Say what B allows and A does not
  harden profile lint FILE...             Say what is wrong with profiles
  harden profile test PROFILE -- CMD...   Try a profile on a program

Each has a page of its own: harden profile seccomp --help)"};

int run(const ProfileArguments&) {
  throw UsageError("no verb given; see `harden profile --help`");
}

}  // namespace harden::cli
