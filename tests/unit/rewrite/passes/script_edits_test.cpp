// The step-down in the text of a script: where it goes, and what stays.
#include "rewrite/step_down/script_edits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "shell/shell_script.h"

namespace harden {
namespace {

using testing::HasSubstr;

// A hand-over at the first place of `command` in `text`.
HandOver hand_over(const std::string& text, const std::string& command,
                   HandOver::Form form = HandOver::Form::exec) {
  HandOver result;
  result.form = form;
  const auto at = static_cast<std::uint32_t>(text.find(command));
  result.place.span = {at, at + static_cast<std::uint32_t>(command.size())};
  result.program = result.place.span;
  return result;
}

Followed followed(std::string text, std::vector<HandOver> overs) {
  Followed result;
  result.files.push_back({"/entry.sh", "entry.sh", std::move(text)});
  result.hand_overs = std::move(overs);
  return result;
}

StepDownText gosu() {
  StepDownText result;
  result.words = "gosu 10001:10001";
  return result;
}

std::string changed(const Followed& script, const StepDownText& text) {
  const auto edits = script_edits(script, 0, text);
  if (const auto* problem = std::get_if<ScriptProblem>(&edits)) {
    return "refused: " + problem->message;
  }
  return apply_edits(script.files[0].text, std::get<std::vector<Edit>>(edits));
}

std::string changed(const std::string& text, const std::string& command,
                    HandOver::Form form = HandOver::Form::exec) {
  return changed(followed(text, {hand_over(text, command, form)}), gosu());
}

TEST(ScriptEdits, ACommandOfItsOwnGetsAGuardBeforeIt) {
  EXPECT_EQ(changed("set -e\n\nexec \"$@\"\n", "exec \"$@\""),
            "set -e\n\n"
            "# Start the program without root (added by harden)\n"
            "if [ \"$(id -u)\" = 0 ]; then\n"
            "    exec gosu 10001:10001 \"$@\"\n"
            "fi\n"
            "exec \"$@\"\n");
}

TEST(ScriptEdits, IndentationAndLineEndsAreTheFilesOwn) {
  EXPECT_EQ(changed("if a; then\r\n\texec b\r\nfi\r\n", "exec b"),
            "if a; then\r\n"
            "\t# Start the program without root (added by harden)\r\n"
            "\tif [ \"$(id -u)\" = 0 ]; then\r\n"
            "\t\texec gosu 10001:10001 b\r\n"
            "\tfi\r\n"
            "\texec b\r\nfi\r\n");
}

TEST(ScriptEdits, WordsStayByteForByte) {
  const std::string command =
      "A=\"x y\" exec  nginx -g 'daemon off;' \\\n  \"$@\" >> log 2>&1";
  EXPECT_THAT(changed(command + "\n", command),
              HasSubstr("  A=\"x y\" exec  gosu 10001:10001 nginx -g "
                        "'daemon off;' \\\n  \"$@\" >> log 2>&1\n"));
}

TEST(ScriptEdits, ACommandThatIsJoinedStaysInItsLine) {
  EXPECT_EQ(changed("a && exec b\n", "exec b"),
            "a && if [ \"$(id -u)\" = 0 ]; then exec gosu 10001:10001 b; else "
            "exec b; fi\n");
  EXPECT_EQ(changed("a &&\n  exec b\n", "exec b"),
            "a &&\n  if [ \"$(id -u)\" = 0 ]; then exec gosu 10001:10001 b; "
            "else exec b; fi\n");
  EXPECT_EQ(changed("case a in a) exec b ;; esac\n", "exec b"),
            "case a in a) if [ \"$(id -u)\" = 0 ]; then exec gosu 10001:10001 "
            "b; else exec b; fi ;; esac\n");
}

TEST(ScriptEdits, TheLastCommandBecomesTheFirstProcess) {
  EXPECT_THAT(changed("server -v\n", "server -v", HandOver::Form::last),
              HasSubstr("    exec gosu 10001:10001 server -v\nfi\n"
                        "server -v\n"));
}

TEST(ScriptEdits, ATrapKeepsTheShell) {
  const std::string text = "trap x EXIT\nserver\n";
  Followed script =
      followed(text, {hand_over(text, "server", HandOver::Form::last)});
  script.traps = true;
  EXPECT_EQ(changed(script, gosu()),
            "trap x EXIT\n"
            "if [ \"$(id -u)\" = 0 ]; then gosu 10001:10001 server; else "
            "server; fi\n");
}

TEST(ScriptEdits, WhatRootDoesFirstStandsInTheGuard) {
  StepDownText text = gosu();
  text.before = {{"why", "chown 10001 /data || :"}};
  const std::string script = "exec a\n";
  const Followed one = followed(script, {hand_over(script, "exec a")});
  EXPECT_THAT(changed(one, text),
              HasSubstr("    # why\n    chown 10001 /data || :\n    exec "));
  text.comments = false;
  EXPECT_EQ(changed(one, text).find('#'), std::string::npos);
}

TEST(ScriptEdits, EachHandOverGetsItsOwn) {
  const std::string text = "if a; then\n  exec b\nfi\nexec c\n";
  EXPECT_EQ(changed(followed(text, {hand_over(text, "exec b"),
                                    hand_over(text, "exec c")}),
                    gosu()),
            "if a; then\n"
            "  # Start the program without root (added by harden)\n"
            "  if [ \"$(id -u)\" = 0 ]; then\n"
            "    exec gosu 10001:10001 b\n"
            "  fi\n"
            "  exec b\n"
            "fi\n"
            "# Start the program without root (added by harden)\n"
            "if [ \"$(id -u)\" = 0 ]; then\n"
            "  exec gosu 10001:10001 c\n"
            "fi\n"
            "exec c\n");
}

TEST(ScriptEdits, RefusesWhatHasNoPlaceForATool) {
  EXPECT_THAT(changed("exec -a x b\n", "exec -a x b"), HasSubstr("refused"));
  EXPECT_THAT(changed("exec b <<E\nx\nE\n", "exec b <<E"),
              HasSubstr("here-document"));
  EXPECT_THAT(changed("a | exec b\n", "exec b"), HasSubstr("pipeline"));
  EXPECT_THAT(changed("exec b &\n", "exec b"), HasSubstr("background"));
}

TEST(ScriptEdits, AHandOverThatStepsDownIsLeft) {
  const std::string text = "exec gosu app b\n";
  HandOver it = hand_over(text, "exec gosu app b");
  it.as = HandOver::As::account;
  it.step_down = StepDownCall{.tool = "gosu", .account = "app"};
  EXPECT_EQ(changed(followed(text, {it}), gosu()), text);
}

// `text` is one line that hands over with the tool.
std::string unwrapped(const std::string& tool, const std::string& text) {
  HandOver it = hand_over(text, text);
  if (!text.starts_with("exec ")) it.form = HandOver::Form::last;
  it.as = HandOver::As::account;
  it.step_down = StepDownCall{.tool = tool, .account = "app"};
  const std::string result = changed(followed(text, {it}), gosu());
  const std::size_t then = result.find("then\n    ");
  if (then == std::string::npos) return result;
  return result.substr(then + 9, result.find("\nfi\n") - then - 9) + " | " +
         result.substr(result.find("\nfi\n") + 4);
}

TEST(ScriptEdits, SuGivesWayWithTheWordsKeptApart) {
  EXPECT_EQ(unwrapped("su", "exec su - app -c \"java -jar /app.jar\""),
            "exec gosu app java -jar /app.jar | exec java -jar /app.jar");
  EXPECT_EQ(unwrapped("su", "su app -c 'exec a \"b c\"' >log"),
            "exec gosu app a \"b c\" >log | exec a \"b c\" >log");
  EXPECT_EQ(unwrapped("su", "exec su app -c \"$*\""),
            "exec gosu app \"$@\" | exec \"$@\"");
  EXPECT_EQ(unwrapped("su", "exec su -s /bin/sh -c \"exec $*\" app"),
            "exec gosu app \"$@\" | exec \"$@\"");
}

TEST(ScriptEdits, ALineThatNeedsAShellKeepsOne) {
  EXPECT_EQ(unwrapped("su", "su app -c 'a && b \"$HOME\"'"),
            "exec gosu app sh -c 'a && exec b \"$HOME\"' | exec sh -c 'a && "
            "exec b \"$HOME\"'");
  EXPECT_EQ(unwrapped("su", "su app -c \"java $OPTS\""),
            "exec gosu app sh -c \"java $OPTS\" | exec sh -c \"java $OPTS\"");
}

TEST(ScriptEdits, SudoAndRunuserGiveWay) {
  EXPECT_EQ(unwrapped("sudo", "exec sudo -E -u app server \"$@\""),
            "exec gosu app server \"$@\" | exec server \"$@\"");
  EXPECT_EQ(unwrapped("runuser", "exec runuser -u app -- server --x"),
            "exec gosu app server --x | exec server --x");
}

TEST(ScriptEdits, ALoginInAnotherFolderIsLeft) {
  const std::string text = "exec su - app -c ./run.sh";
  EXPECT_EQ(unwrapped("su", text), text);
}

TEST(ScriptEdits, NamesAndMark) {
  EXPECT_EQ(secure_path("docker-entrypoint.sh"), "docker-entrypoint.secure.sh");
  EXPECT_EQ(secure_path("a.d/entry"), "a.d/entry.secure");
  EXPECT_EQ(secure_path("a/.run"), "a/.run.secure");
  const std::string text = "#!/bin/sh\nexec a\n";
  EXPECT_EQ(
      apply_edits(text, {mark_edit(text, "docker/entry.sh", "a/Dockerfile")}),
      "#!/bin/sh\n"
      "# Written by harden from entry.sh for Dockerfile: the program starts "
      "without "
      "root.\n"
      "exec a\n");
}

}  // namespace
}  // namespace harden
