#include <unistd.h>

#include "base/files/read_input.h"
#include "base/source/source_file.h"
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

SourceFile read_profile_source(const std::string& path) {
  if (path == "-") return read_input(path);
  std::string bytes = read_bytes(path, "a seccomp profile");
  if (bytes.find_first_not_of(" \t\r\n") == bytes.npos) {
    throw BadInput(path, "is empty");
  }
  return {path, std::move(bytes)};
}

SeccompProfile read_profile(const std::string& path) {
  if (path == "default" && access(path.c_str(), F_OK) != 0) {
    return default_seccomp_profile();
  }
  return read_seccomp_profile(read_profile_source(path));
}

}  // namespace harden::cli
