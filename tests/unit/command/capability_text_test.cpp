#include "command/capability_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace harden {
namespace {

using Names = std::vector<std::string>;

TEST(CapabilityText, GivesWhatIsPermitted) {
  EXPECT_EQ(file_capabilities("cap_net_bind_service=+ep"),
            Names{"NET_BIND_SERVICE"});
  EXPECT_EQ(file_capabilities("cap_net_raw,CAP_CHOWN+eip"),
            (Names{"CHOWN", "NET_RAW"}));
  EXPECT_EQ(file_capabilities("cap_net_raw+p cap_chown=ep"),
            (Names{"CHOWN", "NET_RAW"}));
}

// `=` clears what was said before, `-` takes away.
TEST(CapabilityText, AppliesItsOperatorsInOrder) {
  EXPECT_EQ(file_capabilities("cap_net_raw=ep cap_net_raw="), Names{});
  EXPECT_EQ(file_capabilities("cap_net_raw=ep-p"), Names{});
  EXPECT_EQ(file_capabilities("cap_net_raw=i"), Names{});
  EXPECT_EQ(file_capabilities("="), Names{});
  EXPECT_EQ(file_capabilities(""), Names{});
}

TEST(CapabilityText, AllAreAll) {
  EXPECT_GT(file_capabilities("all=ep")->size(), 38U);
  EXPECT_GT(file_capabilities("=ep")->size(), 38U);
}

TEST(CapabilityText, RefusesWhatSetcapRefuses) {
  EXPECT_FALSE(file_capabilities("cap_nothing=ep"));
  EXPECT_FALSE(file_capabilities("cap_net_raw"));
  EXPECT_FALSE(file_capabilities("+ep"));
  EXPECT_FALSE(file_capabilities("cap_net_raw=x"));
}

}  // namespace
}  // namespace harden
