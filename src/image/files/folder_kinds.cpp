#include "image/files/folder_kinds.h"

#include <algorithm>
#include <array>

#include "base/text/paths.h"
#include "image/files/path_below.h"
#include "image/start/root_programs.h"
#include "knowledge/lists/paths.h"

namespace harden {
namespace {

// Writable for everybody in every image.
constexpr std::array<std::string_view, 3> open_to_all{"/tmp", "/var/tmp",
                                                      "/dev/shm"};

bool below_any(std::string_view path, auto& folders) {
  return std::any_of(folders.begin(), folders.end(),
                     [&](auto folder) { return is_below(path, folder); });
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
  return std::find(folders.begin(), folders.end(), path) != folders.end();
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

}  // namespace harden
