#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <chrono>

#include "evaluation_fixture.h"

namespace harden {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string env(const Evaluated& file, const std::string& name) {
  const auto found = file.image().env.find(name);
  if (found == file.image().env.end()) return "unset";
  return found->second.value.value_or("unknown");
}

TEST(Evaluate, AGlobalArgNeedsToBeDeclaredAgain) {
  EXPECT_EQ(env(evaluated("ARG V=1\nFROM debian\nENV A=x$V\n"), "A"), "x");
  EXPECT_EQ(env(evaluated("ARG V=1\nFROM debian\nARG V\nENV A=x$V\n"), "A"),
            "x1");
  EXPECT_EQ(env(evaluated("ARG V=1\nFROM debian\nARG V=2\nENV A=x$V\n"), "A"),
            "x2");
}

TEST(Evaluate, GlobalArgsNameTheBase) {
  const Evaluated file = evaluated("ARG B=deb\nARG C=${B}ian\nFROM $C\n");
  EXPECT_EQ(file.image().base_reference, "debian");
  ASSERT_NE(file.image().base, nullptr);
  EXPECT_EQ(evaluated("FROM ${NONE:-debian}\n").image().base_reference,
            "debian");
}

TEST(Evaluate, FromSeesNoArgOfAStage) {
  const Evaluated file = evaluated("FROM debian\nARG B=alpine\nFROM ${B}\n");
  EXPECT_THAT(file.problem(), HasSubstr("`${B}` is empty"));
}

TEST(Evaluate, PlatformArgsAreKnownByNameOnly) {
  const Evaluated file = evaluated("FROM debian:$TARGETARCH\n");
  EXPECT_EQ(file.image().base, nullptr);
  EXPECT_THAT(file.image().base_unknown.text(), HasSubstr("TARGETARCH"));
  EXPECT_EQ(env(evaluated("FROM debian\nENV A=$TARGETARCH\n"), "A"), "");
  EXPECT_EQ(
      env(evaluated("FROM debian\nARG TARGETARCH\nENV A=$TARGETARCH\n"), "A"),
      "unknown");
}

TEST(Evaluate, BuildArgumentsBeatDefaults) {
  EvaluateOptions options;
  options.build_args = {{"V", "9"}, {"TARGETARCH", "arm64"}};
  const std::string text =
      "ARG V=1\nFROM debian:$V-$TARGETARCH\nARG V=2\nENV A=$V\n";
  const Evaluated file = evaluated(text, options);
  EXPECT_EQ(file.image().base_reference, "debian:9-arm64");
  EXPECT_EQ(env(file, "A"), "9");
}

TEST(Evaluate, BuildArgumentsNeedAnArg) {
  EvaluateOptions options;
  options.build_args = {{"V", "9"}, {"HTTP_PROXY", "p"}};
  EXPECT_EQ(env(evaluated("FROM debian\nENV A=x$V$HTTP_PROXY\n", options), "A"),
            "x");
}

TEST(Evaluate, EnvBeatsArg) {
  EXPECT_EQ(env(evaluated("FROM debian\nARG V=1\nENV V=2\nENV A=$V\n"), "A"),
            "2");
  EXPECT_EQ(env(evaluated("FROM debian\nENV V=2\nARG V\nENV A=$V\n"), "A"),
            "2");
}

TEST(Evaluate, OneEnvSeesOnlyWhatWasBeforeIt) {
  const Evaluated file =
      evaluated("FROM debian\nENV A=1\nENV A=2 B=$A\nENV C=$A\n");
  EXPECT_EQ(env(file, "B"), "1");
  EXPECT_EQ(env(file, "C"), "2");
  EXPECT_EQ(env(evaluated("FROM debian\nARG A=1 B=${A}2\nENV C=$B\n"), "C"),
            "12");
}

TEST(Evaluate, TheBaseMaySetAnyVariable) {
  EXPECT_EQ(env(evaluated("FROM acme/x\nENV A=$B\n"), "A"), "unknown");
  EXPECT_EQ(env(evaluated("FROM grafana\nENV A=$B\n"), "A"), "unknown");
  EXPECT_EQ(env(evaluated("FROM debian\nENV A=$B\n"), "A"), "");
  EXPECT_THAT(env(evaluated("FROM scratch\nENV A=$PATH\n"), "A"),
              HasSubstr("/usr/bin"));
}

TEST(Evaluate, AStageInheritsEverything) {
  const Evaluated file = evaluated(
      "FROM debian AS base\nARG V=1\nENV E=e\nWORKDIR /srv\nEXPOSE 80\n"
      "VOLUME /data\nENTRYPOINT [\"x\"]\nCMD [\"y\"]\nUSER nobody\n"
      "RUN useradd app\nSHELL [\"/bin/bash\", \"-c\"]\n"
      "FROM base\nENV A=$V\n");
  const ImageState& image = file.image();
  EXPECT_EQ(env(file, "A"), "1");
  EXPECT_EQ(env(file, "E"), "e");
  EXPECT_EQ(image.workdir, "/srv");
  EXPECT_THAT(image.ports, ElementsAre("80"));
  ASSERT_EQ(image.volumes.size(), 1U);
  EXPECT_EQ(image.volumes[0].path, "/data");
  EXPECT_EQ(image.entrypoint->argv.at(0), "x");
  EXPECT_EQ(image.cmd->argv.at(0), "y");
  EXPECT_EQ(image.user.spec, "nobody");
  EXPECT_EQ(image.accounts.back().name, "app");
  EXPECT_EQ(image.shell.size(), 2U);
  EXPECT_EQ(image.base_instruction, 0U);
}

TEST(Evaluate, AnEntrypointDropsTheCmdOfTheBase) {
  EXPECT_FALSE(evaluated("FROM redis\nENTRYPOINT [\"x\"]\n").image().cmd);
  EXPECT_FALSE(evaluated("FROM debian AS a\nCMD [\"y\"]\nFROM a\n"
                         "ENTRYPOINT [\"x\"]\n")
                   .image()
                   .cmd);
  EXPECT_TRUE(
      evaluated("FROM debian\nCMD [\"y\"]\nENTRYPOINT [\"x\"]\n").image().cmd);
}

TEST(Evaluate, RelativeDirectories) {
  const Evaluated file = evaluated(
      "FROM debian\nWORKDIR srv\nWORKDIR app/./x/..\nWORKDIR ../b//c/\n");
  EXPECT_EQ(file.image().workdir, "/srv/b/c");
  EXPECT_THAT(file.evaluation.workdir_before,
              ElementsAre("", "", "/srv", "/srv/app"));
}

TEST(Evaluate, UsersBeforeEachInstruction) {
  const Evaluated file =
      evaluated("FROM debian\nRUN a\nUSER 5\nRUN b\nUSER 0\nRUN c\n");
  const auto& before = file.evaluation.user_before;
  EXPECT_EQ(before[1].spec, "");
  EXPECT_EQ(before[3].spec, "5");
  EXPECT_EQ(before[3].instruction, 2U);
  EXPECT_EQ(before[5].spec, "0");
}

TEST(Evaluate, PortsFromOneVariable) {
  EXPECT_THAT(evaluated("FROM debian\nENV P=\"80 443/tcp\"\nEXPOSE $P 53/udp\n")
                  .image()
                  .ports,
              ElementsAre("80", "443/tcp", "53/udp"));
}

TEST(Evaluate, StageNamesAreStoredInLowerCase) {
  const std::string first = "FROM debian AS Build\nUSER 7:7\n";
  EXPECT_EQ(verdict(first + "FROM build\n"), "unprivileged 7:7");
  const Evaluated file = evaluated(first + "FROM Build\n");
  EXPECT_THAT(file.problem(), HasSubstr("must be lowercase"));
  EXPECT_THAT(file.evaluation.problems.at(0).help, HasSubstr("FROM build"));
  EXPECT_EQ(file.evaluation.problems.at(0).rule, "HD001");
}

TEST(Evaluate, RegistriesMayHaveUpperCase) {
  EXPECT_EQ(evaluated("FROM Registry.Example:5000/a/b:Tag\n").problem(), "");
  EXPECT_THAT(evaluated("FROM registry.example/A\n").problem(),
              HasSubstr("lowercase"));
}

TEST(Evaluate, TheLaterOfTwoStagesOfOneName) {
  EXPECT_EQ(verdict("FROM debian AS a\nUSER 1:1\nFROM debian AS a\nUSER 2:2\n"
                    "FROM a\n"),
            "unprivileged 2:2");
  EXPECT_EQ(verdict("FROM debian AS a\nUSER 1:1\nFROM a\n"
                    "FROM debian AS a\nUSER 2:2\n",
                    {.target = "1"}),
            "unprivileged 1:1");
}

TEST(Evaluate, FromKnowsNoNumbers) {
  const Evaluated file = evaluated("FROM debian\nUSER 1\nFROM 0\n");
  EXPECT_EQ(file.image().base_reference, "0");
  EXPECT_EQ(file.image().base, nullptr);
}

TEST(Evaluate, Targets) {
  const std::string text =
      "FROM debian AS one\nUSER 1:1\nFROM debian AS two\nUSER 2:2\n";
  EXPECT_EQ(verdict(text), "unprivileged 2:2");
  EXPECT_EQ(verdict(text, {.target = "ONE"}), "unprivileged 1:1");
  EXPECT_EQ(verdict(text, {.target = "0"}), "unprivileged 1:1");
  try {
    verdict(text, {.target = "three"});
    FAIL();
  } catch (const UnknownTarget& error) {
    EXPECT_STREQ(error.what(),
                 "no stage is called `three`; the file has `one`, `two`");
  }
}

TEST(Evaluate, TriggersFireInTheStageBuiltOnThem) {
  const std::string base = "FROM debian AS base\nONBUILD USER 9:9\n";
  const Evaluated alone = evaluated(base);
  EXPECT_EQ(verdict(alone.user()), "root 0:0");
  EXPECT_THAT(alone.image().onbuild_users, ElementsAre(1U));
  EXPECT_EQ(verdict(base + "FROM base\n"), "unprivileged 9:9");
  EXPECT_EQ(verdict(base + "FROM base\nUSER 0\n"), "root 0:0");
  // The grandchild inherits the user, not the trigger.
  EXPECT_EQ(verdict(base + "FROM base AS b\nUSER 4:4\nFROM b\n"),
            "unprivileged 4:4");
}

TEST(Evaluate, RefusedWordsAreProblems) {
  const Evaluated file = evaluated("FROM debian\nENV A=${B\nLABEL x=\"y\n");
  EXPECT_THAT(file.problem(), HasSubstr("never closed"));
  EXPECT_EQ(env(file, "A"), "unknown");
}

TEST(Evaluate, CopyFromAStageThatIsNotFinished) {
  const std::string text = "FROM debian AS a\nCOPY --from=b /x /x\n";
  // BuildKit and buildah build that one first.
  EXPECT_EQ(evaluated(text + "FROM debian AS b\n").problem(), "");
  EXPECT_THAT(evaluated(text + "FROM a AS b\n").problem(),
              HasSubstr("`--from=b` names a stage that is not finished"));
  EXPECT_THAT(
      evaluated(text + "FROM debian AS b\nCOPY --from=a /y /y\n").problem(),
      HasSubstr("`--from=b` names a stage that is not finished"));
  EXPECT_THAT(evaluated("FROM debian AS a\nCOPY --from=a /x /x\n").problem(),
              HasSubstr("`--from=a` names a stage that is not finished"));
  EXPECT_EQ(evaluated(text).problem(), "");  // an image of that name
  EXPECT_EQ(evaluated("FROM debian AS a\nFROM debian\n"
                      "COPY --from=A /x /x\nCOPY --from=0 /x /x\n")
                .problem(),
            "");
}

TEST(Evaluate, TheEscapeDirectiveCountsInWords) {
  EXPECT_EQ(env(evaluated("# escape=`\nFROM debian\nENV A=c:\\x`$y\n"), "A"),
            "c:\\x$y");
}

TEST(Evaluate, ManyInstructionsStayLinear) {
  std::string text = "FROM debian AS a\n";
  for (int i = 0; i < 5000; ++i) {
    text += "ENV V" + std::to_string(i) + "=$V\n";
    text += "ONBUILD USER 5\nRUN useradd u" + std::to_string(i) + "\n";
  }
  for (int i = 0; i < 5000; ++i) text += "FROM a\n";
  const auto begin = std::chrono::steady_clock::now();
  evaluated(text);
  std::string doubling = "FROM debian\nENV V=xxxxxxxx\n";
  for (int i = 0; i < 10'000; ++i) doubling += "ENV V=$V$V W=${V#*y}\n";
  evaluated(doubling);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

TEST(Evaluate, TakesAnything) {
  rc::check([] {
    const auto lines =
        *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
            std::vector<std::string>{"FROM debian AS a",
                                     "FROM a",
                                     "FROM $A",
                                     "ARG A=a",
                                     "ARG A",
                                     "ENV A=$A",
                                     "USER $A",
                                     "USER ${A",
                                     "RUN useradd $A",
                                     "ONBUILD USER 1",
                                     "ONBUILD COPY . /",
                                     "COPY --from=a / /",
                                     "COPY --from=1 /etc/passwd /etc/",
                                     "WORKDIR $A",
                                     "CMD a",
                                     "FROM",
                                     "USER",
                                     "RUN <<EOF",
                                     "EOF",
                                     "ENTRYPOINT []",
                                     "SHELL [\"a\"]"}));
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    const Evaluated file = evaluated(text);
    RC_ASSERT(file.evaluation.stages.size() == file.document.stages.size());
    RC_ASSERT(!file.user().message.empty());
  });
}

}  // namespace
}  // namespace harden
