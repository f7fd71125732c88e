#include "findings/report/report_path.h"

#include <gtest/gtest.h>

namespace harden {
namespace {

TEST(ReportPath, IsRelativeToTheFolder) {
  EXPECT_EQ(report_path("Dockerfile", "/repo"), "Dockerfile");
  EXPECT_EQ(report_path("./a//b/./Dockerfile", "/repo"), "a/b/Dockerfile");
  EXPECT_EQ(report_path("/repo/a/Dockerfile", "/repo"), "a/Dockerfile");
  EXPECT_EQ(report_path("/repository/Dockerfile", "/repo"),
            "/repository/Dockerfile");
  EXPECT_EQ(report_path("/repo/Dockerfile", ""), "/repo/Dockerfile");
  // Where a link leads is not known.
  EXPECT_EQ(report_path("../a/../Dockerfile", "/repo"), "../a/../Dockerfile");
  EXPECT_EQ(report_path("<stdin>", "/repo"), "<stdin>");
  EXPECT_EQ(report_path(".", "/repo"), ".");
}

TEST(ReportPath, BecomesAUri) {
  EXPECT_EQ(uri_of("a/Docker-file_1.x~"), "a/Docker-file_1.x~");
  EXPECT_EQ(uri_of("a b#c?d%e:f\\\n\xc3\xa9\xff"),
            "a%20b%23c%3Fd%25e%3Af%5C%0A%C3%A9%FF");
  EXPECT_EQ(uri_of("/srv/a b"), "file:///srv/a%20b");
}

}  // namespace
}  // namespace harden
