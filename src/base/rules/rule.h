// One kind of finding and all that is said about it anywhere: `harden rules`,
// `harden explain`, report formats and the pages under docs/rules.
//
// A rule stands in one source file below a folder `rules` of the room that
// makes its findings:
//
//   extern constexpr RuleInfo no_healthcheck = {.code = "HD466", …};
//
//   void check_no_healthcheck(const Subject& subject, Findings& findings) {…}
//
// The build finds both there and makes the lists of them (cmake/Rules.cmake):
// a rule is declared nowhere else. What another function finds on its way, such
// as a parser, has no check of its own.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source/diagnostic.h"

namespace harden {

// URLs or documents, a few.
struct References {
  std::string_view list[6];

  const std::string_view* begin() const { return list; }
  const std::string_view* end() const {
    return std::find(std::begin(list), std::end(list), std::string_view());
  }
  bool empty() const { return begin() == end(); }
};

struct RuleInfo {
  RuleId code;               // "HD101"
  std::string_view name;     // "root-user"; `root_user` in C++
  std::string_view summary;  // one sentence
  std::string_view what;     // what is looked at and what counts
  std::string_view why;      // the risk
  std::string_view remedy;   // what harden changes, and what the user can do
  std::string_view before;   // example file
  std::string_view after;    // what harden makes of it; may be empty
  References references;
  Severity severity = Severity::warning;
  Safety safety = Safety::safe;
  // Of the examples: "dockerfile", "yaml" for rules about settings, "json" for
  // those about profiles.
  std::string_view language = "dockerfile";
  // Of findings at one place the one with the smaller number comes first, then
  // the one with the smaller code.
  int order = 0;
  // Says as whom something runs: what `harden check --only-root` reports.
  bool about_root = false;
  // The same, and it is not known, or root at first.
  bool says_unknown = false;
  bool says_step_down = false;
  // The engine refuses the file: nothing else that is said of it counts, and no
  // baseline excuses it.
  bool refuses_file = false;
  // Reported only where harden.toml gives it a severity.
  bool on_request = false;
  // About what a rewrite does or leaves: `harden FILE` says it, and `harden
  // check` never does.
  bool of_rewrite = false;
};

using Findings = std::vector<Diagnostic>;

// A finding without a fix. Its severity is the rule's own; who changes it says
// why.
Diagnostic finding(const RuleInfo& rule, Span span, std::string message,
                   std::string help = {});

// The same, behind those that are found already.
inline Diagnostic& report(Findings& findings, const RuleInfo& rule, Span span,
                          std::string message, std::string help = {}) {
  return findings.emplace_back(
      finding(rule, span, std::move(message), std::move(help)));
}

// A rule and the function that looks for it in the whole of a subject.
template <typename Subject>
struct RuleCheck {
  const RuleInfo* rule;
  void (*find)(const Subject& subject, Findings& findings);
};

// Those of all rules about such a subject, in the order in which they speak of
// one place. The build writes it; the header of the subject declares it.
template <typename Subject>
std::span<const RuleCheck<Subject>> rule_checks();

// For what the build writes.
template <typename Subject>
std::vector<RuleCheck<Subject>> in_order(
    std::initializer_list<RuleCheck<Subject>> checks) {
  std::vector<RuleCheck<Subject>> result(checks);
  std::ranges::sort(result, {}, [](const auto& it) {
    return std::pair(it.rule->order, it.rule->code);
  });
  return result;
}

}  // namespace harden
