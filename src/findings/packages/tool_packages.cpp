#include "findings/packages/tool_packages.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text/ascii.h"
#include "base/text/one_of.h"
#include "knowledge/base_image.h"

namespace harden::rule {
namespace {

constexpr std::array<std::string_view, 7> logins{
    "dropbear", "openssh-server", "openssh", "ssh",
    "telnetd",  "telnet-server",  "xrdp"};

constexpr std::array<std::string_view, 10> debuggers{
    "gdb",  "gdbserver", "lldb",    "ltrace",   "nmap",
    "perf", "strace",    "tcpdump", "valgrind", "wireshark"};

constexpr std::array<std::string_view, 33> builders{"alpine-sdk",
                                                    "autoconf",
                                                    "automake",
                                                    "bison",
                                                    "build-base",
                                                    "build-essential",
                                                    "c++",
                                                    "cargo",
                                                    "ccache",
                                                    "clang",
                                                    "cmake",
                                                    "cpp",
                                                    "dpkg-dev",
                                                    "development tools",
                                                    "development-tools",
                                                    "flex",
                                                    "g++",
                                                    "gcc",
                                                    "gcc-c++",
                                                    "gfortran",
                                                    "golang",
                                                    "go",
                                                    "libtool",
                                                    "linux-headers",
                                                    "llvm",
                                                    "make",
                                                    "maven",
                                                    "meson",
                                                    "nasm",
                                                    "ninja",
                                                    "ninja-build",
                                                    "pkg-config",
                                                    "rust"};

// The last part of their names.
constexpr std::array<std::string_view, 7> building_images{
    "buildpack-deps", "gcc", "golang", "gradle", "maven", "rust", "sdk"};

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
  if (is_one_of(name, logins)) return ToolKind::login;
  if (is_one_of(name, debuggers)) return ToolKind::debugger;
  const bool headers = name.ends_with("-dev") || name.ends_with("-devel");
  return headers || is_one_of(name, builders) ? std::optional(ToolKind::build)
                                              : std::nullopt;
}

bool is_for_building(std::string_view reference) {
  const ImageReference image = parse_image_reference(reference);
  const std::string_view path = image.repository;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return is_one_of(name, building_images) ||
         path.find("devcontainers/") != std::string_view::npos ||
         path.find("gitpod/") != std::string_view::npos ||
         image.tag.find("devel") != std::string::npos;
}

}  // namespace harden::rule
