#include "findings/packages/package_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "command/shell_commands.h"

namespace harden::rule {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The package commands of a shell line; their calls live as long as this.
class PackageLine {
 public:
  explicit PackageLine(const std::string& text) : words(shell_commands(text)) {
    calls.add(0, words);
    for (const Call& it : calls.all()) {
      if (auto found = package_command(it)) commands.push_back(*found);
    }
  }

  const PackageCommand& only() const { return commands.at(0); }

  std::vector<SimpleCommand> words;
  Calls calls;
  std::vector<PackageCommand> commands;
};

TEST(PackageCommand, ReadsVerbAndPackagesPastOptions) {
  const PackageLine line(
      "apt-get -o A::B=1 -t stable -y install -qq gcc=4:12 a:amd64");
  EXPECT_EQ(line.only().manager, PackageManager::apt);
  EXPECT_EQ(line.only().verb(), "install");
  EXPECT_THAT(line.only().packages(), ElementsAre("gcc", "a"));
}

TEST(PackageCommand, IsFoundBehindWrappersAndInLinesOfAShell) {
  for (const char* text :
       {"sudo -E apt-get install x", "env A=b apt-get install x",
        "DEBIAN_FRONTEND=noninteractive /usr/bin/apt-get install x",
        "bash -ec 'apt-get install x'", "nice sudo env A=b apt-get install x",
        "if true; then apt-get install x; fi"}) {
    const PackageLine line(text);
    ASSERT_EQ(line.commands.size(), 1u) << text;
    EXPECT_TRUE(line.only().installs()) << text;
    EXPECT_THAT(line.only().packages(), ElementsAre("x")) << text;
  }
}

TEST(PackageCommand, IsNotFoundInWordsOfOtherPrograms) {
  EXPECT_THAT(PackageLine("echo apt-get install x").commands, IsEmpty());
  EXPECT_THAT(PackageLine("command -v apt-get").commands, IsEmpty());
  EXPECT_THAT(PackageLine("pipx install x; python setup.py install").commands,
              IsEmpty());
}

TEST(PackageCommand, TellsVirtualGroupsFromPackages) {
  const PackageLine line("apk add --no-cache -t .deps gcc 'g++>12' @edge/x");
  EXPECT_THAT(line.only().packages(), ElementsAre("gcc", "g++", "edge/x"));
  EXPECT_TRUE(line.only().options().has({"--no-cache"}));
}

TEST(PackageCommand, KnowsPipByItsModule) {
  for (const char* text : {"pip3.11 install -r r.txt x",
                           "python3 -m pip install --root-user-action x"}) {
    const PackageLine line(text);
    EXPECT_EQ(line.only().manager, PackageManager::pip) << text;
    EXPECT_TRUE(line.only().installs()) << text;
    EXPECT_THAT(line.only().packages(), ElementsAre("x")) << text;
  }
}

TEST(PackageCommand, SaysWhenPackagesAreNotTold) {
  EXPECT_TRUE(
      PackageLine("apt-get purge -y $deps").only().has_unknown_packages());
  EXPECT_FALSE(
      PackageLine("apt-get purge -y gcc").only().has_unknown_packages());
}

TEST(PackageCommand, KnowsWhatEachManagerCallsAnUpgrade) {
  EXPECT_TRUE(PackageLine("yum -y update").only().upgrades());
  EXPECT_FALSE(PackageLine("apt-get -y update").only().upgrades());
  EXPECT_TRUE(PackageLine("apt-get -y update").only().updates_lists());
  EXPECT_TRUE(PackageLine("zypper dup").only().upgrades());
  EXPECT_TRUE(PackageLine("zypper ref").only().updates_lists());
}

}  // namespace
}  // namespace harden::rule
