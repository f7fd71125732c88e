// Every profile that harden writes is compiled by libseccomp and its filter is
// run, for amd64 and arm64.
#include <gtest/gtest.h>
#include <linux/audit.h>
#include <sched.h>
#include <signal.h>
#include <sys/socket.h>

#include <cerrno>
#include <map>

#include "filter_run.h"
#include "observe/confine/compile_profile.h"
#include "runtime/apparmor/apparmor.h"
#include "runtime/seccomp/call_table.h"
#include "runtime/seccomp/default_profile.h"
#include "runtime/seccomp/seccomp.h"

namespace harden::confine {
namespace {

using Arguments = std::vector<std::uint64_t>;

constexpr std::uint32_t allowed = SECCOMP_RET_ALLOW;
constexpr std::uint32_t refused = SECCOMP_RET_ERRNO | EPERM;

class Filter {
 public:
  Filter(const SeccompProfile& profile, std::string architecture)
      : architecture_(std::move(architecture)),
        filter_(compile_profile(profile, {architecture_, {}, {}})) {}

  std::uint32_t call(std::string_view name, const Arguments& arguments) const {
    seccomp_data data = {};
    data.arch = architecture_ == "amd64"   ? AUDIT_ARCH_X86_64
                : architecture_ == "arm64" ? AUDIT_ARCH_AARCH64
                                           : AUDIT_ARCH_I386;
    data.nr = seccomp::number_of(name, architecture_);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      data.args[i] = arguments[i];
    }
    return run_filter(filter_, data);
  }
  const std::string& architecture() const { return architecture_; }

 private:
  std::string architecture_;
  std::vector<sock_filter> filter_;
};

Policy policy_of(std::string_view runtime, bool no_new_privileges,
                 const std::vector<std::string>& capabilities) {
  Policy policy;
  policy.syscall_class.value = runtime;
  policy.no_new_privileges.value = no_new_privileges;
  policy.start.value = capabilities.empty() ? StartsAs::user : StartsAs::root;
  policy.namespaces.network.value = "app-net";
  for (const std::string& it : capabilities) {
    policy.capabilities.push_back({it, {}});
  }
  return policy;
}

std::vector<std::string_view> runtimes() {
  std::vector<std::string_view> all = {""};
  for (const seccomp::RuntimeRow& it : seccomp::tables.runtimes) {
    all.push_back(it.id);
  }
  return all;
}

const std::vector<std::vector<std::string>>& capability_sets() {
  static const std::vector<std::vector<std::string>> sets = {
      {},
      {"CHOWN", "DAC_OVERRIDE", "SETGID", "SETUID"},
      {"SYS_ADMIN"},
      {"NET_ADMIN", "NET_RAW"},
      {"SYS_NICE", "SYS_TIME", "SYS_CHROOT"}};
  return sets;
}

template <typename Test>
void each_profile(Test test) {
  for (const std::string_view runtime : runtimes()) {
    for (const bool no_new_privileges : {true, false}) {
      for (const auto& capabilities : capability_sets()) {
        const Policy policy =
            policy_of(runtime, no_new_privileges, capabilities);
        SCOPED_TRACE(testing::Message()
                     << runtime << " no-new-privileges " << no_new_privileges
                     << " " << testing::PrintToString(capabilities));
        test(policy, seccomp_profile_for(policy, {}));
      }
    }
  }
}

bool is_there(std::string_view name, const std::string& architecture) {
  return seccomp::number_of(name, architecture) >= 0;
}

// All that the profile names without conditions goes through, all else fails.
void check_names(const SeccompProfile& profile, const Filter& filter) {
  std::map<std::string, bool, std::less<>> plain;
  for (const SeccompRule& rule : profile.rules) {
    for (const std::string& name : rule.names) {
      plain[name] = plain[name] || (rule.arguments.empty() &&
                                    rule.action == SeccompAction::allow);
    }
  }
  for (const seccomp::CallRow& row : seccomp::tables.calls) {
    if (!is_there(row.name, filter.architecture())) continue;
    const auto found = plain.find(row.name);
    if (found != plain.end() && !found->second) continue;
    // Newer than Debian 12's libseccomp, which passes over it.
    const std::uint32_t answer = filter.call(row.name, {});
    const bool too_new =
        seccomp::number_of(row.name, "arm64") > 456 || row.name == "uretprobe";
    if (found != plain.end() && too_new && answer == refused) continue;
    EXPECT_EQ(answer, found != plain.end() ? allowed : refused) << row.name;
  }
}

void check_arguments(const Policy& policy, const Filter& filter) {
  const bool admin = seccomp::holds(policy.capabilities, "SYS_ADMIN");
  EXPECT_EQ(filter.call("clone", {CLONE_VM | CLONE_THREAD}), allowed);
  EXPECT_EQ(filter.call("clone", {SIGCHLD}), allowed);
  for (const std::uint64_t flag :
       {CLONE_NEWNS, CLONE_NEWUSER, CLONE_NEWNET, CLONE_NEWPID, CLONE_NEWUTS,
        CLONE_NEWIPC, CLONE_NEWCGROUP}) {
    EXPECT_EQ(filter.call("clone", {flag | SIGCHLD}),
              admin ? allowed : refused);
  }
  EXPECT_EQ(filter.call("clone3", {}),
            admin ? allowed : SECCOMP_RET_ERRNO | ENOSYS);
  for (const std::uint64_t domain : {0u, 8u, 0x20000u, 0x20008u, 0xFFFFFFFFu}) {
    EXPECT_EQ(filter.call("personality", {domain}), allowed) << domain;
  }
  EXPECT_EQ(filter.call("personality", {0x40000}), refused);
}

void check_sockets(const Policy& policy, const Filter& filter) {
  const bool net_admin = seccomp::holds(policy.capabilities, "NET_ADMIN");
  const bool raw = seccomp::holds(policy.capabilities, "NET_RAW");
  for (std::uint64_t family = 0; family < 64; ++family) {
    const bool plain =
        family == AF_UNIX || family == AF_INET || family == AF_INET6;
    const bool fine = plain || (raw && family == AF_PACKET) ||
                      (net_admin && family == AF_NETLINK);
    EXPECT_EQ(filter.call("socket", {family, SOCK_RAW, 4}),
              fine ? allowed : refused)
        << family;
  }
  const std::uint32_t route = filter.call("socket", {AF_NETLINK, SOCK_RAW, 0});
  const std::string& runtime = policy.syscall_class.value;
  if (runtime == "go" || runtime == "redis") {
    EXPECT_EQ(route, runtime == "go" || net_admin ? allowed : refused);
  }
}

TEST(Profiles, AllowWhatTheyNameAndNothingElse) {
  each_profile([](const Policy& policy, const SeccompProfile& profile) {
    for (const char* architecture : {"amd64", "arm64"}) {
      const Filter filter(profile, architecture);
      check_names(profile, filter);
      check_arguments(policy, filter);
      check_sockets(policy, filter);
    }
  });
}

// At 0733439 each profile had its own list of runtimes that list interfaces,
// and the AppArmor profile refused what the seccomp profile of the same bundle
// allowed: go, python, postgres and eleven more.
TEST(Profiles, AllowNetlinkExactlyWhereStrictAppArmorDoes) {
  for (const std::string_view runtime : runtimes()) {
    for (const char* network : {"app-net", "none"}) {
      for (const auto& capabilities : capability_sets()) {
        Policy policy = policy_of(runtime, true, capabilities);
        policy.namespaces.network.value = network;
        const Filter filter(seccomp_profile_for(policy, {}), "amd64");
        const bool route =
            filter.call("socket", {AF_NETLINK, SOCK_RAW, 0}) == allowed;
        const std::string strict =
            apparmor_profile(policy, {AppArmorStrength::strict});
        EXPECT_EQ(strict.find("network netlink,") != strict.npos, route)
            << runtime << " " << network << "\n"
            << strict;
      }
    }
  }
}

TEST(Profiles, AreNeverWiderThanTheDefault) {
  each_profile([](const Policy& policy, const SeccompProfile& profile) {
    for (const SeccompRule& rule : profile.rules) {
      for (const std::string& name : rule.names) {
        if (rule.action != SeccompAction::allow) continue;
        EXPECT_TRUE(seccomp::default_allows(name, policy.capabilities)) << name;
      }
    }
  });
}

TEST(Profiles, LetContainersStart) {
  each_profile([](const Policy& policy, const SeccompProfile& profile) {
    const Filter filter(profile, "amd64");
    for (const char* name :
         {"close", "epoll_ctl", "execve", "exit", "fstatfs", "futex",
          "getdents64", "getpid", "openat", "rt_sigreturn", "write"}) {
      EXPECT_EQ(filter.call(name, {}), allowed) << name;
    }
    if (policy.no_new_privileges.value) return;
    for (const char* name : {"capset", "setuid", "setgid", "setgroups", "chdir",
                             "prctl", "getcwd", "faccessat2", "fchown"}) {
      EXPECT_EQ(filter.call(name, {}), allowed) << name;
    }
  });
}

TEST(Profiles, ReadBackAsTheyWereWritten) {
  each_profile([](const Policy&, const SeccompProfile& profile) {
    EXPECT_EQ(read_seccomp_profile(
                  SourceFile("profile", seccomp_engine_json(profile))),
              profile);
    SeccompProfile plain = profile;
    for (SeccompRule& it : plain.rules) it.comment.clear();
    EXPECT_EQ(read_seccomp_profile(
                  SourceFile("profile", seccomp_oci_json(profile, "", {}))),
              plain);
    EXPECT_EQ(merge_seccomp_profiles(profile, profile), profile);
    EXPECT_EQ(diff_seccomp_profiles(profile, profile), "");
  });
}

TEST(Profiles, HaveNoFindings) {
  each_profile([](const Policy& policy, const SeccompProfile& profile) {
    if (!policy.capabilities.empty()) return;
    const auto found = lint_seccomp_profile(
        SourceFile("profile", seccomp_engine_json(profile)));
    for (const Diagnostic& it : found) ADD_FAILURE() << it.message;
  });
}

TEST(Profiles, CloseTheNetworkWithoutOne) {
  Policy policy = policy_of("redis", true, {});
  policy.namespaces.network.value = "none";
  const Filter filter(seccomp_profile_for(policy, {}), "amd64");
  EXPECT_EQ(filter.call("socket", {AF_UNIX}), allowed);
  EXPECT_EQ(filter.call("socket", {AF_INET}), refused);
  EXPECT_EQ(filter.call("socket", {AF_INET6}), refused);
}

TEST(Profiles, KillProgramsOf32BitsUnlessAskedFor) {
  const Policy policy = policy_of("c", true, {});
  SeccompRequest request;
  for (const bool compat32 : {false, true}) {
    request.compat32 = compat32;
    const auto filter = compile_profile(seccomp_profile_for(policy, request),
                                        {"amd64", {}, {}});
    seccomp_data data = {};
    data.arch = AUDIT_ARCH_I386;
    data.nr = seccomp::number_of("mmap2", "x86");
    EXPECT_EQ(run_filter(filter, data),
              compat32 ? allowed : SECCOMP_RET_KILL_THREAD);
  }
}

TEST(Profiles, OfEvidenceHaveWhatWasSeenAndTheStart) {
  const Policy policy = policy_of("go", true, {});
  SeccompRequest request;
  request.seen = {{"accept4", "bind", "keyctl", "listen", "socket"}};
  const SeccompProfile profile = seccomp_profile_for(policy, request);
  const Filter filter(profile, "amd64");
  EXPECT_EQ(filter.call("listen", {}), allowed);
  EXPECT_EQ(filter.call("keyctl", {}), refused);
  EXPECT_EQ(filter.call("connect", {}), refused);
  EXPECT_EQ(seccomp_left_out(policy, request),
            std::vector<std::string>{"keyctl"});
  EXPECT_LT(count_allowed(profile), 50u);
}

TEST(Profiles, MarginAddsSiblings) {
  const Policy policy = policy_of("go", true, {});
  SeccompRequest request;
  request.seen = {{"accept4"}};
  EXPECT_EQ(
      Filter(seccomp_profile_for(policy, request), "amd64").call("accept", {}),
      refused);
  request.margin = SeccompMargin::family;
  EXPECT_EQ(
      Filter(seccomp_profile_for(policy, request), "amd64").call("accept", {}),
      allowed);
}

}  // namespace
}  // namespace harden::confine
