#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evaluation_fixture.h"

namespace harden {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string message(std::string text) {
  return evaluated(std::move(text)).user().message;
}

TEST(EffectiveUser, NeverSetIsRoot) {
  EXPECT_EQ(verdict("FROM debian\n"), "root 0:0");
  EXPECT_EQ(message("FROM debian\n"),
            "`USER` is never set in the final stage, so the process runs as "
            "uid 0");
}

TEST(EffectiveUser, ManySpellingsOfRoot) {
  for (const char* user :
       {"0", "00", "+0", "-0", "0:0", "0:1000", "root", "root:root", "root:27",
        ":1000", ":sudo", "\"0\"", "'root'", "\"root\":sudo", "ro\\ot", "0:0:0",
        "000:33"}) {
    EXPECT_THAT(verdict(std::string("FROM debian\nUSER ") + user + "\n"),
                StartsWith("root 0"))
        << user;
  }
}

TEST(EffectiveUser, AnEmptyVariableIsRoot) {
  const Evaluated file = evaluated("FROM debian\nUSER $NOBODY\n");
  EXPECT_EQ(verdict(file.user()), "root 0:0");
  EXPECT_EQ(file.user().message,
            "`USER $NOBODY` resolves to nothing, so the process runs as uid 0");
}

TEST(EffectiveUser, AGroupAloneIsRoot) {
  EXPECT_EQ(verdict("FROM debian\nUSER :1000\n"), "root 0:1000");
  EXPECT_THAT(message("FROM debian\nUSER :1000\n"),
              HasSubstr("names a group only"));
}

TEST(EffectiveUser, ANameThatRunGaveUidZero) {
  const Evaluated file =
      evaluated("FROM debian\nRUN useradd -o -u 0 toor\nUSER toor\n");
  EXPECT_THAT(verdict(file.user()), StartsWith("root 0"));
  EXPECT_THAT(file.user().because,
              Contains("`toor` is created in line 2 with uid 0"));
}

TEST(EffectiveUser, KnownAccountsGiveTheirGroup) {
  EXPECT_EQ(verdict("FROM debian\nUSER www-data\n"), "unprivileged 33:33");
  EXPECT_EQ(verdict("FROM debian\nUSER 33\n"), "unprivileged 33:33");
  EXPECT_EQ(verdict("FROM debian\nUSER nobody:sudo\n"),
            "unprivileged 65534:27");
}

TEST(EffectiveUser, ANumberWithoutAnAccountHasTheRootGroup) {
  const EffectiveUser user = evaluated("FROM debian\nUSER 1000\n").user();
  EXPECT_EQ(verdict(user), "unprivileged 1000:0");
  EXPECT_TRUE(user.root_group);
  EXPECT_THAT(user.because, Contains(HasSubstr("no account has uid 1000")));
  EXPECT_FALSE(evaluated("FROM debian\nUSER 1000:1000\n").user().root_group);
}

TEST(EffectiveUser, PackagesBringNoPeople) {
  EXPECT_EQ(verdict("FROM debian\nRUN apt-get install -y x\nUSER 1000\n"),
            "unprivileged 1000:0");
  EXPECT_EQ(verdict("FROM debian\nRUN apt-get install -y x\nUSER 101\n"),
            "unprivileged 101:?");
}

TEST(EffectiveUser, TheRootGroupByName) {
  EXPECT_TRUE(evaluated("FROM debian\nUSER 1000:root\n").user().root_group);
  EXPECT_TRUE(evaluated("FROM grafana\n").user().root_group);
}

TEST(EffectiveUser, OnlyABuilderStageIsUnprivileged) {
  const EffectiveUser user =
      evaluated("FROM debian AS build\nUSER 1000\nFROM debian\n").user();
  EXPECT_EQ(verdict(user), "root 0:0");
  EXPECT_THAT(user.because, Contains(HasSubstr("line 2 belongs to another")));
}

TEST(EffectiveUser, InheritedFromAStage) {
  EXPECT_EQ(verdict("FROM debian AS base\nUSER 5:5\nFROM base\n"),
            "unprivileged 5:5");
}

TEST(EffectiveUser, InheritedFromTheBase) {
  const Evaluated file = evaluated("FROM grafana\n");
  EXPECT_EQ(verdict(file.user()), "unprivileged 472:0");
  EXPECT_THAT(file.user().message, HasSubstr("of the base image `grafana`"));
}

TEST(EffectiveUser, ScratchWithoutUserIsRoot) {
  EXPECT_EQ(verdict("FROM scratch\n"), "root 0:0");
}

TEST(EffectiveUser, ScratchHasNoNames) {
  EXPECT_EQ(verdict("FROM scratch\nUSER app\n"), "cannot-start");
  EXPECT_EQ(verdict("FROM scratch\nUSER root\n"), "cannot-start");
  EXPECT_EQ(verdict("FROM scratch\nUSER 1000:app\n"), "cannot-start");
  EXPECT_EQ(verdict("FROM scratch\nUSER 1000\n"), "unprivileged 1000:0");
  EXPECT_EQ(verdict("FROM scratch\nUSER 0\n"), "root 0:0");
  EXPECT_THAT(message("FROM scratch\nUSER app\n"),
              HasSubstr("there is no /etc/passwd"));
}

TEST(EffectiveUser, ScratchWithThePasswdOfABuilder) {
  const std::string builder =
      "FROM debian AS b\nRUN useradd -u 1000 app\nFROM scratch\n";
  EXPECT_EQ(verdict(builder + "COPY --from=b /etc/passwd /etc/passwd\n"
                              "USER app\n"),
            "unprivileged 1000:1000");
  EXPECT_EQ(verdict(builder + "COPY --from=0 /etc/passwd /etc/group /etc/\n"
                              "USER app:sudo\n"),
            "unprivileged 1000:27");
  EXPECT_EQ(verdict(builder + "COPY --from=B /etc/passwd /etc/\nUSER root\n"),
            "root 0:0");
  EXPECT_EQ(verdict(builder + "COPY --from=b /etc/passwd /etc/\nUSER no\n"),
            "cannot-start");
  EXPECT_EQ(verdict(builder + "COPY passwd /etc/passwd\nUSER app\n"),
            "unknown");
  EXPECT_EQ(verdict(builder + "COPY --from=debian /etc/passwd /etc/passwd\n"
                              "USER www-data\n"),
            "unprivileged 33:33");
}

// A RUN takes lines of passwd into the root of another image.
TEST(EffectiveUser, AccountsOfACollectedRoot) {
  const std::string files = "FROM debian AS b\nRUN useradd app\n";
  const std::string copied =
      "FROM scratch\nCOPY --from=b /rootfs /\nUSER app\n";
  EXPECT_EQ(verdict(files +
                    "RUN f() { sed -n /app/p /etc/passwd "
                    ">/rootfs/etc/passwd; }; f\n" +
                    copied),
            "unprivileged ?:?");
  // Lines from elsewhere, and nothing at all.
  EXPECT_EQ(verdict(files + "RUN cat /x >/rootfs/etc/passwd\n" + copied),
            "unknown");
  EXPECT_EQ(verdict(files + copied), "unknown");
}

TEST(EffectiveUser, NamesThatNobodyHas) {
  for (const char* user :
       {"app", "0x0", "1e3", "1_000", "ROOT", "1000a", "\"1 \"", "4294967295",
        "2147483648", "-1", "99999999999999999999", "1:2147483648", "+-1"}) {
    EXPECT_EQ(verdict(std::string("FROM debian\nUSER ") + user + "\n"),
              "cannot-start")
        << user;
  }
  EXPECT_EQ(verdict("FROM debian\nUSER 2147483647:1\n"),
            "unprivileged 2147483647:1");
  EXPECT_EQ(verdict("FROM debian\nUSER +1000:1\n"), "unprivileged 1000:1");
}

// Either a package makes it, with a uid that is not 0, or nothing starts.
TEST(EffectiveUser, NamesThatOnlyAPackageCanBring) {
  EXPECT_EQ(verdict("FROM debian\nRUN apt-get install -y postgresql\n"
                    "USER postgres\n"),
            "unprivileged ?:?");
  EXPECT_EQ(verdict("FROM debian\nRUN apt-get install -y x && ./setup.sh\n"
                    "USER app\n"),
            "unknown");
}

TEST(EffectiveUser, NamesThatMayHaveComeUnseen) {
  for (const char* line :
       {"RUN ./setup.sh", "RUN curl -s https://x | sh", "COPY rootfs /",
        "ADD rootfs.tar.gz /", "RUN sed -i s/x/y/ /etc/passwd",
        "RUN [\"/setup\"]", "SHELL [\"pwsh\"]\nRUN Add-User app"}) {
    EXPECT_EQ(verdict(std::string("FROM debian\n") + line + "\nUSER app\n"),
              "unknown")
        << line;
  }
  EXPECT_EQ(verdict("FROM debian\nRUN mkdir /x && chown 5 /x\nUSER app\n"),
            "cannot-start");
}

TEST(EffectiveUser, UnknownBases) {
  EXPECT_EQ(message("FROM acme/base:1\n"),
            "unknown because nothing is known about the base image "
            "`acme/base:1`");
  EXPECT_EQ(verdict("FROM acme/base:1\nUSER app\n"), "unknown");
  EXPECT_EQ(verdict("FROM acme/base:1\nUSER root\n"), "root 0:0");
  EXPECT_EQ(verdict("FROM acme/base:1\nUSER 0\n"), "root 0:0");
  EXPECT_EQ(verdict("FROM acme/base:1\nUSER 1000\n"), "unprivileged 1000:?");
  EXPECT_EQ(verdict("FROM acme/base:1\nRUN useradd app\nUSER app\n"),
            "unprivileged ?:?");
  EXPECT_EQ(verdict("FROM acme/base:1\nUSER $APP\n"), "unknown");
}

TEST(EffectiveUser, VariablesWithoutAValue) {
  const Evaluated file =
      evaluated("FROM debian\nARG APP_USER\nUSER $APP_USER\n");
  EXPECT_EQ(file.user().message,
            "unknown because `ARG APP_USER` has no default");
  EXPECT_THAT(file.user().because,
              Contains("it is empty unless `--build-arg APP_USER=…` is given"));
  EvaluateOptions options;
  options.build_args["APP_USER"] = "nobody";
  EXPECT_EQ(verdict("FROM debian\nARG APP_USER\nUSER $APP_USER\n", options),
            "unprivileged 65534:65534");
}

TEST(EffectiveUser, VariablesWithAValue) {
  EXPECT_EQ(verdict("FROM debian\nARG U=33\nUSER ${U}:${U}\n"),
            "unprivileged 33:33");
  EXPECT_EQ(verdict("FROM debian\nENV U=\"0\"\nUSER $U\n"), "root 0:0");
  EXPECT_EQ(verdict("FROM grafana\nUSER $GF_UID:1\n"), "unprivileged 472:1");
  EXPECT_EQ(verdict("FROM debian\nUSER ${U:-1000}:1\n"), "unprivileged 1000:1");
}

TEST(EffectiveUser, TheBaseStepsDownByItself) {
  EXPECT_EQ(verdict("FROM redis\n"), "steps-down 999:999");
  EXPECT_EQ(verdict("FROM redis\nUSER root\n"), "steps-down 999:999");
  EXPECT_EQ(verdict("FROM redis\nCMD [\"redis-server\", \"/etc/r.conf\"]\n"),
            "steps-down 999:999");
  EXPECT_EQ(verdict("FROM redis\nCMD [\"--port\", \"1\"]\n"),
            "steps-down 999:999");
  EXPECT_EQ(verdict("FROM redis\nUSER 5:5\n"), "unprivileged 5:5");
}

TEST(EffectiveUser, AnotherEntrypointDoesNotStepDown) {
  EXPECT_EQ(verdict("FROM redis\nENTRYPOINT [\"redis-server\"]\n"), "root 0:0");
  EXPECT_EQ(verdict("FROM redis AS a\nENTRYPOINT [\"x\"]\nFROM a\n"),
            "root 0:0");
  EXPECT_EQ(verdict("FROM redis\nCMD redis-server\n"), "unknown");
  EXPECT_EQ(verdict("FROM redis\nCMD [\"bash\"]\n"), "unknown");
}

TEST(EffectiveUser, Windows) {
  EXPECT_EQ(verdict("FROM servercore\n"), "root ?:?");
  EXPECT_EQ(verdict("FROM nanoserver\n"), "unprivileged ?:?");
  EXPECT_EQ(verdict("FROM servercore\nUSER ContainerUser\n"),
            "unprivileged ?:?");
  EXPECT_EQ(verdict("FROM nanoserver\nUSER ContainerAdministrator\n"),
            "root ?:?");
  EXPECT_EQ(verdict("FROM servercore\nUSER app\n"), "unknown");
}

TEST(EffectiveUser, AFileWithoutStages) {
  EXPECT_EQ(verdict("# nothing\n"), "unknown");
}

}  // namespace
}  // namespace harden
