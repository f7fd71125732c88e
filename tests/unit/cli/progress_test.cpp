#include "cli/check/progress.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace harden::cli {
namespace {

using std::chrono::milliseconds;

class ProgressTest : public testing::Test {
 protected:
  Progress::Write write() {
    return [this](std::string_view text) { shown_ += text; };
  }
  Progress::Now now() {
    return [this] { return time_; };
  }

  Progress::Clock::time_point time_;
  std::string shown_;
};

TEST_F(ProgressTest, SaysNothingForAShortTime) {
  {
    Progress progress(100, write(), now());
    for (int i = 0; i < 100; ++i) {
      time_ += milliseconds(9);
      progress.step();
    }
  }
  EXPECT_EQ(shown_, "");
}

TEST_F(ProgressTest, IsDrawnAfterASecondAndCleared) {
  {
    Progress progress(4, write(), now());
    time_ += milliseconds(1000);
    progress.step();
    EXPECT_EQ(shown_, "\r\x1b[K[#######                       ] 1 of 4 files");
    // Not more than ten times a second.
    time_ += milliseconds(50);
    progress.step();
    EXPECT_EQ(shown_.find("2 of 4"), std::string::npos);
  }
  EXPECT_TRUE(shown_.ends_with(" files\r\x1b[K"));
}

TEST_F(ProgressTest, MakesRoomForOtherOutput) {
  Progress progress(2, write(), now());
  time_ += milliseconds(1500);
  progress.step();
  shown_.clear();
  progress.hide();
  EXPECT_EQ(shown_, "\r\x1b[K");
  progress.hide();
  EXPECT_EQ(shown_, "\r\x1b[K");
}

TEST_F(ProgressTest, IsSilentWithoutATerminal) {
  Progress progress(1, {}, now());
  time_ += milliseconds(5000);
  progress.step();
  EXPECT_EQ(shown_, "");
}

}  // namespace
}  // namespace harden::cli
