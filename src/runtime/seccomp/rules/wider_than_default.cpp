#include <fmt/format.h>

#include <set>
#include <string>

#include "runtime/seccomp/call_table.h"
#include "runtime/seccomp/default_profile.h"
#include "runtime/seccomp/profile_subject.h"

namespace harden::rule {

extern constexpr RuleInfo wider_than_default = {
    .code = "HD307",
    .name = "wider-than-default",
    .summary = "The profile allows what the engine's default does not",
    .what =
        "Calls that the default allows to no container, or only with "
        "capabilities, and that are not reported as dangerous.",
    .why = "A profile of one's own is there to allow less.",
    .remedy = "Remove the names when the program works without them.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"chroot\"], \"action\": "
        "\"SCMP_ACT_ALLOW\"}]}\n",
    .references = {"moby/profiles: seccomp/default_linux.go"},
    .severity = Severity::info,
    .language = "json",
};

namespace {

// Beside those that are dangerous by themselves.
bool is_wider(std::string_view name) {
  return seccomp::find_call(name) != nullptr && name != "clone3" &&
         seccomp::find_row(seccomp::tables.dangers, name) == nullptr &&
         !seccomp::default_allows(name, {});
}

}  // namespace

void check_wider_than_default(const ProfileSubject& subject,
                              Findings& findings) {
  if (subject.is_open()) return;
  std::set<std::string> names;
  const Span* first = nullptr;
  for (std::size_t i = 0; i < subject.rules.size(); ++i) {
    const SeccompRule& rule = subject.profile.rules[i];
    if (!lets_through(rule.action) || !rule.includes.empty()) continue;
    for (const auto& [name, span] : subject.rules[i].names) {
      if (!is_wider(name)) continue;
      if (first == nullptr) first = &span;
      names.insert(name);
    }
  }
  if (first == nullptr) return;
  report(findings, wider_than_default, *first,
         fmt::format("wider than the engine's default, which does not "
                     "allow {} to a container without further "
                     "capabilities",
                     fmt::join(names, ", ")));
}

}  // namespace harden::rule
