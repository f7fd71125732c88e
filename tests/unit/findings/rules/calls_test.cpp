// Which programs a RUN line starts.
#include "findings/runs/calls.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "findings/images/taken_images.h"
#include "findings/subject.h"

namespace harden::rule {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Keeps the commands that Calls points into.
class Line {
 public:
  explicit Line(const std::string& text) : commands_(shell_commands(text)) {
    calls_.add(0, commands_);
  }

  std::vector<std::string> programs() const {
    std::vector<std::string> names;
    for (const Call& it : calls_.all()) names.emplace_back(it.program);
    return names;
  }
  const Calls& calls() const { return calls_; }

 private:
  std::vector<SimpleCommand> commands_;
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
              ElementsAre("sh", "a", "b", "c"));
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
  const auto& all = line.calls().all();
  ASSERT_THAT(line.programs(), ElementsAre("a", "b", "c", "sh", "d", "e", "f"));
  EXPECT_THAT(line.calls().pipeline(all[0]),
              ElementsAre(&all[0], &all[1], &all[2]));
  EXPECT_EQ(line.calls().writer(all[0]), nullptr);
  EXPECT_EQ(line.calls().writer(all[2]), &all[1]);
  EXPECT_THAT(line.calls().pipeline(all[3]), ElementsAre(&all[3], &all[6]))
      << "what the script starts is another text";
  EXPECT_THAT(line.calls().pipeline(all[4]), ElementsAre(&all[4], &all[5]));
}

TEST(Calls, SayWhereTheyStand) {
  const Line line("sudo a; bash -c 'b; sudo c'");
  const auto& all = line.calls().all();
  ASSERT_THAT(line.programs(), ElementsAre("a", "bash", "b", "c"));
  EXPECT_TRUE(all[0].by_sudo);
  EXPECT_FALSE(all[0].nested);
  EXPECT_EQ(all[0].span, (Span{0, 6}));
  EXPECT_TRUE(all[3].nested);
  EXPECT_TRUE(all[3].by_sudo);
  EXPECT_EQ(all[3].span, (Span{16, 27})) << "the word that holds it";
}

TEST(Calls, AreThoseOfTheirRun) {
  const auto first = shell_commands("a; sh -c b");
  const auto second = shell_commands("c");
  Calls calls;
  calls.add(3, first);
  calls.add(7, second);
  EXPECT_EQ(calls.of(3).size(), 3U);
  ASSERT_EQ(calls.of(7).size(), 1U);
  EXPECT_EQ(calls.of(7)[0].program, "c");
  EXPECT_TRUE(calls.of(5).empty());
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
}  // namespace harden::rule
