#include "base/rules/rule.h"
#include "rewrite/step_down/step_down_notes.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo output_by_path = {
    .code = "HD117",
    .name = "output-by-path",
    .summary = "Logs are links to the container's output",
    .what =
        "A log file is a link to `/dev/stdout` or `/dev/stderr`, or the "
        "program "
        "is told to open one of them, in an image whose start script steps "
        "down.",
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
    .references = {"https://github.com/moby/moby/issues/31243",
                   "docker-library/mongo: docker-entrypoint.sh"},
    .severity = Severity::note,
    .of_rewrite = true,
};

}  // namespace rule

Diagnostic stdout_note(const Document& document, const StartScript& script,
                       const StdoutLink& link) {
  const Span span = link.instruction
                        ? document.instructions[*link.instruction].span
                        : script.span;
  return finding(
      rule::output_by_path, span,
      link.because +
          ", which only its owner can open: the start script gives the "
          "container's output to the user first");
}

}  // namespace harden
