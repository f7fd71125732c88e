// The ports that the image says it listens on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/policy.h"
#include "runtime/policy/policy_subject.h"

namespace harden {

struct PortNeeds {
  std::vector<PortNeed> ports;  // sorted, each once
  // Of EXPOSE words that the file does not tell: "`$PORT` has no value".
  std::vector<std::string> unknown;
};
PortNeeds port_needs(const PolicySubject& subject);

}  // namespace harden
