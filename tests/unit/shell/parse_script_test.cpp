#include <gtest/gtest.h>

#include <string>

#include "shell/shell_script.h"
#include "tree_text.h"

namespace harden::shell {
namespace {

TEST(ParseScript, Lists) {
  EXPECT_EQ(tree_of("a b && c || d; e & f | g |& h\ni"),
            "(a b) && (c) || (d) (e)& (f) | (g) | (h) (i)");
  EXPECT_EQ(tree_of("! a | b; ! ! c"), "!(a) | (b) (c)");
  EXPECT_EQ(tree_of("a &&\n\n# x\nb |\n c"), "(a) && (b) | (c)");
  EXPECT_EQ(tree_of("time -p a; time b"), "(a) (b)");
  EXPECT_EQ(tree_of(""), "");
  EXPECT_EQ(tree_of("\n # x\n"), "");
}

TEST(ParseScript, Words) {
  EXPECT_EQ(tree_of("a 'b c' \"d e\" f\\ g h''i"),
            "(a \"b c\" \"d e\" f~\" \"~g h~\"\"~i)");
  EXPECT_EQ(tree_of("a \"\" '' \"x\\$\\x\\\"\" $'a\\tb\\x41\\''"),
            "(a \"\" \"\" \"x$\\x\"\" \"a\tbA'\")");
  EXPECT_EQ(tree_of("a\\\nb c \\\n d"), "(ab c d)");
  EXPECT_EQ(tree_of("a\\\r\nb \"c\\\r\nd\"\r\ne\r\n"), "(ab \"cd\") (e)");
  EXPECT_EQ(tree_of("a#b # c"), "(a#b)");
  EXPECT_EQ(tree_of("echo if then } ]] !"), "(echo if then } ]] !)");
}

TEST(ParseScript, Expansions) {
  EXPECT_EQ(tree_of("a $b x${c}y \"$d e\" $1 $@ $$ $"),
            "(a $b x~P:c~y \"$d\"~\" e\" $1 $@ $$ $)");
  EXPECT_EQ(tree_of("a $(b $(c \"d)\") `e \\`f\\`` \"`g \\\"h\\\"`\""), "(?)");
  EXPECT_EQ(tree_of("a $(b $(c \"d)\")) `e \\`f\\`` \"`g \\\"h\\\"`\""),
            "(a C:b $(c \"d)\") C:e `f` \"C:g \"h\"\")");
  EXPECT_EQ(tree_of("a \"x${b:-$(c \"d\")}\" \"${e:-it's}\" ${f:-'}'}"),
            "(a \"x\"~\"P:b:-$(c \"d\")\" \"P:e:-it's\" P:f:-'}')");
  EXPECT_EQ(tree_of("a \"${b//'\"'/}\" ${c%%\\}*} ${#d}"),
            "(a \"P:b//'\"'/\" P:c%%\\}* P:#d)");
  EXPECT_EQ(tree_of("a $((1+(2))) $[3+b[4]] <(c; d) >(e)"),
            "(a A:1+(2) O:$[3+b[4]] O:<(c; d) O:>(e))");
  EXPECT_EQ(tree_of("a $((b); (c)) d"), "(a C:(b); (c) d)");
}

TEST(ParseScript, CommandSubstitutionsEndWhereTheirScriptDoes) {
  EXPECT_EQ(tree_of("a $(case x in b) c;; (d) e ;; esac) f"),
            "(a C:case x in b) c;; (d) e ;; esac f)");
  EXPECT_EQ(tree_of("a $(b # it's )\n) c"), "(a C:b # it's )\n c)");
  EXPECT_EQ(tree_of("a $(cat <<E\n)'\nE\n) b"), "(a C:cat <<E\n)'\nE\n b)");
  EXPECT_EQ(tree_of("a \"$(b \"c)\" ')')\" d"), "(a \"C:b \"c)\" ')'\" d)");
}

TEST(ParseScript, Assignments) {
  EXPECT_EQ(tree_of("a=b c='d e' f g=h"), "(a=b c=\"d e\" f g=h)");
  EXPECT_EQ(tree_of("a= b+=c d"), "(a= b+=c d)");
  EXPECT_EQ(tree_of("a=(x \"y\" # don't\n z) b+=(1)"),
            "(a=[x \"y\" z] b+=[1])");
  EXPECT_EQ(tree_of("a[1]=x b[i + 1]+=y c[\"$k\"]=z; a[1"),
            "(a[]=x b[]+=y c[]=z) (a[1)");
  EXPECT_EQ(tree_of("declare -A m=([a]=b # it's\n)"),
            "(declare -A m=~O:([a]=b # it's\n))");
  EXPECT_EQ(tree_of("=a b"), "(=a b)");
}

TEST(ParseScript, Redirections) {
  EXPECT_EQ(tree_of("a 2>&1 >b <<<c 3<>d &>e {fd}>g >|h &>>i"),
            "(a 2>& 1 > b <<< c 3<> d &> e {fd}> g >| h &>> i)");
  EXPECT_EQ(tree_of("a b2>c"), "(a b2 > c)");
  EXPECT_EQ(tree_of(">a b"), "(b > a)");
  EXPECT_EQ(tree_of("{ a; } >b 2>c | d"), "({ (a) > b 2> c) | (d)");
  EXPECT_EQ(tree_of("while a; do b; done < <(c)"),
            "(while (a) do (b) < O:<(c))");
}

TEST(ParseScript, HereDocuments) {
  EXPECT_EQ(tree_of("cat <<E >x <<-'F' && y\none $x\nE\n\ttwo\n\tF\nz"),
            "(cat << E{$one $x\n} > x <<- \"F\"{\ttwo\n}) && (y) (z)");
  EXPECT_EQ(tree_of("cat <<\\E\r\na\r\nE\r\nb"), "(cat << \"E\"{a\r\n}) (b)");
  EXPECT_EQ(tree_of("cat <<E\nopen"), "(cat << E{$open})");
  EXPECT_EQ(tree_of("cat <<E | (a\nx\nE\nb)"),
            "(cat << E{$x\n}) | (sub (a) (b))");
  EXPECT_EQ(tree_of("cat <<E\na\\\nE\nE\nb"), "(cat << E{$a\\\nE\n}) (b)");
  EXPECT_EQ(tree_of("cat <<\"\"\na\n\nb"), "(cat << \"\"{a\n}) (b)");
}

TEST(ParseScript, CompoundCommands) {
  EXPECT_EQ(tree_of("if a; then b; elif c\nthen d; else e; fi >x"),
            "(if (a) then (b) elif (c) then (d) else (e) > x)");
  EXPECT_EQ(tree_of("while ! a; do b; done; until c; do d; done"),
            "(while !(a) do (b)) (until (c) do (d))");
  EXPECT_EQ(tree_of("{ a; { b; } } && (c; (d))"),
            "({ (a) ({ (b))) && (sub (c) (sub (d)))");
  EXPECT_EQ(tree_of("((i++)) && (( a || (b) ))"),
            "(let i++) && (let  a || (b) )");
  EXPECT_EQ(tree_of("((a); (b)) && ( (c) )"),
            "(sub (sub (a)) (sub (b))) && (sub (sub (c)))");
}

TEST(ParseScript, ForLoops) {
  EXPECT_EQ(tree_of("for x in a $b; do c; done"), "(for x in a $b do (c))");
  EXPECT_EQ(tree_of("for x in; do c; done"), "(for x in  do (c))");
  EXPECT_EQ(tree_of("for x; do c; done; for y\ndo\nd\ndone"),
            "(for x do (c)) (for y do (d))");
  EXPECT_EQ(tree_of("for ((i=0; i<3; i++)); do c; done"), "(for  do (c))");
  EXPECT_EQ(tree_of("select x in a; do b; done"), "(select x in a do (b))");
}

TEST(ParseScript, CaseCommands) {
  EXPECT_EQ(tree_of("case $x in a|b) c;; (d) e ;& *) f; esac; g"),
            "(case $x [a b: (c);;] [d: (e);&] [*: (f);;]) (g)");
  EXPECT_EQ(tree_of("case x in\n a)\n ;;\n +([0-9])) b ;;& esac"),
            "(case x [a: ;;] [+~O:([0-9]): (b);;&])");
  EXPECT_EQ(tree_of("case x in esac"), "(case x)");
  EXPECT_EQ(tree_of("case x in if) case y in a) b; esac;; c) d;; esac"),
            "(case x [if: (case y [a: (b);;]);;] [c: (d);;])");
}

TEST(ParseScript, Functions) {
  EXPECT_EQ(tree_of("f() { a; }; function g { b; }\nfunction h () ( c )"),
            "(fn f (a)) (fn g (b)) (fn h (sub (c)))");
  EXPECT_EQ(tree_of("f ( )\n{ a\n} >b"), "(fn f (a) > b)");
  EXPECT_EQ(tree_of("f() if a; then b; fi"), "(fn f (if (a) then (b)))");
}

TEST(ParseScript, Tests) {
  EXPECT_EQ(tree_of("[[ $a == \"b\" && ( c < d || ! e ) ]] && x"),
            "(test $a == \"b\" && ( c < d || ! e )) && (x)");
  EXPECT_EQ(tree_of("[[ a =~ ^(x|y z)|b$ ]]; [[ $a == @(b|c) ]]"),
            "(test a =~ ^~O:(x|y z)~|b$) (test $a == @~O:(b|c))");
  EXPECT_EQ(tree_of("[[ -f a &&\n -d b ]]"), "(test -f a && -d b)");
}

TEST(ParseScript, WhatCannotBeReadIsOneCommand) {
  EXPECT_EQ(tree_of("a\nb ;; c\nd"), "(a) (?) (d)");
  EXPECT_EQ(tree_of("a\nf() {\n if x\n then y\n}\nb"), "(a) (?) (b)");
  EXPECT_EQ(tree_of("if a; then b )\nc; fi; d"), "(?) (d)");
  EXPECT_EQ(tree_of("a\nb 'open"), "(a) (?)");
  EXPECT_EQ(tree_of("function f g { a; }\nb"), "(?) (?) (b)");
  EXPECT_EQ(tree_of("; a"), "(?)");
  EXPECT_EQ(tree_of("a; ; b\nc"), "(a) (?) (c)");
  EXPECT_EQ(tree_of("coproc { a; b; }; c"), "(?) (c)");
  EXPECT_EQ(tree_of("fi\ndone\n) a\n}"), "(?) (?) (?) (?)");
}

TEST(ParseScript, Interpreter) {
  EXPECT_EQ(parse_script("#!/bin/sh -e\na").interpreter, "/bin/sh");
  EXPECT_EQ(parse_script("#! /usr/bin/env bash\r\n").interpreter, "bash");
  EXPECT_EQ(parse_script("#!/usr/bin/env -S dash -e\n").interpreter, "dash");
  EXPECT_EQ(parse_script("# a").interpreter, "");
}

}  // namespace
}  // namespace harden::shell
