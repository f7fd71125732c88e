#include <utility>

#include "base/quote/words.h"
#include "base/rules/rule.h"
#include "rewrite/step_down/step_down_notes.h"
#include "rewrite/user/user_notes.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo existing_volume = {
    .code = "HD115",
    .name = "existing-volume",
    .summary = "With USER, nothing gives an existing volume to the user",
    .what =
        "The image gets a USER, and has a VOLUME or (with "
        "`--step-down=never`) a start script that did something as root.",
    .why =
        "A fresh named volume takes the owner that the image gives the path. "
        "A volume that exists from the days when the image ran as root, and a "
        "folder of the host that is mounted there, keep theirs, and the "
        "program cannot write.",
    .remedy =
        "Give it to the user once, with the command in the message, or let the "
        "start script do so each time: `--step-down=always`.",
    .before = "FROM node:20\nVOLUME /data\nCMD [\"node\", \"server.js\"]\n",
    .references = {"https://docs.docker.com/engine/storage/volumes/"},
    .severity = Severity::note,
    .of_rewrite = true,
};

}  // namespace rule

Findings existing_volume_notes(const UserPlan& plan, const Document& document) {
  for (const PathNeed& need : plan.needs) {
    if (!need.volume || !need.instruction) continue;
    return {finding(
        rule::existing_volume, document.instructions[*need.instruction].span,
        "a volume that exists from when the image ran as root keeps its "
        "owner, and the program cannot write there",
        "give it to the user once: `docker run --rm --user 0 -v " +
            shell_word("VOLUME:" + need.path) +
            " --entrypoint chown IMAGE -R " +
            shell_word(plan.user.owner_argument()) + " " +
            shell_word(need.path) + "`")};
  }
  return {};
}

Findings lost_act_notes(const StartScript& script) {
  Diagnostic result =
      finding(rule::existing_volume, script.span,
              "with `USER` the script runs without root, so what only root can "
              "do fails there, or has no effect; a bind mount or a volume of "
              "another owner is not given to the user");
  result.because = root_acts_of(script);
  result.help =
      "`--step-down=auto` lets it do this as root, and starts the program "
      "without";
  return {std::move(result)};
}

}  // namespace harden
