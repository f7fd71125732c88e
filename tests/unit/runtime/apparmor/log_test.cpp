#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/apparmor/apparmor.h"
#include "runtime/apparmor/generalise.h"

namespace harden {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The kernel's line around the fields of one denial.
std::string line(const std::string& fields,
                 const std::string& profile = "\"harden-web\"") {
  return "[   23.21] audit: type=1400 audit(1795663949.837:17): "
         "apparmor=\"DENIED\" profile=" +
         profile + " pid=690 comm=\"server\" " + fields + "\n";
}
std::string opened(const std::string& name, const std::string& mask) {
  return line("operation=\"open\" name=" + name + " requested_mask=\"" + mask +
              "\" denied_mask=\"" + mask + "\" fsuid=1 ouid=0");
}

std::vector<std::string> rules(const std::string& log) {
  std::vector<std::string> result;
  for (const ProposedRule& it : rules_from_log(log, "harden-web")) {
    result.push_back(it.rule);
  }
  return result;
}

TEST(Log, FilesAskForWhatWasDenied) {
  EXPECT_THAT(rules(opened("\"/etc/passwd\"", "r")),
              ElementsAre("  \"/etc/passwd\" r,"));
  EXPECT_THAT(rules(opened("\"/data/x\"", "wc")),
              ElementsAre("  \"/data/x\" w,"));
  EXPECT_THAT(rules(line("operation=\"exec\" name=\"/bin/sh\" "
                         "denied_mask=\"x\"")),
              ElementsAre("  \"/bin/sh\" mrix,"));
}

TEST(Log, OnePathGetsOneRule) {
  const std::string log = opened("\"/data/x\"", "r") +
                          opened("\"/data/x\"", "w") +
                          opened("\"/data/x\"", "k");
  const auto all = rules_from_log(log, "harden-web");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].rule, "  \"/data/x\" rwk,");
  EXPECT_EQ(all[0].lines, 3U);
  EXPECT_FALSE(all[0].generalised);
}

TEST(Log, HexadecimalNamesAreDecoded) {
  EXPECT_THAT(rules(opened("2F746D702F61206222", "r")),
              ElementsAre("  \"/tmp/a b\\\"\" r,"));
  EXPECT_THAT(rules(line("operation=\"open\" name=\"/x\" denied_mask=\"r\"",
                         "68617264656E2D776562")),
              ElementsAre("  \"/x\" r,"));
}

TEST(Log, OtherOperations) {
  EXPECT_THAT(rules(line("operation=\"create\" family=\"inet\" "
                         "sock_type=\"raw\" protocol=1 "
                         "denied_mask=\"create\"")),
              ElementsAre("  network inet raw,"));
  EXPECT_THAT(rules(line("operation=\"capable\" capability=13  "
                         "capname=\"net_raw\"")),
              ElementsAre("  capability net_raw,"));
  EXPECT_THAT(rules(line("operation=\"signal\" denied_mask=\"send\" "
                         "signal=term peer=\"other\"")),
              ElementsAre("  signal (send) set=(term) peer=\"other\","));
  EXPECT_THAT(rules(line("operation=\"ptrace\" denied_mask=\"read\" "
                         "peer=\"other\"")),
              ElementsAre("  ptrace (read) peer=\"other\","));
  EXPECT_THAT(rules(line("operation=\"mount\" name=\"/mnt/\" fstype=\"tmpfs\" "
                         "srcname=\"none\"")),
              ElementsAre("  mount fstype=tmpfs \"none\" -> \"/mnt/\","));
}

TEST(Log, WhatUndoesTheConfinementIsMarked) {
  const auto all = rules_from_log(
      line("operation=\"mount\" name=\"/mnt/\" fstype=\"tmpfs\"") +
          line("operation=\"capable\" capname=\"sys_admin\"") +
          opened("\"/sys/kernel/x\"", "w"),
      "harden-web");
  ASSERT_EQ(all.size(), 3U);
  for (const ProposedRule& it : all) EXPECT_TRUE(it.dangerous) << it.rule;
}

TEST(Log, OnlyLinesOfTheProfileCount) {
  AppArmorLog log("harden-web");
  log.add_line(line("operation=\"open\" name=\"/x\" denied_mask=\"r\"",
                    "\"docker-default\""));
  log.add_line(line("operation=\"open\" name=\"/y\" denied_mask=\"r\"",
                    "\"harden-web//null-/bin/sh\""));
  log.add_line("type=AVC something else");
  log.add_line("apparmor=\"STATUS\" operation=\"profile_load\"");
  EXPECT_EQ(log.lines(), 1U);
  EXPECT_EQ(log.others().at("docker-default"), 1U);
}

TEST(Log, BrokenLinesAreCounted) {
  AppArmorLog log("harden-web");
  log.add_line(line("operation=\"open\" name=\"/cut"));
  log.add_line(line("operation=\"dbus_method_call\""));
  log.add_line(line("operation=\"create\" family=\"x;y\" sock_type=\"z\""));
  EXPECT_EQ(log.lines(), 3U);
  EXPECT_EQ(log.not_understood(), 3U);
  EXPECT_THAT(log.rules(), IsEmpty());
}

TEST(Log, ManyNamesAreBounded) {
  AppArmorLog log("harden-web");
  for (int i = 0; i < 30000; ++i) {
    // No digits: those would be made one pattern.
    std::string name = "/";
    for (int rest = i; rest > 0; rest /= 20) {
      name += static_cast<char>('a' + rest % 20);
    }
    log.add_line(opened("\"" + name + "\"", "r"));
  }
  EXPECT_EQ(log.rules().size(), 10000U);
  EXPECT_EQ(log.not_understood(), 20000U);
}

struct Path {
  const char* seen;
  const char* pattern;
};

TEST(Generalise, WhatDiffersFromRunToRun) {
  for (const Path& it : std::initializer_list<Path>{
           {"/proc/12/status", "@{PROC}/@{pid}/status"},
           {"/proc/12/task/13/comm", "@{PROC}/@{pid}/task/@{tid}/comm"},
           {"/run/app/1234", "/run/app/[0-9]*"},
           {"/run/nginx-1234.pid", "/run/nginx-[0-9]*.pid"},
           {"/tmp/tmp.xK3b9QaZ", "/tmp/tmp.*"},
           {"/tmp/tmpab3_x9yz", "/tmp/tmp*"},
           {"/cache/0123456789abcdef0123", "/cache/*"},
           {"/x/d41d8cd9-8f00-b204-e980-0998ecf8427e/y", "/x/*/y"}}) {
    const apparmor::Pattern found = apparmor::generalise(it.seen);
    EXPECT_EQ(found.text, '"' + std::string(it.pattern) + '"');
    EXPECT_TRUE(found.generalised);
  }
}

TEST(Generalise, NamesStay) {
  for (const char* it :
       {"/etc/passwd", "/usr/lib/python3.11/site.py", "/lib/libc.so.6",
        "/usr/lib/libssl.so.1.1.30", "/app/Makefile", "/opt/app-1.2.33/x",
        "/proc/cpuinfo", "/proc/self/status"}) {
    const apparmor::Pattern found = apparmor::generalise(it);
    EXPECT_EQ(found.text, '"' + std::string(it) + '"');
    EXPECT_FALSE(found.generalised) << it;
  }
}

TEST(Generalise, GlobsInNamesAreTakenAway) {
  EXPECT_EQ(apparmor::generalise("/a*b/[c]").text, R"("/a\*b/\[c\]")");
}

}  // namespace
}  // namespace harden
