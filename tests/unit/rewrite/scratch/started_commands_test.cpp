// Which commands come along with a shell.
#include "rewrite/scratch/started_commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace harden {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> commands(std::string_view script) {
  std::vector<std::string> names;
  add_commands(script, names);
  return names;
}

TEST(StartedCommands, AreThoseOfAllBranches) {
  EXPECT_THAT(commands("if [ -n \"$A\" ]; then mkdir -p /a; else date; fi\n"
                       "sed s/a/b/ x | tee y && cp x y || mv x y\n"),
              ElementsAre("mkdir", "date", "sed", "tee", "cp", "mv"));
}

TEST(StartedCommands, StandInSubstitutions) {
  EXPECT_THAT(commands("name=$(basename \"$0\")\necho \"$(hostname -f)\" `id`"),
              ElementsAre("basename", "echo", "hostname", "id"));
}

TEST(StartedCommands, StandBehindWrappers) {
  EXPECT_THAT(commands("exec tini -- python app.py"),
              ElementsAre("tini", "python"));
  EXPECT_THAT(commands("env A=1 nice -n 5 server --port 1"),
              ElementsAre("env", "nice", "5"));
}

TEST(StartedCommands, AreNoBuiltinsAndNoVariables) {
  EXPECT_THAT(commands("set -e; cd /app; export A=1; \"$CMD\" x; . ./env"),
              IsEmpty());
}

TEST(StartedCommands, AreNamedOnce) {
  EXPECT_THAT(commands("date; date; date"), ElementsAre("date"));
}

// Nested deeper than anybody writes: an end all the same.
TEST(StartedCommands, EndInNestedSubstitutions) {
  std::string script = "x";
  for (int i = 0; i < 200; ++i) script = "echo $(" + script + ")";
  EXPECT_THAT(commands(script), ElementsAre("echo"));
}

}  // namespace
}  // namespace harden
