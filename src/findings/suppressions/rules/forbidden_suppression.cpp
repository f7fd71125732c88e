#include <fmt/format.h>

#include "base/rules/rule.h"
#include "findings/suppressions/suppression_findings.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo forbidden_suppression = {
    .code = "HD007",
    .name = "forbidden-suppression",
    .summary = "A suppression comment is for a rule that none may suppress",
    .what =
        "`suppressions` in `[check]` of harden.toml is `\"forbidden\"` or "
        "lists the rule, and a `# harden:` comment in the file is to suppress "
        "it. The comment suppresses nothing.",
    .why =
        "Whoever keeps harden.toml wants to hear of this rule wherever it "
        "speaks; a comment in the file goes past them.",
    .remedy =
        "Mend what the rule is about and remove the comment. Exceptions "
        "belong into harden.toml: `[[check.ignore]]` with a path, a reason "
        "and a day on which it ends.",
    .before = "FROM debian:12\n# harden: ignore=HD101 needs root\nUSER root\n",
    .severity = Severity::error,
};

}  // namespace rule

Diagnostic forbidden_suppression(const SourceFile& source, Span code,
                                 const SuppressionRules& rules) {
  return finding(rule::forbidden_suppression, code,
                 fmt::format("`{}` must not be excused by a comment, so this "
                             "suppresses nothing{}",
                             source.text(code), rules.said("forbids it")),
                 "remove it, and mend what it is about");
}

}  // namespace harden
