#include "command/shell_commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <ctime>
#include <string>

namespace harden {
namespace {

// "a b|c" for the commands `a b` and `c`; expansions in angle brackets.
std::string shape(std::string_view text) {
  std::string result;
  for (const SimpleCommand& command : shell_commands(text)) {
    if (!result.empty()) result += '|';
    std::string words;
    for (const ShellAssignment& it : command.assignments) {
      words += (words.empty() ? "" : " ") + it.name + ":=" + it.value.value;
    }
    for (const ShellWord& word : command.words) {
      if (!words.empty()) words += ' ';
      words += word.known ? word.value : "<" + word.value + ">";
    }
    for (const Redirection& it : command.redirections) {
      words += " " + it.op + it.target.value;
      if (!it.heredoc.empty()) words += "{" + it.heredoc + "}";
    }
    result += words;
  }
  return result;
}

TEST(ShellCommands, Separators) {
  EXPECT_EQ(shape("a b && c || d; e & f | g |& h\ni"), "a b|c|d|e|f|g|h|i");
  EXPECT_EQ(shape("(a; b) && { c; }"), "a|b|c");
  EXPECT_EQ(shape("a;;b;"), "a|b");
  EXPECT_EQ(shape(""), "");
  EXPECT_EQ(shape(" ; && \n | "), "");
}

TEST(ShellCommands, QuotesAndEscapes) {
  EXPECT_EQ(shape("a 'b c' \"d e\" f\\ g h''i \"\\\"\\x\""),
            "a b c d e f g hi \"\\x");
  EXPECT_EQ(shape("a 'b;c' \"d&&e\" f\\;g"), "a b;c d&&e f;g");
  EXPECT_EQ(shape("a \\\n b \"c\\\nd\""), "a b cd");
  // A shell refuses it.
  EXPECT_EQ(shape("a 'open"), "<a> <'open>");
}

TEST(ShellCommands, Expansions) {
  EXPECT_EQ(shape("a $b ${c:-d e} x$(f 'g)' \"$(h)\")y `i j` \"$k\" '$l'"),
            "a <$b> <${c:-d e}> <x$(f 'g)' \"$(h)\")y> <`i j`> <$k> $l");
  EXPECT_EQ(shape("a $ $1 $((1+(2))) $'x\\'y' \\$z"),
            "a $ <$1> <$((1+(2)))> <$'x\\'y'> $z");
  const auto commands = shell_commands("a x${b}y$c$(d)");
  const ShellWord& word = commands.at(0).words.at(1);
  EXPECT_TRUE(word.opaque);
  ASSERT_EQ(word.variables.size(), 2U);
  EXPECT_EQ(word.variables[0], (Span{1, 5}));
}

TEST(ShellCommands, Assignments) {
  EXPECT_EQ(shape("A=b C='d e' f G=h"), "A:=b C:=d e f G=h");
  EXPECT_EQ(shape("A= b"), "A:= b");
  EXPECT_EQ(shape("=a b"), "=a b");
}

TEST(ShellCommands, Redirections) {
  EXPECT_EQ(shape("a >b 2>&1 >> c <d 2>/dev/null x"),
            "a x >b >&1 >>c <d >/dev/null");
  EXPECT_EQ(shape("a b2>c"), "a b2 >c");
  EXPECT_EQ(shape("diff <(a; b) <(c)"), "diff <<(a; b)> <<(c)>");
}

TEST(ShellCommands, HereDocuments) {
  EXPECT_EQ(shape("cat <<EOF >x && b\none\ntwo\nEOF\nc"),
            "cat <<EOF{one\ntwo\n} >x|b|c");
  EXPECT_EQ(shape("cat <<-'E'\n\ta;b\n\tE\nc"), "cat <<-E{a;b\n}|c");
  EXPECT_EQ(shape("cat <<A <<B\na\nA\nb\nB\n"), "cat <<A{a\n} <<B{b\n}");
  EXPECT_EQ(shape("cat <<EOF\nopen"), "cat <<EOF{open\n}");
}

TEST(ShellCommands, ReservedWords) {
  EXPECT_EQ(shape("if a; then b; elif c; then d; else e; fi"), "a|b|c|d|e");
  EXPECT_EQ(shape("while ! a; do b; done"), "a|b");
  EXPECT_EQ(shape("for x in a b; do c; done"), "for x in a b|c");
  EXPECT_EQ(shape("case $x in a|b) c;; (d) e ;; *) f; esac; g"),
            "case <$x> in|c|e|f|g");
  EXPECT_EQ(shape("f() { a; }; f"), "a|f");
  EXPECT_EQ(shape("[[ a && b ]] && c"), "[[ a b ]]|c");
  EXPECT_EQ(shape("echo if then"), "echo if then");
}

TEST(ShellCommands, Comments) {
  EXPECT_EQ(shape("a # b\nc#d # ; e"), "a|c#d");
  EXPECT_EQ(shape("# a"), "");
}

TEST(ShellCommands, CallsOfFunctionsAreMarked) {
  const auto commands = shell_commands("f() { ls; }; f x; g; \"$f\"; f");
  std::string calls;
  for (const SimpleCommand& it : commands) {
    calls += it.calls_function ? it.words.front().value : "-";
  }
  EXPECT_EQ(calls, "-f--f");
}

TEST(ShellCommands, SpansPointIntoTheText) {
  const std::string text = "a && bc 'd e'  # x";
  const auto commands = shell_commands(text);
  ASSERT_EQ(commands.size(), 2U);
  const Span span = commands[1].words.at(1).span;
  EXPECT_EQ(text.substr(span.begin, span.size()), "'d e'");
  EXPECT_EQ(commands[1].span.begin, 5U);
}

TEST(ShellCommands, LongTextsAreQuick) {
  // Of processor time: what else the machine does is no matter.
  const std::clock_t begin = std::clock();
  for (const char* part :
       {"$(",   "${",   "\"",    "'",          "`",   "(",  "((",    "a;",
        "a ",   "<<E ", "<<E\n", "case a in ", "[[ ", "x=", "\\",    "$'",
        "a>b ", "<(",   "\"$(",  "1",          "f()", "{ ", "a(b)`c"}) {
    std::string text;
    while (text.size() < 500'000) text += part;
    shell_commands(text);
  }
  EXPECT_LT((std::clock() - begin) / CLOCKS_PER_SEC, 60);
}

TEST(ShellCommands, TakesAnything) {
  rc::check([] {
    const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(
        std::string("ab $${}()[]<>'\"`\\;&|#\n\t=E-esac in case!")));
    for (const SimpleCommand& command : shell_commands(text)) {
      RC_ASSERT(command.span.end <= text.size());
      for (const ShellWord& word : command.words) {
        RC_ASSERT(word.span.begin < word.span.end);
        RC_ASSERT(word.span.end <= text.size());
        for (const Span span : word.variables) {
          RC_ASSERT(span.end <= word.value.size());
        }
      }
    }
  });
}

}  // namespace
}  // namespace harden
