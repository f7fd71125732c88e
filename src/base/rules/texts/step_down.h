// HD112 to HD117: start scripts that need root, and what goes on as root.
#pragma once

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view script_steps_down_references[] = {
    "https://github.com/tianon/gosu",
    "https://github.com/ncopa/su-exec",
    "util-linux: man 1 setpriv",
};
inline constexpr RuleInfo script_steps_down = {
    .code = "HD112",
    .name = "script-steps-down",
    .summary = "The image starts as root; its start script steps down",
    .what =
        "ENTRYPOINT or CMD is a script that harden can read, and on every path "
        "through it the program is started by gosu, su-exec, setpriv or their "
        "like, as another user than root.",
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
    .after = "",
    .references = script_steps_down_references,
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
    .about_root = true,
};

inline constexpr std::string_view exec_still_root_references[] = {
    "https://docs.docker.com/reference/cli/docker/container/exec/",
    "https://docs.docker.com/reference/dockerfile/#healthcheck",
};
inline constexpr RuleInfo exec_still_root = {
    .code = "HD114",
    .name = "exec-still-root",
    .summary = "`docker exec` and HEALTHCHECK run as root",
    .what =
        "The image starts as root and its start script steps down. The engine "
        "knows only whom the image starts as.",
    .why =
        "A shell that is opened by `docker exec` is root's, and so is every "
        "run of the health check.",
    .remedy =
        "Give `docker exec --user` the program's user. Keep the health check "
        "small, or put the step-down in front of it: `HEALTHCHECK CMD gosu "
        "app curl …`.",
    .before =
        "FROM debian:12\n"
        "RUN useradd -u 10001 app && apt-get update && apt-get install -y "
        "gosu\n"
        "COPY <<\"EOF\" /start.sh\n"
        "#!/bin/sh\n"
        "chown -R app /data\n"
        "exec gosu app /srv/server\n"
        "EOF\n"
        "HEALTHCHECK CMD [\"/srv/server\", \"--check\"]\n"
        "ENTRYPOINT [\"sh\", \"/start.sh\"]\n",
    .after = "",
    .references = exec_still_root_references,
    .severity = Severity::note,
    .about_root = true,
    .of_rewrite = true,
};

inline constexpr std::string_view existing_volume_references[] = {
    "https://docs.docker.com/engine/storage/volumes/",
};
inline constexpr RuleInfo existing_volume = {
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
    .after = "",
    .references = existing_volume_references,
    .severity = Severity::note,
    .of_rewrite = true,
};

inline constexpr RuleInfo script_needs_no_root = {
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
    .after = "",
    .references = {},
    .severity = Severity::note,
    .of_rewrite = true,
};

inline constexpr std::string_view output_by_path_references[] = {
    "https://github.com/moby/moby/issues/31243",
    "docker-library/mongo: docker-entrypoint.sh",
};
inline constexpr RuleInfo output_by_path = {
    .code = "HD117",
    .name = "output-by-path",
    .summary = "Logs are links to the container's output",
    .what =
        "A log file is a link to `/dev/stdout` or `/dev/stderr`, in an image "
        "whose start script steps down.",
    .why =
        "The engine opens the output as root. What is already open may be "
        "written by anybody; opening it once more by its path is refused to "
        "all but its owner, and the program ends with \"Permission denied\".",
    .remedy =
        "The step-down that harden writes gives `/proc/$$/fd/1` and "
        "`/proc/$$/fd/2` to the user first, as mongo's entrypoint does.",
    .before =
        "FROM debian:12\n"
        "RUN ln -sf /dev/stdout /var/log/server.log\n"
        "VOLUME /data\n"
        "COPY <<\"EOF\" /start.sh\n"
        "#!/bin/sh\n"
        "chown -R 10001 /data\n"
        "exec /srv/server\n"
        "EOF\n"
        "ENTRYPOINT [\"sh\", \"/start.sh\"]\n",
    .after = "",
    .references = output_by_path_references,
    .severity = Severity::note,
    .of_rewrite = true,
};

}  // namespace harden::rule_texts
