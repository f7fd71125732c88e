// The finding about arguments that tell a program not to check something.
#pragma once

#include <optional>
#include <string_view>

#include "base/source/diagnostic.h"
#include "findings/runs/check_switch.h"
#include "findings/subject.h"

namespace harden::rule {

// One for all of them, with a fix where they can be taken out; none for none.
void report_switches(const Subject& subject, const Call& call,
                     const CheckSwitches& found, const RuleInfo& rule,
                     std::string_view risk, std::string_view remedy,
                     Findings& findings);

// Takes arguments out of a RUN line.

// Of the arguments from `first` to `last` (spans of argv), with the
// blanks beside them, and the line where nothing else stands on it; nullopt
// where they cannot be edited.
std::optional<Edit> remove_words(const Subject& subject, const Call& call,
                                 Span first, Span last);

}  // namespace harden::rule
