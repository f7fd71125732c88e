// What harden says of an image that starts with a script.
#pragma once

#include <string>
#include <vector>

namespace harden::differential {

enum class Claim {
  unprivileged,  // "steps down": never as root
  root,
  unknown,  // nobody knows, or it does not start
};

struct Claimed {
  Claim claim = Claim::unknown;
  std::string message;
};

Claimed claim_of(const std::string& script,
                 const std::vector<std::string>& arguments);

}  // namespace harden::differential
