// One kind of diagnostic and all that is said about it anywhere: `harden
// rules`, `harden explain`, report formats and the pages under docs/rules.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/source/diagnostic.h"

namespace harden {

struct RuleInfo {
  RuleId code;               // "HD101"
  std::string_view name;     // "root-user"
  std::string_view summary;  // one sentence
  std::string_view what;     // what is looked at and what counts
  std::string_view why;      // the risk
  std::string_view remedy;   // what harden changes, and what the user can do
  std::string_view before;   // example file; may be empty
  std::string_view after;    // what harden makes of it; may be empty
  std::span<const std::string_view> references;  // URLs or documents
  Severity severity = Severity::warning;
  Safety safety = Safety::safe;
  // Of the examples: "dockerfile", "yaml" for rules about settings, "json" for
  // those about profiles.
  std::string_view language = "dockerfile";
  // Says as whom something runs: what `harden check --only-root` reports.
  bool about_root = false;
  // Reported only where harden.toml gives it a severity.
  bool on_request = false;
  // About what a rewrite does or leaves: `harden FILE` says it, and `harden
  // check` never does.
  bool of_rewrite = false;
};

// In the order of their codes.
std::span<const RuleInfo> rules();
const RuleInfo* find_rule(std::string_view code_or_name);  // null: none such

// A finding without a fix; its severity is the rule's own.
Diagnostic finding(RuleId rule, Span span, std::string message,
                   std::string help);

}  // namespace harden
