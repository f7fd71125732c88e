// Which programs a RUN line starts.
#include "lint/calls.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lint/subject.h"
#include "lint/taken_images.h"

namespace harden::lint_rules {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Keeps the commands that Calls points into.
class Line {
 public:
  explicit Line(const std::string& text)
      : commands_(model::shell_commands(text)), calls_(run_commands()) {}

  std::vector<std::string> programs() const {
    std::vector<std::string> names;
    for (const Call& it : calls_.all()) names.emplace_back(it.program());
    return names;
  }
  const Calls& calls() const { return calls_; }

 private:
  std::vector<RunCommand> run_commands() const {
    std::vector<RunCommand> result;
    for (const auto& it : commands_) result.push_back({0, &it});
    return result;
  }

  std::vector<model::SimpleCommand> commands_;
  Calls calls_;
};

std::vector<std::string> programs(const std::string& line) {
  return Line(line).programs();
}

TEST(Calls, StandBehindWrappers) {
  EXPECT_THAT(programs("sudo -E env A=b nice -n 5 /usr/bin/curl -k x"),
              ElementsAre("curl"));
  EXPECT_THAT(programs("A=b curl x; \"$TOOL\" y; sudo"),
              ElementsAre("curl", "", ""));
}

TEST(Calls, AreFoundInScriptsAndSubstitutions) {
  EXPECT_THAT(programs("sh -ec 'a | b' x; c"),
              ElementsAre("sh", "c", "a", "b"));
  EXPECT_THAT(programs("V=$(a \"$(b)\") c <(d)"),
              ElementsAre("c", "d", "a", "b"));
  EXPECT_THAT(programs("bash script -c 'a'"), ElementsAre("bash"));
  EXPECT_THAT(programs("echo '$(a)' \\$(("), ElementsAre("echo"));
}

TEST(Calls, EndAtSomeDepth) {
  std::string line = "a";
  for (int i = 0; i < 1000; ++i) line = "x $(" + line + ")";
  EXPECT_LE(programs(line).size(), 10U);
}

TEST(Calls, KnowTheirPipes) {
  const Line line("a | b | c; sh -c 'd | e' | f");
  const Calls& calls = line.calls();
  EXPECT_EQ(calls.pipeline(0).size(), 3U);
  EXPECT_FALSE(calls.reads_pipe(0));
  EXPECT_TRUE(calls.reads_pipe(2));
  EXPECT_FALSE(calls.reads_pipe(3));
  ASSERT_EQ(calls.all()[5].program(), "d");
  EXPECT_FALSE(calls.reads_pipe(5)) << "another text";
  EXPECT_EQ(calls.pipeline(5).size(), 2U);
  EXPECT_FALSE(calls.all()[5].own_spans);
}

TEST(Substitutions, AreThoseOfTheShell) {
  EXPECT_THAT(substitutions("a$(b c)d<(e)"), ElementsAre("b c", "e"));
  EXPECT_THAT(substitutions("$((1 + 2)) $() ${x} $x (y) $"), IsEmpty());
}

TEST(FullRepository, NamesTheRegistry) {
  EXPECT_EQ(full_repository("debian:12"), "docker.io/library/debian");
  EXPECT_EQ(full_repository("docker.io/debian"), "docker.io/library/debian");
  EXPECT_EQ(full_repository("index.docker.io/a/b"), "docker.io/a/b");
  EXPECT_EQ(full_repository("a/b@sha256:0"), "docker.io/a/b");
  EXPECT_EQ(full_repository("host:5000/a/b:1"), "host:5000/a/b");
  EXPECT_EQ(full_repository("localhost/a"), "localhost/a");
}

}  // namespace
}  // namespace harden::lint_rules
