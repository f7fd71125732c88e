#include "base/quote/markdown.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/libraries/json.h"
#include "base/quote/visible_text.h"
#include "odd_texts.h"
#include "quote/read_back.h"

namespace harden {
namespace {

// Each item of the list: the text that is seen, and the kinds of what it is
// made of.
constexpr const char* markdown_reader =
    "cmark-gfm -t xml -e table -e strikethrough | python3 -c \"\n"
    "import json, sys, xml.etree.ElementTree as tree\n"
    "root = tree.fromstring(sys.stdin.buffer.read())\n"
    "name = lambda it: it.tag.split('}')[1]\n"
    "seen = lambda it: ''.join(x.text or '' for x in it.iter()\n"
    "                          if name(x) in ('text', 'code', 'code_block'))\n"
    "print(json.dumps([[seen(it), sorted({name(x) for x in it.iter()})]\n"
    "                  for it in root.findall('*/*')]))\"";

std::string without_ticks(std::string text) {
  std::erase(text, '`');
  return text;
}

// Blanks at the ends, and how many stand in a row, are Markdown's to take away.
std::string squeezed(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == ' ') continue;
    result += c;
  }
  return result;
}

bool has_reader() {
  return test::is_installed("cmark-gfm") && test::is_installed("python3");
}

TEST(Markdown, TextIsNothingButTextAndCode) {
  if (!has_reader()) GTEST_SKIP() << "no cmark-gfm";
  const auto texts = test::odd_texts(2000);
  std::string page;
  for (const std::string& it : texts) page += "- " + markdown_text(it) + "\n";
  const auto read =
      nlohmann::json::parse(test::output_of(markdown_reader, page));
  ASSERT_EQ(read.size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(squeezed(without_ticks(read[i][0])),
              squeezed(without_ticks(visible(texts[i]))))
        << markdown_text(texts[i]);
    for (const std::string kind : read[i][1]) {
      EXPECT_TRUE(kind == "item" || kind == "paragraph" || kind == "text" ||
                  kind == "code")
          << kind << " in " << markdown_text(texts[i]);
    }
  }
}

TEST(Markdown, HarmlessTextStaysAsItIs) {
  for (const char* it :
       {"`USER` is never set, so a_b runs as uid 0 (2 * 3)",
        "programs put temporary files there; 80% of /tmp - see #5",
        "user: 10001:10001", "a & b", "1.5 GB", "-1"}) {
    EXPECT_EQ(markdown_text(it), it);
  }
}

// At 0733439 a path `/srv/a$(id)[x]` got a backslash in a command to be copied.
TEST(Markdown, ABlockKeepsEveryByte) {
  if (!has_reader()) GTEST_SKIP() << "no cmark-gfm";
  for (const std::string text :
       {"chown 1 '/srv/a$(id)[x]'\n", "a\n```\nb\n", "````\n", "`a` ``` ````\n",
        "~~~\n", "    a\n\n\tb\n", "<b>&amp;\n"}) {
    const std::string page = "- a\n\n" + markdown_block(text);
    const auto xml = test::output_of(
        "cmark-gfm -t xml | python3 -c \"\n"
        "import sys, xml.etree.ElementTree as tree\n"
        "root = tree.fromstring(sys.stdin.buffer.read())\n"
        "sys.stdout.write(root[1].text)\"",
        page);
    EXPECT_EQ(xml, text) << page;
  }
}

}  // namespace
}  // namespace harden
