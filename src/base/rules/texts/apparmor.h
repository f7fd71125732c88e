// HD320: settings of bane that no AppArmor profile can follow.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view bane_setting_references[] = {
    "https://github.com/genuinetools/bane",
    "https://gitlab.com/apparmor/apparmor/-/wikis/QuickProfileLanguage",
};
inline constexpr RuleInfo bane_setting = {
    .code = "HD320",
    .name = "bane-setting",
    .summary = "A setting of bane is wrong, or has no effect",
    .what =
        "Configuration files of bane, as `harden profile apparmor --bane` "
        "reads them: keys that it does not know or that stand in another "
        "table, values of another kind, names of capabilities and protocols "
        "that do not exist, and `Allow` beside `Deny`.",
    .why =
        "bane passes over an unknown key without a word, so that the profile "
        "lacks what it was to say; other mistakes end as a profile that "
        "AppArmor does not load, and the container then starts without it or "
        "not at all.",
    .remedy =
        "Correct the key or the value. What is wrong is left out of the "
        "profile, and `harden profile apparmor --bane` ends with status 1.",
    .before = "Name = \"web\"\n\n[Filesystem]\nReadOnlyPath = [\"/etc/**\"]\n",
    .after = "",
    .references = bane_setting_references,
    .severity = Severity::warning,
    .language = "toml",
};

}  // namespace harden::rule_texts
