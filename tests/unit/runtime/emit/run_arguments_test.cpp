#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/emit/emit.h"

namespace harden {
namespace {

using ::testing::Contains;
using ::testing::IsSupersetOf;

TEST(RunArguments, AreTheWordsOfRunShWithoutItsQuotes) {
  Policy policy;
  policy.start.value = StartsAs::user;
  policy.user.value.uid = 10001;
  policy.user.value.gid = 10001;
  policy.health.value.test = {"sh", "-c", "it's \"fine\""};
  policy.health.value.interval = std::chrono::seconds(5);
  policy.sysctls = {{{"net.a", "1 2"}, {}}};
  policy.seccomp.value = "/tmp/a b.json";
  const auto words = run_arguments(policy, Engine::docker);
  EXPECT_THAT(words,
              IsSupersetOf({"--user", "10001:10001", "--cap-drop", "ALL",
                            "--sysctl", "net.a=1 2", "seccomp=/tmp/a b.json"}));
}

TEST(RunArguments, QuotesWithinQuotes) {
  Policy policy;
  policy.namespaces.network.value = "a'b";
  EXPECT_THAT(run_arguments(policy, Engine::docker), Contains("a'b"));
}

}  // namespace
}  // namespace harden
