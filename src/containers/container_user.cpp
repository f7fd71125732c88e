// As whom a container runs: the settings and its image as one answer.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "containers/settings.h"
#include "containers/user_number.h"

namespace harden {
namespace containers {

std::optional<std::uint32_t> user_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::uint32_t result = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, result);
  if (error != std::errc() || stop != end) return std::nullopt;
  return result;
}

UserParts split_user(std::string_view text) {
  const auto colon = std::min(text.find(':'), text.size());
  return {text.substr(0, colon), text.substr(std::min(colon + 1, text.size()))};
}

}  // namespace containers

namespace {

using containers::UserParts;

EffectiveUser unknown(const ContainerSettings& container, std::string because) {
  EffectiveUser result;
  result.message = fmt::format("unknown because {}", because);
  result.span = container.span;
  return result;
}

// What the settings say of the user's name or number, for messages.
std::string setting_text(const ContainerSettings& container) {
  return fmt::format(fmt::runtime(container.written(
                         "`user: {}`", "`runAsUser: {}`", "`--user {}`")),
                     container.user->value);
}

EffectiveUser numbered(const ContainerSettings& container, std::uint32_t uid,
                       const UserParts& parts) {
  EffectiveUser result;
  result.privilege = uid == 0 ? Privilege::root : Privilege::unprivileged;
  result.uid = uid;
  result.gid = containers::user_number(parts.group);
  if (parts.group == "root") result.gid = 0;
  if (container.group)
    result.gid = containers::user_number(container.group->value);
  result.root_group = uid != 0 && result.gid == 0U;
  result.span = container.user->span;
  result.message = uid == 0
                       ? fmt::format("{} says so", setting_text(container))
                       : fmt::format("{} is not root", setting_text(container));
  return result;
}

// The number that the setting itself tells.
std::optional<std::uint32_t> told_uid(const UserParts& parts) {
  if (parts.user == "root") return 0;
  // `:1000` names a group only, and the user is then 0.
  if (parts.user.empty() && !parts.group.empty()) return 0;
  return containers::user_number(parts.user);
}

const UnknownSetting* unknown_user(const ContainerSettings& container) {
  for (const UnknownSetting& it : container.unknown) {
    if (it.name == "user" || it.name == "runAsUser") return &it;
  }
  return nullptr;
}

EffectiveUser without_image(const ContainerSettings& container) {
  if (!container.incomplete_because.empty()) {
    return unknown(container, container.incomplete_because);
  }
  if (!container.build_unknown_because.empty()) {
    return unknown(container, container.build_unknown_because);
  }
  if (!container.dockerfile.empty()) {
    return unknown(container, fmt::format("its Dockerfile `{}` is not at hand",
                                          container.dockerfile));
  }
  return unknown(container, "its image decides, which is not at hand");
}

}  // namespace

EffectiveUser container_user(const ContainerSettings& container,
                             const ImageOf& image_of) {
  const bool has_user = container.user && !container.user->value.empty();
  const UserParts parts = containers::split_user(
      has_user ? std::string_view(container.user->value) : "");
  const auto uid = has_user ? told_uid(parts) : std::nullopt;
  if (uid == 0U) return numbered(container, *uid, parts);
  if (const UnknownSetting* it = unknown_user(container)) {
    return unknown(container, it->because);
  }
  std::optional<EffectiveUser> image;
  if (image_of) {
    if (auto known = image_of(container)) image = std::move(known->user);
  }
  if (uid && (!image || image->privilege != Privilege::unprivileged ||
              container.group)) {
    return numbered(container, *uid, parts);
  }
  // The kubelet starts no root, whatever the image says.
  if (container.run_as_non_root && container.run_as_non_root->value &&
      (!image || image->privilege == Privilege::unknown)) {
    EffectiveUser result;
    result.privilege = Privilege::unprivileged;
    result.span = container.run_as_non_root->span;
    result.message = "`runAsNonRoot` lets the kubelet refuse root";
    return result;
  }
  if (image) return *image;
  if (!has_user) return without_image(container);
  return unknown(container, fmt::format("its image decides which uid `{}` has",
                                        parts.user));
}

}  // namespace harden
