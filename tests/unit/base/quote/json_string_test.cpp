#include "base/quote/json_string.h"

#include <gtest/gtest.h>

#include "base/libraries/json.h"
#include "odd_texts.h"

namespace harden {
namespace {

TEST(JsonString, IsReadBack) {
  const auto texts = test::odd_texts(2000);
  const auto read = nlohmann::json::parse(json_list(texts));
  EXPECT_EQ(read.get<std::vector<std::string>>(), texts);
}

TEST(JsonString, StandsOnOneLine) {
  for (const std::string& it : test::odd_texts(2000)) {
    EXPECT_EQ(json_string(it).find('\n'), std::string::npos);
  }
}

}  // namespace
}  // namespace harden
