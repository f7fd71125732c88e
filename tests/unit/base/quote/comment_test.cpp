#include "base/quote/comment.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "odd_texts.h"

namespace harden {
namespace {

// As harden reads comments of YAML: behind any `#` that a blank stands before.
bool speaks_to_harden(std::string_view line) {
  for (auto at = line.find('#'); at != line.npos; at = line.find('#', at + 1)) {
    if (at > 0 && line[at - 1] != ' ' && line[at - 1] != '\t') continue;
    const auto word = line.find_first_not_of(" \t#", at);
    if (word != line.npos && line.substr(word).starts_with("harden:")) {
      return true;
    }
  }
  return false;
}

bool speaks_to_shellcheck(std::string_view line) {
  const auto word = line.find_first_not_of(" \t#");
  return word != line.npos && line.substr(word).starts_with("shellcheck");
}

template <typename Check>
void each_line(std::string_view text, Check check) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    check(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
}

TEST(Comment, NoLineIsAnOrderHoweverItIsWrapped) {
  rc::check([] {
    const std::string indent(*rc::gen::inRange(0, 90), ' ');
    const std::string text = comment(*test::odd_text(), indent);
    RC_ASSERT(text.empty() || text.back() == '\n');
    each_line(text, [&](std::string_view line) {
      RC_ASSERT(line.starts_with(indent + "#"));
      RC_ASSERT(!speaks_to_harden(line));
      RC_ASSERT(!speaks_to_shellcheck(line));
    });
  });
}

// At 0733439 the text was wrapped before `harden:`, for some lengths of a name.
TEST(Comment, KeepsAnOrderBehindTheWordInFrontOfIt) {
  for (std::size_t length = 1; length < 100; ++length) {
    const std::string name(length, 'x');
    const std::string text =
        comment("The service of " + name + ". Written by harden: change it.");
    each_line(text, [](std::string_view line) {
      EXPECT_FALSE(speaks_to_harden(line)) << line;
    });
    EXPECT_NE(text.find("by harden:"), text.npos) << text;
  }
}

TEST(Comment, PutsAColonBeforeAnOrderWithoutAWordInFront) {
  EXPECT_EQ(comment("harden: ignore-file=HD101 x"),
            "# : harden: ignore-file=HD101 x\n");
  EXPECT_EQ(comment("shellcheck disable=SC1"), "# : shellcheck disable=SC1\n");
  EXPECT_EQ(comment("a # harden: ignore=HD101"),
            "# a # : harden: ignore=HD101\n");
  EXPECT_EQ(comment("a #harden: ignore=HD101"), "# a : harden: ignore=HD101\n");
}

TEST(Comment, KeepsAllOtherWords) {
  rc::check([] {
    std::string text = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("ab  .,:`-")));
    std::string written = comment(text);
    std::erase(text, ' ');
    std::erase_if(written,
                  [](char c) { return c == ' ' || c == '\n' || c == '#'; });
    RC_ASSERT(written == text);
  });
}

}  // namespace
}  // namespace harden
