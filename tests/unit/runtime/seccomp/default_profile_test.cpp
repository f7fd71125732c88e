// The default profile of templates/seccomp is the engines' own in meaning.
//
// Theirs is not part of the project: $HARDEN_DOCKER_DEFAULT_SECCOMP names it
// (moby/profiles: seccomp/default.json).
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "runtime/seccomp/call_table.h"
#include "runtime/seccomp/resolve.h"
#include "runtime/seccomp/seccomp.h"

namespace harden::seccomp {
namespace {

std::string slurp(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// All that is said of a call, whatever the layout of the rules.
using Meaning = std::map<std::string, std::set<std::string>>;

std::string text_of(const SeccompRule& rule) {
  std::ostringstream text;
  text << to_string(rule.action) << ' ' << rule.error.value_or(0);
  for (const SeccompArgument& it : rule.arguments) {
    text << ' ' << it.index << to_string(it.op) << it.value << ' '
         << it.value_two;
  }
  return text.str();
}

Meaning meaning(const SeccompProfile& profile, const Situation& situation) {
  Meaning all;
  for (const SeccompRule& rule : profile.rules) {
    if (!counts(rule, situation)) continue;
    const std::string text = text_of(rule);
    for (const std::string& name : rule.names) all[name].insert(text);
  }
  return all;
}

const std::vector<std::vector<std::string>>& capability_sets() {
  static const std::vector<std::vector<std::string>> sets = [] {
    std::vector<std::vector<std::string>> all = {
        {},
        {"CHOWN", "DAC_OVERRIDE", "FSETID", "FOWNER", "MKNOD", "NET_RAW",
         "SETGID", "SETUID", "SETFCAP", "SETPCAP", "NET_BIND_SERVICE",
         "SYS_CHROOT", "KILL", "AUDIT_WRITE"},
        {"ALL"}};
    for (const char* name :
         {"DAC_READ_SEARCH", "SYS_ADMIN", "SYS_BOOT", "SYS_CHROOT",
          "SYS_MODULE", "SYS_PACCT", "SYS_PTRACE", "SYS_RAWIO", "SYS_TIME",
          "SYS_TTY_CONFIG", "SYS_NICE", "SYSLOG", "BPF", "PERFMON"}) {
      all.push_back({name});
      all.push_back({"SYS_ADMIN", name});
    }
    return all;
  }();
  return sets;
}

TEST(DefaultProfile, EqualsTheEnginesOwn) {
  const char* path = std::getenv("HARDEN_DOCKER_DEFAULT_SECCOMP");
  if (path == nullptr) {
    GTEST_SKIP() << "HARDEN_DOCKER_DEFAULT_SECCOMP names no default.json";
  }
  const SeccompProfile theirs =
      read_seccomp_profile(SourceFile("default.json", slurp(path)));
  const SeccompProfile ours = default_seccomp_profile();
  EXPECT_EQ(ours.default_action, theirs.default_action);
  EXPECT_EQ(ours.default_error, theirs.default_error);
  EXPECT_EQ(ours.architectures, theirs.architectures);
  for (const char* architecture :
       {"amd64", "arm64", "arm", "x86", "x32", "s390x", "riscv64", "ppc64le"}) {
    for (const auto& capabilities : capability_sets()) {
      for (const char* kernel : {"4.7", "4.8"}) {
        const Situation situation{architecture, capabilities, kernel};
        EXPECT_EQ(meaning(ours, situation), meaning(theirs, situation))
            << architecture << ' ' << testing::PrintToString(capabilities)
            << ' ' << kernel;
      }
    }
  }
}

TEST(DefaultProfile, IsReadBackAsItWasWritten) {
  const SeccompProfile ours = default_seccomp_profile();
  EXPECT_EQ(
      read_seccomp_profile(SourceFile("profile", seccomp_engine_json(ours))),
      ours);
}

TEST(DefaultProfile, AllNamesHaveNumbersOrAreOfOtherArchitectures) {
  std::set<std::string> elsewhere;
  for (const SeccompRule& rule : default_seccomp_profile().rules) {
    for (const std::string& name : rule.names) {
      const CallRow* row = find_call(name);
      ASSERT_NE(row, nullptr) << name;
      if (row->amd64 < 0 && row->arm64 < 0 && row->i386 < 0 && row->arm < 0) {
        elsewhere.insert(name);
      }
    }
  }
  EXPECT_EQ(elsewhere,
            (std::set<std::string>{"riscv_flush_icache", "riscv_hwprobe",
                                   "s390_pci_mmio_read", "s390_pci_mmio_write",
                                   "s390_runtime_instr", "swapcontext",
                                   "sync_file_range2"}));
}

}  // namespace
}  // namespace harden::seccomp
