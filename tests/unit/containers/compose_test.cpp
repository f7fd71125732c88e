// What is made of Compose files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "settings_fixture.h"

namespace harden {
namespace {

using test::first_of;
using test::read_text;
using test::service;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> values(const std::vector<PlacedText>& list) {
  std::vector<std::string> result;
  for (const auto& it : list) result.push_back(it.value);
  return result;
}

TEST(Compose, ReadsFlags) {
  const auto it = service(
      "    privileged: true\n    read_only: \"yes\"\n    init: false\n");
  EXPECT_TRUE(it.privileged->value);
  EXPECT_TRUE(it.read_only->value);
  EXPECT_FALSE(it.init->value);
  EXPECT_EQ(it.what, "service `web`");
}

TEST(Compose, ReadsNamespaces) {
  const auto it = service(
      "    pid: host\n    ipc: service:db\n    network_mode: host\n"
      "    uts: host\n    userns_mode: host\n    cgroup: private\n");
  EXPECT_EQ(it.pid->value, "host");
  EXPECT_EQ(it.ipc->value, "service:db");
  EXPECT_EQ(it.network->value, "host");
  EXPECT_EQ(it.uts->value, "host");
  EXPECT_EQ(it.userns->value, "host");
  EXPECT_EQ(it.cgroupns->value, "private");
}

TEST(Compose, ReadsSecurityOptionsWithBothSeparators) {
  const auto it = service(
      "    security_opt: [\"no-new-privileges\", seccomp=p.json, "
      "'apparmor:unconfined', label:disable, systempaths=unconfined]\n");
  EXPECT_TRUE(it.no_new_privileges->value);
  EXPECT_EQ(it.seccomp->value, "p.json");
  EXPECT_EQ(it.apparmor->value, "unconfined");
  EXPECT_THAT(values(it.selinux), ElementsAre("disable"));
  EXPECT_THAT(values(it.unmasked), ElementsAre("ALL"));
  const auto off = service("    security_opt: [\"no-new-privileges:false\"]\n");
  EXPECT_FALSE(off.no_new_privileges->value);
}

TEST(Compose, ReadsCapabilitiesInAnySpelling) {
  const auto it =
      service("    cap_add: [cap_sys_admin, Net_Raw]\n    cap_drop: [all]\n");
  EXPECT_THAT(values(it.cap_add), ElementsAre("SYS_ADMIN", "NET_RAW"));
  EXPECT_THAT(values(it.cap_drop), ElementsAre("ALL"));
}

TEST(Compose, ReadsPorts) {
  const auto it = service(
      "    ports:\n      - 80\n      - 8080:80\n      - 127.0.0.1:81:80/udp\n"
      "      - \"[::1]:82:80\"\n"
      "      - {target: 83, published: 84, host_ip: 10.0.0.1, protocol: udp}\n"
      "      - \"127.0.0.1::85\"\n");
  ASSERT_EQ(it.ports.size(), 6U);
  EXPECT_EQ(it.ports[0].container_port, "80");
  EXPECT_EQ(it.ports[0].host_port, "");
  EXPECT_EQ(it.ports[1].host_port, "8080");
  EXPECT_EQ(it.ports[2].address, "127.0.0.1");
  EXPECT_EQ(it.ports[2].protocol, "udp");
  EXPECT_EQ(it.ports[3].address, "[::1]");
  EXPECT_EQ(it.ports[4].address, "10.0.0.1");
  EXPECT_EQ(it.ports[4].host_port, "84");
  EXPECT_EQ(it.ports[5].address, "127.0.0.1");
}

TEST(Compose, ReadsVolumes) {
  using Kind = MountSetting::Kind;
  const auto it = service(
      "    volumes:\n      - /data\n      - data:/a:ro\n      - ./x:/b:rw,Z\n"
      "      - C:\\x:/c\n      - ~/y:/d:rshared\n"
      "      - {type: bind, source: /e, target: /e, read_only: true,\n"
      "         bind: {propagation: rslave, selinux: z}}\n"
      "      - {type: tmpfs, target: /f}\n      - $HOME/z:/g\n"
      "      - ${UNKNOWN}:/h\n    tmpfs: /run:size=1m\n");
  ASSERT_EQ(it.mounts.size(), 10U);
  EXPECT_EQ(it.mounts[0].kind, Kind::volume);
  EXPECT_EQ(it.mounts[0].target, "/data");
  EXPECT_TRUE(it.mounts[1].read_only);
  EXPECT_EQ(it.mounts[2].kind, Kind::bind);
  EXPECT_EQ(it.mounts[2].relabel, 'Z');
  EXPECT_EQ(it.mounts[3].source, "C:\\x");
  EXPECT_EQ(it.mounts[3].target, "/c");
  EXPECT_EQ(it.mounts[4].propagation, "rshared");
  EXPECT_TRUE(it.mounts[5].read_only);
  EXPECT_EQ(it.mounts[5].propagation, "rslave");
  EXPECT_EQ(it.mounts[5].relabel, 'z');
  EXPECT_EQ(it.mounts[6].kind, Kind::tmpfs);
  EXPECT_EQ(it.mounts[7].source, "~/z");
  EXPECT_EQ(it.mounts[8].kind, Kind::other);
  EXPECT_EQ(it.mounts[9].options, "size=1m");
}

TEST(Compose, ReadsDevices) {
  const auto it = service(
      "    devices: [/dev/a:/dev/b:r, {source: /dev/c, target: /dev/d}]\n");
  EXPECT_THAT(values(it.devices), ElementsAre("/dev/a:/dev/b:r", "/dev/c"));
}

TEST(Compose, ReadsLimitsWhereverTheyStand) {
  const auto old = service(
      "    mem_limit: 1g\n    cpus: 0.5\n"
      "    pids_limit: 10\n");
  EXPECT_EQ(old.memory->value, "1g");
  EXPECT_EQ(old.cpus->value, "0.5");
  EXPECT_EQ(old.pids_limit->value, "10");
  const auto swarm = service(
      "    deploy: {resources: {limits: {memory: 1g, cpus: '1', pids: 5}}}\n");
  EXPECT_EQ(swarm.memory->value, "1g");
  EXPECT_EQ(swarm.cpus->value, "1");
  EXPECT_EQ(swarm.pids_limit->value, "5");
}

TEST(Compose, ReadsHealthChecks) {
  EXPECT_FALSE(service("").has_health_check);
  EXPECT_TRUE(service("    healthcheck: {test: x}\n").has_health_check);
  EXPECT_FALSE(service("    healthcheck: {disable: true}\n").has_health_check);
  EXPECT_FALSE(service("    healthcheck: {test: [NONE]}\n").has_health_check);
}

TEST(Compose, ReadsBuilds) {
  EXPECT_EQ(service("    build: .\n").dockerfile, "Dockerfile");
  const auto it = service(
      "    build:\n      context: app\n      dockerfile: docker/Dockerfile\n"
      "      target: run\n      args: {A: 1, B: $B}\n");
  EXPECT_EQ(it.dockerfile, "app/docker/Dockerfile");
  EXPECT_EQ(it.build_context, "app");
  EXPECT_EQ(it.build_target, "run");
  EXPECT_THAT(it.build_args, ElementsAre(std::pair("A", "1")));
  EXPECT_THAT(it.unknown_build_args, ElementsAre("B"));
  EXPECT_THAT(service("    build: {args: [A=1, C]}\n").unknown_build_args,
              ElementsAre("C"));
  EXPECT_FALSE(service("    build: https://github.com/a/b.git\n")
                   .build_unknown_because.empty());
  EXPECT_FALSE(service("    build: {dockerfile_inline: FROM x}\n")
                   .build_unknown_because.empty());
}

TEST(Compose, TakesDefaultsAndGuessesNothing) {
  EXPECT_EQ(service("    user: ${U:-1000}\n").user->value, "1000");
  EXPECT_EQ(service("    user: ${A:-${B-7}}:${G-8}\n").user->value, "7:8");
  EXPECT_EQ(service("    user: a$$b\n").user->value, "a$b");
  for (const char* text : {"$U", "${U}", "${U:?no}", "${U:+1}", "{{.User}}"}) {
    const auto it = service("    user: \"" + std::string(text) + "\"\n");
    EXPECT_FALSE(it.user) << text;
    ASSERT_EQ(it.unknown.size(), 1U) << text;
    EXPECT_EQ(it.unknown[0].name, "user");
  }
}

TEST(Compose, MergesAnchors) {
  const auto it = first_of(
      "x-a: &a {read_only: true, user: root}\n"
      "services:\n  web:\n    <<: *a\n    user: '1'\n    image: x\n");
  EXPECT_TRUE(it.read_only->value);
  EXPECT_EQ(it.user->value, "1");
}

TEST(Compose, ExtendsServicesOfTheFile) {
  const SettingsFile file = read_text(
      "services:\n"
      "  base: {image: x, cap_add: [A], user: root, volumes: [\"one:/a\"]}\n"
      "  mid: {extends: base, cap_add: [B]}\n"
      "  web: {extends: {service: mid}, user: '1', volumes: [\"two:/a\"]}\n");
  const auto& it = file.containers[2];
  EXPECT_THAT(values(it.cap_add), ElementsAre("A", "B"));
  EXPECT_EQ(it.user->value, "1");
  ASSERT_EQ(it.mounts.size(), 1U);
  EXPECT_EQ(it.mounts[0].source, "two");
  EXPECT_TRUE(it.incomplete_because.empty());
}

TEST(Compose, ServicesOfOtherFilesAreIncomplete) {
  const auto it = service("    extends: {file: common.yml, service: base}\n");
  EXPECT_EQ(it.incomplete_because, "it extends a service of `common.yml`");
  EXPECT_FALSE(first_of("services:\n  web:\n    ports: [80]\n")
                   .incomplete_because.empty());
}

TEST(Compose, ExtendingItselfIsRefused) {
  EXPECT_THAT(test::refusal("services:\n  a: {extends: b}\n"
                            "  b: {extends: a}\n"),
              HasSubstr("f.yaml:3:16: this service extends itself"));
}

TEST(Compose, ReadsTheFirstFormat) {
  EXPECT_EQ(first_of("web:\n  image: x\n  user: root\n").user->value, "root");
}

std::vector<std::string> problems(const std::string& text) {
  std::vector<std::string> result;
  for (const auto& it : read_text(text).problems) {
    result.push_back(std::string(it.rule) + ": " + it.message + "; " + it.help);
  }
  return result;
}

TEST(Compose, UnknownKeysAreNamed) {
  EXPECT_THAT(
      problems("services:\n  web:\n    imgae: x\n    x-y: 1\n"),
      ElementsAre("HD202: `imgae` is not a setting of a service: engines "
                  "refuse it, or set nothing; did you mean `image`?"));
  EXPECT_THAT(problems("servcies: {}\nservices: {}\nx-a: 1\n"),
              ElementsAre(HasSubstr("did you mean `services`?")));
}

TEST(Compose, WrongValuesAreNamed) {
  for (const char* it :
       {"privileged: maybe", "cap_add: {a: b}", "volumes: a:b", "user: [a]",
        "extends: nobody", "security_opt: {a: b}", "sysctls: a"}) {
    const std::string text =
        "services:\n  web:\n    image: x\n    " + std::string(it) + "\n";
    EXPECT_THAT(problems(text), Contains(HasSubstr("HD203"))) << it;
  }
  EXPECT_THAT(problems("services: [a]\n"), Contains(HasSubstr("HD203")));
  EXPECT_THAT(problems("services: {web: x}\n"), Contains(HasSubstr("HD203")));
}

TEST(Compose, DuplicatesAreProblems) {
  EXPECT_THAT(problems("services:\n  web:\n    image: x\n    image: y\n"),
              ElementsAre(HasSubstr(
                  "HD201: `image` is given twice (first in line 3)")));
}

TEST(Compose, OtherFilesAreRefused) {
  EXPECT_THAT(test::refusal("a: b\n"), HasSubstr("neither a Compose file"));
  EXPECT_THAT(test::refusal("- a\n"), HasSubstr("neither a Compose file"));
  EXPECT_THAT(test::refusal("# only a comment\n"),
              HasSubstr("neither a Compose file"));
}

TEST(Compose, ManyServicesAreRefused) {
  std::string text = "x-a: &a {image: x}\nservices:\n";
  for (int i = 0; i < 6000; ++i) text += "  s" + std::to_string(i) + ": *a\n";
  EXPECT_THAT(test::refusal(text), HasSubstr("more than 5,000 containers"));
}

TEST(Compose, CommentsToHardenAreFound) {
  const SettingsFile file = read_text(
      "# harden: ignore=HD210 a\nservices: # harden: ignore=HD211\n"
      "  web:\n    image: \"x # harden: no\"\n    command: |\n"
      "      # harden: ignore=HD212 no comment\n"
      "    # harden: ignore=HD213\n    # another\n    user: root\n"
      "    # harden: ignore=HD214\n");
  std::vector<std::string> lines;
  for (const auto& it : file.comments) {
    lines.emplace_back(file.source->text(it.lines));
  }
  EXPECT_THAT(lines, ElementsAre("services: # harden: ignore=HD211",
                                 "services: # harden: ignore=HD211",
                                 "    user: root", ""));
}

TEST(SettingsFiles, AreToldByNameAndContent) {
  EXPECT_TRUE(is_settings_file("compose.yml", "FROM x"));
  EXPECT_TRUE(is_settings_file("a.YAML", ""));
  EXPECT_TRUE(is_settings_file("pod.json", ""));
  for (const char* it : {"services:\n", "---\n", "{\"a\": 1}", "\n# c\n a: b",
                         "\xef\xbb\xbf"
                         "apiVersion: v1\r\n"}) {
    EXPECT_TRUE(is_settings_file("-", it)) << it;
  }
  for (const char* it : {"FROM x\n", "# syntax=docker/dockerfile:1\nFROM x", "",
                         "RUN a:b\n", "# c", ":", "FROM a: b"}) {
    EXPECT_FALSE(is_settings_file("Dockerfile", it)) << it;
  }
}

}  // namespace
}  // namespace harden
