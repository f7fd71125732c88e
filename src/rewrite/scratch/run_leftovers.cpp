#include "rewrite/scratch/run_leftovers.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "base/text/one_of.h"
#include "base/text/paths.h"
#include "dockerfile/model/run_script.h"

namespace harden {
namespace {

// Commands that leave nothing in the image that a program opens, but for the
// paths that file_moves() and run_paths() tell.
constexpr std::array<std::string_view, 41> plain_commands = {
    "go",      "cargo",    "mkdir",    "chmod",   "chown",
    "chgrp",   "rm",       "rmdir",    "cp",      "mv",
    "ln",      "install",  "touch",    "set",     "cd",
    "true",    ":",        "export",   "unset",   "echo",
    "printf",  "test",     "[",        "adduser", "addgroup",
    "useradd", "groupadd", "usermod",  "strip",   "upx",
    "ls",      "pwd",      "exit",     "apk",     "apt-get",
    "apt",     "dnf",      "microdnf", "yum",     "update-ca-certificates",
    "env"};
constexpr std::array<std::string_view, 6> package_tools = {
    "apk", "apt-get", "apt", "dnf", "microdnf", "yum"};
// What these bring is taken along in any case.
constexpr std::array<std::string_view, 7> plain_packages = {
    "ca-certificates", "ca-certificates-bundle", "tzdata",     "netbase",
    "iana-etc",        "mime-support",           "media-types"};

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

// More of the kind, where the program's libraries are looked for: compilers
// and what writes files that file_moves() tells.
constexpr std::array<std::string_view, 27> closure_commands = {
    "gcc",   "g++",   "cc",    "c++",      "clang", "clang++", "make",
    "cmake", "ninja", "meson", "ldconfig", "sed",   "cat",     "tee",
    "grep",  "sort",  "head",  "tail",     "cut",   "tr",      "wc",
    "date",  "which", "curl",  "wget",     "find",  "sleep"};

bool is_library(std::string_view package) {
  return package.starts_with("lib") || package.ends_with("-dev") ||
         package.ends_with("-devel") || package.ends_with("-libs") ||
         package.starts_with('.');  // apk's --virtual names
}

bool is_known_package(std::string_view package, const ComesAlong& along) {
  if (is_one_of(package, plain_packages)) return true;
  if ((along.compiler || along.libraries) &&
      is_one_of(package, build_packages)) {
    return true;
  }
  if (along.libraries && is_library(package)) return true;
  if (along.libraries && std::find(along.programs.begin(), along.programs.end(),
                                   package) != along.programs.end()) {
    return true;
  }
  return along.runtime != nullptr &&
         matches_any(along.runtime->packages, package);
}

// The packages that the line installs and that a program could need: "`curl`,
// `netcat`".
std::string other_packages(const model::SimpleCommand& command,
                           const ComesAlong& along) {
  std::string result;
  bool installs = false;
  for (std::size_t i = 1; i < command.words.size(); ++i) {
    const std::string& word = command.words[i].value;
    // `# …` in backquotes is how a comment is put between them.
    if (word.starts_with('-') || word.starts_with("`#")) continue;
    if (!installs) {
      if (word != "add" && word != "install") return {};
      installs = true;
    } else if (!is_known_package(word.substr(0, word.find_first_of("=<>~")),
                                 along)) {
      result += (result.empty() ? "`" : ", `") + word + "`";
    }
  }
  return result;
}

// `pip install`, `python3 -m pip install`
bool is_installer(const model::SimpleCommand& command, std::string_view name,
                  const ComesAlong& along) {
  if (along.runtime == nullptr) return false;
  if (is_one_of(name, along.runtime->installers)) return true;
  return command.words.size() > 2 && command.words[1].value == "-m" &&
         (is_one_of(command.words[2].value, along.runtime->installers) ||
          command.words[2].value == "venv");
}

bool leaves_nothing_needed(const model::SimpleCommand& command,
                           std::string_view name, const ComesAlong& along) {
  if (is_one_of(name, plain_commands)) return true;
  if (is_installer(command, name, along)) return true;
  if (!along.libraries || !is_one_of(name, closure_commands)) return false;
  // These say where they put things, but not to harden.
  return std::none_of(
      command.words.begin(), command.words.end(), [](const auto& word) {
        return word.value == "install" || word.value == "-exec" ||
               word.value == "--install";
      });
}

RunLeftovers leftovers(const model::SimpleCommand& command,
                       const ComesAlong& along) {
  const std::string name(base_name(command.words[0].value));
  if (!leaves_nothing_needed(command, name, along)) {
    return {"`" + name +
                "` may leave something that the program needs, and nobody can "
                "tell what",
            "move it to an earlier stage, and copy from there what the program "
            "needs"};
  }
  if (name == "go" && along.compiler && command.words.size() > 1 &&
      is_one_of(command.words[1].value, running_go)) {
    return {"`go " + command.words[1].value +
                "` may make files that the program reads",
            {}};
  }
  if (!is_one_of(name, package_tools)) return {};
  const std::string packages = other_packages(command, along);
  if (packages.empty()) return {};
  const bool several = packages.find(',') != std::string::npos;
  return {packages + (several ? " are installed beside the program, which may "
                                "start them"
                              : " is installed beside the program, which may "
                                "start it"),
          {}};
}

}  // namespace

RunLeftovers run_leftovers(const Evaluation& evaluation,
                           std::size_t instruction, const ComesAlong& along) {
  const auto& script = model::run_script(evaluation, instruction);
  if (!script.unreadable_because.empty()) {
    return {
        "what this line leaves is unknown because " + script.unreadable_because,
        {}};
  }
  for (const auto& command : script.commands) {
    // With arguments, its own commands tell less than the call.
    const bool listed = command.calls_function && command.words.size() == 1;
    if (command.words.empty() || listed) continue;
    RunLeftovers result = leftovers(command, along);
    if (!result.because.empty()) return result;
  }
  return {};
}

}  // namespace harden
