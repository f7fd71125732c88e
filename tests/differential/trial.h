// One script against what harden says of it.
#pragma once

#include <string>
#include <vector>

#include "claim.h"
#include "sandbox.h"

namespace harden::differential {

// The shells that may be what `#!` of the script names.
std::vector<std::string> shells_of(const std::string& script);

struct Seen {
  bool root = false;     // something ran as root, or with its capabilities
  bool started = false;  // something ran at all
  bool missing = false;  // something that is not there would run as root
  std::string what;      // "dash, MODE=b: server --flag"
};

// Runs it in one shell with several environments, until something is root.
Seen seen_in(const std::string& shell, const std::string& script);

// The same, with an environment in which all that the script takes from there
// is as bad as it gets: "never as root" would be no right answer.
bool may_be_root(const std::string& shell, const std::string& script);

Claimed claim_of(const std::string& script);

}  // namespace harden::differential
