#include "knowledge/capability_names.h"

#include <gtest/gtest.h>

namespace harden {
namespace {

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
