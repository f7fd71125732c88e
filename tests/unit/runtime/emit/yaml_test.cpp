#include "runtime/emit/yaml.h"

#include <gtest/gtest.h>

namespace harden {
namespace {

TEST(YamlWriter, PutsReasonsAboveAndItemsBelow) {
  YamlWriter yaml;
  yaml.map("a", [&] {
    yaml.pair("user", "1:1", {{Reason::Source::file, "so\nit is", "F:1"}});
    yaml.map_item([&] {
      yaml.pair("x", true);
      yaml.map("y", [&] { yaml.item(2); });
    });
  });
  EXPECT_EQ(yaml.take(), R"(a:
  # so␊it is (F:1)
  user: "1:1"
  - x: true
    "y":
      - 2
)");
}

}  // namespace
}  // namespace harden
