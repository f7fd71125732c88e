// HD201 to HD204: what stands in a file of settings, before anything is said
// about containers.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view duplicate_setting_references[] = {
    "https://yaml.org/spec/1.2.2/#3213-node-comparison",
    "https://docs.docker.com/reference/compose-file/services/",
};
inline constexpr RuleInfo duplicate_setting = {
    .code = "HD201",
    .name = "duplicate-setting",
    .summary = "A key stands twice in one map",
    .what =
        "Compose files, Kubernetes manifests and any YAML beside them in "
        "one file. Keys that come by `<<` do not count: an own key replaces "
        "them.",
    .why =
        "Docker Compose and kubectl refuse the file. Other readers take the "
        "first or the last of the two, so that what is reviewed is not what "
        "runs.",
    .remedy =
        "Remove one of the keys, or merge their values into one. `harden "
        "check` ends with status 2.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    user: \"10001\"\n"
        "    user: root\n",
    .after = "",
    .references = duplicate_setting_references,
    .severity = Severity::error,
    .language = "yaml",
};

inline constexpr std::string_view unknown_setting_references[] = {
    "https://docs.docker.com/reference/compose-file/services/",
    "https://github.com/compose-spec/compose-spec/blob/main/schema/"
    "compose-spec.json",
};
inline constexpr RuleInfo unknown_setting = {
    .code = "HD202",
    .name = "unknown-setting",
    .summary = "No engine knows this setting",
    .what =
        "The top level and the services of a Compose file, the pod, "
        "container and `securityContext` of a manifest, and the flags of a "
        "run line. Keys that begin with `x-` are free. An unknown flag is a "
        "warning: whether a value follows it is not known.",
    .why =
        "Compose and the API server refuse a file with such a key; where it "
        "is let through, it sets nothing: a misspelt `read_olny` leaves the "
        "root file system writable.",
    .remedy =
        "Correct the name as the message says. A key that is newer than "
        "harden can be excused with `# harden: ignore=HD202`.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    read_olny: true\n",
    .after = "",
    .references = unknown_setting_references,
    .severity = Severity::error,
    .language = "yaml",
};

inline constexpr std::string_view broken_setting_references[] = {
    "https://docs.docker.com/reference/compose-file/services/",
};
inline constexpr RuleInfo broken_setting = {
    .code = "HD203",
    .name = "broken-setting",
    .summary = "A setting has a value that makes no sense",
    .what =
        "Values of another kind than the setting takes: a word where `true` "
        "or `false` is expected, a map instead of a list, `extends` with a "
        "service that is not there.",
    .why =
        "The engine refuses the file, or reads it in a way that its author "
        "did not mean.",
    .remedy =
        "Write the value as the message says. `harden check` ends with "
        "status 2.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    privileged: maybe\n",
    .after = "",
    .references = broken_setting_references,
    .severity = Severity::error,
    .language = "yaml",
};

inline constexpr std::string_view unknown_value_references[] = {
    "https://docs.docker.com/reference/compose-file/interpolation/",
};
inline constexpr RuleInfo unknown_value = {
    .code = "HD204",
    .name = "unknown-value",
    .summary = "A variable decides about isolation",
    .what =
        "A setting that decides about isolation holds a variable without a "
        "default, such as `privileged: ${PRIVILEGED}`. "
        "`${PRIVILEGED:-false}` counts as `false`: that is what the file "
        "says.",
    .why =
        "Whoever starts the file decides, and nobody sees it in review. "
        "harden does not guess.",
    .remedy = "Write the value down, or give the variable a default.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    privileged: ${PRIVILEGED}\n",
    .after = "",
    .references = unknown_value_references,
    .severity = Severity::info,
    .language = "yaml",
};

}  // namespace harden::rule_texts
