#include "findings/packages/tool_packages.h"

#include <algorithm>
#include <string>

#include "base/text/ascii.h"
#include "knowledge/base_image.h"
#include "knowledge/lists/packages.h"

namespace harden::rule {
namespace {

// "gcc-12", "g++-9", "clang-14", "golang-1.21": without the number.
std::string_view without_version(std::string_view name) {
  const std::size_t dash = name.rfind('-');
  if (dash == std::string_view::npos || dash + 1 == name.size()) return name;
  const bool number =
      name.find_first_not_of("0123456789.", dash + 1) == std::string_view::npos;
  return number ? name.substr(0, dash) : name;
}

}  // namespace

std::optional<ToolKind> tool_kind(std::string_view package) {
  const std::string lower = lower_case(package);
  const std::string_view name = without_version(lower);
  if (lists::login_packages.contains(name)) return ToolKind::login;
  if (lists::debugger_packages.contains(name)) return ToolKind::debugger;
  const bool headers = name.ends_with("-dev") || name.ends_with("-devel");
  return headers || lists::tool_packages.contains(name)
             ? std::optional(ToolKind::build)
             : std::nullopt;
}

bool is_for_building(std::string_view reference) {
  const ImageReference image = parse_image_reference(reference);
  const std::string_view path = image.repository;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return lists::building_images.contains(name) ||
         path.find("devcontainers/") != std::string_view::npos ||
         path.find("gitpod/") != std::string_view::npos ||
         image.tag.find("devel") != std::string::npos;
}

}  // namespace harden::rule
