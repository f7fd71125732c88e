#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/source/source_file.h"
#include "parser.h"
#include "runtime/apparmor/apparmor.h"

namespace harden {
namespace {

using testing::HasSubstr;
using testing::Not;

// Settings for nginx with every key of bane's.
constexpr const char* sample = R"(
Name = "nginx-sample"
[Filesystem]
ReadOnlyPaths = ["/bin/**", "/etc/**", "/usr/**"]
LogOnWritePaths = ["/**"]
WritablePaths = ["/var/run/nginx.pid"]
AllowExec = ["/usr/sbin/nginx"]
DenyExec = ["/bin/dash", "/bin/sh"]
[Capabilities]
Allow = ["chown", "dac_override", "setuid", "setgid", "net_bind_service"]
[Network]
Raw = false
Packet = false
Protocols = ["tcp", "udp", "icmp"]
)";

BaneProfile read(const std::string& text) {
  return read_bane(SourceFile("x.toml", text));
}

std::string notes(const std::string& text) {
  std::string all;
  for (const Diagnostic& it : read(text).notes) all += it.message + "\n";
  return all;
}

TEST(Bane, SampleGivesItsRules) {
  const BaneProfile profile = read(sample);
  EXPECT_EQ(profile.name, "docker-nginx-sample");
  EXPECT_TRUE(profile.notes.empty());
  std::size_t at = 0;
  // In bane's order.
  for (const char* rule : {"include <tunables/global>",
                           "profile \"docker-nginx-sample\"",
                           "include <abstractions/base>",
                           "network inet tcp,",
                           "network inet udp,",
                           "network inet icmp,",
                           "deny network raw,",
                           "deny network packet,",
                           "file,",
                           "umount,",
                           "deny /bin/** wl,",
                           "deny /etc/** wl,",
                           "deny /usr/** wl,",
                           "audit /** w,",
                           "/var/run/nginx.pid w,",
                           "/usr/sbin/nginx ix,",
                           "deny /bin/dash mrwklx,",
                           "deny /bin/sh mrwklx,",
                           "capability chown,",
                           "capability dac_override,",
                           "capability setuid,",
                           "capability setgid,",
                           "capability net_bind_service,",
                           "deny @{PROC}/* w,",
                           "deny @{PROC}/sysrq-trigger rwklx,",
                           "deny /sys/[^f]*/** wklx,",
                           "deny mount,"}) {
    at = profile.text.find(rule, at);
    ASSERT_NE(at, std::string::npos) << rule << "\n" << profile.text;
  }
  for (const char* rule :
       {"deny @{PROC}/mem rwklx,", "deny @{PROC}/kmem rwklx,",
        "deny @{PROC}/kcore rwklx,", "deny /sys/firmware/efi/efivars/** rwklx,",
        "deny /sys/kernel/security/** rwklx,"}) {
    EXPECT_THAT(profile.text, HasSubstr(rule));
  }
}

TEST(Bane, SampleCompiles) {
  if (!test::has_parser()) GTEST_SKIP() << "skipped: no apparmor_parser";
  // The paths overlap as bane's documentation has them.
  EXPECT_EQ(test::parser_says(read(sample).text), "");
  EXPECT_EQ(test::parser_says(read("Name=\"x\"\n").text), "");
  EXPECT_EQ(
      test::parser_says(read("Name=\"x\"\nImports=[\"@{ROOT}=/srv/\"]\n"
                             "[Filesystem]\nWritablePaths=[\"@{ROOT}/**\", "
                             "\"/a b/{c,d}\", \"/q\\\"\"]\n"
                             "[Capabilities]\nDeny=[\"net_raw\"]\n"
                             "[Network]\nRaw=true\nPacket=true\n")
                            .text),
      "");
}

TEST(Bane, DenyAllowsAllOthers) {
  const std::string text =
      "Name = \"x\"\n[Capabilities]\nAllow=[\"chown\"]\nDeny=[\"net_raw\"]\n";
  EXPECT_THAT(read(text).text,
              HasSubstr("  capability,\n\n  deny capability net_raw,\n"));
  EXPECT_THAT(read(text).text, Not(HasSubstr("capability chown")));
  EXPECT_THAT(notes(text),
              HasSubstr("`Allow` of [Capabilities] has no effect"));
}

TEST(Bane, NoProtocolsAreAllNetworks) {
  EXPECT_THAT(read("Name = \"x\"").text, HasSubstr("\n  network,\n"));
  EXPECT_THAT(read("Name = \"x\"\n[Network]\nRaw=true").text,
              Not(HasSubstr("deny network raw")));
}

TEST(Bane, KeysAreReadInAnyCase) {
  EXPECT_THAT(read("name=\"x\"\n[filesystem]\nwritablepaths=[\"/a\"]").text,
              HasSubstr("  /a w,"));
}

TEST(Bane, WrongKeysAreSaid) {
  EXPECT_THAT(
      notes("Name=\"x\"\n[Filesystem]\nWriteablePaths=[\"/a\"]"),
      HasSubstr("`WriteablePaths` is not a key of [Filesystem] and has no "
                "effect; did you mean `WritablePaths`?"));
  EXPECT_THAT(notes("Name=\"x\"\nRaw=true"), HasSubstr("belongs to [Network]"));
  EXPECT_THAT(notes("[Filesystem]\nName=\"x\""),
              HasSubstr("it belongs above the tables"));
  EXPECT_THAT(notes("Name=\"x\"\nNetwork=1"), HasSubstr("must be a table"));
  EXPECT_THAT(notes(""), HasSubstr("`Name` is missing"));
}

TEST(Bane, WrongValuesAreLeftOut) {
  const std::string text =
      "Name=\"x\"\n[Filesystem]\nWritablePaths=[\"relative\", 1, "
      "\"/a\\n  file,\", \"/{a\"]\n[Capabilities]\nAllow=[\"CHOWN\", "
      "\"CAP_KILL\", \"fly\"]\n[Network]\nProtocols=[\"tcp,\\nfile\"]\n"
      "Raw=\"no\"\n";
  const std::string profile = read(text).text;
  EXPECT_THAT(profile, Not(HasSubstr("relative")));
  EXPECT_THAT(profile, Not(HasSubstr("capability ")));
  for (const char* message :
       {"`WritablePaths` must begin with `/`", "must be a list of strings",
        "must not hold control characters", "bracket without its other half",
        "must be written as `chown`", "must be written as `kill`",
        "names no capability", "names no protocol",
        "`Raw` must be true or false"}) {
    EXPECT_THAT(notes(text), HasSubstr(message));
  }
}

TEST(Bane, NothingLeavesItsRule) {
  const std::string text =
      "Name=\"x\\\" {\"\nImports=[\"file,\", \"#include </x>\\nfile,\"]\n"
      "InnerImports=[\"#include <a> file,\"]\n"
      "[Filesystem]\nWritablePaths=[\"/a w, capability\"]";
  const std::string profile = read(text).text;
  EXPECT_THAT(profile, Not(HasSubstr("\nfile,")));
  EXPECT_THAT(profile, HasSubstr("  \"/a w, capability\" w,"));
  EXPECT_THAT(profile, HasSubstr("profile \"docker-profile\""));
}

TEST(Bane, BrokenTomlIsRefused) {
  EXPECT_THROW(read("Name = "), BadInput);
  EXPECT_THROW(read(std::string(3 << 20, 'x')), BadInput);
  EXPECT_THROW(read(std::string(5000, '[')), BadInput);
}

}  // namespace
}  // namespace harden
