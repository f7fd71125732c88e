#include "findings/rules/expired_ignore.h"

namespace harden::rule {

extern constexpr RuleInfo expired_ignore = {
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
    .severity = Severity::warning,
};

}  // namespace harden::rule
