#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view repeated_instruction_references[] = {
    "https://docs.docker.com/reference/dockerfile/#cmd",
};
inline constexpr RuleInfo repeated_instruction = {
    .code = "HD465",
    .name = "repeated-instruction",
    .summary = "A stage has several CMD, ENTRYPOINT or HEALTHCHECK",
    .what =
        "A stage holds the same one of CMD, ENTRYPOINT and HEALTHCHECK more "
        "than once. Different stages do not count.",
    .why =
        "Only the last is in effect. Whoever reads the first believes that "
        "another program starts, or that another check runs.",
    .remedy = "Remove all but the one that is meant.",
    .before =
        "FROM debian:12\nUSER 1000:1000\nCMD [\"server\"]\n"
        "CMD [\"sleep\", \"infinity\"]\n",
    .after = "",
    .references = repeated_instruction_references,
    .severity = Severity::warning,
};

}  // namespace harden::rule_texts
