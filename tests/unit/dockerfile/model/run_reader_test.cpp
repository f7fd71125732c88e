// What a RUN does to paths, as the one reader of its commands tells it.
#include "dockerfile/model/run_reader.h"

#include <gtest/gtest.h>

#include <ctime>
#include <string>

#include "evaluation_fixture.h"

namespace harden {
namespace {

std::string_view name_of(FileEffect::Kind kind) {
  constexpr std::string_view names[] = {
      "made",    "touched", "written", "changed",  "mended",
      "copied",  "moved",   "linked",  "unpacked", "downloaded",
      "removed", "owned",   "mode"};
  return names[static_cast<std::size_t>(kind)];
}

std::string text_of(const RunEffect& it) {
  std::string text(name_of(it.kind));
  if (it.recursive) text += " -R";
  text += " " + it.to;
  if (!it.from.empty()) text += " < " + it.from;
  if (it.is_told) text += " " + it.text;
  return it.maybe ? text + "?" : text;
}

// "made /srv/a; owned -R /srv/a app" of a RUN in /srv; `?` behind what may not
// have happened.
std::string effects_of(const std::string& run) {
  const Evaluated file = evaluated(
      "FROM debian:12\nENV DIR=/data\nWORKDIR /srv\nRUN " + run + "\n");
  std::string text;
  for (const RunEffect& effect : run_script(file.evaluation, 3).effects) {
    text += (text.empty() ? "" : "; ") + text_of(effect);
  }
  return text;
}

TEST(RunReader, TakesWhatEveryCommandDoes) {
  EXPECT_EQ(effects_of("mkdir -p a && chown -R app:grp a && chmod 700 a"),
            "made /srv/a; owned -R /srv/a app:grp; mode /srv/a 700");
  EXPECT_EQ(effects_of("nice sudo -E chown app /x"), "owned /x app");
  EXPECT_EQ(effects_of("install -d -o app -m 755 /x $DIR/y"),
            "made /x; made /data/y; owned /x app; owned /data/y app");
  EXPECT_EQ(effects_of("cp a /b/ && mv /c d && ln -s x /bin/y"),
            "copied /b < /srv/a; moved /srv/d < /c; linked /bin/y < x");
  EXPECT_EQ(effects_of("curl -fsSLO https://x.org/a.sh?v=1 -o /b"),
            "downloaded /b; downloaded /srv/a.sh");
  EXPECT_EQ(effects_of("echo a > f && echo b >> f && tee -a g < f"),
            "written /srv/f; changed /srv/f; changed /srv/g");
  EXPECT_EQ(effects_of("sed -i 's/a/b/' /x && sed -i 's/\\r$//' /y"),
            "changed /x");
}

TEST(RunReader, LeavesOutWhatNobodyKnows) {
  EXPECT_EQ(effects_of("mkdir $UNSET /a/$UNSET && chown app \"$(cat x)\""), "");
  EXPECT_EQ(effects_of("find /x -exec chown app {} + ; ls | xargs chown app"),
            "");
  EXPECT_EQ(effects_of("cd $UNSET && mkdir a /b"), "made /b");
  EXPECT_EQ(effects_of("cp -a x /y"), "copied -R /y < /srv/x");
}

TEST(RunReader, FollowsFoldersAndSubshells) {
  EXPECT_EQ(effects_of("cd /a && mkdir b && cd b && mkdir c"),
            "made /a/b; made /a/b/c");
  EXPECT_EQ(effects_of("(cd /a && mkdir b) && mkdir c"),
            "made /a/b; made /srv/c");
  EXPECT_EQ(effects_of("(D=/x; mkdir $D/a; touch $D/b); mkdir $D"),
            "made /x/a; touched /x/b");
  EXPECT_EQ(effects_of("sh -c 'cd /a && mkdir b' && mkdir c"),
            "made /a/b; made /srv/c");
}

TEST(RunReader, RunsLoopsOverKnownWords) {
  EXPECT_EQ(effects_of("for d in /a $DIR; do mkdir -p $d/x; done"),
            "made /a/x; made /data/x");
  EXPECT_EQ(effects_of("for a in x y; do for b in 1 2; do touch $a$b; done; "
                       "done"),
            "touched /srv/x1; touched /srv/x2; touched /srv/y1; "
            "touched /srv/y2");
  EXPECT_EQ(effects_of("for d in /a/*; do mkdir $d/x /y; done"), "made /y");
}

TEST(RunReader, TellsWhatMayNotHaveHappened) {
  EXPECT_EQ(effects_of("mkdir /a || true; mkdir /b"), "made /a?; made /b");
  EXPECT_EQ(effects_of("mkdir /a || exit 1; mkdir /b"), "made /a; made /b");
  EXPECT_EQ(effects_of("test -d /a || mkdir /a"), "made /a?");
  EXPECT_EQ(effects_of("if x; then mkdir /a; fi && mkdir /b # || if "),
            "made /a?; made /b");
  EXPECT_EQ(effects_of("x && mkdir /a; mkdir /b"), "made /a?; made /b");
  EXPECT_EQ(effects_of("x && mkdir /a && mkdir /b"), "made /a; made /b");
  EXPECT_EQ(effects_of("set -e; x; mkdir /a; y && mkdir /b; mkdir /c"),
            "made /a; made /b?; made /c");
  EXPECT_EQ(effects_of("f() { mkdir /a; }; g() { mkdir /b; }; f"),
            "made /a; made /b?");
  EXPECT_EQ(effects_of("x && exit 0; mkdir /a"), "made /a?");
  EXPECT_EQ(effects_of("mkdir /a & mkdir /b"), "made /a?; made /b");
  EXPECT_EQ(effects_of("case $x in a) mkdir /a;; esac; mkdir /b"),
            "made /a?; made /b");
  EXPECT_EQ(effects_of("sh -c 'mkdir /a' || true"), "made /a?");
}

TEST(RunReader, LooksBehindWhoeverRunsIt) {
  EXPECT_EQ(effects_of("su app -c 'mkdir /a'"), "made /a");
  EXPECT_EQ(effects_of("su - app -s /bin/sh -c 'cd /a && touch b'"),
            "touched /a/b");
  EXPECT_EQ(effects_of("gosu app env A=b mkdir /a && setpriv --reuid=1 "
                       "--clear-groups touch /b"),
            "made /a; touched /b");
  EXPECT_EQ(effects_of("sh - /x.sh; sh -x /y.sh; sh -eo pipefail -c 'rm /z'"),
            "removed /z");
}

// Loops in loops: the budget ends the rounds, not the answer.
TEST(RunReader, IsBounded) {
  std::string words = "1";
  for (int i = 2; i <= 300; ++i) words += " " + std::to_string(i);
  std::string run = "touch /x";
  for (int i = 0; i < 30; ++i) {
    run = "for a in " + words + "; do " + run + "; done";
  }
  const std::clock_t begin = std::clock();
  EXPECT_NE(effects_of(run), "");
  std::string variables;
  for (int i = 0; i < 900; ++i) variables += "V" + std::to_string(i) + "=x; ";
  for (int i = 0; i < 20'000; ++i) variables += "(x; touch $V1); ";
  EXPECT_NE(effects_of(variables), "");
  std::string folders = "mkdir";
  for (int i = 0; i < 100'000; ++i) folders += " a";
  EXPECT_NE(effects_of(folders), "");
  EXPECT_LT(std::clock() - begin, 5 * CLOCKS_PER_SEC);
}

}  // namespace
}  // namespace harden
