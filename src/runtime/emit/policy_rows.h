// A Policy as rows of text.
#pragma once

#include <string>
#include <vector>

#include "runtime/policy.h"

namespace harden {

struct PolicyRow {
  std::string name;
  std::string value;
  std::string reason;  // may be empty
};

struct PolicySection {
  std::string title;
  std::vector<PolicyRow> rows;
};

std::vector<PolicySection> policy_sections(const Policy& policy);

}  // namespace harden
