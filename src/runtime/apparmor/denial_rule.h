// The rule that one denial asks for.
#pragma once

#include <optional>
#include <string>

#include "runtime/apparmor/denial.h"

namespace harden::apparmor {

struct WantedRule {
  // What stands before the permissions: a path in quotes. For all but files the
  // whole rule, without the comma.
  std::string subject;
  std::string permissions;  // of files: letters of "rwmlkx"; else empty
  bool generalised = false;
};

// nullopt for an operation that nobody knows, and a line that was cut off.
std::optional<WantedRule> wanted_rule(const Denial& denial);

// "mrwlk" and "ix" in the order in which rules have them; each once.
std::string sorted_permissions(const std::string& letters);

// It would undo the confinement.
bool is_dangerous(const std::string& subject, const std::string& permissions);

}  // namespace harden::apparmor
