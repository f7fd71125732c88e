// Scripts that somebody writes to keep harden busy: whatever they hold, reading
// and following them ends soon, and what it takes grows no faster than they do.
#include <gtest/gtest.h>

#include <ctime>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "follow/follow.h"

namespace harden {
namespace {

using Part = std::function<std::string(std::size_t number)>;

struct HostileCase {
  std::string name;
  std::string before;  // once, at the beginning
  Part part;           // again and again, until the script is long enough
  std::string behind;  // as often as the part, at the end
};

void PrintTo(const HostileCase& it, std::ostream* out) { *out << it.name; }

std::string script_of(const HostileCase& it, std::size_t bytes) {
  std::string text = "#!/bin/bash\n" + it.before;
  std::string end;
  for (std::size_t number = 0; text.size() + end.size() < bytes; ++number) {
    text += it.part(number);
    end += it.behind;
  }
  return text + end + "\nexec gosu app server\n";
}

double seconds_to_follow(const std::string& script) {
  FollowInput input;
  input.script = {"/entry.sh", "entry.sh", script};
  input.arguments = {"server", "--flag"};
  input.workdir = "/";
  input.may_elevate = [] { return true; };
  const std::clock_t before = std::clock();
  follow_script(input);
  return static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
}

Part always(std::string text) {
  return [text = std::move(text)](std::size_t) { return text; };
}

// `#` is the number of the part.
Part numbered(std::string text) {
  return [text = std::move(text)](std::size_t number) {
    std::string result;
    for (const char c : text) {
      result += c == '#' ? std::to_string(number) : std::string(1, c);
    }
    return result;
  };
}

// Ten times what is promised of the program, which is optimised.
constexpr double most_seconds = 10;
constexpr std::size_t megabyte = std::size_t{1} << 20;

class Hostile : public testing::TestWithParam<HostileCase> {};

TEST_P(Hostile, EndsSoon) {
  for (const std::size_t bytes : {megabyte / 64, megabyte / 8, megabyte}) {
    const double took = seconds_to_follow(script_of(GetParam(), bytes));
    if (bytes == megabyte) RecordProperty("seconds", std::to_string(took));
    ASSERT_LT(took, most_seconds) << bytes << " bytes";
  }
}

INSTANTIATE_TEST_SUITE_P(
    Nested, Hostile,
    testing::Values(
        HostileCase{"ifs", "", always("if x; then\n"), "fi\n"},
        HostileCase{"groups", "", always("{ "), "; }"},
        HostileCase{"subshells", "", always("( "), ")"},
        HostileCase{"loops", "", always("while x; do "), "done\n"},
        HostileCase{"for_loops", "", always("for i in a b; do "), "done\n"},
        HostileCase{"cases", "", always("case $x in a) "), ";; esac\n"},
        HostileCase{"functions", "", numbered("f#() { "), "; }\n"},
        HostileCase{"substitutions", ": ", always("$(: "), ")"},
        HostileCase{"quoted", ": ", always("\"$(: "), ")\""},
        HostileCase{"defaults", ": ", always("${x:-"), "}"},
        HostileCase{"numbers", ": ", always("$(("), "))"},
        HostileCase{"parentheses", ": $((", always("("), ")"},
        HostileCase{"subscripts", ": ", always("${x["), "]}"},
        HostileCase{"backquotes", ": ", always("`"), ""},
        HostileCase{"brackets", "[[ ", always("( "), ") "},
        HostileCase{"unended", "", always("if x; then while y; do ("), ""}),
    [](const auto& it) { return it.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Long, Hostile,
    testing::Values(
        HostileCase{"word", "x=", always("aaaaaaaaaaaaaaaa"), ""},
        HostileCase{"words", "echo", numbered(" word#"), ""},
        HostileCase{"list", ":", always(" && :"), ""},
        HostileCase{"unknown_list", "x", always(" || y"), ""},
        HostileCase{"pipeline", "x", always(" | y"), ""},
        HostileCase{"case_items", "case $1 in\n", numbered("a#*b) n=#;;\n"),
                    ""},
        HostileCase{"patterns", "case $x in\n", always("*a*a*a|"), ""},
        HostileCase{"heredoc", "cat <<X\n", always("text $x ${y:-z}\n"), ""},
        HostileCase{"heredocs", "", numbered("cat <<X#\n$(x)\nX#\n"), ""},
        HostileCase{"elifs", "if x; then :\n", always("elif y; then z=1\n"),
                    ""},
        HostileCase{"array", "a=(", numbered("b# "), ""},
        HostileCase{"braces", "echo ", always("{a,b}"), ""},
        HostileCase{"negations", "", always("! "), ""},
        HostileCase{"redirections", "echo", numbered(" > f#"), ""},
        HostileCase{"comments", "", always("# if then else\n"), ""}),
    [](const auto& it) { return it.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Many, Hostile,
    testing::Values(
        HostileCase{"variables", "", numbered("v#=#\n"), ""},
        HostileCase{"branches", "", numbered("v#=a\nif x; then v#=b; fi\n"),
                    ""},
        HostileCase{"one_of_two", "",
                    numbered("if x; then u=gosu; else u=; fi\n$u $u $u #\n"),
                    ""},
        HostileCase{"definitions", "", numbered("f#() { x=#; }\nf#\n"), ""},
        HostileCase{"calls", "f() { g; g; }\ng() { h; h; }\nh() { x; }\n",
                    always("f\n"), ""},
        HostileCase{"recursion", "f() { f; f; }\n", always("f\n"), ""},
        HostileCase{"doubled_text", "x=aa\n", always("x=$x$x\n"), ""},
        HostileCase{"doubled_words", "", always("set -- \"$@\" \"$@\"\n"), ""},
        HostileCase{"doubled_array", "a=(b)\n",
                    always("a=(\"${a[@]}\" \"${a[@]}\")\n"), ""},
        HostileCase{"added_elements", "a=()\n", numbered("a+=(b#)\n"), ""},
        HostileCase{"evals", "", numbered("eval 'x=#; eval \"y=#\"'\n"), ""},
        HostileCase{"traps", "", numbered("trap 'x #' EXIT TERM\n"), ""},
        HostileCase{"substitutions", "", numbered("x=$(y #)\n"), ""},
        HostileCase{"ids", "", always("x=$(id -u)\n"), ""},
        HostileCase{"files", "", numbered("x > /a#\n/a#\n"), ""},
        HostileCase{"sourced", "", numbered(". /f#\n"), ""},
        HostileCase{"hand_overs", "", numbered("x && exec gosu a# y\n"), ""},
        HostileCase{"lines_of_shells", "",
                    numbered("sh -c 'x #; y'\ngosu app sh -c 'z #'\n"), ""},
        HostileCase{"rounds", "",
                    always("for a in 1 2 3 4 5 6 7 8 9; do for b in 1 2 3 4 5 "
                           "6 7 8 9; do x=$x$a$b; done; done\n"),
                    ""},
        HostileCase{"endless", "", always("while :; do n=$n.; done\n"), ""},
        HostileCase{"cut",
                    "x=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
                    always("y=${x##*a*a*a*b}\n"), ""},
        HostileCase{"again", "", always("exec \"$0\" \"$@\" &\n"), ""}),
    [](const auto& it) { return it.param.name; });

}  // namespace
}  // namespace harden
