#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <typeinfo>
#include <vector>

#include "cli/check/check_arguments.h"
#include "cli/commands/completion_command.h"
#include "cli/commands/harden_arguments.h"
#include "cli/commands/profile_arguments.h"
#include "cli/commands/rules_command.h"
#include "cli/run.h"

namespace harden::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Parsed = std::variant<std::unique_ptr<Command>, std::string>;

Parsed parse(std::vector<const char*> words) {
  words.insert(words.begin(), "harden");
  return parse_command_line(static_cast<int>(words.size()), words.data());
}

// The arguments of the command that the words name; throws when it is another
// one.
template <typename Arguments = HardenArguments>
Arguments arguments(std::vector<const char*> words) {
  const Parsed parsed = parse(std::move(words));
  const Command& command = *std::get<std::unique_ptr<Command>>(parsed);
  return dynamic_cast<const CommandOf<Arguments>&>(command).arguments();
}

std::string refusal(std::vector<const char*> words) {
  try {
    parse(std::move(words));
  } catch (const UsageError& error) {
    return error.what();
  }
  return "fine";
}

TEST(CommandLine, TakesAFirstWordThatIsNoCommandAsTheDockerfile) {
  EXPECT_THAT(arguments({"Dockerfile"}).files, ElementsAre("Dockerfile"));
  EXPECT_THAT(arguments({"./check"}).files, ElementsAre("./check"));
  EXPECT_THAT(arguments<CheckArguments>({"check", "a"}).files,
              ElementsAre("a"));
  EXPECT_NO_THROW(arguments<RulesArguments>({"rules"}));
  EXPECT_EQ(arguments<ExplainArguments>({"explain", "HD101"}).code, "HD101");
  EXPECT_THROW(arguments({"rules"}), std::bad_cast);
}

TEST(CommandLine, ReadsAllOptionsOfHarden) {
  const auto all = arguments({"-o",
                              "out",
                              "--diff",
                              "--target",
                              "web",
                              "--build-arg",
                              "A=1",
                              "Dockerfile",
                              "--build-arg",
                              "B",
                              "--context",
                              "dir",
                              "--user",
                              "app",
                              "--uid",
                              "20000",
                              "--gid",
                              "0",
                              "--user-style=name",
                              "--no-comments",
                              "--base-inspect",
                              "x.json",
                              "--config",
                              "c.toml",
                              "-q",
                              "--no-color"});
  EXPECT_THAT(all.files, ElementsAre("Dockerfile"));
  EXPECT_EQ(all.output, "out");
  EXPECT_TRUE(all.diff);
  EXPECT_EQ(all.target, "web");
  EXPECT_THAT(all.build_args, ElementsAre("A=1", "B"));
  EXPECT_EQ(all.context, "dir");
  EXPECT_EQ(all.user, "app");
  EXPECT_EQ(all.uid, 20000U);
  EXPECT_EQ(all.gid, 0U);
  EXPECT_EQ(all.user_style, UserStyle::name);
  EXPECT_TRUE(all.no_comments);
  EXPECT_THAT(all.base_inspect, ElementsAre("x.json"));
  EXPECT_EQ(all.config, "c.toml");
  EXPECT_TRUE(all.quiet);
  EXPECT_TRUE(all.no_color);
}

TEST(CommandLine, TakesADashAsStandardInput) {
  EXPECT_THAT(arguments({"-"}).files, ElementsAre("-"));
  EXPECT_EQ(arguments({"-", "-o", "-"}).output, "-");
  EXPECT_THAT(arguments({"--", "-odd"}).files, ElementsAre("-odd"));
}

TEST(CommandLine, ReadsTheOptionsOfCheck) {
  const auto all =
      arguments<CheckArguments>({"check", "--unknown=warn", "a", "b"});
  EXPECT_EQ(all.unknown, UnknownUser::warn);
  EXPECT_THAT(all.files, ElementsAre("a", "b"));
}

TEST(CommandLine, ReadsHowScriptsStepDown) {
  const auto none = arguments({"x"});
  EXPECT_EQ(none.step_down, StepDownMode::automatic);
  EXPECT_EQ(none.step_down_tool, StepDownTool::automatic);
  EXPECT_FALSE(none.write_scripts);
  const auto all = arguments({"x", "--step-down=never",
                              "--step-down-tool=su-exec", "--write-scripts"});
  EXPECT_EQ(all.step_down, StepDownMode::never);
  EXPECT_EQ(all.step_down_tool, StepDownTool::su_exec);
  EXPECT_TRUE(all.write_scripts);
  EXPECT_EQ(arguments<CheckArguments>({"check", "x"}).allow_step_down,
            std::nullopt);
  EXPECT_EQ(arguments<CheckArguments>({"check", "--allow-step-down=no", "x"})
                .allow_step_down,
            false);
  EXPECT_EQ(refusal({"x", "--step-down=allways"}),
            "`--step-down` takes auto, always or never, not `allways`; did you "
            "mean `always`?");
  EXPECT_EQ(refusal({"x", "--step-down-tool=sudo"}).substr(0, 60),
            "`--step-down-tool` takes gosu, su-exec or setpriv, not `sudo");
}

TEST(CommandLine, SuggestsWhatWasMeant) {
  EXPECT_EQ(refusal({"--outptu", "x"}),
            "unknown option `--outptu`; did you mean `--output`?");
  EXPECT_EQ(refusal({"check", "--in-place", "x"}),
            "unknown option `--in-place`; see `harden check --help`");
  EXPECT_EQ(refusal({"check", "--unknown=wran", "x"}),
            "`--unknown` takes fail, warn or ignore, not `wran`; did you mean "
            "`warn`?");
  EXPECT_EQ(refusal({"a", "--user-style=both"}),
            "`--user-style` takes numeric or name, not `both`");
}

TEST(CommandLine, RefusesValuesThatMakeNoSense) {
  const std::string uid = "`--uid` takes a number from 1 to 2147483647, not ";
  for (const char* bad : {"0", "x", "1x", "-1", "2147483648", "+5"}) {
    EXPECT_EQ(refusal({"a", "--uid", bad}), uid + "`" + bad + "`");
  }
  EXPECT_EQ(refusal({"a", "--gid", "4294967296"}),
            "`--gid` takes a number from 0 to 2147483647, not `4294967296`");
  EXPECT_THAT(refusal({"a", "--user", "root"}), HasSubstr("avoid"));
  EXPECT_THAT(refusal({"a", "--user", "1000"}), HasSubstr("`--uid`"));
  EXPECT_THAT(refusal({"a", "--build-arg", "=x"}),
              HasSubstr("takes NAME=VALUE"));
}

TEST(CommandLine, RefusesMissingAndRepeatedValues) {
  EXPECT_EQ(refusal({"a", "-o"}), "`--output` needs a value");
  EXPECT_EQ(refusal({"a", "-o", "b", "-o", "c"}),
            "`--output` is given more than once");
  EXPECT_EQ(refusal({"a", "-qo"}), "`--output` needs a value");
  EXPECT_EQ(refusal({"--target", "x", "a", "--context"}),
            "`--context` needs a value");
  EXPECT_EQ(refusal({"a", "--diff=yes"}), "`--diff` takes no value");
  EXPECT_EQ(refusal({"a", "--target=--diff=yes", "--quiet=no"}),
            "`--quiet` takes no value");
  EXPECT_EQ(refusal({"rules", "a"}),
            "`a` is one argument too many; see `harden rules --help`");
}

TEST(CommandLine, ShowsHelpWithExamplesOnEveryLevel) {
  for (std::vector<const char*> words : {std::vector<const char*>{"--help"},
                                         {"check", "-h"},
                                         {"explain", "--help"},
                                         {"rules", "--help"}}) {
    const auto text = std::get<std::string>(parse(words));
    EXPECT_THAT(text, HasSubstr("Usage: harden"));
    EXPECT_THAT(text, HasSubstr("Examples:\n  harden"));
    EXPECT_THAT(text, testing::Not(HasSubstr("--markdown")));
    EXPECT_EQ(text.back(), '\n');
  }
  EXPECT_THAT(std::get<std::string>(parse({"--version"})),
              testing::StartsWith("harden "));
}

TEST(CommandLine, TakesVerbsOfProfile) {
  EXPECT_EQ(refusal({"profile"}),
            "no verb given; `harden profile` takes apparmor, seccomp, diff, "
            "lint or test");
  EXPECT_THAT(refusal({"profile", "secomp"}),
              HasSubstr("did you mean `seccomp`?"));
  const auto test =
      arguments<ProfileTestArguments>({"-q", "profile", "--no-color", "test",
                                       "p.json", "--", "ls", "--", "-l"});
  EXPECT_TRUE(test.quiet);
  EXPECT_TRUE(test.no_color);
  EXPECT_THAT(test.files, ElementsAre("p.json"));
  EXPECT_THAT(test.program, ElementsAre("ls", "--", "-l"));
}

TEST(CommandLine, TakesTheShellOfItsCompletions) {
  EXPECT_EQ(arguments<CompletionArguments>({"completion", "fish"}).shell,
            "fish");
  EXPECT_THAT(refusal({"completion"}), HasSubstr("bash, zsh or fish"));
  EXPECT_THAT(refusal({"completion", "fsh"}), HasSubstr("did you mean"));
}

}  // namespace
}  // namespace harden::cli
