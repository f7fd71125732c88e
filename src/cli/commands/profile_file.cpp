#include "cli/commands/profile_file.h"

#include <unistd.h>

#include "base/files/read_input.h"
#include "base/source/source_file.h"

namespace harden::cli {

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
