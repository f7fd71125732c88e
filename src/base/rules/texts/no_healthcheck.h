#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view no_healthcheck_references[] = {
    "https://docs.docker.com/reference/dockerfile/#healthcheck",
    "CIS Docker Benchmark 4.6: HEALTHCHECK instructions have been added",
};
inline constexpr RuleInfo no_healthcheck = {
    .code = "HD466",
    .name = "no-healthcheck",
    .summary = "An image that listens has no HEALTHCHECK",
    .what =
        "The final image has EXPOSE but no HEALTHCHECK. `HEALTHCHECK NONE` "
        "counts as one: it says that none is wanted.",
    .why =
        "An engine then sees whether the program runs, not whether it answers. "
        "Kubernetes asks with probes of its own, and images that run one job "
        "need none: hence the rule speaks on request only.",
    .remedy =
        "Add a HEALTHCHECK that asks the program itself, best with a command "
        "of its own instead of curl.",
    .before =
        "FROM debian:12\nEXPOSE 8080\nUSER 1000:1000\n"
        "CMD [\"/app/server\"]\n",
    .after = "",
    .references = no_healthcheck_references,
    .severity = Severity::info,
    .on_request = true,
};

}  // namespace harden::rule_texts
