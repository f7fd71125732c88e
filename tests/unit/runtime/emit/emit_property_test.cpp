// Any text comes out of what is emitted as it went in.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "emit/policies.h"
#include "odd_texts.h"
#include "readers.h"
#include "runtime/emit/emit.h"
#include "runtime/emit/texts.h"
#include "runtime/emit/yaml.h"
#include "script_run.h"

namespace harden {
namespace {

using test::Words;

TEST(EmitProperty, YamlKeepsEveryText) {
  if (!test::has_python("yaml")) GTEST_SKIP() << "no python3-yaml";
  const auto all = test::odd_texts(2000);
  YamlWriter yaml;
  yaml.map("texts", [&] {
    for (const std::string& it : all) yaml.item(it, {{{}, it, it}});
  });
  const auto read = test::read_yaml(yaml.take());
  EXPECT_EQ(read.at(0).at("texts").get<std::vector<std::string>>(), all);
}

TEST(EmitProperty, RunShPassesEveryArgumentOn) {
  Words all = test::odd_texts(60);
  std::erase(all, "\n");
  const std::string script = emit_run_script(test::database(), Engine::docker);
  const test::ScriptRun run = test::run_script(script, all);
  ASSERT_EQ(run.calls.size(), 2U);
  const Words& words = run.calls[1];
  EXPECT_EQ(
      Words(words.end() - static_cast<std::ptrdiff_t>(all.size()), words.end()),
      all);
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
