// The package managers that one RUN calls, and what it takes away behind them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "findings/packages/package_command.h"
#include "findings/runs/run_text.h"
#include "findings/subject.h"

namespace harden::rule {

class RunPackages {
 public:
  RunPackages(const Subject& subject, std::size_t instruction);

  const Instruction& run() const { return run_; }
  std::span<const Call> calls() const { return calls_; }
  // Without those for another root's folder: what is left there is not
  // followed.
  const std::vector<PackageCommand>& all() const { return packages_; }

  // The last one that passes the test; null when none does.
  template <typename Test>
  const PackageCommand* last(PackageManager manager, Test test) const {
    const auto found = std::find_if(
        packages_.rbegin(), packages_.rend(),
        [&](const auto& it) { return it.manager == manager && test(it); });
    return found == packages_.rend() ? nullptr : &*found;
  }

  // Whether a command behind `call` removes the path, or may do so.
  bool removed_behind(const Call& call, std::string_view path) const;
  // `yum clean all`, `apt-get distclean`, `pip cache purge`.
  bool cleaned_behind(const PackageCommand& command,
                      std::initializer_list<std::string_view> verbs) const;
  // `rpm -e python`: what then cannot clean up.
  bool removes_manager() const;

  // Null where the RUN cannot be edited.
  const RunText* text();
  // Whether it runs whenever the commands in front of it succeed.
  bool always_runs(const Call& call);

 private:
  const Subject& subject_;
  std::size_t instruction_;
  const Instruction& run_;
  std::span<const Call> calls_;
  std::vector<PackageCommand> packages_;
  std::optional<RunText> text_;
};

// Packages that a service does not need to run.
enum class ToolKind : std::uint8_t {
  login,     // servers that let users in: sshd
  debugger,  // looks into other processes or at the network
  build,     // compilers and what they need
};

// By the name of a package or a group of packages, of any distribution.
std::optional<ToolKind> tool_kind(std::string_view package);

// Images that are there to build programs: golang, rust, maven, …
bool is_for_building(std::string_view reference);

}  // namespace harden::rule
