#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/quote/words.h"
#include "odd_texts.h"
#include "quote/read_back.h"

namespace harden {
namespace {

std::vector<std::string> shells() {
  std::vector<std::string> result = {"sh"};
  for (const char* it : {"bash", "dash", "busybox"}) {
    if (test::is_installed(it)) {
      result.push_back(it == std::string("busybox") ? "busybox sh" : it);
    }
  }
  return result;
}

std::string ended_by_nul(const std::vector<std::string>& texts) {
  std::string result;
  for (const std::string& it : texts) result += it + '\0';
  return result;
}

TEST(ShellWord, EveryShellReadsItBackByteForByte) {
  auto texts = test::odd_texts(1500);
  texts.insert(texts.end(), {"", "-n", "\n", "a\n", "\xff\xfe", "it's", "~",
                             "a=b", "*", "!", "{a,b}"});
  std::string script;
  for (const std::string& it : texts) {
    script += "printf '%s\\000' " + shell_word(it) + "\n";
  }
  for (const std::string& shell : shells()) {
    EXPECT_EQ(test::output_of(shell, script), ended_by_nul(texts)) << shell;
  }
}

TEST(ShellWord, EveryShellReadsItBackInDoubleQuotes) {
  const auto texts = test::odd_texts(1500);
  std::string script;
  for (const std::string& it : texts) {
    script += "printf '%s\\000' \"" + in_double_quotes(it) + "\"\n";
  }
  for (const std::string& shell : shells()) {
    EXPECT_EQ(test::output_of(shell, script), ended_by_nul(texts)) << shell;
  }
}

TEST(ShellWord, HarmlessWordsStayAsTheyAre) {
  for (const char* it :
       {"a", "/srv/data", "10001:10001", "x=1,y", "50%", "@"}) {
    EXPECT_EQ(shell_word(it), it);
    EXPECT_TRUE(is_bare_word(it)) << it;
  }
  for (const char* it : {"", "a b", "$x", "~", "a#", "(", "\n"}) {
    EXPECT_FALSE(is_bare_word(it)) << it;
  }
}

}  // namespace
}  // namespace harden
