#include "findings/report/summary.h"

#include <gtest/gtest.h>

namespace harden {
namespace {

EffectiveUser user(Privilege privilege, std::string name = {}) {
  EffectiveUser result;
  result.privilege = privilege;
  result.name = std::move(name);
  return result;
}

TEST(Summary, NamesTheUser) {
  EXPECT_EQ(describe_user(user(Privilege::root)), "root (uid 0)");
  auto app = user(Privilege::unprivileged, "app");
  EXPECT_EQ(describe_user(app), "app (uid not told by the file)");
  app.uid = 10001;
  EXPECT_EQ(describe_user(app), "app (uid 10001)");
  app.gid = 10001;
  EXPECT_EQ(describe_user(app), "app (10001:10001)");
  app.name.clear();
  EXPECT_EQ(describe_user(app), "uid 10001, gid 10001");
}

TEST(Summary, SaysWhyNobodyKnows) {
  auto unknown = user(Privilege::unknown);
  unknown.message = "unknown because `ARG U` has no default";
  EXPECT_EQ(user_line("Dockerfile", unknown, false),
            "Dockerfile: unknown because `ARG U` has no default\n");
}

TEST(Summary, ShowsBeforeAndAfter) {
  auto app = user(Privilege::unprivileged, "app");
  app.uid = app.gid = 10001;
  EXPECT_EQ(user_change(user(Privilege::root), app, false),
            "before: root (uid 0)\nafter:  app (10001:10001)\n");
  EXPECT_EQ(user_change(user(Privilege::root), app, false, true),
            "before: root (uid 0)\nafter:  app (10001:10001), who may not be "
            "able to write all that the program writes\n");
  EXPECT_EQ(user_line("Dockerfile", app, false),
            "Dockerfile: runs as app (10001:10001)\n");
}

}  // namespace
}  // namespace harden
