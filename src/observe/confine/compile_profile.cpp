#include "observe/confine/compile_profile.h"

#include <fmt/format.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include "base/text/ascii.h"
#include "runtime/seccomp/words.h"

namespace harden::confine {
namespace {

using Context = std::unique_ptr<void, decltype(&seccomp_release)>;

std::uint32_t action_value(SeccompAction action,
                           std::optional<std::uint32_t> error) {
  switch (action) {
    case SeccompAction::kill_process:
      return SCMP_ACT_KILL_PROCESS;
    case SeccompAction::kill_thread:
      return SCMP_ACT_KILL_THREAD;
    case SeccompAction::trap:
      return SCMP_ACT_TRAP;
    case SeccompAction::error:
      return SCMP_ACT_ERRNO(error.value_or(EPERM) & 0xFFFFu);
    case SeccompAction::trace:
      return SCMP_ACT_TRACE(error.value_or(EPERM) & 0xFFFFu);
    case SeccompAction::log:
      return SCMP_ACT_LOG;
    case SeccompAction::allow:
      return SCMP_ACT_ALLOW;
    case SeccompAction::notify:
      return SCMP_ACT_NOTIFY;
  }
  return SCMP_ACT_KILL_PROCESS;
}

scmp_compare op_value(SeccompOp op) {
  constexpr scmp_compare values[] = {
      SCMP_CMP_NE, SCMP_CMP_LT, SCMP_CMP_LE,       SCMP_CMP_EQ,
      SCMP_CMP_GE, SCMP_CMP_GT, SCMP_CMP_MASKED_EQ};
  return values[static_cast<std::size_t>(op)];
}

// "SCMP_ARCH_X86_64" is "x86_64" for libseccomp.
std::uint32_t architecture_value(std::string_view name) {
  constexpr std::string_view prefix = "SCMP_ARCH_";
  if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
  return seccomp_arch_resolve_name(lower_case(name).c_str());
}

[[noreturn]] void fail(std::string_view what, int error) {
  throw ConfineError(
      fmt::format("libseccomp: {}: {}", what, std::strerror(-error)));
}

class ProfileCompiler {
 public:
  ProfileCompiler(const SeccompProfile& profile,
                  const seccomp::Situation& situation)
      : profile_(profile),
        situation_(situation),
        default_(action_value(profile.default_action, profile.default_error)),
        context_(seccomp_init(default_), &seccomp_release) {
    if (!context_) throw ConfineError("libseccomp refuses the default action");
  }

  std::vector<sock_filter> run() {
    set_architectures();
    for (const SeccompRule& it :
         seccomp::resolved_rules(profile_, situation_)) {
      for (const std::string& name : it.names) add(it, name);
    }
    return exported();
  }

 private:
  scmp_filter_ctx context() const { return context_.get(); }

  void set_architectures() {
    const auto names =
        seccomp::resolved_architectures(profile_, situation_.architecture);
    if (names.empty()) return;
    // Rules are added to all of them at once, so those come first.
    for (const std::string& it : names) {
      const std::uint32_t value = architecture_value(it);
      if (value == 0) continue;
      const int error = seccomp_arch_add(context(), value);
      if (error != 0 && error != -EEXIST) fail(it, error);
      if (value == seccomp_arch_native()) has_native_ = true;
    }
    if (!has_native_) seccomp_arch_remove(context(), SCMP_ARCH_NATIVE);
  }

  void add(const SeccompRule& rule, const std::string& name) {
    const std::uint32_t action = action_value(rule.action, rule.error);
    const int number = seccomp_syscall_resolve_name(name.c_str());
    if (number == __NR_SCMP_ERROR || action == default_) return;
    std::vector<scmp_arg_cmp> all;
    for (const SeccompArgument& it : rule.arguments) {
      all.push_back({it.index, op_value(it.op), it.value, it.value_two});
    }
    if (!has_repeated_index(rule)) return add(name, number, action, all);
    // As engines do it: each condition is a rule of its own.
    for (const scmp_arg_cmp& it : all) add(name, number, action, {it});
  }

  static bool has_repeated_index(const SeccompRule& rule) {
    unsigned seen = 0;
    for (const SeccompArgument& it : rule.arguments) {
      const unsigned bit = 1u << (it.index & 7u);
      if ((seen & bit) != 0) return true;
      seen |= bit;
    }
    return false;
  }

  void add(const std::string& name, int number, std::uint32_t action,
           const std::vector<scmp_arg_cmp>& arguments) {
    const int error = seccomp_rule_add_array(
        context(), action, number, static_cast<unsigned>(arguments.size()),
        arguments.data());
    if (error != 0 && error != -EEXIST) fail("rule of " + name, error);
  }

  std::vector<sock_filter> exported() const {
    const int file = memfd_create("filter", MFD_CLOEXEC);
    if (file < 0) fail("no file in memory", -errno);
    const int error = seccomp_export_bpf(context(), file);
    std::vector<sock_filter> filter;
    const off_t size = lseek(file, 0, SEEK_END);
    if (error == 0 && size > 0) {
      filter.resize(static_cast<std::size_t>(size) / sizeof(sock_filter));
      const auto bytes = filter.size() * sizeof(sock_filter);
      if (pread(file, filter.data(), bytes, 0) != static_cast<ssize_t>(bytes)) {
        filter.clear();
      }
    }
    close(file);
    if (error != 0) fail("no filter", error);
    if (filter.empty()) throw ConfineError("the filter cannot be read back");
    return filter;
  }

  const SeccompProfile& profile_;
  const seccomp::Situation& situation_;
  std::uint32_t default_;
  Context context_;
  bool has_native_ = false;
};

}  // namespace

std::vector<sock_filter> compile_profile(const SeccompProfile& profile,
                                         const seccomp::Situation& situation) {
  return ProfileCompiler(profile, situation).run();
}

}  // namespace harden::confine
