// What harden says of an image that starts with a script.
#pragma once

#include <string>
#include <utility>
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

// The same of a script of the corpus, whose image has this account and sets
// these variables.
Claimed claim_of_entrypoint(
    const std::string& script, const std::vector<std::string>& arguments,
    const std::string& account, unsigned uid,
    const std::vector<std::pair<std::string, std::string>>& variables);

Claimed claim_of(const std::string& script,
                 const std::vector<std::string>& arguments);

}  // namespace harden::differential
