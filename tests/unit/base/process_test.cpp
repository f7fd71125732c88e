#include "base/process/process.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <ctime>
#include <string>
#include <thread>

#include "base/process/interrupt.h"
#include "forked.h"

namespace harden {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

ProcessOptions within(milliseconds time) {
  ProcessOptions options;
  options.timeout = time;
  return options;
}

TEST(RunProcess, GivesStatusAndBothOutputs) {
  const ProcessResult result =
      run_process({"sh", "-c", "echo out; echo err >&2; exit 7"});
  EXPECT_EQ(result.status, 7);
  EXPECT_EQ(result.output, "out\n");
  EXPECT_EQ(result.errors, "err\n");
  EXPECT_FALSE(result.timed_out);
}

TEST(RunProcess, WordsReachTheProgramAsTheyAre) {
  EXPECT_EQ(run_process({"printf", "%s|", "a b", "$HOME", "'", ""}).output,
            "a b|$HOME|'||");
}

TEST(RunProcess, VariablesAreAddedOrReplaced) {
  ProcessOptions options;
  options.environment = {{"HARDEN_URL", "http://a"}, {"HOME", "/b"}};
  EXPECT_EQ(run_process({"sh", "-c", "echo $HARDEN_URL $HOME"}, options).output,
            "http://a /b\n");
}

TEST(RunProcess, StandardInputIsEmpty) {
  EXPECT_EQ(run_process({"cat"}).status, 0);
}

TEST(RunProcess, OfALongOutputTheEndIsKept) {
  const ProcessResult result = run_process(
      {"sh", "-c", "head -c 5000000 /dev/zero | tr '\\0' x; echo end"});
  EXPECT_LE(result.output.size(), 2 * kept_output);
  EXPECT_TRUE(result.output.ends_with("xend\n"));
}

TEST(RunProcess, WhatTakesTooLongIsEndedWithItsChildren) {
  const auto begin = Clock::now();
  const ProcessResult result = run_process({"sh", "-c", "sleep 60 & sleep 60"},
                                           within(milliseconds(200)));
  EXPECT_TRUE(result.timed_out);
  EXPECT_LT(Clock::now() - begin, std::chrono::seconds(20));
}

TEST(RunProcess, ChildrenThatStayKeepNobodyWaiting) {
  const auto begin = Clock::now();
  EXPECT_EQ(run_process({"sh", "-c", "sleep 20 & echo started"}).output,
            "started\n");
  EXPECT_LT(Clock::now() - begin, std::chrono::seconds(15));
}

TEST(RunProcess, ProgramsThatAreNotThere) {
  EXPECT_THROW(run_process({"no-such-program-at-all"}), ProcessFailure);
}

// At commit 0733439 this waited for ever: a status that the kernel has thrown
// away was taken for a program that still runs.
TEST(RunProcess, EndsWhereSomethingElseWaitsForTheProgram) {
  EXPECT_EQ(
      status_of_fork([] {
        signal(SIGCHLD, SIG_IGN);
        try {
          run_process({"true"});
        } catch (const ProcessFailure& error) {
          return std::string(error.what()).starts_with("`true` has ended, but ")
                     ? 0
                     : 1;
        }
        return 2;
      }),
      0);
}

// At commit 0733439 poll returned at once, for as long as the program ran:
// 0.75 seconds of processor time.
TEST(RunProcess, SleepsWhileOnePipeIsAtItsEnd) {
  const std::clock_t before = std::clock();
  EXPECT_EQ(run_process({"sh", "-c", "exec >&-; sleep 2"}).status, 0);
  const auto used = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
  EXPECT_LT(used, 0.3);
}

// The clock counts, too, while there is always something to read.
TEST(RunProcess, EndsWhatNeverStopsWriting) {
  EXPECT_TRUE(run_process({"yes"}, within(milliseconds(300))).timed_out);
}

// At commit 0733439 a program that was told to end was killed after fifty
// signals, not after five seconds.
TEST(RunProcess, SignalsDoNotShortenTheTimeToEnd) {
  EXPECT_EQ(status_of_fork([] {
              interrupt_often();
              const ProcessResult result = run_process(
                  {"sh", "-c",
                   "trap 'sleep 1; echo done; exit' TERM; sleep 9 & wait"},
                  within(milliseconds(200)));
              return result.output == "done\n" ? 0 : 1;
            }),
            0);
}

TEST(ChildEnd, IsWaitedForThroughSignals) {
  EXPECT_EQ(status_of_fork([] {
              interrupt_often();
              const pid_t child = fork();
              if (child == 0) {
                std::this_thread::sleep_for(milliseconds(300));
                _exit(7);
              }
              const ChildEnd end = wait_for_child(child);
              return end.status ? shell_status(*end.status) : 99;
            }),
            7);
}

TEST(ChildEnd, IsUnknownWhereNobodyKeepsIt) {
  EXPECT_EQ(status_of_fork([] {
              signal(SIGCHLD, SIG_IGN);
              const pid_t child = fork();
              if (child == 0) _exit(7);
              if (wait_for_child(child).status) return 1;
              return look_at_child(child) ? 0 : 2;
            }),
            0);
}

TEST(ChildEnd, IsKeptOnceThatIsAskedFor) {
  EXPECT_EQ(status_of_fork([] {
              signal(SIGCHLD, SIG_IGN);
              keep_child_status();
              return run_process({"sh", "-c", "exit 7"}).status;
            }),
            7);
}

// At commit 0733439 `nohup harden trace` ended at the terminal's SIGHUP.
TEST(Interrupt, LeavesIgnoredSignalsIgnored) {
  const auto before = signal(SIGHUP, SIG_IGN);
  {
    const InterruptGuard guard;
    std::raise(SIGHUP);
    EXPECT_FALSE(is_interrupted());
    std::raise(SIGTERM);
    EXPECT_TRUE(is_interrupted());
  }
  EXPECT_EQ(signal(SIGHUP, before), SIG_IGN);
}

TEST(Interrupt, EndsWhatRunsAndWhatWaits) {
  const InterruptGuard guard;
  std::raise(SIGINT);
  EXPECT_TRUE(is_interrupted());
  EXPECT_THROW(run_process({"sleep", "30"}), Interrupted);
  EXPECT_THROW(wait_for(std::chrono::seconds(30)), Interrupted);
  ProcessOptions cleaning;
  cleaning.despite_interrupt = true;
  EXPECT_EQ(run_process({"true"}, cleaning).status, 0);
}

TEST(LastLine, IsTheLastThatSaysSomething) {
  EXPECT_EQ(last_line("one\ntwo\n \n\n"), "two");
  EXPECT_EQ(last_line("one"), "one");
  EXPECT_EQ(last_line("\n \n"), "");
}

}  // namespace
}  // namespace harden
