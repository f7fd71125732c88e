// What comments in a file may excuse; harden.toml says so.
#pragma once

#include <string>
#include <vector>

#include "base/source/diagnostic.h"

namespace harden {

struct SuppressionRules {
  // One without a reason excuses nothing.
  bool need_reason = false;
  // None excuses anything.
  bool forbidden = false;
  // Rules that none excuses.
  std::vector<RuleId> never = {};
  // "harden.toml:3": where that is said.
  std::string place = {};

  // "; harden.toml:3 asks for one"
  std::string said(const std::string& verb) const {
    return place.empty() ? "" : "; " + place + " " + verb;
  }
};

}  // namespace harden
