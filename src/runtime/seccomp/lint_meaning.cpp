#include "runtime/seccomp/lint_meaning.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "runtime/seccomp/argument_fits.h"
#include "runtime/seccomp/call_table.h"
#include "runtime/seccomp/default_profile.h"
#include "runtime/seccomp/needed_calls.h"

namespace harden::seccomp {
namespace {

// Without these no engine starts a program; futex and rt_sigreturn are missed
// only by some starts.
constexpr std::array<std::string_view, 5> start_calls = {
    "execve", "exit_group", "futex", "rt_sigreturn", "write"};
// AF_ALG and AF_VSOCK.
constexpr std::array<std::uint64_t, 2> bad_families = {38, 40};
// CLONE_NEWUSER.
constexpr std::uint64_t new_user_namespace = 0x10000000;

bool lets_through(SeccompAction action) {
  return action == SeccompAction::allow || action == SeccompAction::log;
}

class MeaningLinter {
 public:
  MeaningLinter(const ReadProfile& read, std::vector<Diagnostic>& found)
      : read_(read), profile_(read.profile), found_(found) {}

  void run() {
    if (lets_through(profile_.default_action)) return open_default();
    start();
    restart();
    clone3();
    dangers();
    first_arguments();
    wider();
    socketcall();
  }

 private:
  void add(RuleId code, Severity severity, Span span, std::string message,
           std::string help = {}) {
    Diagnostic it;
    it.rule = code;
    it.severity = severity;
    it.span = span;
    it.message = std::move(message);
    it.help = std::move(help);
    found_.push_back(std::move(it));
  }

  void open_default() {
    add("HD308", Severity::error, read_.default_action,
        fmt::format("all calls that the profile does not name go through ({}), "
                    "new ones too",
                    to_string(profile_.default_action)),
        "name what is needed, and take SCMP_ACT_ERRNO as the default");
  }

  // Where a rule that counts for every container lets the call through; null:
  // none does. Rules with arguments count when `with_arguments`.
  const Span* place_of(std::string_view name, bool with_arguments) const {
    for (std::size_t i = 0; i < profile_.rules.size(); ++i) {
      const SeccompRule& rule = profile_.rules[i];
      if (!lets_through(rule.action) || !rule.includes.capabilities.empty() ||
          (!with_arguments && !rule.arguments.empty())) {
        continue;
      }
      for (const auto& [written, span] : read_.rules[i].names) {
        if (written == name) return &span;
      }
    }
    return nullptr;
  }

  void start() {
    std::string missing;
    for (const std::string_view it : start_calls) {
      if (place_of(it, true) != nullptr) continue;
      missing += fmt::format("{}`{}`", missing.empty() ? "" : ", ", it);
    }
    if (missing.empty()) return;
    add("HD305", Severity::error, read_.default_action,
        fmt::format("{} not allowed: containers do not start, or only most of "
                    "the times",
                    missing.find(',') == missing.npos ? missing + " is"
                                                      : missing + " are"),
        "`harden profile seccomp DOCKERFILE --merge FILE` adds what engines "
        "need");
  }

  void restart() {
    if (place_of("restart_syscall", true) != nullptr) return;
    add("HD312", Severity::warning, read_.default_action,
        "`restart_syscall` is not allowed: a wait that `docker pause`, SIGSTOP "
        "or a debugger interrupts fails instead of going on",
        "allow `restart_syscall`; it only continues what the thread was "
        "allowed to begin");
  }

  // Without ENOSYS no libc tries clone instead.
  void clone3() {
    if (place_of("clone", true) == nullptr) return;
    for (std::size_t i = 0; i < profile_.rules.size(); ++i) {
      const SeccompRule& rule = profile_.rules[i];
      const auto& names = rule.names;
      if (std::ranges::find(names, "clone3") == names.end()) continue;
      constexpr std::uint32_t no_such_call = 38;  // ENOSYS
      if (lets_through(rule.action) ||
          (rule.action == SeccompAction::error && rule.error == no_such_call)) {
        return;
      }
    }
    add("HD310", Severity::warning, read_.default_action,
        "`clone3` does not answer ENOSYS (38): glibc 2.34 and later then make "
        "no threads instead of taking `clone`",
        "add a rule for `clone3` with SCMP_ACT_ERRNO and `errnoRet` 38");
  }

  void dangers() {
    for (const DangerRow& it : tables.dangers) {
      const Span* place = place_of(it.name, true);
      if (place == nullptr) continue;
      add("HD306", Severity::warning, *place,
          fmt::format("`{}` is allowed to every container: it {}", it.name,
                      it.reason));
    }
    if (const Span* place = place_of("clone3", true)) {
      add("HD306", Severity::warning, *place,
          "`clone3` is allowed to every container: its flags lie in memory, so "
          "it makes namespaces whatever the rule of `clone` says",
          "let it answer ENOSYS (38), and a libc takes `clone`");
    }
  }

  // Whether a rule for every container lets this first argument through.
  const Span* allows_argument(std::string_view name,
                              std::uint64_t value) const {
    for (std::size_t i = 0; i < profile_.rules.size(); ++i) {
      const SeccompRule& rule = profile_.rules[i];
      if (!lets_through(rule.action) || !rule.includes.empty()) continue;
      const auto holds = [&](const SeccompArgument& it) {
        return it.index != 0 || fits(it, value);
      };
      if (!std::ranges::all_of(rule.arguments, holds)) continue;
      for (const auto& [written, span] : read_.rules[i].names) {
        if (written == name) return &span;
      }
    }
    return nullptr;
  }

  void first_arguments() {
    if (const Span* at = allows_argument("clone", new_user_namespace)) {
      add("HD306", Severity::warning, *at,
          "`clone` may make new namespaces, in which much of the kernel is "
          "reachable that is not otherwise",
          "allow it where argument 0 & 0x7E020000 is 0");
    }
    for (const std::uint64_t family : bad_families) {
      const Span* at = allows_argument("socket", family);
      if (at == nullptr) continue;
      add("HD306", Severity::warning, *at,
          fmt::format("`socket` may make sockets of family {} ({})", family,
                      family == 38 ? "AF_ALG, the kernel's crypto"
                                   : "AF_VSOCK, which reaches the hypervisor"),
          "allow the families that are needed by argument 0");
    }
  }

  // Beside those that are dangerous by themselves.
  void wider() {
    Names names;
    const Span* first = nullptr;
    for (std::size_t i = 0; i < profile_.rules.size(); ++i) {
      const SeccompRule& rule = profile_.rules[i];
      if (!lets_through(rule.action) || !rule.includes.empty()) continue;
      for (const auto& [name, span] : read_.rules[i].names) {
        if (!is_wider(name)) continue;
        if (first == nullptr) first = &span;
        names.insert(name);
      }
    }
    if (first == nullptr) return;
    add("HD307", Severity::info, *first,
        fmt::format("wider than the engine's default, which does not allow {} "
                    "to a container without further capabilities",
                    fmt::join(names, ", ")));
  }

  static bool is_wider(std::string_view name) {
    return find_call(name) != nullptr && name != "clone3" &&
           find_row(tables.dangers, name) == nullptr &&
           !default_allows(name, {});
  }

  void socketcall() {
    const bool filtered = place_of("socket", true) != nullptr &&
                          place_of("socket", false) == nullptr;
    const bool x86 = std::ranges::any_of(
        profile_.architectures, [](const SeccompArchitecture& it) {
          return it.name == "SCMP_ARCH_X86" ||
                 std::ranges::find(it.below, "SCMP_ARCH_X86") != it.below.end();
        });
    const Span* place = place_of("socketcall", true);
    if (!filtered || !x86 || place == nullptr) return;
    add("HD311", Severity::warning, *place,
        "`socketcall` makes sockets of every family, past the rules of "
        "`socket`, for programs of 32 bits, which `SCMP_ARCH_X86` lets in",
        "leave SCMP_ARCH_X86 out when no program has 32 bits");
  }

  const ReadProfile& read_;
  const SeccompProfile& profile_;
  std::vector<Diagnostic>& found_;
};

}  // namespace

void lint_meaning(const ReadProfile& read, std::vector<Diagnostic>& found) {
  MeaningLinter(read, found).run();
}

}  // namespace harden::seccomp
