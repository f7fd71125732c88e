#include "command/adduser_dialect.h"

#include <string_view>

namespace harden {
namespace {

// On an image that nobody knows, the options tell whose adduser it is.
bool looks_like_useradd(const CommandWords& words) {
  for (const CommandWord& word : words.behind(1)) {
    const std::string_view text = word.text;
    if (text.size() < 2 || text[0] != '-') continue;
    if (text.starts_with("--")) {
      for (const char* option : {"--create-home", "--user-group", "--groups",
                                 "--home-dir", "--no-log-init"}) {
        if (text.starts_with(option)) return true;
      }
    } else {
      if (text.find_first_of("SDHh") != text.npos) return false;
      if (text.find_first_of("rmMdUNl") != text.npos) return true;
    }
  }
  return false;
}

}  // namespace

bool adduser_is_useradd(Family family, const CommandWords& words) {
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
      return looks_like_useradd(words);
  }
}

}  // namespace harden
