#include "findings/packages/run_packages.h"

#include <string>
#include <utility>

#include "base/text/ascii.h"
#include "base/text/find_any.h"
#include "base/text/word_lists.h"
#include "knowledge/base_image.h"
#include "knowledge/lists/packages.h"

namespace harden::rule {
namespace {

// `/var/lib/apt/lists/*` for "/var/lib/apt/lists", also of a folder above it.
bool covers(std::string_view word, std::string_view path) {
  if (!word.starts_with('/')) return false;
  // `/var/lib/{apt,dpkg}`, `/var/cache/*`
  std::string_view target = word.substr(0, find_any_of(word, "{*?["));
  const bool open = target.size() < word.size();
  while (target.size() > 1 && target.ends_with('/')) target.remove_suffix(1);
  return target.starts_with(path) || (open && path.starts_with(target)) ||
         (path.starts_with(target) && path[target.size()] == '/');
}

// `rm` and the like, of a path, of what lies in it or of a folder above it;
// also where the file does not tell of which.
bool may_remove(const Call& call, std::string_view path) {
  if (!is_one_of(call.program, {"rm", "find", "unlink"})) return false;
  return std::any_of(call.argv.begin() + 1, call.argv.end(),
                     [&](const ShellWord& word) {
                       return !word.known || covers(word.value, path);
                     });
}

// `docker-image-cleanup`, `/build/clean.sh`: what they remove is not seen.
bool may_clean(const Call& call) {
  return call.program.find("clean") != std::string_view::npos &&
         !package_command(call);
}

bool erases_by_rpm(const Call& it) {
  return it.program == "rpm" &&
         std::ranges::any_of(it.argv, [](const ShellWord& word) {
           return word.value.starts_with("-e") || word.value == "--erase";
         });
}

bool is_of_manager(const std::string& package) {
  return !lists::manager_packages.prefix_of(package).empty();
}

bool may_erase_manager(const PackageCommand& it) {
  return it.removes() && (it.has_unknown_packages() ||
                          std::ranges::any_of(it.packages(), is_of_manager));
}

}  // namespace

RunPackages::RunPackages(const Subject& subject, std::size_t instruction)
    : subject_(subject),
      instruction_(instruction),
      run_(subject.instruction(instruction)),
      calls_(subject.calls_of(instruction)) {
  for (const Call& it : calls_) {
    auto found = package_command(it);
    if (found && !found->options().has({"--installroot", "--root"})) {
      packages_.push_back(*found);
    }
  }
}

bool RunPackages::removed_behind(const Call& call,
                                 std::string_view path) const {
  return std::ranges::any_of(calls_, [&](const Call& it) {
    return &it > &call && (may_remove(it, path) || may_clean(it));
  });
}

bool RunPackages::cleaned_behind(
    const PackageCommand& command,
    std::initializer_list<std::string_view> verbs) const {
  return std::ranges::any_of(packages_, [&](const PackageCommand& it) {
    return it.call > command.call && it.manager == command.manager &&
           is_one_of(it.verb(), verbs);
  });
}

bool RunPackages::removes_manager() const {
  return std::ranges::any_of(calls_, erases_by_rpm) ||
         std::ranges::any_of(packages_, may_erase_manager);
}

const RunText* RunPackages::text() {
  if (!text_) text_ = RunText::of(subject_, instruction_);
  return text_ ? &*text_ : nullptr;
}

bool RunPackages::always_runs(const Call& call) {
  return !call.nested && text() != nullptr && text()->always_runs(call.span);
}

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
