#include "base/rules/rule.h"
#include "rewrite/step_down/step_down_notes.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo exec_still_root = {
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
    .references =
        {"https://docs.docker.com/reference/cli/docker/container/exec/",
         "https://docs.docker.com/reference/dockerfile/#healthcheck"},
    .severity = Severity::note,
    .about_root = true,
    .of_rewrite = true,
};

}  // namespace rule

namespace {

// The last one counts; of the base nothing is known.
const Instruction* health_check(const StageView& stage) {
  const Instruction* found = nullptr;
  for (std::size_t i : stage.chain()) {
    const Instruction& it = stage.instruction(i);
    if (it.keyword == Keyword::healthcheck) found = &it;
  }
  if (found == nullptr) return nullptr;
  const auto* check = found->as<Healthcheck>();
  return check != nullptr && check->command ? found : nullptr;
}

}  // namespace

Findings still_root_notes(const StageView& stage, const StartScript& script,
                          const std::string& account) {
  Findings result{
      finding(rule::exec_still_root, script.span,
              "`docker exec` runs as root in this image, which starts as root; "
              "use `docker exec --user " +
                  account + "`")};
  if (const Instruction* it = health_check(stage)) {
    report(result, rule::exec_still_root, it->span,
           "this `HEALTHCHECK` runs as root, because the image starts as "
           "root");
  }
  return result;
}

}  // namespace harden
