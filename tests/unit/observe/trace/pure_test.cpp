// What is decided without an engine.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "observe/trace/bench.h"
#include "observe/trace/engine_client.h"
#include "observe/trace/trace.h"

namespace harden::trace {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

WritablePath volume(std::string path, std::string source) {
  WritablePath result;
  result.kind = WritablePath::Kind::volume;
  result.path = std::move(path);
  result.volume = std::move(source);
  return result;
}

Policy service() {
  Policy policy;
  policy.container_name.value = "api";
  policy.restart.value = "on-failure:5";
  policy.namespaces.network.value = "api-net";
  policy.writable = {volume("/data", "api-data"),
                     volume("/etc/api", "/srv/api")};
  policy.ports = {{80, Protocol::tcp, "0.0.0.0", 8080}};
  return policy;
}

TEST(Trial, NothingOfTheUsersIsTouched) {
  const Trial trial = trial_of(service(), "harden-trace-1");
  EXPECT_EQ(trial.policy.container_name.value, "");
  EXPECT_EQ(trial.policy.restart.value, "");
  EXPECT_EQ(trial.policy.ports[0].host_port, 0);
  EXPECT_EQ(trial.policy.namespaces.network.value, "harden-trace-1");
  EXPECT_TRUE(trial.needs_network);
  EXPECT_THAT(trial.volumes, ElementsAre("harden-trace-1-0"));
  EXPECT_EQ(trial.policy.writable[0].volume, "harden-trace-1-0");
}

TEST(Trial, FoldersOfTheHostStayAndAreTold) {
  const Trial trial = trial_of(service(), "harden-trace-1");
  EXPECT_EQ(trial.policy.writable[1].volume, "/srv/api");
  EXPECT_THAT(trial.binds, ElementsAre("/srv/api"));
}

TEST(Trial, ServicesWithoutNetworkGetNone) {
  Policy policy = service();
  policy.namespaces.network.value = "none";
  EXPECT_FALSE(trial_of(policy, "x").needs_network);
  EXPECT_THAT(publish_options(policy), IsEmpty());
}

TEST(Trial, PortsAreAnyFreeOnesOfThisMachine) {
  EXPECT_THAT(publish_options(service()),
              ElementsAre("--publish", "127.0.0.1::80/tcp"));
}

TEST(TracerImage, IsTheImageAndAFolderBesides) {
  const std::string text = tracing_dockerfile("api:image", "alpine:3");
  EXPECT_TRUE(
      text.starts_with("FROM alpine:3 AS harden-trace-tools\nUSER 0\n"));
  EXPECT_TRUE(text.ends_with(
      "FROM api:image\n"
      "COPY --from=harden-trace-tools /harden-trace /harden-trace\n"));
  EXPECT_THAT(text, HasSubstr("apk add --no-cache strace"));
  EXPECT_THAT(text,
              HasSubstr(R"(cp \"$(command -v strace)\" \"$to/strace\";)"));
  EXPECT_THAT(text, HasSubstr(R"(", "strace", "/harden-trace"])"));
}

TEST(TracerImage, TheProgramStaysTheFirstProcess) {
  const auto words = traced({"/api", "--port", "80"}, log_path("a"), true);
  EXPECT_EQ(words.front(), "/harden-trace/ld.so");
  EXPECT_THAT(words, Contains("-D"));
  EXPECT_THAT(words, Contains("/harden-trace/log/a"));
  EXPECT_EQ(words[words.size() - 4], "--");
  EXPECT_EQ(words.back(), "80");
  EXPECT_THAT(traced({"true"}, log_path("a"), false), Not(Contains("-D")));
}

TEST(ImageConfig, StartAndHealth) {
  const ImageConfig config = read_image_config(
      R"({"Entrypoint": ["/entry"], "Cmd": ["serve"],
          "Healthcheck": {"Test": ["CMD-SHELL", "curl -f x"]}})");
  EXPECT_THAT(config.argv(), ElementsAre("/entry", "serve"));
  EXPECT_THAT(config.health, ElementsAre("/bin/sh", "-c", "curl -f x"));
}

TEST(ImageConfig, WhatIsNotThere) {
  const ImageConfig config = read_image_config(
      R"({"Entrypoint": null, "Healthcheck": {"Test": ["NONE"]}})");
  EXPECT_THAT(config.argv(), IsEmpty());
  EXPECT_THAT(config.health, IsEmpty());
  EXPECT_THROW(read_image_config("[1"), ProcessFailure);
  EXPECT_THROW(read_image_config(R"({"Cmd": 1})"), ProcessFailure);
}

SeccompProfile small_profile() {
  SeccompProfile profile;
  SeccompRule allow;
  allow.names = {"read", "write"};
  SeccompRule no_clone3;
  no_clone3.names = {"clone3"};
  no_clone3.action = SeccompAction::error;
  no_clone3.error = 38;
  no_clone3.excludes.capabilities = {"CAP_SYS_ADMIN"};
  profile.rules = {allow, no_clone3};
  return profile;
}

TEST(Denials, AreCallsThatNoRuleNames) {
  EXPECT_THAT(denied_of({"clone3", "listen", "read"}, small_profile()),
              ElementsAre("listen"));
}

TEST(Denials, WhileWatchingOnlyWhatHasAnErrorOfItsOwnIsRefused) {
  const SeccompProfile watching = watching_profile(small_profile());
  EXPECT_EQ(watching.default_action, SeccompAction::allow);
  ASSERT_EQ(watching.rules.size(), 1U);
  EXPECT_THAT(watching.rules[0].names, ElementsAre("clone3"));
  EXPECT_TRUE(watching.rules[0].excludes.empty());
}

TEST(Denials, TheTracerMayDoItsWork) {
  const SeccompProfile profile = with_tracer(small_profile());
  EXPECT_THAT(profile.rules.back().names, Contains("ptrace"));
}

}  // namespace
}  // namespace harden::trace
