#include "parser.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace harden::test {
namespace {

// Output and exit status of a command line.
int run(const std::string& command, std::string& output) {
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return -1;
  std::array<char, 4096> buffer{};
  std::size_t got = 0;
  while ((got = fread(buffer.data(), 1, buffer.size(), pipe)) > 0) {
    output.append(buffer.data(), got);
  }
  return pclose(pipe);
}

// Debian has it where only root looks.
constexpr const char* search_path = "PATH=$PATH:/usr/sbin:/sbin; ";

}  // namespace

bool has_parser() {
  std::string output;
  return run(std::string(search_path) +
                 "command -v apparmor_parser && test -e "
                 "/etc/apparmor.d/abi/3.0",
             output) == 0;
}

std::string parser_says(const std::string& profile) {
  std::string name = "/tmp/harden-profile-XXXXXX";
  const int descriptor = mkstemp(name.data());
  if (descriptor < 0) return "no temporary file";
  const ssize_t written = write(descriptor, profile.data(), profile.size());
  close(descriptor);
  std::string output;
  const int status =
      run(std::string(search_path) + "apparmor_parser -Q -K " + name + " 2>&1",
          output);
  std::remove(name.c_str());
  if (written != static_cast<ssize_t>(profile.size())) return "not written";
  if (status != 0 && output.empty()) return "failed";
  return status == 0 ? "" : output;
}

}  // namespace harden::test
