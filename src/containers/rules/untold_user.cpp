#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo untold_user = {
    .code = "HD214",
    .name = "untold-user",
    .summary = "The file does not tell as whom the container runs",
    .what =
        "Neither the settings nor a Dockerfile at hand nor what harden "
        "knows of the image tell the user, or a variable decides.",
    .why = "What cannot be shown to be unprivileged may be root.",
    .remedy =
        "`user: 10001:10001` decides it here. `--base-inspect FILE` tells "
        "harden about an image, and `--unknown=warn` makes a warning of "
        "this.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: registry.example/web:1\n",
    .references = {"https://docs.docker.com/reference/compose-file/services/"},
    .severity = Severity::info,
    .language = "yaml",
    .about_root = true,
    .says_unknown = true,
};

void check_untold_user(const ContainerSubject& subject, Findings& findings) {
  if (subject.user.privilege != Privilege::unknown ||
      !subject.container.incomplete_because.empty()) {
    return;
  }
  findings.push_back(
      finding(untold_user, subject.user_place(),
              fmt::format("as whom {} runs is {}", subject.container.what,
                          subject.user.message),
              subject.unprivileged_user()));
  findings.back().because = subject.user.because;
}

}  // namespace harden::rule
