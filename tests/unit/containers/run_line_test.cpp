// What is made of `docker run` lines.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "settings_fixture.h"

namespace harden {
namespace {

using test::run;
using testing::HasSubstr;

TEST(RunLine, FlagsHaveValuesInAllForms) {
  for (const char* it :
       {"docker run -u 0 x", "docker run -u0 x", "docker run -u=0 x",
        "docker run --user 0 x", "docker run --user=0 x",
        "docker run -itu0 x sh -u 5", "docker run -it -u'0' x",
        "docker run \\\n  -u 0 \\\n  x", "podman run -u 0 x",
        "docker container run -u 0 x", "docker create -u 0 x",
        "sudo -E docker -H tcp://a:1 run -u 0 x",
        // At 0733439 `me` was taken for the program.
        "sudo -u me docker run -u 0 x", "nice -n 5 docker run -u 0 x",
        "A=b /usr/bin/docker run -u0 x",
        "docker --context far run -u 0 -- x"}) {
    const ContainerSettings read = run(it);
    ASSERT_TRUE(read.user) << it;
    EXPECT_EQ(read.user->value, "0") << it;
    EXPECT_EQ(read.image->value, "x") << it;
  }
}

TEST(RunLine, FlagsBehindTheImageAreTheCommands) {
  EXPECT_FALSE(run("docker run x --privileged").privileged);
}

TEST(RunLine, ReadsSwitches) {
  const auto it = run("docker run --privileged --read-only=false --init x");
  EXPECT_TRUE(it.privileged->value);
  EXPECT_FALSE(it.read_only->value);
  EXPECT_TRUE(it.init->value);
}

TEST(RunLine, ReadsMountsAndPorts) {
  const auto it =
      run("docker run -v /a:/b:ro,z --mount "
          "type=bind,src=/c,dst=/d,readonly,bind-propagation=shared "
          "--mount=type=tmpfs,target=/e --tmpfs /f:size=1m -p127.0.0.1:1:2 -P "
          "--device /dev/a -v vol:/g -v \"$PWD\":/h -v $(pwd)/i:/j x");
  ASSERT_EQ(it.mounts.size(), 7U);
  EXPECT_EQ(it.mounts[0].relabel, 'z');
  EXPECT_EQ(it.mounts[1].source, "/c");
  EXPECT_EQ(it.mounts[1].propagation, "shared");
  EXPECT_TRUE(it.mounts[1].read_only);
  EXPECT_EQ(it.mounts[2].kind, MountSetting::Kind::tmpfs);
  EXPECT_EQ(it.mounts[4].kind, MountSetting::Kind::volume);
  EXPECT_EQ(it.mounts[5].source, ".");
  EXPECT_EQ(it.mounts[6].source, "./i");
  ASSERT_EQ(it.ports.size(), 2U);
  EXPECT_EQ(it.ports[0].address, "127.0.0.1");
  EXPECT_EQ(it.ports[1].container_port, "*");
  EXPECT_EQ(it.devices.size(), 1U);
}

TEST(RunLine, ReadsTheRest) {
  const auto it =
      run("docker run --cap-add=SYS_ADMIN,net_raw --cap-drop all --pid=host "
          "--network container:y --security-opt seccomp=unconfined --memory 1g "
          "--cpus=1 --pids-limit 5 --restart always --health-cmd x --name w "
          "--sysctl a=b --entrypoint sh x");
  EXPECT_EQ(it.cap_add.size(), 2U);
  EXPECT_EQ(it.cap_add[1].value, "NET_RAW");
  EXPECT_EQ(it.cap_drop[0].value, "ALL");
  EXPECT_EQ(it.pid->value, "host");
  EXPECT_EQ(it.network->value, "container:y");
  EXPECT_EQ(it.seccomp->value, "unconfined");
  EXPECT_EQ(it.memory->value, "1g");
  EXPECT_TRUE(it.has_health_check);
  EXPECT_TRUE(it.overrides_entrypoint);
  EXPECT_EQ(it.what, "container `w`");
  EXPECT_EQ(it.sysctls[0].value.second, "b");
}

TEST(RunLine, VariablesAreUnknown) {
  const auto it = run("docker run -u $U --pid \"${P:-host}\" $OPTS x");
  EXPECT_FALSE(it.user);
  ASSERT_EQ(it.unknown.size(), 1U);
  EXPECT_EQ(it.pid->value, "host");
  EXPECT_EQ(it.incomplete_because, "`$OPTS` may hold more flags");
  EXPECT_EQ(run("docker run $IMAGE sh").image->value, "$IMAGE");
}

TEST(RunLine, UnknownFlagsAreNamed) {
  const SettingsFile file =
      read_run_line(SourceFile("--run", "docker run --memroy 1g --zzz -Y x"));
  ASSERT_EQ(file.problems.size(), 3U);
  EXPECT_EQ(file.problems[0].help, "did you mean `--memory`?");
  EXPECT_EQ(file.problems[0].severity, Severity::warning);
  EXPECT_EQ(file.containers[0].image->value, "x");
}

TEST(RunLine, PlacesAreInTheLine) {
  const SettingsFile file = read_run_line(
      SourceFile("--run", "docker run --user='0' -v /:/host --privileged x"));
  const auto& it = file.containers[0];
  EXPECT_EQ(file.source->text(it.mounts[0].span), "/:/host");
  EXPECT_EQ(file.source->text(it.privileged->span), "--privileged");
  EXPECT_EQ(file.source->text(it.span), "x");
}

TEST(RunLine, AllRunLinesAreRead) {
  const SettingsFile file = read_run_line(SourceFile(
      "--run", "docker pull a && docker run -d a; docker run b | cat"));
  EXPECT_EQ(file.containers.size(), 2U);
}

TEST(RunLine, OtherLinesAreRefused) {
  for (const char* it : {"docker build .", "ls", "", "docker", "docker run",
                         "docker run -it", "'", "docker run \"x"}) {
    EXPECT_THROW(read_run_line(SourceFile("--run", it)), BadInput) << it;
  }
}

}  // namespace
}  // namespace harden
