#include "findings/modes/system_folder.h"

#include <algorithm>
#include <array>

#include "base/text/word_lists.h"

namespace harden::rule {
namespace {

constexpr std::array<std::string_view, 16> system_folders{
    "/bin",     "/boot",      "/dev",      "/etc",          "/lib", "/lib32",
    "/lib64",   "/proc",      "/sbin",     "/sys",          "/usr", "/usr/bin",
    "/usr/lib", "/usr/lib64", "/usr/sbin", "/usr/local/bin"};

// The kernel's: nothing below them is the image's.
constexpr std::array<std::string_view, 4> kernel_folders{"/boot/", "/dev/",
                                                         "/proc/", "/sys/"};

}  // namespace

bool is_system_folder(std::string_view path) {
  if (path.starts_with("/dev/shm")) return false;
  return is_one_of(path, system_folders) ||
         std::ranges::any_of(kernel_folders, [&](std::string_view it) {
           return path.starts_with(it);
         });
}

}  // namespace harden::rule
