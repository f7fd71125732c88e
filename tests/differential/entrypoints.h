// Real start scripts, in the sandbox, against what harden says of them.
#pragma once

#include <string>
#include <vector>

#include "claim.h"
#include "sandbox.h"

namespace harden::differential {

// A start script of the corpus, and how its image starts it.
struct Entrypoint {
  std::string path;
  std::string account;
  unsigned uid = 0;
  std::vector<std::string> programs;  // run for as long as the container
  std::vector<std::string> arguments;
  std::vector<std::string> tools;  // only succeed or fail
  std::vector<std::pair<std::string, std::string>> variables;
  std::string text;
};

// Those of the table that are at hand. Throws std::runtime_error.
std::vector<Entrypoint> entrypoints(const std::string& table);

struct Agreement {
  bool agrees = false;
  std::string text;  // what harden says, and what was seen
};

// Runs it with every combination of the variables that it tests, and compares
// as whom its program was seen to run.
Agreement compare(const Entrypoint& entrypoint);

}  // namespace harden::differential
