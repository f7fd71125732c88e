#include "runtime/apparmor/programs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "knowledge/knowledge.h"
#include "knowledge/lists/programs.h"
#include "runtime/apparmor/rule_text.h"

namespace harden::apparmor {
namespace {

constexpr std::string_view bin_folders = "/{,usr/,usr/local/}{,s}bin/";

bool is_bin_folder(std::string_view folder) {
  static constexpr std::array<std::string_view, 6> folders = {
      "/bin",      "/sbin",          "/usr/bin",
      "/usr/sbin", "/usr/local/bin", "/usr/local/sbin"};
  return std::find(folders.begin(), folders.end(), folder) != folders.end();
}

std::string name_pattern(std::string_view name) {
  const auto& all = lists::program_links;
  const auto found = std::ranges::find(all, name, &lists::ProgramLink::name);
  return found == all.end() ? literal(name) : std::string(found->pattern);
}

std::string pattern_of(std::string_view program) {
  const std::size_t slash = program.rfind('/');
  if (slash != program.npos && !is_bin_folder(program.substr(0, slash))) {
    return quoted(program);
  }
  const std::string_view name =
      slash == program.npos ? program : program.substr(slash + 1);
  return fmt::format("\"{}{}\"", bin_folders, name_pattern(name));
}

class ProgramPatterns {
 public:
  void add(std::string pattern) {
    const auto same = std::find(all_.begin(), all_.end(), pattern);
    if (same == all_.end()) all_.push_back(std::move(pattern));
  }
  void add_program(const std::string& program) {
    const std::string_view name =
        std::string_view(program).substr(program.rfind('/') + 1);
    // `.` and `..` are no programs, and neither are relative paths: whoever
    // made the policy knows the folder.
    const bool relative =
        program.find('/') != program.npos && !program.starts_with('/');
    if (name.empty() || name == "." || name == ".." || relative) return;
    add(pattern_of(program));
  }
  std::vector<std::string> take() { return std::move(all_); }

 private:
  std::vector<std::string> all_;
};

}  // namespace

std::vector<std::string> program_patterns(const Policy& policy) {
  ProgramPatterns patterns;
  for (const std::string& it : policy.starters) patterns.add_program(it);
  for (const auto& it : policy.executables) patterns.add_program(it.value);
  const Health& health = policy.health.value;
  if (!health.none && !health.test.empty()) {
    patterns.add_program(health.test.front());
  }
  if (const Runtime* runtime = find_runtime(policy.syscall_class.value)) {
    for (const std::string& it : runtime->program_paths) {
      patterns.add(fmt::format("\"{}\"", it));
    }
  }
  if (policy.init.value) {
    for (const std::string_view it : lists::engine_inits) {
      patterns.add(fmt::format("\"{}\"", it));
    }
  }
  if (policy.runs_scripts) patterns.add(fmt::format("\"{}*\"", bin_folders));
  return patterns.take();
}

}  // namespace harden::apparmor
