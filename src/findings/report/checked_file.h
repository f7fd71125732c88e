// What `harden check` has to say about one file; all report formats are made
// of this and of nothing else.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/rules/rule.h"
#include "base/source/source_file.h"
#include "dockerfile/image_state.h"

namespace harden {

// As whom a program runs. A Dockerfile has one, a file of settings one for each
// container.
struct Verdict {
  std::string name;  // "Dockerfile", "compose.yaml: web"
  EffectiveUser user;
};

// From which severity on a finding makes the check fail; nullopt: never.
using FailLevel = std::optional<Severity>;

struct CheckedFile {
  std::string name;  // as the reports call it
  // Null when it could not be read.
  std::shared_ptr<const SourceFile> source;
  // What is reported: suppressed findings and rules that are off are left out.
  // In the order of the file.
  Findings findings;
  std::vector<Verdict> verdicts;
  FailLevel fail_level = Severity::error;
  // Only as whom something runs was asked for.
  bool only_root = false;
  // The engine refuses the Dockerfile, whatever is suppressed.
  bool refused = false;
  // Settings that no engine reads: like a file that could not be checked.
  bool unusable = false;
  // Why it could not be checked, as one line that names the file; empty when it
  // was.
  std::string failure;
  // What `--fix` has fixed, in the order of the file that it fixed, `unfixed`;
  // the fixes have their titles only.
  Findings fixed = {};
  std::shared_ptr<const SourceFile> unfixed = {};
  // What `--fix` has for standard output: fixed standard input, or a diff.
  std::string output = {};
  // What it wrote, one line each.
  std::string remarks = {};
};

// A file of which nothing is known but why it could not be checked.
inline CheckedFile unchecked_file(std::string name, std::string failure) {
  CheckedFile result;
  result.name = std::move(name);
  result.failure = std::move(failure);
  return result;
}

}  // namespace harden
