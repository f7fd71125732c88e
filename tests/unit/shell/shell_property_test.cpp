// What holds for any bytes; and that time is linear in their number.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <ctime>
#include <string>

#include "script_invariants.h"
#include "script_like.h"
#include "shell/shell_script.h"
#include "tree_text.h"

namespace harden::shell {
namespace {

TEST(AnyScript, KeepsTheInvariants) {
  EXPECT_TRUE(rc::check("pieces of scripts",
                        [] { test::check_script(*script_like()); }));
  EXPECT_TRUE(rc::check("any bytes", [] {
    test::check_script(*rc::gen::arbitrary<std::string>());
  }));
}

// Of the processor, so that a busy machine changes nothing.
double seconds_for(const std::string& text) {
  const std::clock_t begin = std::clock();
  test::check_script(text);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

// A quadratic reader needs minutes for these, a linear one well below a
// second (sanitizers included).
TEST(AnyScript, IsReadInLinearTime) {
  for (const char* opener : {"(",      "((",          "$(",
                             "$((",    "${",          "\"",
                             "'",      "`",           "$'",
                             "$[",     "<(",          "{ ",
                             "if ",    "if a; then ", "while ",
                             "for x ", "case x in ",  "case x in a) ",
                             "[[ ",    "f() ",        "f() { ",
                             "x=(",    "x[",          "x[;",
                             "y=x=(",  "@(",          "a@(",
                             "<<E ",   "<<E\n",       "<<-\t",
                             "\\",     "\\\n",        "\r",
                             "a\r",    "#",           "$",
                             "&&",     "|",           ";",
                             ";;",     "&",           "\"$(",
                             "\"${",   "$(\"",        "${x#\"",
                             "`\\",    "a",           "a;",
                             "a ;",    "a|",          "a&&",
                             "1>",     ">a ",         "! ",
                             "time ",  "$((a) ",      "((a) ",
                             "((a); ", "$((a);$((",   "(a)",
                             ")",      "}",           "fi ",
                             "a)",     "a()",         "a(b)`c",
                             "=~ (",   "[[ a =~ (",   "a\n)\n",
                             "{ a; }", "$(a ",        "E\n",
                             "x=y ",   "{a}>",        "do\n",
                             "(a;)\n", "esac "}) {
    std::string text;
    while (text.size() < 100'000) text += opener;
    EXPECT_LT(seconds_for(text), 10) << opener;
    EXPECT_LT(seconds_for("cat <<E\n$(" + text), 10) << opener;
  }
}

TEST(AnyScript, IsReadWithoutDeepRecursion) {
  for (const char* opener : {"(", "$(", "{ ", "((", "$((", "${", "\"$(", "if ",
                             "case x in a) ", "f() { "}) {
    std::string text;
    while (text.size() < 1'000'000) text += opener;
    EXPECT_LT(seconds_for(text), 60) << opener;
    EXPECT_EQ(tree_of(text), "(?)") << opener;
  }
}

TEST(AnyScript, MayNestQuiteDeeply) {
  std::string text = "a";
  for (int i = 0; i < 90; ++i) text = "{ " + text + "; }";
  EXPECT_EQ(tree_of(text).find('?'), std::string::npos);
  for (int i = 0; i < 20; ++i) text = "{ " + text + "; }";
  EXPECT_EQ(tree_of(text + "\nb"), "(?) (b)");
}

}  // namespace
}  // namespace harden::shell
