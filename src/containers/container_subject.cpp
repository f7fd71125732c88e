#include "containers/container_subject.h"

#include <fmt/format.h>

#include <algorithm>

#include "knowledge/host_paths.h"

namespace harden::rule {
namespace {

bool is_unlimited(std::string_view value) {
  return value.empty() || value == "0" || value == "-1";
}

}  // namespace

bool ContainerSubject::is_privileged() const {
  return container.privileged && container.privileged->value;
}

bool ContainerSubject::may_be_set(
    std::initializer_list<std::string_view> names) const {
  return !container.incomplete_because.empty() ||
         std::ranges::any_of(container.unknown, [&](const UnknownSetting& it) {
           return std::ranges::find(names, it.name) != names.end();
         });
}

std::optional<Span> ContainerSubject::missing_limit(
    const std::optional<PlacedText>& limit,
    std::initializer_list<std::string_view> names) const {
  if (limit) {
    return is_unlimited(limit->value) ? std::optional(limit->span)
                                      : std::nullopt;
  }
  return container.takes_limits && !may_be_set(names)
             ? std::optional(container.span)
             : std::nullopt;
}

Span ContainerSubject::user_place() const {
  if (container.user) return container.user->span;
  for (const UnknownSetting& it : container.unknown) {
    if (it.name == "user" || it.name == "runAsUser") return it.span;
  }
  return container.span;
}

std::string ContainerSubject::cited(std::string_view help,
                                    std::string_view number) const {
  if (number.empty() || container.form == ContainerSettings::Form::kubernetes) {
    return std::string(help);
  }
  return fmt::format("{} (CIS Docker Benchmark 1.6, {})", help, number);
}

std::string ContainerSubject::unprivileged_user() const {
  return std::string(container.written(
      "`user: 10001:10001`, or `USER` in its Dockerfile",
      "`runAsUser: 10001`, `runAsGroup: 10001` and `runAsNonRoot: "
      "true` in `securityContext`",
      "`--user 10001:10001`, or `USER` in its Dockerfile"));
}

bool brings_engine_socket(const MountSetting& mount) {
  const bool from_host = mount.kind == MountSetting::Kind::bind ||
                         mount.kind == MountSetting::Kind::other;
  // A variable may decide where the socket is on the host.
  return from_host && (has_engine_socket(clean_host_path(mount.source)) ||
                       mount.target.ends_with("/docker.sock"));
}

}  // namespace harden::rule
