// Any text comes out of what is emitted as it went in.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/quote/shell_word.h"
#include "emit/policies.h"
#include "readers.h"
#include "runtime/emit/comment.h"
#include "runtime/emit/emit.h"
#include "runtime/emit/names.h"
#include "runtime/emit/yaml.h"
#include "script_run.h"

namespace harden {
namespace {

using test::Words;

// Texts that quoting goes wrong with, more often than chance would have them.
rc::Gen<std::string> any_text() {
  const auto pieces =
      rc::gen::elementOf(std::vector<std::string>{"'",
                                                  "\"",
                                                  "\\",
                                                  "$",
                                                  "`",
                                                  "\n",
                                                  "\t",
                                                  " ",
                                                  ": ",
                                                  " #",
                                                  "-",
                                                  "yes",
                                                  "0",
                                                  "1e3",
                                                  "é",
                                                  "\xe2\x80\xa8",
                                                  "\xef\xbf\xbe",
                                                  "{",
                                                  "&",
                                                  "*",
                                                  "a",
                                                  "$(x)",
                                                  "\x01",
                                                  "\x7f",
                                                  "\xc2\x85",
                                                  "\xf0\x9f\x90\xb3"});
  return rc::gen::map(rc::gen::container<Words>(pieces), [](Words words) {
    std::string text;
    for (const std::string& it : words) text += it;
    return text;
  });
}

std::vector<std::string> texts(std::size_t count) {
  std::vector<std::string> result;
  const auto gen = any_text();
  const rc::Random seed(20260401);
  rc::Random random = seed;
  for (std::size_t i = 0; i < count; ++i) {
    result.push_back(gen(random.split(), static_cast<int>(i % 20)).value());
  }
  return result;
}

TEST(EmitProperty, YamlKeepsEveryText) {
  if (!test::has_python("yaml")) GTEST_SKIP() << "no python3-yaml";
  const auto all = texts(2000);
  YamlWriter yaml;
  yaml.map("texts", [&] {
    for (const std::string& it : all) yaml.item(it, {{{}, it, it}});
  });
  const auto read = test::read_yaml(yaml.take());
  EXPECT_EQ(read.at(0).at("texts").get<std::vector<std::string>>(), all);
}

TEST(EmitProperty, TheShellKeepsEveryText) {
  Words all = texts(300);
  // So does the log end a call.
  std::erase(all, "\n");
  std::string script = "#!/bin/sh\nexec docker";
  for (const std::string& it : all) script += " " + shell_word(it);
  const test::ScriptRun run = test::run_script(script + "\n", {});
  ASSERT_EQ(run.calls.size(), 1U);
  EXPECT_EQ(run.calls[0], all);
}

TEST(EmitProperty, RunShPassesEveryArgumentOn) {
  Words all = texts(60);
  std::erase(all, "\n");
  const std::string script = emit_run_script(test::database(), Engine::docker);
  const test::ScriptRun run = test::run_script(script, all);
  ASSERT_EQ(run.calls.size(), 2U);
  const Words& words = run.calls[1];
  EXPECT_EQ(
      Words(words.end() - static_cast<std::ptrdiff_t>(all.size()), words.end()),
      all);
}

TEST(EmitProperty, CommentsStayComments) {
  rc::check([] {
    const std::string text = comment(*any_text(), "  ");
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
      RC_ASSERT(text.compare(at, 3, "  #") == 0);
    }
  });
}

TEST(EmitProperty, LabelsAreLabels) {
  rc::check([](const std::string& text) {
    UniqueLabels labels;
    const std::string first = labels.take(text);
    const std::string second = labels.take(text);
    RC_ASSERT(first != second);
    for (const std::string& it : {first, second}) {
      RC_ASSERT(!it.empty() && it.size() <= 63);
      RC_ASSERT(it.front() >= 'a' && it.front() <= 'z' && it.back() != '-');
    }
  });
}

}  // namespace
}  // namespace harden
