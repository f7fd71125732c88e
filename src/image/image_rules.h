// The rules about an image whose findings a rewrite says or mends, too.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/rules/rule.h"
#include "image/revision.h"
#include "image/start/exec_form.h"

namespace harden {

// As whom the image runs, as a rewrite says it.
//
// HD101, HD102 or HD103 when it is not shown to be unprivileged, HD110 or HD112
// when it steps down; then HD104 for the root group, HD105 for lost groups and
// HD108 for root in ONBUILD. The first one decides the exit status.
Findings verdict(const Revision& file);

template <>
std::span<const RuleCheck<Revision>> rule_checks();

// Whether builders do not agree, and BuildKit's image does not start as root:
// what is done about root would be done to an image that has none.
bool differs_by_builder(const Revision& file);

// Whether the program is shown to run without root.
bool is_safe(Privilege privilege);

namespace rule {

extern const RuleInfo root_user;          // HD101
extern const RuleInfo unknown_user;       // HD102
extern const RuleInfo script_steps_down;  // HD112

void check_root_user(const Revision& file, Findings& findings);
void check_unknown_user(const Revision& file, Findings& findings);
void check_user_cannot_start(const Revision& file, Findings& findings);
void check_root_group(const Revision& file, Findings& findings);
void check_lost_groups(const Revision& file, Findings& findings);
void check_onbuild_user(const Revision& file, Findings& findings);
void check_base_steps_down(const Revision& file, Findings& findings);
void check_script_steps_down(const Revision& file, Findings& findings);

void check_sudo_in_run(const Revision& file, Findings& findings);
void check_sudo_at_run_time(const Revision& file, Findings& findings);
void check_sudo_without_password(const Revision& file, Findings& findings);
void check_sudo_group(const Revision& file, Findings& findings);

// HD130 without a fix.
Diagnostic shell_form_finding(const Document& document, const ExecForm& form);

// What is known of the user, as a finding of the rule. A `USER` that is missing
// is missing in the stage that becomes the image, also where that is built on
// an earlier one, whose FROM is then shown; so a comment may excuse it there.
Diagnostic about_user(const Revision& file, const RuleInfo& rule,
                      std::string help = {});

}  // namespace rule

}  // namespace harden
