// HD463, HD464: VOLUME and WORKDIR on folders that belong to the system.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "findings/lint/lint_rules.h"

namespace harden::lint_rules {
namespace {

constexpr std::array<std::string_view, 16> system_folders{
    "/bin",     "/boot",      "/dev",      "/etc",          "/lib", "/lib32",
    "/lib64",   "/proc",      "/sbin",     "/sys",          "/usr", "/usr/bin",
    "/usr/lib", "/usr/lib64", "/usr/sbin", "/usr/local/bin"};

// The kernel's: nothing below them is the image's.
constexpr std::array<std::string_view, 4> kernel_folders{"/boot/", "/dev/",
                                                         "/proc/", "/sys/"};

bool is_system_folder(std::string_view path) {
  if (path.starts_with("/dev/shm")) return false;
  return std::ranges::find(system_folders, path) != system_folders.end() ||
         std::ranges::any_of(kernel_folders, [&](std::string_view it) {
           return path.starts_with(it);
         });
}

}  // namespace

void system_folder_volume(const Subject& subject, Findings& findings) {
  if (subject.image == nullptr) return;
  for (const PathSetting& it : subject.image->volumes) {
    if (!it.instruction || (it.path != "/" && !is_system_folder(it.path))) {
      continue;
    }
    findings.push_back(finding(
        "HD463", subject.document.instructions[*it.instruction].span,
        fmt::format("`VOLUME {}` puts a folder of the system into a volume: it "
                    "outlives the container and hides what a newer image "
                    "brings there, fixes included",
                    it.path),
        "declare the folder that the program writes its data to"));
  }
}

void system_folder_workdir(const Subject& subject, Findings& findings) {
  const auto& instructions = subject.document.instructions;
  for (const std::size_t i : subject.image_instructions()) {
    if (instructions[i].keyword != Keyword::workdir) continue;
    const Stage* stage = subject.stage_of(i);
    const ImageState* state = subject.state_of(i);
    if (stage == nullptr || state == nullptr) continue;
    const std::string& path = i + 1 < stage->end
                                  ? subject.evaluation.workdir_before[i + 1]
                                  : state->workdir;
    if (!is_system_folder(path)) continue;
    findings.push_back(finding(
        "HD464", instructions[i].span,
        fmt::format("the working folder `{}` belongs to the system: what the "
                    "program writes mixes with files that the base image or "
                    "the kernel owns",
                    path),
        "give the program a folder of its own, such as `/app`"));
  }
}

}  // namespace harden::lint_rules
