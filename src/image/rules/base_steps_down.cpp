#include "image/image_rules.h"

namespace harden::rule {

extern constexpr RuleInfo base_steps_down = {
    .code = "HD110",
    .name = "base-steps-down",
    .summary = "The image starts as root; its base's entrypoint steps down",
    .what =
        "The base image (postgres, redis, mysql, …) starts as root, sets the "
        "owner of its data and hands over to an unprivileged user by gosu, "
        "su-exec or setpriv.",
    .why =
        "The service itself is unprivileged, but `docker exec` and the health "
        "check are root, and Kubernetes refuses it under `runAsNonRoot`.",
    .remedy =
        "Set the user that the entrypoint steps down to; these entrypoints "
        "skip their first part when they are not root.",
    .before = "FROM postgres:16\nCOPY init.sql /docker-entrypoint-initdb.d/\n",
    .references = {"https://github.com/tianon/gosu",
                   "https://github.com/ncopa/su-exec"},
    .severity = Severity::info,
    .order = -1,
    .about_root = true,
    .says_step_down = true,
};

void check_base_steps_down(const Revision& file, Findings& findings) {
  if (file.user().privilege != Privilege::steps_down ||
      !file.user().stepped_down_in.empty()) {
    return;
  }
  findings.push_back(about_user(file, base_steps_down));
}

}  // namespace harden::rule
