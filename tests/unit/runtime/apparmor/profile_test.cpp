#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emit/policies.h"
#include "parser.h"
#include "runtime/apparmor/apparmor.h"

namespace harden {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Named {
  const char* name;
  Policy policy;
};

Policy with(void (*change)(Policy&)) {
  Policy policy = test::web_server();
  change(policy);
  return policy;
}

void add_writable(Policy& policy, const char* path) {
  policy.writable.emplace_back();
  policy.writable.back().path = path;
}

void use_globs(Policy& policy) {
  policy.folders = {"/a*b",     "/c?d",       "/[e]",     "/{f,g}",
                    "/^",       "/@{PROC}",   "/q\"uote", "/back\\slash",
                    "/bl ank",  "/new\nline", "/comma,s", "/hash#es",
                    "/\xff\xfe"};
  for (const std::string& it : policy.folders) {
    policy.executables.push_back({it + "/server", {}});
  }
}

void use_all_capabilities(Policy& policy) {
  for (const char* name :
       {"AUDIT_CONTROL",   "AUDIT_READ",   "AUDIT_WRITE",
        "BLOCK_SUSPEND",   "BPF",          "CHECKPOINT_RESTORE",
        "CHOWN",           "DAC_OVERRIDE", "DAC_READ_SEARCH",
        "FOWNER",          "FSETID",       "IPC_LOCK",
        "IPC_OWNER",       "KILL",         "LEASE",
        "LINUX_IMMUTABLE", "MAC_ADMIN",    "MAC_OVERRIDE",
        "MKNOD",           "NET_ADMIN",    "NET_BIND_SERVICE",
        "NET_BROADCAST",   "NET_RAW",      "PERFMON",
        "SETFCAP",         "SETGID",       "SETPCAP",
        "SETUID",          "SYSLOG",       "SYS_ADMIN",
        "SYS_BOOT",        "SYS_CHROOT",   "SYS_MODULE",
        "SYS_NICE",        "SYS_PACCT",    "SYS_PTRACE",
        "SYS_RAWIO",       "SYS_RESOURCE", "SYS_TIME",
        "SYS_TTY_CONFIG",  "WAKE_ALARM"}) {
    policy.capabilities.push_back({name});
  }
}

std::vector<Named> policies() {
  return {
      {"web server", test::web_server()},
      {"database", test::database()},
      {"nameless user", test::nameless_user()},
      {"everything", test::everything()},
      {"hostile", test::hostile()},
      {"unsafe", test::unsafe()},
      {"empty", Policy{}},
      {"everything is writable", with([](Policy& p) { add_writable(p, "/"); })},
      {"nested paths", with([](Policy& p) {
         add_writable(p, "/var");
         add_writable(p, "/var/lib");
         add_writable(p, "/var/lib/x y");
       })},
      {"root not read-only", with([](Policy& p) {
         p.read_only_root = {false, {}};
       })},
      {"no network",
       with([](Policy& p) { p.namespaces.network.value = "none"; })},
      {"raw sockets", with([](Policy& p) { p.capabilities = {{"NET_RAW"}}; })},
      {"scripts", with([](Policy& p) {
         p.runs_scripts = true;
         p.starters = {"/docker-entrypoint.sh", "/bin/sh", "tini"};
       })},
      {"globs in paths", with(use_globs)},
      {"all capabilities", with(use_all_capabilities)},
  };
}

std::string strict(const Policy& policy) {
  return apparmor_profile(policy, {AppArmorStrength::strict});
}
std::string container(const Policy& policy) {
  return apparmor_profile(policy, {});
}

TEST(Profile, EveryOneCompiles) {
  if (!test::has_parser()) GTEST_SKIP() << "skipped: no apparmor_parser";
  for (const Named& it : policies()) {
    for (const auto strength :
         {AppArmorStrength::container, AppArmorStrength::strict}) {
      for (const bool complain : {false, true}) {
        const std::string text =
            apparmor_profile(it.policy, {strength, complain, true});
        EXPECT_EQ(test::parser_says(text), "") << it.name << "\n" << text;
      }
    }
  }
}

TEST(Profile, RuntimesCompile) {
  if (!test::has_parser()) GTEST_SKIP() << "skipped: no apparmor_parser";
  for (const char* runtime :
       {"apache", "dotnet", "erlang", "httpd", "java", "mariadb", "node",
        "php-fpm", "postgres", "python", "rabbitmq", "ruby", "tomcat"}) {
    Policy policy = test::web_server();
    policy.syscall_class.value = runtime;
    EXPECT_EQ(test::parser_says(strict(policy)), "") << runtime;
  }
}

TEST(Profile, IsCalledAfterTheService) {
  Policy policy = test::web_server();
  EXPECT_EQ(apparmor_profile_name(policy), "harden-web");
  policy.name.value = "a b/c\n";
  EXPECT_EQ(apparmor_profile_name(policy), "harden-a-b-c-");
  policy.name.value.clear();
  EXPECT_EQ(apparmor_profile_name(policy), "harden-app");
}

// What the engines' own profile says today.
TEST(Profile, StandsOnTheEnginesOwn) {
  const std::string text = container(test::web_server());
  for (const char* rule :
       {"abi <abi/3.0>,", "include <tunables/global>",
        "profile \"harden-web\" flags=(attach_disconnected,mediate_deleted) {",
        "include <abstractions/base>", "  network,\n", "  deny network alg,",
        "  signal (receive) peer=unconfined,", "  signal (receive) peer=runc,",
        "  signal (receive) peer=crun,",
        "  signal (send, receive) peer=\"harden-web\",",
        "  ptrace (trace, tracedby, read, readby) peer=\"harden-web\",",
        "  deny @{PROC}/* w,", "  deny @{PROC}/kcore rwklx,", "  deny mount,",
        "  deny /sys/firmware/** rwklx,",
        "  deny /sys/devices/virtual/powercap/** rwklx,",
        "  deny /sys/kernel/security/** rwklx,"}) {
    EXPECT_THAT(text, HasSubstr(rule));
  }
}

TEST(Profile, ContainerWritesWhatThePolicyNames) {
  const std::string text = container(test::web_server());
  EXPECT_THAT(text, HasSubstr("  /{,**} rmkix,\n"));
  EXPECT_THAT(text, HasSubstr("  \"/var/cache/nginx{,/{,**}}\" rwlk,\n"));
  EXPECT_THAT(text, Not(HasSubstr("  file,")));
}

TEST(Profile, WritableRootAllowsAllFiles) {
  Policy policy = test::web_server();
  policy.read_only_root.value = false;
  EXPECT_THAT(container(policy), HasSubstr("  file,\n"));
  EXPECT_THAT(strict(policy), Not(HasSubstr("  file,")));
}

TEST(Profile, CapabilitiesAreThoseOfThePolicy) {
  EXPECT_THAT(container(test::web_server()), Not(HasSubstr("  capability")));
  const std::string text = container(test::database());
  EXPECT_THAT(text, HasSubstr("  capability setuid,\n"));
  EXPECT_THAT(text, Not(HasSubstr("  capability,\n")));
}

TEST(Profile, RawSocketsNeedTheCapability) {
  Policy policy = test::web_server();
  EXPECT_THAT(container(policy), HasSubstr("  deny network inet raw,"));
  EXPECT_THAT(strict(policy), Not(HasSubstr("raw,")));
  policy.capabilities = {{"NET_RAW"}};
  EXPECT_THAT(container(policy), Not(HasSubstr("deny network inet raw")));
  EXPECT_THAT(strict(policy), HasSubstr("  network inet raw,\n"));
  EXPECT_THAT(strict(policy), HasSubstr("  network packet,\n"));
}

TEST(Profile, NoNetworkLeavesLocalSockets) {
  Policy policy = test::web_server();
  policy.namespaces.network.value = "none";
  const std::string text = strict(policy);
  EXPECT_THAT(text, HasSubstr("  network unix,"));
  EXPECT_THAT(text, Not(HasSubstr("network inet")));
}

TEST(Profile, StrictRunsWhatStarts) {
  Policy policy = test::web_server();
  policy.executables = {{"nginx", {}}, {"/opt/app/run", {}}};
  policy.starters = {"/usr/bin/env", "./here"};
  const std::string text = strict(policy);
  EXPECT_THAT(text, HasSubstr("\"/{,usr/,usr/local/}{,s}bin/nginx\" mrix,"));
  EXPECT_THAT(text, HasSubstr("\"/{,usr/,usr/local/}{,s}bin/env\" mrix,"));
  EXPECT_THAT(text, HasSubstr("\"/opt/app/run\" mrix,"));
  EXPECT_THAT(text, Not(HasSubstr("here\"")));
  EXPECT_THAT(text, Not(HasSubstr("bin/*\" mrix")));
  policy.runs_scripts = true;
  EXPECT_THAT(strict(policy), HasSubstr("bin/*\" mrix"));
}

TEST(Profile, LinksLeadToOtherNames) {
  Policy policy = test::web_server();
  policy.executables = {{"python", {}}, {"/bin/sh", {}}};
  const std::string text = strict(policy);
  EXPECT_THAT(text, HasSubstr("bin/python{,[0-9]*}\" mrix,"));
  EXPECT_THAT(text, HasSubstr("bin/{sh,dash,bash,ash,busybox}\" mrix,"));
}

TEST(Profile, CodeIsMappedWhereThePolicySaysExec) {
  Policy policy = test::web_server();
  policy.writable[0].exec = true;
  EXPECT_THAT(strict(policy), HasSubstr("\"/run{,/{,**}}\" rwmlk,"));
}

TEST(Profile, GlobsInPathsAreTakenAway) {
  Policy policy = test::web_server();
  policy.folders = {"/a*[b]{c}\"d\\e^f?g", "/x\ny", "/@{PROC}"};
  const std::string text = strict(policy);
  EXPECT_THAT(text, HasSubstr(R"("/a\*\[b\]\{c\}\"d\\e\^f\?g{,/{,**}}" r,)"));
  EXPECT_THAT(text, HasSubstr("\"/x?y{,/{,**}}\" r,"));
  EXPECT_THAT(text, HasSubstr("\"/@\\{PROC\\}{,/{,**}}\" r,"));
}

TEST(Profile, ComplainIsAFlag) {
  const std::string text =
      apparmor_profile(test::web_server(), {AppArmorStrength::strict, true});
  EXPECT_THAT(
      text, HasSubstr("flags=(attach_disconnected,mediate_deleted,complain)"));
}

TEST(Profile, OlderParsersKnowNoAbi) {
  const std::string text = apparmor_profile(
      test::web_server(), {AppArmorStrength::strict, false, false});
  EXPECT_THAT(text, Not(HasSubstr("abi <")));
}

// Whatever a reason holds, it stays in its comment.
TEST(Profile, ReasonsOfStrangersAreComments) {
  Policy policy = test::web_server();
  policy.writable[0].reasons = {{Reason::Source::file,
                                 "x\n  capability sys_admin,\n#include <evil>",
                                 "a\nfile,"}};
  for (const std::string& text : {container(policy), strict(policy)}) {
    EXPECT_THAT(text, Not(HasSubstr("\n  capability sys_admin")));
    EXPECT_THAT(text, Not(HasSubstr("\n#include <evil>")));
  }
}

}  // namespace
}  // namespace harden
