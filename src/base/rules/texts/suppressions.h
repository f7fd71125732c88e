// HD006 to HD008: what harden.toml says about suppressions.
#pragma once

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr RuleInfo suppression_without_reason = {
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
    .after = "",
    .references = {},
    .severity = Severity::warning,
};

inline constexpr RuleInfo forbidden_suppression = {
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
    .after = "",
    .references = {},
    .severity = Severity::error,
};

inline constexpr RuleInfo expired_ignore = {
    .code = "HD008",
    .name = "expired-ignore",
    .summary = "An exception in harden.toml has expired",
    .what =
        "An entry `[[check.ignore]]` of harden.toml matches the file, and the "
        "day of its `expires` is over (in UTC). It ignores nothing any more; "
        "what it was for is reported again.",
    .why =
        "The exception was granted for a time, in which the finding was to be "
        "mended.",
    .remedy =
        "Mend what is reported and remove the entry, or decide anew and give "
        "it a later day.",
    .before = "FROM debian:12\nUSER root\n",
    .after = "",
    .references = {},
    .severity = Severity::warning,
};

}  // namespace harden::rule_texts
