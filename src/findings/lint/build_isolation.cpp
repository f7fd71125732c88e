// HD454, HD455: RUN lines that ask for less isolation while they run.
#include <string_view>

#include "findings/lint/lint_rules.h"

namespace harden::lint_rules {
namespace {

// Any stage: it is the machine that builds which is at risk.
const Flag* flag_with(const Instruction& it, std::string_view name,
                      std::string_view value) {
  const Flag* flag = it.keyword == Keyword::run ? it.flag(name) : nullptr;
  return flag != nullptr && flag->value && flag->value->value == value
             ? flag
             : nullptr;
}

}  // namespace

void insecure_build(const Subject& subject, Findings& findings) {
  for (const Instruction& it : subject.document.instructions) {
    const Flag* flag = flag_with(it, "security", "insecure");
    if (flag == nullptr) continue;
    findings.push_back(finding(
        "HD454", flag->span,
        "the commands of this `RUN` get all capabilities and devices of the "
        "machine that builds: whatever they fetch can take it over",
        "do at run time what needs these rights, or build it where nothing "
        "else runs"));
  }
}

void host_network_build(const Subject& subject, Findings& findings) {
  for (const Instruction& it : subject.document.instructions) {
    const Flag* flag = flag_with(it, "network", "host");
    if (flag == nullptr) continue;
    findings.push_back(finding(
        "HD455", flag->span,
        "the commands of this `RUN` reach all services that listen on "
        "localhost of the machine that builds",
        "leave the flag out: the usual network reaches the internet; give the "
        "build a proxy or a mirror by its address"));
  }
}

}  // namespace harden::lint_rules
