// HD213 to HD215, and HD103: as whom the container runs.
#include <fmt/format.h>

#include "containers/rules/findings.h"

namespace harden::settings {
namespace {

Span place_of(const ContainerSettings& container) {
  if (container.user) return container.user->span;
  for (const UnknownSetting& it : container.unknown) {
    if (it.name == "user" || it.name == "runAsUser") return it.span;
  }
  return container.span;
}

std::string_view remedy(const ContainerSettings& container) {
  return written(container, "`user: 10001:10001`, or `USER` in its Dockerfile",
                 "`runAsUser: 10001`, `runAsGroup: 10001` and `runAsNonRoot: "
                 "true` in `securityContext`",
                 "`--user 10001:10001`, or `USER` in its Dockerfile");
}

}  // namespace

void find_user(const ContainerSettings& container, const EffectiveUser& user,
               Findings& out) {
  const Span place = place_of(container);
  switch (user.privilege) {
    case Privilege::root:
      out.add_because(
          "HD213", Severity::error, place,
          fmt::format("{} runs as root: {}", container.what, user.message),
          user.because, remedy(container));
      break;
    case Privilege::cannot_start:
      out.add_because(
          "HD103", Severity::error, place,
          fmt::format("{} does not start: {}", container.what, user.message),
          user.because, remedy(container));
      break;
    case Privilege::unknown:
      if (!container.incomplete_because.empty()) break;
      out.add_because(
          "HD214", Severity::info, place,
          fmt::format("as whom {} runs is {}", container.what, user.message),
          user.because, remedy(container));
      break;
    case Privilege::steps_down:
    case Privilege::unprivileged:
      break;
  }
  if (!user.root_group) return;
  out.add("HD215", Severity::warning,
          container.group ? container.group->span : place,
          fmt::format("{} is not root, but its group is: it may do to files "
                      "what root's group may",
                      container.what),
          remedy(container));
}

}  // namespace harden::settings
