// Runs start scripts in real shells, where nothing of the machine can be
// reached: in namespaces of their own, without a network, on a root file
// system that holds shells, stubs and busybox, with limits for time and size.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace harden::differential {

struct Run {
  std::string shell;   // what /bin/sh is: dash, bash or busybox
  std::string script;  // /entry.sh
  std::vector<std::string> arguments;
  std::vector<std::pair<std::string, std::string>> environment;
  // Files of the image that harden does not see, below /etc/myapp.
  std::vector<std::pair<std::string, std::string>> files;
  // Beside those that are there always: what runs for as long as the container,
  // by name or path below /opt, and what succeeds or fails as migrate does.
  std::vector<std::string> programs = {};
  std::vector<std::string> tools = {};
  std::vector<std::pair<std::string, unsigned>> accounts = {};
  // How much longer than a script of a few lines it may take.
  int patience = 1;
};

struct Started {
  unsigned uid = 0;
  bool capabilities = false;
  std::string command;  // "server --flag"
  // A word that is no program here, and would be one in another image.
  bool missing = false;

  bool has_root() const { return uid == 0 || capabilities; }
};

struct Outcome {
  std::vector<Started> started;  // what ran and did not end by itself
  bool timed_out = false;
};

class Sandbox {
 public:
  // Leaves this process in the sandbox, for good. Throws std::runtime_error
  // where the kernel does not allow it. `stub` is the program of stub.cpp.
  static void enter(const std::string& stub);
  static Outcome run(const Run& run);
};

}  // namespace harden::differential
