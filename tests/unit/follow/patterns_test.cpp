// Patterns in start scripts, also those that want memory or time that is not
// theirs.
#include <gtest/gtest.h>

#include <ctime>
#include <string>

#include "follow/follow.h"

namespace harden {
namespace {

// The account of the programs that start, or "lost" for what cannot be
// followed.
std::string account(const std::string& text,
                    const std::vector<std::string>& arguments = {}) {
  FollowInput input;
  input.script = {"/entry.sh", "entry.sh", text};
  input.arguments = arguments;
  input.workdir = "/";
  input.as_root = true;
  const Followed followed = follow_script(input);
  if (followed.lost) return "lost";
  std::string result;
  for (const HandOver& it : followed.hand_overs) {
    if (!result.empty()) result += " or ";
    result += it.step_down ? it.step_down->account : "root";
  }
  return result;
}

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

// Of the processor, so that a busy machine changes nothing; generous for builds
// without optimization and with sanitizers.
class Within {
 public:
  explicit Within(int seconds) : most_(seconds * CLOCKS_PER_SEC) {}
  ~Within() { EXPECT_LT(std::clock() - begin_, most_); }

 private:
  std::clock_t most_;
  std::clock_t begin_ = std::clock();
};

constexpr std::string_view program =
    "if [ \"$v\" = app ]; then exec gosu app server; else exec server; fi\n";

// Read past the end of the text at 0733439, until it died.
TEST(HostilePatterns, ABracketOfNothingButItsNegation) {
  // dash takes `[^]` for a set of one character.
  for (const auto& [bracket, expected] :
       {std::pair{"[!]", "app"}, std::pair{"[^]", "app or root"},
        std::pair{"[]", "app"}, std::pair{"[", "app"}, std::pair{"[!", "app"},
        std::pair{"[^", "app"}}) {
    const std::string text(bracket);
    EXPECT_EQ(account("#!/bin/sh\ncase $1 in " + text +
                          ") exec gosu app server;; esac\nexec server\n",
                      {text}),
              expected)
        << text;
    EXPECT_EQ(account("#!/bin/sh\nv='" + text + "app'\nv=${v#" + text + "}\n" +
                      std::string(program)),
              expected)
        << text;
  }
}

// 13 s at 0733439: each beginning of the value was compared for itself.
TEST(HostilePatterns, BeginningsAndEndsOfAValue) {
  const Within bound(10);
  const std::string value = "v=" + repeated("a", 4000) + "\n";
  const std::string half = repeated("a", 2000);
  for (const std::string& line :
       {"v=${v##*" + half + "b}\n", "v=${v%%b" + half + "*}\n",
        "v=${v##" + repeated("*a", 1000) + "b}\n"}) {
    const std::string accounts =
        account("#!/bin/sh\n" + value + repeated(line, 40) +
                "if [ \"$v\" = app ]; then exec gosu app server; else exec "
                "server; fi\n");
    EXPECT_TRUE(accounts == "root" || accounts == "lost") << accounts;
  }
}

// Nobody knows what follows once the budget is used up: it is not that nothing
// matched.
// (At 0733439 there was no budget.)
TEST(HostilePatterns, WhatIsLeftOpenIsUnknown) {
  const Within bound(10);
  const std::string stars = repeated("*a", 1000) + "*b";
  const std::string spent = "w=" + repeated("a", 4000) + "\nv=app\n" +
                            repeated("u=${w##" + stars + "}\n", 20);
  EXPECT_EQ(account("#!/bin/bash\n" + spent +
                    "case $v in app) exec gosu app server;; esac\n"
                    "exec server\n"),
            "lost");
}

// Loops meet their patterns often, and going through them costs, too: a quarter
// of a minute at 0733439.
TEST(HostilePatterns, PatternsInLoops) {
  const Within bound(30);
  const std::string choices =
      "case $1 in " + repeated("x|", 50'000) + "y) :;; esac\n";
  std::string loops;
  for (int i = 0; i < 5; ++i) loops += "for a in 1 2 3 4 5 6 7 8 9; do ";
  account("#!/bin/sh\n" + loops + choices + "done; done; done; done; done\n",
          {"z"});
  const std::string items =
      "case $1 in " + repeated("x);;\n", 20'000) + "y) :;; esac\n";
  account("#!/bin/sh\n" + loops + items + "done; done; done; done; done\n",
          {"z"});
}

// --- What patterns say.

// At 0733439 the letters of the class stood for themselves, and this was root.
TEST(Patterns, ClassesAreRead) {
  EXPECT_EQ(account("#!/bin/sh\ncase b in [[:alpha:]]) exec gosu app server;; "
                    "esac\nexec server\n"),
            "app");
}

// At 0733439 a pattern with a quote or a variable was text as a whole.
TEST(Patterns, PartsOfAPatternAreQuotedOrNot) {
  EXPECT_EQ(account("#!/bin/sh\nu=upapp\nv=${u#*'p'}\n" + std::string(program)),
            "app");
  EXPECT_EQ(account("#!/bin/sh\nu=xxapp\np='*x'\nv=${u##$p}\n" +
                    std::string(program)),
            "app");
  EXPECT_EQ(
      account("#!/bin/sh\nu='*app'\nv=${u#\"*\"}\n" + std::string(program)),
      "app");
}

// At 0733439 it negated for every shell.
TEST(Patterns, TheShellSaysWhatACaretMeans) {
  const std::string choice =
      "\ncase b in [^a]) exec gosu app server;; esac\nexec server\n";
  EXPECT_EQ(account("#!/bin/bash" + choice), "app");
  EXPECT_EQ(account("#!/bin/sh" + choice), "app or root");
}

}  // namespace
}  // namespace harden
