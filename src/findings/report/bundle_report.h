// REPORT.md of the bundle: what was found, changed and assumed, and what is
// left to a person.
#pragma once

#include <string>
#include <vector>

#include "base/rules/rule.h"
#include "base/source/source_file.h"
#include "dockerfile/image_state.h"
#include "runtime/policy.h"

namespace harden {

struct BundleFacts {
  const SourceFile& source;  // the file before
  const Findings& diagnostics;
  const EffectiveUser& before;
  const EffectiveUser& after;
  const Policy& policy;
  std::vector<std::string> kubernetes;  // in what a pod differs
  std::vector<std::string> daemon;      // about daemon.json
  std::vector<std::string> seccomp;     // about seccomp.json
};

std::string bundle_report(const BundleFacts& facts);

}  // namespace harden
