#include "base/process/process.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>

#include "base/process/interrupt.h"
#include "observe/trace/trace.h"

namespace harden::trace {
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
}  // namespace harden::trace
