#include "base/rules/rule.h"
#include "rewrite/step_down/step_down_notes.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo script_needs_no_root = {
    .code = "HD116",
    .name = "script-needs-no-root",
    .summary = "The start script does nothing that needs root",
    .what =
        "ENTRYPOINT or CMD is a script, and harden followed it to the program "
        "that it starts: nothing on the way needs root.",
    .why =
        "A step-down would only keep root longer than anybody needs it. With "
        "USER the whole container goes without.",
    .remedy = "`--step-down=always` puts the step-down in all the same.",
    .before =
        "FROM node:20\n"
        "COPY <<\"EOF\" /start.sh\n"
        "#!/bin/sh\n"
        "echo starting\n"
        "exec node /srv/server.js\n"
        "EOF\n"
        "ENTRYPOINT [\"sh\", \"/start.sh\"]\n",
    .severity = Severity::note,
    .of_rewrite = true,
};

}  // namespace rule

Diagnostic no_root_note(const StartScript& script) {
  return finding(
      rule::script_needs_no_root, script.span,
      "nothing in `" + script.name + "` needs root, so plain `USER` is set");
}

}  // namespace harden
