// The lines that collect /rootfs, as one RUN joins them.
#include "rewrite/scratch/rootfs_script.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "knowledge/knowledge.h"

namespace harden {
namespace {

namespace fs = std::filesystem;

ScratchPlan whole_plan() {
  ScratchPlan plan;
  plan.closure = true;
  plan.program = "python";
  plan.programs = {"tini", "/app/it's here", "python"};
  plan.path_folders = {"/venv/bin"};
  plan.runtime = find_runtime("python");
  plan.needed = {"/app", "/a path"};
  plan.wanted = {"/data"};
  plan.folders = {"/run"};
  plan.asked = {"/usr/share/fonts"};
  plan.user = "app:staff";
  return plan;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    if (line[line.find_first_not_of(' ')] != '#') text += line + " ";
  }
  return text;
}

void expect_valid(const std::vector<std::string>& lines) {
  const std::string script = joined(lines);
  EXPECT_EQ(script.find("<<"), std::string::npos);
  EXPECT_EQ(script.find('\n'), std::string::npos);
  const fs::path file =
      fs::temp_directory_path() /
      ("rootfs-script-" + std::to_string(std::hash<std::string>()(script)));
  std::ofstream(file) << script << '\n';
  for (const std::string shell : {"sh", "bash --posix"}) {
    EXPECT_EQ(std::system((shell + " -n " + file.string()).c_str()), 0)
        << shell << '\n'
        << script;
  }
  fs::remove(file);
}

TEST(RootfsScript, MayStandOnOneLine) {
  ScratchPlan plan = whole_plan();
  expect_valid(rootfs_script(plan, true));
  plan.shell = true;
  plan.commands = {"mkdir", "it's"};
  expect_valid(rootfs_script(plan, false));
  plan.closure = false;
  expect_valid(rootfs_script(plan, true));
  expect_valid(system_rootfs_script("1:1", true));
}

TEST(RootfsScript, HasCommentsOnDemand) {
  const auto has_comment = [](const std::vector<std::string>& lines) {
    return std::any_of(lines.begin(), lines.end(), [](const auto& line) {
      return line[line.find_first_not_of(' ')] == '#';
    });
  };
  EXPECT_TRUE(has_comment(rootfs_script(whole_plan(), true)));
  EXPECT_FALSE(has_comment(rootfs_script(whole_plan(), false)));
}

TEST(RootfsScript, HoldsNoMoreThanItCalls) {
  const std::string script = joined(system_rootfs_script("1:1", false));
  for (const char* function : {"libraries", "program", "static", "shell"}) {
    EXPECT_EQ(script.find(std::string(function) + "()"), std::string::npos)
        << function;
  }
}

}  // namespace
}  // namespace harden
