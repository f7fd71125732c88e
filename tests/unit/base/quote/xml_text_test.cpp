#include "base/quote/xml_text.h"

#include <gtest/gtest.h>

#include "base/libraries/json.h"
#include "base/quote/visible_text.h"
#include "odd_texts.h"
#include "quote/read_back.h"

namespace harden {
namespace {

constexpr const char* xml_reader =
    "python3 -c \"\nimport json, sys, xml.etree.ElementTree as tree\n"
    "root = tree.fromstring(sys.stdin.buffer.read())\n"
    "print(json.dumps([[it.get('a'), it.text or ''] for it in root]))\"";

TEST(XmlText, IsReadBackAsWhatIsVisible) {
  if (!test::is_installed("python3")) GTEST_SKIP() << "no python3";
  const auto texts = test::odd_texts(1000);
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<all>";
  for (const std::string& it : texts) {
    xml += "<t a=\"" + xml_attribute(it) + "\">" + xml_text(it) + "</t>";
  }
  const auto read =
      nlohmann::json::parse(test::output_of(xml_reader, xml + "</all>"));
  ASSERT_EQ(read.size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(read[i][0], visible(texts[i]));
    EXPECT_EQ(read[i][1], visible_lines(texts[i]));
  }
}

}  // namespace
}  // namespace harden
