#include "knowledge/capability_names.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace harden {
namespace {

TEST(CapabilityNames, AreSortedAndOnce) {
  const auto names = capability_names();
  EXPECT_EQ(names.size(), 41u);
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
}

TEST(CapabilityNames, AreFoundInAnySpelling) {
  for (const char* name :
       {"NET_RAW", "net_raw", "CAP_NET_RAW", "cap_Net_Raw"}) {
    EXPECT_EQ(find_capability(name), "NET_RAW") << name;
  }
  for (const char* name : {"", "CAP_", "ALL", "NET", "NET_RAW "}) {
    EXPECT_FALSE(find_capability(name)) << name;
  }
}

TEST(CapabilityNames, TheNearestIsWhatWasMeant) {
  EXPECT_EQ(closest_capability("cap_net_row"), "NET_RAW");
  EXPECT_EQ(closest_capability("SYS_ADMINN"), "SYS_ADMIN");
}

}  // namespace
}  // namespace harden
