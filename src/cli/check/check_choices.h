// What one file is checked for: what the command line asks for, and harden.toml
// where that says nothing.
#pragma once

#include <string>
#include <vector>

#include "base/source/diagnostic.h"
#include "cli/check/check_arguments.h"
#include "cli/config/config_files.h"
#include "cli/config/path_ignores.h"
#include "findings/registry.h"
#include "findings/report/checked_file.h"

namespace harden::cli {

// Whether it says as whom something runs, or that nobody can tell since the
// file is not understood.
bool counts_for_root(const RuleInfo& rule);

// That nobody knows as whom an image or a container runs.
bool says_unknown(const Diagnostic& finding);

class CheckChoices {
 public:
  // The first two have to outlive it; `file` is its path, "-" for standard
  // input.
  CheckChoices(const CheckArguments& arguments, const FileSettings& settings,
               const std::string& file);

  const CheckArguments& arguments() const { return arguments_; }
  const CheckWeights& weights() const { return weights_; }
  const SuppressionRules& suppressions() const { return config_.suppressions; }
  const PathIgnores& ignores() const { return ignores_; }

  // Whether anybody wants to hear of it at all.
  bool is_reported(const Diagnostic& finding) const;
  // As harden.toml has it, else as it is.
  Severity severity_of(const Diagnostic& finding) const;

 private:
  const CheckConfig& config_;
  const CheckArguments& arguments_;
  CheckWeights weights_;
  PathIgnores ignores_;
};

// How much each finding matters, and which are reported at all.
void weigh(const CheckChoices& choices, CheckedFile& file);

bool has_errors(const std::vector<Diagnostic>& findings);
// --quiet
void drop_all_but_errors(std::vector<Diagnostic>& findings);

// The exit status that one file gives: its `fail_level` decides.
int status_of(const CheckedFile& file);

}  // namespace harden::cli
