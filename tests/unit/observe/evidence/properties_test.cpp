// What holds for any log.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "base/source/source_file.h"
#include "names.h"
#include "observe/evidence/line_splitter.h"

namespace harden {
namespace {

// Lines that look like those of strace more often than chance has it.
rc::Gen<std::string> lines() {
  const auto piece =
      rc::gen::elementOf(std::vector<std::string>{"[pid ",
                                                  "] ",
                                                  "12 ",
                                                  "12:00:00.5 ",
                                                  "<... ",
                                                  " resumed>",
                                                  "read",
                                                  "openat",
                                                  "write",
                                                  "(",
                                                  ")",
                                                  " = 0",
                                                  " = -1 EPERM (x)",
                                                  " = -1 ENOSYS (y)",
                                                  " <unfinished ...>",
                                                  "\"",
                                                  "\\n",
                                                  "--- SIGCHLD ---",
                                                  "+++ exited +++",
                                                  "\n",
                                                  "\n",
                                                  "\r\n",
                                                  "% time calls syscall\n",
                                                  "------ -----\n",
                                                  "type=1326 ",
                                                  "arch=c000003e ",
                                                  "syscall=257 ",
                                                  "<",
                                                  ">",
                                                  " ",
                                                  "\xff"});
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& it : pieces) text += it;
                        return text;
                      });
}

struct Answer {
  SyscallEvidence evidence;
  std::string refusal;
  bool operator==(const Answer& other) const {
    return refusal == other.refusal && evidence.names == other.evidence.names &&
           evidence.failed == other.evidence.failed &&
           evidence.unknown == other.evidence.unknown &&
           evidence.lines == other.evidence.lines &&
           evidence.unread == other.evidence.unread;
  }
};

// Fed in blocks of one size.
Answer read_in_blocks(std::string_view log, std::size_t size) {
  EvidenceReader reader(test::some_names());
  Answer answer;
  try {
    reader.begin("log");
    for (std::size_t at = 0; at < log.size(); at += size) {
      reader.feed(log.substr(at, size));
    }
    reader.end();
  } catch (const BadInput& error) {
    answer.refusal = error.what();
  }
  answer.evidence = reader.evidence();
  return answer;
}

RC_GTEST_PROP(EvidenceProperties, BlocksMakeNoDifference, ()) {
  const std::string log = *lines();
  const auto size = *rc::gen::inRange<std::size_t>(1, 64);
  RC_ASSERT(read_in_blocks(log, size) == read_in_blocks(log, log.size() + 1));
}

RC_GTEST_PROP(EvidenceProperties, AnyBytesGiveEvidenceOrARefusal, ()) {
  const auto log = *rc::gen::arbitrary<std::string>();
  const Answer answer = read_in_blocks(log, 17);
  RC_ASSERT(answer.evidence.unread <= answer.evidence.lines);
  RC_ASSERT(!answer.refusal.empty() || !answer.evidence.names.empty());
}

RC_GTEST_PROP(EvidenceProperties, ALineMoreTakesNoNameAway, ()) {
  const std::string log = *lines();
  const std::string more = log + "\n" + *lines();
  const auto few = read_in_blocks(log, 4096).evidence.names;
  const auto many = read_in_blocks(more, 4096).evidence.names;
  RC_ASSERT(std::includes(many.begin(), many.end(), few.begin(), few.end()));
}

TEST(LineSplitter, ALineWithoutEndTakesNoMemory) {
  evidence::LineSplitter splitter;
  std::size_t size = 0;
  int count = 0;
  const auto take = [&](std::string_view line) {
    size = line.size();
    ++count;
  };
  for (int i = 0; i < 1000; ++i) {
    splitter.feed(std::string(4096, 'x'), take);
  }
  splitter.finish(take);
  EXPECT_EQ(count, 1);
  EXPECT_EQ(size, evidence::LineSplitter::longest);
}

}  // namespace
}  // namespace harden
