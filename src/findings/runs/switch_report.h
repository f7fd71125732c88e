// The finding about arguments that tell a program not to check something.
#pragma once

#include <string_view>

#include "findings/runs/check_switch.h"
#include "findings/subject.h"

namespace harden::rule {

// One for all of them, with a fix where they can be taken out; none for none.
void report_switches(const Subject& subject, const Call& call,
                     const CheckSwitches& found, const RuleInfo& rule,
                     std::string_view risk, std::string_view remedy,
                     Findings& findings);

}  // namespace harden::rule
