// The rule table, and that docs/rules is what it says today.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "harden/rule.h"
#include "report/rule_page.h"

namespace harden {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Rules, AreInTheOrderOfTheirCodes) {
  for (std::size_t i = 1; i < rules().size(); ++i) {
    EXPECT_LT(rules()[i - 1].code, rules()[i].code);
  }
}

TEST(Rules, AreFoundByCodeAndName) {
  ASSERT_NE(find_rule("HD101"), nullptr);
  EXPECT_EQ(find_rule("hd101"), find_rule("Root-User"));
  EXPECT_EQ(find_rule("HD1"), nullptr);
  EXPECT_EQ(find_rule(""), nullptr);
}

TEST(Rules, HaveAllTexts) {
  for (const auto& rule : rules()) {
    EXPECT_FALSE(rule.summary.empty()) << rule.code;
    EXPECT_FALSE(rule.summary.ends_with('.')) << rule.code;
    for (const auto text : {rule.what, rule.why, rule.remedy}) {
      EXPECT_TRUE(text.ends_with('.') ||
                  text.find("`") != std::string_view::npos)
          << rule.code << ": " << text;
    }
    EXPECT_TRUE(rule.before.starts_with("FROM ")) << rule.code;
    EXPECT_TRUE(rule.before.ends_with('\n')) << rule.code;
  }
}

TEST(RulePage, StaysWithinEightyColumns) {
  for (const auto& rule : rules()) {
    std::string_view page = rule_page(rule, false);
    const std::string kept(page);
    page = kept;
    page = page.substr(0, page.find("References"));
    while (!page.empty()) {
      const auto end = page.find('\n');
      EXPECT_LE(page.substr(0, end).size(), 80U) << page.substr(0, end);
      page.remove_prefix(std::min(end, page.size() - 1) + 1);
    }
  }
}

TEST(RuleDocs, AreNotStale) {
  const fs::path folder = fs::path(HARDEN_ROOT) / "docs/rules";
  constexpr auto remedy = "run `harden rules --markdown docs/rules`";
  for (const auto& rule : rules()) {
    EXPECT_EQ(read(folder / (std::string(rule.code) + ".md")),
              rule_markdown(rule))
        << remedy;
  }
  EXPECT_EQ(read(folder / "README.md"), rule_index_markdown(rules())) << remedy;
  const auto pages = std::distance(fs::directory_iterator(folder), {});
  EXPECT_EQ(static_cast<std::size_t>(pages), rules().size() + 1) << remedy;
}

}  // namespace
}  // namespace harden
