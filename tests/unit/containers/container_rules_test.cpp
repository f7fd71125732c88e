// What the rules say, and above all what they do not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "containers/user_number.h"
#include "settings_fixture.h"

namespace harden {
namespace {

using test::findings;
using test::read_text;
using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// A service with all that is advised, and more lines.
std::vector<std::string> of(const std::string& body) {
  return findings(read_text(
      "services:\n  web:\n    image: x\n    cap_drop: [ALL]\n"
      "    security_opt: [\"no-new-privileges:true\"]\n    read_only: true\n"
      "    mem_limit: 1g\n    cpus: 1\n    pids_limit: 99\n"
      "    healthcheck: {test: x}\n" +
      body));
}

TEST(ContainerRules, AreSilentAboutAConfinedService) {
  EXPECT_THAT(of("    user: 10001:10001\n    ports: [\"127.0.0.1:80:80\"]\n"
                 "    volumes: [\"data:/data\", ./x:/x:Z, /srv/a:/a:rslave]\n"
                 "    cap_add: [NET_BIND_SERVICE]\n"
                 "    restart: on-failure:5\n"),
              testing::IsEmpty());
}

TEST(ContainerRules, RootHasManySpellings) {
  for (const char* it : {"root", "0", "'0:0'", "000", "+0", "root:root",
                         "'0:1000'", "':1000'"}) {
    EXPECT_THAT(of("    user: " + std::string(it) + "\n"),
                Contains(StartsWith("HD213")))
        << it;
  }
  for (const char* it : {"1000", "'1000:1000'", "65534", "010"}) {
    EXPECT_THAT(of("    user: " + std::string(it) + "\n"),
                Not(Contains(StartsWith("HD213"))))
        << it;
  }
  EXPECT_THAT(of("    user: '1000:0'\n"), Contains(StartsWith("HD215")));
  EXPECT_THAT(of("    user: app\n"), Contains(StartsWith("HD214 app")));
}

TEST(ContainerRules, TheImageTellsTheUser) {
  const SettingsFile file = read_text("services: {web: {image: x}}\n");
  ContainerImage image;
  image.user.privilege = Privilege::root;
  const auto found =
      check_settings(file, [&](const ContainerSettings&) { return image; });
  EXPECT_EQ(found[0].rule, "HD213");
}

// At 35681518 a service was said to have no health check though the Dockerfile
// that it builds has one.
TEST(ContainerRules, TheImageTellsTheHealthCheck) {
  const auto speaks = [](const char* text, bool has_health_check) {
    ContainerImage image;
    image.has_health_check = has_health_check;
    const auto found = check_settings(
        read_text(text), [&](const ContainerSettings&) { return image; });
    return std::ranges::any_of(
        found, [](const Diagnostic& it) { return it.rule == "HD229"; });
  };
  constexpr const char* service = "services: {web: {build: .}}\n";
  EXPECT_TRUE(speaks(service, false));
  EXPECT_FALSE(speaks(service, true));
  EXPECT_TRUE(speaks(
      "services: {web: {build: ., healthcheck: {disable: true}}}\n", true));
  EXPECT_TRUE(speaks(
      "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: app}]}\n", true))
      << "the kubelet looks at no HEALTHCHECK";
}

TEST(ContainerRules, NothingIsMissingInAPart) {
  EXPECT_THAT(findings(read_text("services: {web: {environment: {A: b}}}\n")),
              testing::IsEmpty());
  EXPECT_THAT(findings(read_text("services: {web: {privileged: true}}\n")),
              testing::ElementsAre("HD210 true"));
}

TEST(ContainerRules, UnknownValuesAreNoGuess) {
  const auto found = findings(read_text(
      "services: {web: {image: x, privileged: $A, read_only: $B, mem_limit: "
      "$C, security_opt: [$D], cap_drop: [$E], cpus: $F, pids_limit: $G, "
      "ports: [\"$H:80\"], healthcheck: {}, user: $I}}\n"));
  EXPECT_THAT(found,
              Each(testing::AnyOf(StartsWith("HD204"), StartsWith("HD214"))));
  EXPECT_THAT(found, Contains("HD204 $A"));
}

TEST(ContainerRules, SocketsAreFoundInFolders) {
  for (const char* it :
       {"/var/run/docker.sock:/x", "/run/podman/podman.sock:/x", "/:/host:ro",
        "/var/run:/x", "/run/user/1000/docker.sock:/x",
        "//run/./containerd/containerd.sock:/x", "/var/run/../run/:/x",
        "$SOCK:/var/run/docker.sock"}) {
    EXPECT_THAT(of("    volumes: [\"" + std::string(it) + "\"]\n"),
                Contains(StartsWith("HD212")))
        << it;
  }
  EXPECT_THAT(of("    use_api_socket: true\n"), Contains("HD212 true"));
}

TEST(ContainerRules, ReadOnlyMountsWeighLess) {
  const auto severity = [](const std::string& mount) {
    const auto found = check_settings(
        read_text("services: {web: {volumes: [\"" + mount + "\"]}}\n"), {});
    return found.empty() ? Severity::note : found[0].severity;
  };
  EXPECT_EQ(severity("/etc:/x"), Severity::warning);
  EXPECT_EQ(severity("/etc:/x:ro"), Severity::info);
  EXPECT_EQ(severity("/etc/localtime:/etc/localtime:ro"), Severity::note);
  EXPECT_EQ(severity("/etc/localtime:/etc/localtime"), Severity::warning);
  EXPECT_EQ(severity("/home/me/project/data:/x"), Severity::note);
  EXPECT_EQ(severity("/home/me:/x"), Severity::warning);
  EXPECT_EQ(severity("/home/me/.ssh/id:/x"), Severity::warning);
  EXPECT_EQ(severity("/var/lib/app:/x"), Severity::note);
  EXPECT_EQ(severity("~/.ssh:/x:ro"), Severity::warning);
  EXPECT_EQ(severity("/etcetera:/x"), Severity::note);
}

TEST(ContainerRules, LimitsOfNothingAreNone) {
  EXPECT_THAT(of("    deploy: {resources: {limits: {pids: -1}}}\n"),
              Contains("HD224 -1"));
}

TEST(ContainerRules, ManifestsHaveRulesOfTheirOwn) {
  const auto found = findings(read_text(
      "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: app}]}\n"));
  EXPECT_THAT(found, Contains("HD218 app"));
  EXPECT_THAT(found, Not(Contains(StartsWith("HD224"))));
  EXPECT_THAT(
      findings(read_text(
          "apiVersion: v1\nkind: Pod\nspec: {securityContext: {runAsNonRoot: "
          "true}, containers: [{name: app}]}\n")),
      Not(Contains(StartsWith("HD214"))));
}

TEST(ContainerRules, AddedCapabilitiesHaveReasons) {
  for (const char* it : {"ALL", "SYS_ADMIN", "NET_ADMIN", "SYS_MODULE",
                         "SYS_PTRACE", "cap_bpf"}) {
    EXPECT_THAT(of("    cap_add: [" + std::string(it) + "]\n"),
                Contains("HD216 " + std::string(it)));
  }
  EXPECT_THAT(of("    cap_add: [CHOWN, IPC_LOCK]\n"),
              Not(Contains(StartsWith("HD216"))));
}

TEST(UserNumbers, AreRead) {
  EXPECT_EQ(containers::user_number("+007"), 7U);
  EXPECT_FALSE(containers::user_number(""));
  EXPECT_FALSE(containers::user_number("0x0"));
  EXPECT_FALSE(containers::user_number("99999999999"));
}

}  // namespace
}  // namespace harden
