#include <fmt/format.h>

#include "base/rules/rule.h"
#include "findings/suppressions/suppression_findings.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo suppression_without_reason = {
    .code = "HD006",
    .name = "suppression-without-reason",
    .summary = "A suppression comment gives no reason where one is asked for",
    .what =
        "`require-reason = true` in `[check]` of harden.toml, and a `# harden: "
        "ignore=CODE` comment (or ignore-stage, ignore-file) with nothing "
        "behind its codes. The comment suppresses nothing.",
    .why =
        "Nobody can tell later whether the finding was looked into or only in "
        "the way, so it is never taken up again.",
    .remedy =
        "Write why behind the codes: `# harden: ignore=HD101 binds a raw "
        "socket`.",
    .before = "FROM debian:12\n# harden: ignore=HD101\nUSER root\n",
    .severity = Severity::warning,
};

}  // namespace rule

Diagnostic suppression_without_reason(const SourceFile& source, Span code,
                                      const SuppressionRules& rules) {
  return finding(rule::suppression_without_reason, code,
                 fmt::format("`{}` is excused without a reason, so this "
                             "suppresses nothing{}",
                             source.text(code), rules.said("asks for one")),
                 "write why behind the codes: `# harden: ignore=CODE reason`");
}

}  // namespace harden
