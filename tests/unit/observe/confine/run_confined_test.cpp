#include "observe/confine/run_confined.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>

#include "forked.h"

namespace harden::confine {
namespace {

SeccompProfile refusing(SeccompAction action) {
  SeccompProfile profile;
  profile.default_action = SeccompAction::allow;
  SeccompRule rule;
  rule.names = {"mkdir", "mkdirat"};
  rule.action = action;
  profile.rules.push_back(std::move(rule));
  return profile;
}

int shell_status_of(const Outcome& outcome) {
  return outcome.status ? WEXITSTATUS(*outcome.status) : -2;
}

TEST(RunConfined, GivesTheStatus) {
  const Outcome outcome =
      run_confined(refusing(SeccompAction::error), Denial::as_written,
                   {"sh", "-c", "exit 7"});
  EXPECT_EQ(shell_status_of(outcome), 7);
  EXPECT_TRUE(outcome.refused.empty());
}

TEST(RunConfined, NotesWhatIsRefusedEachTime) {
  const Outcome outcome =
      run_confined(refusing(SeccompAction::error), Denial::as_written,
                   {"sh", "-c", "mkdir /tmp/a 2>&-; mkdir /tmp/b 2>&-; true"});
  EXPECT_EQ(shell_status_of(outcome), 0);
  ASSERT_EQ(outcome.refused.size(), 1U);
  EXPECT_EQ(outcome.refused.begin()->first.answer, "error 1");
  EXPECT_EQ(outcome.refused.begin()->second, 2U);
}

TEST(RunConfined, KillsTheProcessThatAsks) {
  const Outcome outcome =
      run_confined(refusing(SeccompAction::kill_process), Denial::as_written,
                   {"sh", "-c", "mkdir /tmp/a; echo $? >&2; exit 5"});
  EXPECT_EQ(shell_status_of(outcome), 5);
  ASSERT_EQ(outcome.refused.size(), 1U);
  EXPECT_EQ(outcome.refused.begin()->first.answer, "killed");
}

TEST(RunConfined, SaysWhatCannotBeStarted) {
  EXPECT_THROW(run_confined(refusing(SeccompAction::error), Denial::as_written,
                            {"/etc/passwd"}),
               std::exception);
}

// At commit 0733439 this waited for ever.
TEST(RunConfined, EndsWhereSomethingElseWaitsForTheProgram) {
  EXPECT_EQ(status_of_fork([] {
              signal(SIGCHLD, SIG_IGN);
              const Outcome outcome = run_confined(
                  refusing(SeccompAction::error), Denial::as_written, {"true"});
              return outcome.status ? 1 : 0;
            }),
            0);
}

TEST(RunConfined, GoesOnThroughSignals) {
  EXPECT_EQ(status_of_fork([] {
              interrupt_often();
              const Outcome outcome = run_confined(
                  refusing(SeccompAction::error), Denial::as_written,
                  {"sh", "-c",
                   "for i in 1 2 3 4 5 6 7 8 9; do mkdir /tmp/a 2>&-; done; "
                   "exit 7"});
              const bool counted = outcome.refused.begin()->second == 9;
              return counted ? shell_status_of(outcome) : 99;
            }),
            7);
}

// At commit 0733439 the bounding set counted, which is full for everybody.
TEST(RunConfined, AnOrdinaryUserHasNoCapabilities) {
  if (getuid() != 0) GTEST_SKIP() << "skipped: only root can become another";
  SeccompProfile profile = refusing(SeccompAction::error);
  // As the default profile allows it to SYS_ADMIN.
  profile.rules.front().excludes.capabilities = {"SYS_ADMIN"};
  const auto refused = [&] {
    return run_confined(profile, Denial::as_written,
                        {"sh", "-c",
                         "mkdir /tmp/harden-test-a 2>&-; rmdir "
                         "/tmp/harden-test-a 2>&-; true"})
                   .refused.empty()
               ? 0
               : 1;
  };
  EXPECT_EQ(status_of_fork([&] { return refused(); }), 0);
  EXPECT_EQ(status_of_fork([&] {
              if (setresgid(65534, 65534, 65534) != 0 ||
                  setresuid(65534, 65534, 65534) != 0) {
                return 99;
              }
              return refused();
            }),
            1);
}

}  // namespace
}  // namespace harden::confine
