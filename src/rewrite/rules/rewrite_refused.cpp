#include <string>

#include "base/rules/rule.h"
#include "rewrite/user/user_notes.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo rewrite_refused = {
    .code = "HD107",
    .name = "rewrite-refused",
    .summary = "A user was not set, because the result might not run",
    .what =
        "The image runs as root, and harden cannot show that it would still "
        "start as another user: a Windows base; systemd, s6, supervisord, sshd "
        "or cron, which root must start; a server whose options or "
        "configuration set the ids of another account even when it is not "
        "root; Docker in Docker; programs installed "
        "below /root, which is closed to others; a start script that harden "
        "does not understand on a base that is not known to accept any user.",
    .why =
        "A file that no longer runs is worse than one that says what is "
        "left to do.",
    .remedy =
        "The message names the reason and the next step. The other changes are "
        "still made, and the exit status is 1.",
    .before =
        "FROM debian:12\nRUN apt-get update && apt-get install -y "
        "openssh-server\nCMD [\"/usr/sbin/sshd\", \"-D\"]\n",
    .severity = Severity::warning,
    .of_rewrite = true,
};

}  // namespace rule

Diagnostic refused(std::string_view what, const Refusal& refusal,
                   const EffectiveUser& user) {
  Diagnostic result = finding(rule::rewrite_refused, refusal.span,
                              std::string(what), refusal.help);
  result.repeats_verdict =
      refusal.message == user.message || refusal.message == user.reason;
  if (result.repeats_verdict) {
    result.message += " for this reason";
  } else {
    result.message += ": " + refusal.message;
  }
  return result;
}

}  // namespace harden
