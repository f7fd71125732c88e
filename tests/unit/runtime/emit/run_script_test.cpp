// run.sh, by what the engine is told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "emit/policies.h"
#include "runtime/emit/emit.h"
#include "script_run.h"

namespace harden {
namespace {

using test::run_script;
using test::ScriptRun;
using test::Words;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// What stands behind an option, of all its uses.
Words values_of(const Words& words, const std::string& option) {
  Words values;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] == option) values.push_back(words[i + 1]);
  }
  return values;
}

Words run_call(const Policy& policy, Engine engine = Engine::docker) {
  const ScriptRun run = run_script(emit_run_script(policy, engine), {});
  EXPECT_EQ(run.status, 0) << run.errors;
  return run.calls.empty() ? Words{} : run.calls.back();
}

TEST(RunScript, IsCleanShell) {
  for (const Policy& policy : test::all_policies()) {
    // A file that puts `$` into values makes shellcheck wonder.
    const bool plain = policy.image.value.find('$') == std::string::npos;
    const std::string level = plain ? "style" : "warning";
    for (const Engine engine : {Engine::docker, Engine::podman}) {
      const std::string script = emit_run_script(policy, engine);
      EXPECT_EQ(test::complaint("sh -n", script), "") << script;
      if (!test::is_installed("shellcheck")) continue;
      EXPECT_EQ(test::complaint("shellcheck -s sh -S " + level, script), "")
          << script;
    }
  }
}

TEST(RunScript, TellsTheEngineWhatAnUnprivilegedServiceNeeds) {
  const ScriptRun run =
      run_script(emit_run_script(test::web_server(), Engine::docker), {});
  ASSERT_EQ(run.status, 0) << run.errors;
  EXPECT_THAT(
      run.calls,
      ElementsAre(
          ElementsAre("network", "inspect", "web"),
          ElementsAre(
              "run", "--user", "101:101", "--read-only", "--tmpfs",
              "/run:rw,noexec,nosuid,nodev,size=64m,uid=101,gid=101,mode=1777",
              "--tmpfs",
              "/var/cache/nginx:rw,noexec,nosuid,nodev,size=64m,uid=101,"
              "gid=101,mode=1777",
              "--cap-drop", "ALL", "--security-opt", "no-new-privileges",
              "--pids-limit", "256", "--memory", "512m", "--memory-swap",
              "512m", "--cpus", "1.5", "--ulimit", "nofile=1024:4096", "--ipc",
              "private", "--cgroupns", "private", "--network", "web",
              "--publish", "127.0.0.1:8080:80/tcp", "--restart", "on-failure:5",
              "web:secure")));
}

TEST(RunScript, StartsAsRootWhereTheImageStepsDown) {
  const Words words = run_call(test::database());
  EXPECT_THAT(values_of(words, "--user"), IsEmpty());
  EXPECT_THAT(values_of(words, "--cap-add"), ElementsAre("SETGID", "SETUID"));
  EXPECT_THAT(values_of(words, "--mount"),
              ElementsAre("type=volume,source=redis-data,target=/data"));
}

TEST(RunScript, LeavesTheUserToTheImageWhereItsNumberIsUnknown) {
  const Words words = run_call(test::nameless_user());
  EXPECT_THAT(values_of(words, "--user"), IsEmpty());
  EXPECT_THAT(values_of(words, "--tmpfs"),
              ElementsAre("/tmp:rw,noexec,nosuid,nodev,size=64m,mode=1777"));
}

TEST(RunScript, KnowsEveryControl) {
  const Words words = run_call(test::everything());
  const auto has = [&](const std::string& option, const std::string& value) {
    const Words values = values_of(words, option);
    EXPECT_NE(std::find(values.begin(), values.end(), value), values.end())
        << option << ' ' << value;
  };
  has("--name", "web-1");
  has("--group-add", "44");
  has("--tmpfs",
      "/var/cache/nginx:rw,exec,nosuid,nodev,size=64m,uid=101,gid=101,"
      "mode=0700");
  has("--mount", "type=bind,source=/srv/web,target=/etc/web");
  has("--security-opt", "label=level:s0:c1,c2");
  has("--memory-reservation", "256m");
  has("--shm-size", "16m");
  has("--cpu-shares", "512");
  has("--cpuset-cpus", "0-1");
  has("--cpuset-mems", "0");
  has("--blkio-weight", "300");
  has("--device-read-bps", "/dev/sda:1m");
  has("--device-write-iops", "/dev/sda:120");
  has("--cgroup-parent", "web.slice");
  has("--device", "/dev/sda:/dev/xvda:r");
  has("--device-cgroup-rule", "c 10:229 rwm");
  has("--pid", "container:debug");
  has("--publish", "[::1]:5353:53/udp");
  has("--sysctl", "net.core.somaxconn=1024");
  EXPECT_EQ(std::count(words.begin(), words.end(), "--init"), 1);
  EXPECT_EQ(std::count(words.begin(), words.end(), "--no-healthcheck"), 1);
  EXPECT_EQ(values_of(words, "--publish").size(), 2U);
}

TEST(RunScript, FindsTheSeccompProfileBesideItself) {
  const Words options =
      values_of(run_call(test::everything()), "--security-opt");
  ASSERT_GE(options.size(), 2U);
  EXPECT_THAT(options[1], testing::MatchesRegex("seccomp=/.*/seccomp\\.json"));
  Policy policy = test::web_server();
  policy.seccomp.value = "/etc/it's.json";
  EXPECT_THAT(values_of(run_call(policy), "--security-opt"),
              ElementsAre("no-new-privileges", "seccomp=/etc/it's.json"));
}

TEST(RunScript, PassesArgumentsOnAsTheyAre) {
  const std::string script =
      emit_run_script(test::web_server(), Engine::docker);
  const ScriptRun run = run_script(script, {"", "a b", "-h", "--", "*", "$x"});
  ASSERT_EQ(run.calls.size(), 2U);
  const Words& words = run.calls.back();
  const auto image = std::find(words.begin(), words.end(), "web:secure");
  EXPECT_THAT(Words(image + 1, words.end()),
              ElementsAre("", "a b", "-h", "--", "*", "$x"));
}

TEST(RunScript, TakesImageEngineAndOptionsFromTheEnvironment) {
  const std::string script =
      emit_run_script(test::web_server(), Engine::docker);
  const ScriptRun run = run_script(
      script, {"x"},
      {"IMAGE=other image", "RUN_OPTIONS=-d  --rm *", "ENGINE=podman"});
  const Words& words = run.calls.back();
  const std::size_t size = words.size();
  EXPECT_THAT(Words(words.end() - 5, words.end()),
              ElementsAre("-d", "--rm", "*", "other image", "x"))
      << size;
}

TEST(RunScript, GivesPodmanNoOwnersAndTheReservedPort) {
  const Words words = run_call(test::web_server(), Engine::podman);
  EXPECT_THAT(values_of(words, "--tmpfs"),
              ElementsAre("/run:rw,noexec,nosuid,nodev,size=64m,mode=1777",
                          "/var/cache/nginx:rw,noexec,nosuid,nodev,size=64m,"
                          "mode=1777"));
  EXPECT_THAT(values_of(words, "--sysctl"),
              ElementsAre("net.ipv4.ip_unprivileged_port_start=80"));
  Policy policy = test::web_server();
  policy.namespaces.network.value = "container:proxy";
  const Words joined = run_call(policy, Engine::podman);
  EXPECT_THAT(values_of(joined, "--sysctl"), IsEmpty());
  EXPECT_THAT(values_of(joined, "--publish"), IsEmpty());
}

TEST(RunScript, MakesTheNetworkWhereItIsMissing) {
  const std::string script =
      emit_run_script(test::web_server(), Engine::docker);
  test::StandIn engine;
  engine.network_status = 1;
  const ScriptRun run = run_script(script, {}, {}, engine);
  ASSERT_EQ(run.calls.size(), 3U);
  EXPECT_THAT(run.calls[1], ElementsAre("network", "create", "web"));
}

TEST(RunScript, ReadsNoCommandFromTheFile) {
  const ScriptRun run =
      run_script(emit_run_script(test::hostile(), Engine::docker), {"end"});
  ASSERT_EQ(run.status, 0) << run.errors;
  ASSERT_EQ(run.calls.size(), 1U);
  const Words& words = run.calls.back();
  EXPECT_EQ(words.back(), "end");
  EXPECT_EQ(words[words.size() - 2], test::hostile().image.value);
  EXPECT_EQ(values_of(words, "--name").at(0),
            test::hostile().container_name.value);
  EXPECT_THAT(values_of(words, "--tmpfs"),
              ElementsAre("/with space, comma \"and\" it's $HOME:rw,exec,"
                          "nosuid,nodev,size=64m,uid=101,gid=101,mode=0700"));
  EXPECT_THAT(values_of(words, "--mount").at(0),
              testing::EndsWith("a:exec,b\",tmpfs-size=67108864,"
                                "tmpfs-mode=1777"));
  EXPECT_THAT(values_of(words, "--mount").at(1),
              HasSubstr("\"target=/c,readonly,d"));
}

TEST(RunScript, RefusesWhatKeepsRoot) {
  const ScriptRun run =
      run_script(emit_run_script(test::unsafe(), Engine::docker), {"x"});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.calls, IsEmpty());
  EXPECT_THAT(run.errors, HasSubstr("`USER root` in the last stage; it's "
                                    "$(id)␊root"));
}

TEST(RunScript, JoinsOnlyAnIpcNamespaceThatIsShared) {
  Policy policy = test::web_server();
  policy.namespaces.ipc.value = "container:receiver";
  const std::string script = emit_run_script(policy, Engine::docker);
  EXPECT_EQ(run_script(script, {}).status, 0);
  test::StandIn engine;
  engine.ipc = "private";
  const ScriptRun refused = run_script(script, {}, {}, engine);
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.errors, HasSubstr("--ipc shareable"));
  engine.inspect_status = 1;
  const ScriptRun missing = run_script(script, {}, {}, engine);
  EXPECT_EQ(missing.status, 1);
  EXPECT_THAT(missing.errors, HasSubstr("receiver does not run"));
}

// The kernel's files, replaced by ours.
std::string with_apparmor(const std::string& enabled,
                          const std::string& profiles) {
  Policy policy = test::web_server();
  policy.apparmor.value = "harden-web";
  std::string script = emit_run_script(policy, Engine::docker);
  const auto replace = [&](const std::string& from, const std::string& to) {
    const std::size_t at = script.find(from);
    ASSERT_NE(at, std::string::npos);
    script.replace(at, from.size(), to);
  };
  replace("cat /sys/module/apparmor/parameters/enabled", enabled);
  replace("cat /sys/kernel/security/apparmor/profiles", profiles);
  return script;
}

TEST(RunScript, StopsWhereTheAppArmorProfileWouldNotConfine) {
  const auto errors = [](const std::string& script, int status) {
    const ScriptRun run = run_script(script, {});
    EXPECT_EQ(run.status, status) << run.errors;
    EXPECT_EQ(run.calls.empty(), status != 0);
    return run.errors;
  };
  EXPECT_THAT(errors(with_apparmor("false", "false"), 1),
              HasSubstr("this host has no AppArmor"));
  EXPECT_THAT(errors(with_apparmor("echo N", "false"), 1),
              HasSubstr("this host has no AppArmor"));
  EXPECT_THAT(
      errors(with_apparmor("echo Y", "echo 'my-harden-web (enforce)'"), 1),
      HasSubstr("harden-web is not loaded"));
  errors(with_apparmor("echo Y", "echo 'harden-web (enforce)'"), 0);
  // Not root: the engine finds out.
  errors(with_apparmor("echo Y", "false"), 0);
}

TEST(RunScript, SaysWhichLimitsChangeLive) {
  const std::string script =
      emit_run_script(test::everything(), Engine::docker);
  EXPECT_THAT(script, HasSubstr("# default (docker update changes it live)\n"
                                "set -- \"$@\" --memory 512m"));
  EXPECT_THAT(script, Not(HasSubstr("live)\nset -- \"$@\" --shm-size")));
  EXPECT_THAT(emit_run_script(test::everything(), Engine::podman),
              Not(HasSubstr("docker update")));
}

}  // namespace
}  // namespace harden
