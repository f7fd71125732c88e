#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "base/source/source_file.h"
#include "names.h"

namespace harden {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

std::string log_file(const std::string& name) {
  std::ifstream file(HARDEN_ROOT "/tests/unit/observe/evidence/logs/" + name);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string message_of(std::string_view log) {
  try {
    test::read_log(log);
  } catch (const BadInput& error) {
    return error.what();
  }
  return "none";
}

// Recorded with strace 6.1.
TEST(EvidenceReader, RealLogsAreReadToTheLastLine) {
  for (const char* name :
       {"full", "timed", "everything", "raw", "summary", "columns"}) {
    const auto evidence = test::read_log(log_file(name), test::all_names());
    EXPECT_THAT(evidence.names,
                IsSupersetOf({"execve", "brk", "mmap", "openat", "close"}))
        << name;
    EXPECT_EQ(evidence.unread, 0U) << name;
    EXPECT_THAT(evidence.unknown, IsEmpty()) << name;
  }
}

TEST(EvidenceReader, ChildrenAndInterruptedCalls) {
  EXPECT_THAT(test::read_log(log_file("full"), test::all_names()).names,
              IsSupersetOf({"vfork", "clone", "wait4", "kill"}));
}

TEST(EvidenceReader, WhatTheProgramPrintedOnTheTerminalIsPassedOver) {
  const auto evidence = test::read_log(log_file("terminal"), test::all_names());
  EXPECT_THAT(evidence.names, IsSupersetOf({"write", "clone", "wait4"}));
  EXPECT_GT(evidence.unread, 0U);
  EXPECT_LT(evidence.unread, 10U);
}

TEST(EvidenceReader, TheSumOfASummaryIsNoCall) {
  EXPECT_THAT(test::read_log(log_file("summary"), test::all_names()).names,
              AllOf(Contains("wait4"), Not(Contains("total"))));
}

TEST(EvidenceReader, NamesThatNoCallHasAreKeptApart) {
  const auto evidence =
      test::read_log("read(3) = 0\nnew_call(3) = 0\nconnect() failed\n");
  EXPECT_THAT(evidence.names, ElementsAre("read"));
  EXPECT_THAT(evidence.unknown, ElementsAre("new_call"));
  EXPECT_EQ(evidence.unread, 2U);
  EXPECT_EQ(evidence.lines, 3U);
}

TEST(EvidenceReader, FailedAreThoseThatNeverDidOtherwise) {
  const auto evidence = test::read_log(
      "clone3({}, 88) = -1 ENOSYS (Function not implemented)\n"
      "bind(3) = -1 EPERM (Operation not permitted)\n"
      "bind(3) = 0\n");
  EXPECT_THAT(evidence.names, ElementsAre("bind", "clone3"));
  EXPECT_THAT(evidence.failed, ElementsAre("clone3"));
}

TEST(EvidenceReader, AuditRecordsOfBothArchitectures) {
  const auto evidence = test::read_log(
      "type=1326 audit(1.2:3): arch=c000003e syscall=257 compat=0\n"
      "type=1326 audit(1.2:3): arch=40000003 syscall=3 compat=1\n"
      "type=1326 audit(1.2:3): arch=c000003e syscall=9999 compat=0\n");
  EXPECT_THAT(evidence.names, ElementsAre("openat", "read"));
  EXPECT_TRUE(evidence.compat32);
  EXPECT_EQ(evidence.unread, 1U);
}

TEST(EvidenceReader, SeveralLogsAreOneEvidence) {
  EvidenceReader reader(test::some_names());
  for (const char* log : {"read(3) = 0\n", "write(3) = 0"}) {
    reader.begin("log");
    reader.feed(log);
    reader.end();
  }
  EXPECT_THAT(reader.evidence().names, ElementsAre("read", "write"));
}

TEST(EvidenceReader, LogsThatAreNone) {
  EXPECT_EQ(message_of(""), "log: is empty");
  EXPECT_THAT(message_of("hello\nworld (yes)\n"),
              HasSubstr("log: no line is a system call"));
  EXPECT_EQ(message_of(std::string("read(3) = 0\n\0", 13)),
            "log: is binary, not the text that strace writes");
  EXPECT_THAT(message_of("\x1f\x8b\x08"), HasSubstr("compressed with gzip"));
}

TEST(EvidenceReader, ALogMayBeCutAnywhere) {
  const std::string log = log_file("full");
  for (std::size_t size = 40; size < 4000; size += 7) {
    const auto evidence = test::read_log(std::string_view(log).substr(0, size),
                                         test::all_names());
    EXPECT_THAT(evidence.names, Contains("execve")) << size;
  }
}

TEST(EvidenceReader, CarriageReturnsDoNotMatter) {
  const auto evidence = test::read_log(
      "setgroups(0, NULL) = -1 EPERM (Operation not permitted)\r\n");
  EXPECT_THAT(evidence.failed, ElementsAre("setgroups"));
}

}  // namespace
}  // namespace harden
