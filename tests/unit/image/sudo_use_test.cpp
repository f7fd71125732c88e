#include "image/sudo/sudo_use.h"

#include <gtest/gtest.h>

#include <string>

namespace harden {
namespace {

// The text without what may be taken away.
std::string without_sudo(std::string text) {
  const auto uses = sudo_uses(text);
  for (auto use = uses.rbegin(); use != uses.rend(); ++use) {
    if (!use->kept_because.empty()) continue;
    text.erase(use->whole.begin, use->whole.size());
  }
  return text;
}

std::string why_kept(const std::string& text) {
  const auto uses = sudo_uses(text);
  return uses.empty() ? "no sudo" : uses.front().kept_because;
}

TEST(SudoUse, OptionsAreReadUpToTheCommand) {
  EXPECT_EQ(without_sudo("sudo -nE -p 'a b' --set-home -- ls -n"), "ls -n");
  EXPECT_EQ(without_sudo("sudo -u root -g root ls"), "ls");
  EXPECT_EQ(without_sudo("sudo -uroot ls"), "ls");
  EXPECT_EQ(without_sudo("sudo --user=root ls"), "ls");
}

TEST(SudoUse, ItIsFoundWhereverACommandBegins) {
  EXPECT_EQ(without_sudo("if sudo a; then sudo b | sudo c; fi"),
            "if a; then b | c; fi");
  EXPECT_EQ(without_sudo("x=$(sudo a `sudo b`) (sudo c)"), "x=$(a `b`) (c)");
  EXPECT_EQ(without_sudo("bash -euxc 'sudo a && sudo b'"),
            "bash -euxc 'a && b'");
  EXPECT_EQ(without_sudo("bash -c \"$(sudo cat x)\""), "bash -c \"$(cat x)\"");
  EXPECT_EQ(without_sudo("ls | xargs -n 1 sudo rm"), "ls | xargs -n 1 rm");
  // At 0733439 only 13 of the wrappers were known here.
  EXPECT_EQ(without_sudo("flock /run/a sudo b"), "flock /run/a b");
  EXPECT_EQ(without_sudo("chrt 5 sudo b"), "chrt 5 b");
}

TEST(SudoUse, TalkingAboutItIsNoUse) {
  EXPECT_EQ(why_kept("apt-get install sudo"), "no sudo");
  EXPECT_EQ(why_kept("command -v sudo"), "no sudo");
  EXPECT_EQ(why_kept("echo 'sudo ls' \"sudo ls\" # sudo ls"), "no sudo");
  EXPECT_EQ(why_kept("cat > x <<EOF\nsudo ls\nEOF\n"), "no sudo");
}

TEST(SudoUse, WhatOnlySudoDoesIsKept) {
  EXPECT_EQ(why_kept("sudo -u app ls"),
            "it runs the command as the user `app`");
  EXPECT_EQ(why_kept("sudo -i"), "nothing but `sudo` does what `-i` asks for");
  EXPECT_EQ(why_kept("sudo --no-such-option ls"),
            "nothing but `sudo` does what `--no-such-option` asks for");
  EXPECT_EQ(why_kept("sudo -u"), "nothing but `sudo` does what `-u` asks for");
  EXPECT_FALSE(why_kept("sudo cd /").empty());
  EXPECT_FALSE(why_kept("xargs sudo A=1 make").empty());
}

TEST(SudoUse, DeepNestingEnds) {
  std::string text = "sudo x";
  for (int i = 0; i < 2000; ++i) text = "$(" + text + ")";
  EXPECT_NO_THROW(sudo_uses(text));
}

// Text that no shell takes, which is read in pieces that overlap.
TEST(SudoUse, UnclosedNestingEnds) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "$(sudo ";
  EXPECT_NO_THROW(sudo_uses(text));
}

TEST(SudoUse, ExecForms) {
  EXPECT_TRUE(uses_sudo({"sudo", "ls"}));
  EXPECT_TRUE(uses_sudo({"/usr/bin/env", "A=1", "sudo", "ls"}));
  EXPECT_TRUE(uses_sudo({"sh", "-c", "cd / && sudo ls"}));
  EXPECT_TRUE(uses_sudo({"sh", "-c", "echo 'a b' && sudo ls"}));
  EXPECT_FALSE(uses_sudo({"echo", "sudo"}));
  EXPECT_FALSE(uses_sudo({}));
}

}  // namespace
}  // namespace harden
