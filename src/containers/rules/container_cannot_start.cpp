// HD103 of a container: see dockerfile/rules/user_cannot_start.cpp.
#include <fmt/format.h>

#include "containers/container_subject.h"
#include "dockerfile/rules/user_cannot_start.h"

namespace harden::rule {

void check_user_cannot_start(const ContainerSubject& subject,
                             Findings& findings) {
  if (subject.user.privilege != Privilege::cannot_start) return;
  findings.push_back(
      finding(user_cannot_start, subject.user_place(),
              fmt::format("{} does not start: {}", subject.container.what,
                          subject.user.message),
              subject.unprivileged_user()));
  findings.back().because = subject.user.because;
}

}  // namespace harden::rule
