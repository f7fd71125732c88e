#include "image/files/image_paths.h"

#include <algorithm>
#include <array>

#include "base/text/word_lists.h"
#include "image/start/program_kinds.h"
#include "knowledge/lists/paths.h"

namespace harden {
namespace {

// Writable for everybody in every image.
constexpr std::array<std::string_view, 3> open_to_all{"/tmp", "/var/tmp",
                                                      "/dev/shm"};

bool below_any(std::string_view path, auto& folders) {
  return std::ranges::any_of(
      folders, [&](auto folder) { return is_below(path, folder); });
}

}  // namespace

bool is_system_folder(std::string_view path) {
  constexpr std::array<std::string_view, 29> folders{
      "/",          "/bin",      "/boot",      "/dev",          "/etc",
      "/home",      "/lib",      "/lib64",     "/media",        "/mnt",
      "/opt",       "/proc",     "/root",      "/sbin",         "/srv",
      "/sys",       "/tmp",      "/usr",       "/usr/bin",      "/usr/lib",
      "/usr/local", "/usr/sbin", "/usr/share", "/var",          "/var/cache",
      "/var/lib",   "/var/log",  "/var/tmp",   "/usr/local/bin"};
  return is_one_of(path, folders);
}

bool is_data_folder(std::string_view path) {
  // `/var/lib/NAME` is where the state of a program belongs.
  if (path.starts_with("/var/lib/")) return true;
  while (!path.empty()) {
    std::string_view name = base_name(path);
    if (lists::data_names.contains(name)) return true;
    path = path.substr(0, path.size() - std::min(path.size(), name.size() + 1));
  }
  return false;
}

bool is_build_folder(std::string_view path) {
  return below_any(path, lists::build_folders);
}

bool is_open_to_all(std::string_view path) {
  return below_any(path, open_to_all);
}

void drop_below(std::vector<std::string>& paths,
                const std::vector<std::string>& above,
                std::string_view except) {
  std::vector<std::string> kept = above;
  std::sort(paths.begin(), paths.end());
  std::erase_if(paths, [&](const std::string& path) {
    const bool covered = std::ranges::any_of(
        kept, [&](const std::string& it) { return is_below(path, it); });
    if (!covered) kept.push_back(path);
    return covered && path != except;
  });
}

namespace {

constexpr std::size_t most_folders = 200;

std::vector<std::string> folders_of(const ImageState& state) {
  const auto path = state.env.find("PATH");
  if (path != state.env.end() && path->second.value) {
    return path_folders(*path->second.value);
  }
  std::vector<std::string> result = path_folders(usual_path);
  if (state.base && !state.base->installs_to.empty()) {
    result.push_back(state.base->installs_to);
  }
  return result;
}

}  // namespace

std::vector<std::string> path_folders(std::string_view path) {
  std::vector<std::string> result;
  while (!path.empty() && result.size() < most_folders) {
    const std::string_view folder = path.substr(0, path.find(':'));
    if (folder.starts_with('/')) result.emplace_back(folder);
    path.remove_prefix(std::min(path.size(), folder.size() + 1));
  }
  return result;
}

std::vector<std::string> program_places(const ImageState& state,
                                        const std::string& program) {
  if (program.find('/') != std::string::npos) {
    return {absolute_path(state.workdir, program)};
  }
  std::vector<std::string> result = folders_of(state);
  for (std::string& it : result) it = absolute_path(it, program);
  return result;
}

bool is_in_usual_path(std::string_view program) {
  const std::string_view folder = program.substr(0, program.rfind('/'));
  const std::vector<std::string> usual = path_folders(usual_path);
  return is_one_of(folder, usual);
}

}  // namespace harden
