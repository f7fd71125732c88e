#include "base/quote/yaml_scalar.h"

#include <gtest/gtest.h>

#include "base/libraries/json.h"
#include "odd_texts.h"
#include "quote/read_back.h"

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
    EXPECT_EQ(yaml_scalar(it), '"' + std::string(it) + '"');
  }
  for (const char* it : {"a", "/tmp", "on-failure", "cap.x_y/z", "yes-man"}) {
    EXPECT_EQ(yaml_scalar(it), it);
  }
}

TEST(YamlScalar, EscapesWhatWouldEndTheLine) {
  EXPECT_EQ(yaml_scalar("a\"b\\c\nd\te"), R"("a\"b\\c\nd\te")");
  EXPECT_EQ(yaml_scalar("\x01\x7f\xc2\x85\xe2\x80\xa8\xff"),
            R"("\x01\x7F\x85\u2028\uFFFD")");
  EXPECT_EQ(yaml_scalar("caf\xc3\xa9 \xf0\x9f\x90\xb3"),
            "\"caf\xc3\xa9 \xf0\x9f\x90\xb3\"");
}

constexpr const char* yaml_reader =
    "python3 -c \"\nimport json, sys, yaml\n"
    "print(json.dumps(yaml.safe_load(sys.stdin.buffer.read())))\"";

TEST(YamlScalar, IsReadBack) {
  if (std::system("python3 -c 'import yaml' 2>/dev/null") != 0) {
    GTEST_SKIP() << "no python3-yaml";
  }
  const auto texts = test::odd_texts(2000);
  std::string yaml;
  for (const std::string& it : texts) yaml += "- " + yaml_scalar(it) + "\n";
  const auto read = nlohmann::json::parse(test::output_of(yaml_reader, yaml));
  EXPECT_EQ(read.get<std::vector<std::string>>(), texts);
}

}  // namespace
}  // namespace harden
