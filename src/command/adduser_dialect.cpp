#include "command/adduser_dialect.h"

#include <string>

namespace harden {
namespace {

// On an image that nobody knows, the options tell whose adduser it is.
bool looks_like_useradd(std::span<const Argument> arguments) {
  for (const Argument& argument : arguments) {
    const std::string& text = argument.value;
    if (text.size() < 2 || text[0] != '-') continue;
    if (text.starts_with("--")) {
      for (const char* option : {"--create-home", "--user-group", "--groups",
                                 "--home-dir", "--no-log-init"}) {
        if (text.starts_with(option)) return true;
      }
    } else {
      if (text.find_first_of("SDHh") != std::string::npos) return false;
      if (text.find_first_of("rmMdUNl") != std::string::npos) return true;
    }
  }
  return false;
}

}  // namespace

bool adduser_is_useradd(Family family, std::span<const Argument> arguments) {
  switch (family) {
    case Family::redhat:
    case Family::amazonlinux:
    case Family::azurelinux:
    case Family::suse:
    case Family::arch:
      return true;
    case Family::alpine:
    case Family::busybox:
    case Family::debian:
      return false;
    default:
      return looks_like_useradd(arguments);
  }
}

}  // namespace harden
