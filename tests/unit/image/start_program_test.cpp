#include "image/start/start_program.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "dockerfile/document.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

StartProgram started(const std::string& command) {
  EvaluateOptions options;
  options.bases = &builtin_bases();
  const Document document =
      parse(SourceFile("Dockerfile", "FROM debian:12\n" + command + "\n"));
  const Evaluation evaluation = evaluate(document, options);
  return start_program({document, evaluation, 0, nullptr});
}

using Programs = std::vector<std::string>;

// At 0733439 `143`, `10` and `HOME` were taken for the program.
TEST(StartProgramOf, StandsBehindTheOptionsOfWrappers) {
  EXPECT_EQ(started(R"(CMD ["tini", "-e", "143", "--", "server"])").programs,
            Programs{"server"});
  EXPECT_EQ(started(R"(CMD ["nice", "-n", "10", "server"])").programs,
            Programs{"server"});
  EXPECT_EQ(started(R"(CMD ["env", "-u", "HOME", "A=b", "server"])").programs,
            Programs{"server"});
  EXPECT_EQ(started(R"(CMD ["chrt", "5", "server"])").programs,
            Programs{"server"});
}

// At 0733439 mksh was no shell here, as it was elsewhere.
TEST(StartProgramOf, StandsInTheLineOfEveryShell) {
  const StartProgram start = started(R"(CMD ["mksh", "-c", "exec server"])");
  EXPECT_EQ(start.programs, Programs{"server"});
}

}  // namespace
}  // namespace harden
