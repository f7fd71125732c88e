#include "runtime/emit/yaml.h"

#include <gtest/gtest.h>

namespace harden {
namespace {

TEST(YamlScalar, QuotesWhatSomeVersionOfYamlTakesForAnotherType) {
  for (const char* it :
       {"",     "yes",  "No",  "ON",         "y",    "n",     "null",
        "~",    "1",    "1e3", "0x1f",       "0:0",  "1_000", "2024-01-01",
        ".5",   ".inf", "-",   "-a",         "? a",  "*a",    "&a",
        "!a",   "%a",   "@a",  "`a",         "a: b", "a #b",  "{a",
        "[a",   "a, b", "|",   ">",          "'a",   "=",     "<<",
        "true", " a",   "a ",  "10001:10001"}) {
    EXPECT_EQ(YamlScalar::quoted(it), '"' + std::string(it) + '"');
  }
  for (const char* it : {"a", "/tmp", "on-failure", "cap.x_y/z", "yes-man"}) {
    EXPECT_EQ(YamlScalar::quoted(it), it);
  }
}

TEST(YamlScalar, EscapesWhatWouldEndTheLine) {
  EXPECT_EQ(YamlScalar::quoted("a\"b\\c\nd\te"), R"("a\"b\\c\nd\te")");
  EXPECT_EQ(YamlScalar::quoted("\x01\x7f\xc2\x85\xe2\x80\xa8\xff"),
            R"("\x01\x7F\x85\u2028\uFFFD")");
  EXPECT_EQ(YamlScalar::quoted("caf\xc3\xa9 \xf0\x9f\x90\xb3"),
            "\"caf\xc3\xa9 \xf0\x9f\x90\xb3\"");
}

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
