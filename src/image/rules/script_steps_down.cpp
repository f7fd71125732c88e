#include "image/image_rules.h"

namespace harden::rule {

extern constexpr RuleInfo script_steps_down = {
    .code = "HD112",
    .name = "script-steps-down",
    .summary = "The image starts as root; its start script steps down",
    .what =
        "ENTRYPOINT or CMD is a script that harden can read, and on every path "
        "through it the program is started by gosu, su-exec, setpriv or their "
        "like, as another user than root, and without its capabilities. What "
        "harden does not follow counts as if it changed everything that it "
        "could. Helpers that the script runs as root on the way are named, and "
        "do not change the answer. It is HD102 instead where root runs what "
        "may be the program: the program itself, unless its options say that "
        "it ends (`--version`, `--initialize`); a file that is read in and is "
        "not at hand; `eval` and shells with commands that the script does not "
        "tell; a program that the script wrote before; an account that it "
        "gave the uid 0. The same holds where the account may become root "
        "again: by sudo behind the step-down, in a line for a shell, in a "
        "script that is at hand, or in this one when it starts itself as the "
        "account; and, in an image that has sudo, by a program that the "
        "script does not tell. Behind a file that is read in and is not at "
        "hand no variable, argument or function is known any more, unless "
        "only a variable of `docker run -e` names it: that is the choice of "
        "whoever sets it. What such a file starts by itself is not counted, "
        "nor are the files of a folder of hooks, which are there for the "
        "script.",
    .why =
        "The program has no root, yet the container starts with it: `docker "
        "exec` and the health check are root's, and Kubernetes refuses the "
        "image under `runAsNonRoot`.",
    .remedy =
        "Start it with the capabilities that the message names and no others "
        "(`--cap-drop ALL --cap-add …`, `--security-opt no-new-privileges`). "
        "Where nothing of what the script does as root is wanted, "
        "`--step-down=never` sets USER instead. A script that hands over with "
        "`su -c` or `sudo -u` is changed: these stay between the engine and "
        "the program, and sudo fails under `no-new-privileges`.",
    .before =
        "FROM debian:12\n"
        "RUN useradd -u 10001 app && apt-get update && apt-get install -y "
        "gosu\n"
        "COPY <<\"EOF\" /start.sh\n"
        "#!/bin/sh\n"
        "chown -R app /data\n"
        "exec gosu app /srv/server\n"
        "EOF\n"
        "ENTRYPOINT [\"sh\", \"/start.sh\"]\n",
    .references = {"https://github.com/tianon/gosu",
                   "https://github.com/ncopa/su-exec",
                   "util-linux: man 1 setpriv"},
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
    .order = -1,
    .about_root = true,
    .says_step_down = true,
};

void check_script_steps_down(const Revision& file, Findings& findings) {
  if (file.user().privilege != Privilege::steps_down ||
      file.user().stepped_down_in.empty()) {
    return;
  }
  findings.push_back(about_user(file, script_steps_down));
}

}  // namespace harden::rule
