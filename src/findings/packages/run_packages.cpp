#include "findings/packages/run_packages.h"

#include <string>
#include <utility>

#include "base/text/one_of.h"
#include "knowledge/lists/packages.h"

namespace harden::rule {
namespace {

// `/var/lib/apt/lists/*` for "/var/lib/apt/lists", also of a folder above it.
bool covers(std::string_view word, std::string_view path) {
  if (!word.starts_with('/')) return false;
  // `/var/lib/{apt,dpkg}`, `/var/cache/*`
  std::string_view target = word.substr(0, word.find_first_of("{*?["));
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
                     [&](const Field& word) {
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
         std::ranges::any_of(it.argv, [](const Field& word) {
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
      run_(subject.document.instructions[instruction]),
      calls_(subject.calls_of(instruction)) {
  for (const Call& it : calls_) {
    auto found = package_command(it);
    if (found && !found->read->options.has({"--installroot", "--root"})) {
      packages_.push_back(*found);
    }
  }
}

bool RunPackages::removed_behind(const Call& call,
                                 std::string_view path) const {
  return std::any_of(calls_.begin(), calls_.end(), [&](const Call& it) {
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

}  // namespace harden::rule
