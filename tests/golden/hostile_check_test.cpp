// One file must not keep `harden check` from telling about the others.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "golden_case.h"

namespace harden::golden {
namespace {

namespace fs = std::filesystem;

// Of the processor, so that a busy machine changes nothing.
double seconds_of_children() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) +
         static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
}

class HostileCheck : public testing::Test {
 protected:
  HostileCheck() { fs::create_directories(folder_); }
  ~HostileCheck() override { fs::remove_all(folder_); }

  void put(const std::string& name, const std::string& script) {
    const fs::path folder = folder_ / name;
    fs::create_directories(folder);
    spill(folder / "Dockerfile",
          "FROM debian:12\nCOPY entry.sh /entry.sh\n"
          "ENTRYPOINT [\"/entry.sh\"]\nCMD [\"server\"]\n");
    spill(folder / "entry.sh", "#!/bin/sh\n" + script + "exec \"$@\"\n");
  }

  // The second of three files starts `script`; each is told about, soon.
  void expect_all_three(const std::string& script) {
    put("a", "");
    put("b", script);
    put("c", "");
    const double before = seconds_of_children();
    const Outcome outcome =
        run_harden(folder_, {"check", "--format=json", "a/Dockerfile",
                             "b/Dockerfile", "c/Dockerfile"});
    EXPECT_LT(seconds_of_children() - before, 10);
    EXPECT_EQ(outcome.status, 1) << outcome.messages;
    for (const std::string file : {"a", "b", "c"}) {
      EXPECT_NE(outcome.output.find('"' + file + "/Dockerfile\""),
                std::string::npos)
          << file;
    }
    EXPECT_TRUE(outcome.output.ends_with("}\n"));
  }

 private:
  fs::path folder_ = fs::temp_directory_path() /
                     ("harden-hostile-check." + std::to_string(getpid()));
};

// SIGSEGV at 0733439.
TEST_F(HostileCheck, ABracketOfNothingButItsNegation) {
  expect_all_three("case $1 in [!]) exit;; esac\n");
  expect_all_three("X=a\necho \"${X#[^]}\"\n");
}

// 13 s for each such line at 0733439.
TEST_F(HostileCheck, ALongPatternAgainstALongValue) {
  const std::string lines = "echo \"${X##*" + std::string(2000, 'a') + "b}\"\n";
  expect_all_three("X=" + std::string(4000, 'a') + "\n" + lines + lines);
}

}  // namespace
}  // namespace harden::golden
