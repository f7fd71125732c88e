#include "analysis/run_leftovers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "analysis/root_programs.h"
#include "model/run_script.h"

namespace harden {
namespace {

// Commands that leave nothing in the image that a program opens, but for the
// paths that file_moves() and run_paths() tell.
constexpr std::array<std::string_view, 38> plain_commands = {
    "go",
    "cargo",
    "mkdir",
    "chmod",
    "chown",
    "chgrp",
    "rm",
    "rmdir",
    "cp",
    "mv",
    "ln",
    "install",
    "touch",
    "set",
    "cd",
    "true",
    ":",
    "export",
    "unset",
    "echo",
    "printf",
    "test",
    "[",
    "adduser",
    "addgroup",
    "useradd",
    "groupadd",
    "usermod",
    "strip",
    "upx",
    "ls",
    "pwd",
    "exit",
    "apk",
    "apt-get",
    "apt",
    "update-ca-certificates",
    "env"};
constexpr std::array<std::string_view, 3> package_tools = {"apk", "apt-get",
                                                           "apt"};
// What these bring is taken along in any case.
constexpr std::array<std::string_view, 6> plain_packages = {
    "ca-certificates", "ca-certificates-bundle",
    "tzdata",          "netbase",
    "iana-etc",        "mime-support"};

// What compiling needs.
constexpr std::array<std::string_view, 30> build_packages = {
    "git",
    "make",
    "gcc",
    "g++",
    "musl-dev",
    "build-base",
    "libc6-dev",
    "libc-dev",
    "bash",
    "curl",
    "wget",
    "unzip",
    "zip",
    "tar",
    "xz-utils",
    "pkg-config",
    "pkgconf",
    "pkgconfig",
    "cmake",
    "ninja-build",
    "upx",
    "upx-ucl",
    "binutils",
    "protobuf",
    "gzip",
    "linux-headers",
    "openssh-client",
    "mercurial",
    "build-essential",
    "protobuf-compiler"};
// Subcommands of `go` that may run code of the project, which may write files.
constexpr std::array<std::string_view, 3> running_go = {"generate", "run",
                                                        "tool"};

template <std::size_t N>
bool is_one_of(std::string_view word,
               const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The first package that the line installs and that a program could need.
std::string other_package(const model::SimpleCommand& command,
                          bool builds_program) {
  bool installs = false;
  for (std::size_t i = 1; i < command.words.size(); ++i) {
    const std::string& word = command.words[i].value;
    if (word.starts_with('-')) continue;
    if (!installs) {
      if (word != "add" && word != "install") return {};
      installs = true;
    } else if (!is_one_of(word, plain_packages) &&
               !(builds_program && is_one_of(word, build_packages))) {
      return word;
    }
  }
  return {};
}

RunLeftovers leftovers(const model::SimpleCommand& command,
                       bool builds_program) {
  const std::string name(base_name(command.words[0].value));
  if (!is_one_of(name, plain_commands)) {
    return {"`" + name +
                "` may leave something that the program needs, and nobody can "
                "tell what",
            "move it to an earlier stage, and copy from there what the program "
            "needs"};
  }
  if (name == "go" && builds_program && command.words.size() > 1 &&
      is_one_of(command.words[1].value, running_go)) {
    return {"`go " + command.words[1].value +
                "` may make files that the program reads",
            {}};
  }
  if (!is_one_of(name, package_tools)) return {};
  const std::string package = other_package(command, builds_program);
  if (package.empty()) return {};
  return {
      "`" + package + "` is installed beside the program, which may start it",
      {}};
}

}  // namespace

RunLeftovers run_leftovers(const Evaluation& evaluation,
                           std::size_t instruction, bool builds_program) {
  const auto& script = model::run_script(evaluation, instruction);
  if (!script.unreadable_because.empty()) {
    return {
        "what this line leaves is unknown because " + script.unreadable_because,
        {}};
  }
  for (const auto& command : script.commands) {
    if (command.words.empty()) continue;
    RunLeftovers result = leftovers(command, builds_program);
    if (!result.because.empty()) return result;
  }
  return {};
}

}  // namespace harden
