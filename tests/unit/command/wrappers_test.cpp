#include "command/wrappers.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace harden {
namespace {

using Words = std::vector<std::string>;

Words words_of(const std::string& line) {
  std::istringstream text(line);
  Words words;
  for (std::string word; text >> word;) words.push_back(word);
  return words;
}

std::string behind(const std::string& line, Behind which = Behind::wrappers) {
  Words words = words_of(line);
  drop_wrappers(words, which);
  std::string rest;
  for (const std::string& it : words) rest += (rest.empty() ? "" : " ") + it;
  return rest;
}

TEST(Wrappers, ArePassedWithTheirOptions) {
  EXPECT_EQ(behind("tini -e 143 -- server -x"), "server -x");
  EXPECT_EQ(behind("env -i -u HOME A=b C= server"), "server");
  EXPECT_EQ(behind("nice -n 10 timeout -k 5 60 server"), "server");
  EXPECT_EQ(behind("nice -n10 stdbuf -oL server"), "server");
  EXPECT_EQ(behind("command -v server"), "");
  EXPECT_EQ(behind("server env"), "server env");
  EXPECT_EQ(behind("env"), "");
}

TEST(Wrappers, TheLastOfSeveralLettersTakesTheNextWord) {
  EXPECT_EQ(behind("sudo -nu app server", Behind::sudo), "server");
  EXPECT_EQ(behind("sudo -nuapp server", Behind::sudo), "server");
  EXPECT_EQ(behind("sudo -E -u app -- A=b server", Behind::sudo), "A=b server");
  EXPECT_EQ(behind("sudo -u app A=b server", Behind::sudo), "server");
}

TEST(Wrappers, OnlyThoseThatAreAskedFor) {
  EXPECT_EQ(behind("env sudo server"), "sudo server");
  EXPECT_EQ(behind("env doas -u app server", Behind::sudo), "server");
  EXPECT_EQ(behind("nice xargs -n 1 rm", Behind::sudo), "xargs -n 1 rm");
  EXPECT_EQ(behind("nice xargs -n 1 rm", Behind::repeated), "rm");
  EXPECT_EQ(behind("nice sudo rm", Behind::repeated), "sudo rm");
}

TEST(Wrappers, AProgramThatIsNotKnownIsNone) {
  const std::vector<Field> argv = {{"env", false}, {"server"}};
  EXPECT_EQ(behind_wrappers(argv), 0U);
}

}  // namespace
}  // namespace harden
