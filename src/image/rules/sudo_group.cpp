#include <set>
#include <string>

#include "image/image_rules.h"
#include "image/sudo/sudo_rights.h"
#include "image/sudo/sudo_use.h"

namespace harden::rule {

extern constexpr RuleInfo sudo_group = {
    .code = "HD123",
    .name = "sudo-group",
    .summary = "A user of the image is in a group that may become root",
    .what =
        "A RUN of the image puts a user into the group `sudo`, `wheel` or "
        "`admin`: with useradd, usermod, adduser, addgroup or gpasswd.",
    .why =
        "Distributions let the members of these groups become root with "
        "`sudo`, some without a password.",
    .remedy = "Leave the group out.",
    .before =
        "FROM ubuntu:22.04\nRUN useradd --uid 10001 -G sudo app\n"
        "USER 10001:10001\n",
    .severity = Severity::warning,
    .order = -1,
};

void check_sudo_group(const Revision& file, Findings& findings) {
  if (!file.mentions_sudo()) return;
  for (const std::size_t index : file.stage().chain()) {
    const Instruction& run = file.document().instructions[index];
    if (run.keyword != Keyword::run) continue;
    std::set<std::string> groups;
    for (const auto& it : file.stage().commands_of(index)) {
      const std::string group = given_sudo_group(it);
      if (group.empty() || !groups.insert(group).second) continue;
      report(findings, sudo_group, run.span,
             "a user gets the group `" + group +
                 "`, whose members may become root with `sudo`",
             "leave the group out; what needs root belongs into a `RUN` before "
             "`USER`");
    }
  }
}

}  // namespace harden::rule
