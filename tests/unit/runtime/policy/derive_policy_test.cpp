// What a container needs, from the text of a Dockerfile.
#include "runtime/policy/derive_policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "dockerfile/document.h"
#include "image/user/image_user.h"
#include "knowledge/knowledge.h"
#include "memory_context.h"

namespace harden {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using Kind = WritablePath::Kind;

Policy policy_of(const std::string& text, const PolicyWishes& wishes,
                 const BuildContext* context = nullptr) {
  EvaluateOptions options;
  options.bases = &builtin_bases();
  return derive_policy(
      Revision(SourceFile("Dockerfile", text), options, context), wishes);
}

Policy policy_of(const std::string& text) {
  PolicyWishes wishes;
  wishes.service = "web";
  return policy_of(text, wishes);
}

std::vector<std::string> paths(const Policy& policy, Kind kind) {
  std::vector<std::string> result;
  for (const WritablePath& it : policy.writable) {
    if (it.kind == kind) result.push_back(it.path);
  }
  return result;
}

const WritablePath& path(const Policy& policy, std::string_view name) {
  for (const WritablePath& it : policy.writable) {
    if (it.path == name) return it;
  }
  throw std::runtime_error("no such path");
}

std::vector<std::string> capabilities(const Policy& policy) {
  std::vector<std::string> result;
  for (const CapabilityNeed& it : policy.capabilities) {
    result.push_back(it.name);
  }
  return result;
}

TEST(DerivePolicy, TakesTheUserOfTheImage) {
  const Policy policy =
      policy_of("FROM debian:12\nUSER 20000:20001\nCMD [\"x\"]\n");
  EXPECT_EQ(policy.user.value.spec(), "20000:20001");
  EXPECT_EQ(policy.start.value, StartsAs::user);
  EXPECT_THAT(policy.unsafe_because, IsEmpty());
  EXPECT_THAT(policy.capabilities, IsEmpty());
}

TEST(DerivePolicy, SaysWhyRootIsNotSafe) {
  const Policy policy = policy_of("FROM debian:12\nCMD [\"x\"]\n");
  EXPECT_EQ(policy.start.value, StartsAs::unknown);
  EXPECT_THAT(policy.unsafe_because, HasSubstr("runs as uid 0"));
}

TEST(DerivePolicy, KeepsTheGroupsOfTheName) {
  const Policy policy = policy_of(
      "FROM debian:12\nRUN groupadd -g 44 media && useradd -u 1000 -U -G media "
      "app\nUSER app\n");
  EXPECT_THAT(policy.user.value.groups, ElementsAre(44u));
}

TEST(DerivePolicy, TemporaryFilesAreAlwaysPossible) {
  const Policy policy = policy_of("FROM debian:12\nUSER 5:5\nCMD [\"x\"]\n");
  EXPECT_THAT(paths(policy, Kind::tmpfs), ElementsAre("/run", "/tmp"));
  EXPECT_EQ(path(policy, "/tmp").mode, 01777u);
  EXPECT_EQ(path(policy, "/run").mode, 0700u);
  EXPECT_EQ(path(policy, "/run").uid, 5u);
}

TEST(DerivePolicy, VolumesAreKeptUnderANameOfTheirOwn) {
  const Policy policy =
      policy_of("FROM debian:12\nUSER 5:5\nVOLUME /var/lib/x /data\n");
  EXPECT_THAT(paths(policy, Kind::volume), ElementsAre("/data", "/var/lib/x"));
  EXPECT_EQ(path(policy, "/var/lib/x").volume, "web-var-lib-x");
}

// An engine would start with half a gigabyte of them in memory.
TEST(DerivePolicy, VolumesOfTemporaryFilesAreNotKept) {
  const Policy policy =
      policy_of("FROM debian:12\nUSER 5:5\nVOLUME /tmp /var/run/x\n");
  EXPECT_THAT(paths(policy, Kind::volume), IsEmpty());
  EXPECT_THAT(paths(policy, Kind::tmpfs),
              ElementsAre("/run", "/run/x", "/tmp"));
}

TEST(DerivePolicy, NeverHidesWhatTheImageHas) {
  const Policy policy = policy_of(
      "FROM debian:12\nCOPY logs/ /srv/logs/\nRUN chown -R 5 /srv/logs\n"
      "USER 5:5\n");
  const WritablePath& it = path(policy, "/srv/logs");
  EXPECT_TRUE(it.seeded);
  EXPECT_EQ(it.kind, Kind::volume);
  EXPECT_THAT(policy.tasks, ElementsAre(HasSubstr("filled from the image")));
}

TEST(DerivePolicy, LeavesProgramsAndSingleFilesAlone) {
  const Policy policy = policy_of(
      "FROM debian:12\nRUN touch /etc/x.conf && chown 5 /etc/x.conf "
      "/usr/local/bin/x /usr/bin/y\nUSER 5:5\n");
  EXPECT_THAT(paths(policy, Kind::tmpfs), ElementsAre("/run", "/tmp"));
  EXPECT_THAT(paths(policy, Kind::volume), IsEmpty());
  EXPECT_THAT(policy.tasks, ElementsAre(HasSubstr("/etc/x.conf is a file")));
}

TEST(DerivePolicy, AVolumeHoldsWhatLiesBelowIt) {
  const Policy policy = policy_of(
      "FROM debian:12\nRUN mkdir -p /srv/data/cache && chown -R 5 /srv/data "
      "/srv/data/cache\nUSER 5:5\n");
  EXPECT_THAT(paths(policy, Kind::volume), ElementsAre("/srv/data"));
  EXPECT_THAT(paths(policy, Kind::tmpfs), ElementsAre("/run", "/tmp"));
}

TEST(DerivePolicy, TheJvmMapsCodeFromTmp) {
  const Policy policy = policy_of(
      "FROM debian:12\nUSER 5:5\nCMD [\"java\", \"-jar\", \"/x.jar\"]\n");
  EXPECT_TRUE(path(policy, "/tmp").exec);
  EXPECT_FALSE(path(policy, "/run").exec);
  EXPECT_EQ(policy.limits.memory.value, std::uint64_t{1} << 30);
}

// The four with which the official entrypoints always start.
TEST(DerivePolicy, ABaseThatStepsDownKeepsFourCapabilities) {
  const Policy policy = policy_of("FROM redis:7\n");
  EXPECT_EQ(policy.start.value, StartsAs::root);
  EXPECT_THAT(capabilities(policy),
              ElementsAre("CHOWN", "DAC_OVERRIDE", "SETGID", "SETUID"));
  EXPECT_EQ(path(policy, "/run").mode, 01777u);
  EXPECT_FALSE(policy.init.value);
}

TEST(DerivePolicy, ReadsPorts) {
  const Policy policy = policy_of(
      "FROM debian:12\nARG P=9000\nUSER 5:5\n"
      "EXPOSE 80 53/udp 8000-8002 $P 80/TCP\n");
  std::vector<std::string> ports;
  for (const PortNeed& it : policy.ports) {
    ports.push_back(std::to_string(it.port) + "/" +
                    std::string(to_string(it.protocol)));
    EXPECT_EQ(it.host_address, "127.0.0.1");
  }
  EXPECT_THAT(ports, ElementsAre("53/udp", "80/tcp", "8000/tcp", "8001/tcp",
                                 "8002/tcp", "9000/tcp"));
  EXPECT_EQ(policy.ports.front().reasons.front().place, "Dockerfile:4");
}

TEST(DerivePolicy, SaysWhichPortsItDoesNotKnow) {
  const Policy policy =
      policy_of("FROM debian:12\nUSER 5:5\nARG PORT\nEXPOSE $PORT 1-65535 x\n");
  EXPECT_THAT(policy.ports, IsEmpty());
  EXPECT_THAT(policy.tasks, ElementsAre(HasSubstr("`EXPOSE $PORT`"),
                                        HasSubstr("`EXPOSE 1-65535`"),
                                        HasSubstr("`EXPOSE x`")));
}

TEST(DerivePolicy, ReadsTheHealthCheck) {
  const Policy policy = policy_of(
      "FROM debian:12\nUSER 5:5\nHEALTHCHECK --interval=1m30s --timeout=500ms "
      "--retries=5 CMD curl -f http://localhost/\n");
  const Health& health = policy.health.value;
  EXPECT_THAT(health.test,
              ElementsAre("/bin/sh", "-c", "curl -f http://localhost/"));
  EXPECT_EQ(health.interval, std::chrono::seconds(90));
  EXPECT_EQ(health.timeout, std::chrono::milliseconds(500));
  EXPECT_EQ(health.retries, 5u);
  EXPECT_TRUE(policy_of("FROM debian:12\nUSER 5:5\nHEALTHCHECK NONE\n")
                  .health.value.none);
}

TEST(DerivePolicy, AnInitIsForThoseWhoDoNotReap) {
  const auto init = [](const std::string& start) {
    return policy_of("FROM debian:12\nUSER 5:5\nCMD " + start + "\n")
        .init.value;
  };
  EXPECT_TRUE(init("[\"node\", \"x.js\"]"));
  EXPECT_FALSE(init("[\"tini\", \"--\", \"node\", \"x.js\"]"));
  EXPECT_FALSE(init("[\"nginx\", \"-g\", \"daemon off;\"]"));
}

TEST(DerivePolicy, ScratchImagesWriteWhatTheirStageWas) {
  const Policy policy = policy_of(
      "FROM debian:12 AS build\nRUN mkdir -p /srv/data && chown 5:5 /srv/data\n"
      "RUN mkdir /rootfs\nFROM scratch\nCOPY --from=build /rootfs /\n"
      "USER 5:5\nCMD [\"x\"]\n");
  EXPECT_THAT(paths(policy, Kind::volume), ElementsAre("/srv/data"));
  EXPECT_FALSE(policy.has_shell);
}

Policy with_script(const std::string& script) {
  const MemoryContext context(
      {{"entry.sh", "#!/bin/sh\n" + script, 0755}, {"app/main.js", "", 0644}});
  PolicyWishes wishes;
  wishes.service = "web";
  return policy_of(
      "FROM node:20\nCOPY app /app\nCOPY entry.sh /\nVOLUME /data\n"
      "ENTRYPOINT [\"/entry.sh\"]\nCMD [\"node\", \"/app/main.js\"]\n",
      wishes, &context);
}

constexpr const char* step_down = "exec gosu node \"$@\"\n";

TEST(DerivePolicy, AScriptThatWritesBesideTheProgramNeedsAWritableRoot) {
  const Policy policy =
      with_script("echo \"$A\" >/app/settings.json\n" + std::string(step_down));
  EXPECT_FALSE(policy.read_only_root.value);
  EXPECT_EQ(policy.read_only_root.reasons.at(0).place, "entry.sh:2");
  EXPECT_THAT(policy.tasks, ElementsAre(HasSubstr("stays writable")));
}

TEST(DerivePolicy, WhatAScriptChangesOfTheSystemNeedsAWritableRoot) {
  for (const char* line :
       {"usermod -u 5 node", "echo x >>/etc/passwd", "chown -R node \"$DIR\"",
        "sed -i s/a/b/ /usr/share/x.conf", "chmod 755 /app/main.js"}) {
    EXPECT_FALSE(
        with_script(std::string(line) + "\n" + step_down).read_only_root.value)
        << line;
  }
}

TEST(DerivePolicy, FoldersThatAScriptMakesAreMounted) {
  const Policy policy = with_script(
      "mkdir -p /srv/cache /srv/files\nchown -R node /srv/cache /srv/files "
      "/data\nrm -f /app/old.pid\ntouch /tmp/x /run/y\n" +
      std::string(step_down));
  EXPECT_TRUE(policy.read_only_root.value);
  EXPECT_THAT(paths(policy, Kind::tmpfs),
              ElementsAre("/run", "/srv/cache", "/tmp"));
  EXPECT_THAT(paths(policy, Kind::volume), ElementsAre("/data", "/srv/files"));
}

TEST(DerivePolicy, TheFolderOfAFileThatAScriptWritesIsFilledFromTheImage) {
  const Policy policy =
      with_script("echo x >/opt/tool/conf/x\n" + std::string(step_down));
  EXPECT_TRUE(policy.read_only_root.value);
  const WritablePath& it = path(policy, "/opt/tool/conf");
  EXPECT_EQ(it.kind, Kind::volume);
  EXPECT_TRUE(it.seeded);
}

// Every value must be able to say why.
TEST(DerivePolicy, GivesAReasonForEverything) {
  const Policy policy = policy_of("FROM nginx:1.25\nUSER 101:101\n");
  EXPECT_THAT(policy.user.reasons, Not(IsEmpty()));
  EXPECT_THAT(policy.start.reasons, Not(IsEmpty()));
  EXPECT_THAT(policy.limits.memory.reasons, Not(IsEmpty()));
  EXPECT_THAT(policy.init.reasons, Not(IsEmpty()));
  for (const auto& it : policy.ports) EXPECT_THAT(it.reasons, Not(IsEmpty()));
  for (const auto& it : policy.writable) {
    EXPECT_THAT(it.reasons, Not(IsEmpty())) << it.path;
  }
  for (const auto& it : policy.executables) {
    EXPECT_THAT(it.reasons, Not(IsEmpty())) << it.value;
  }
}

TEST(DerivePolicy, AnEmptyFileHasNone) {
  EXPECT_NO_THROW(policy_of("# nothing\n"));
}

}  // namespace
}  // namespace harden
