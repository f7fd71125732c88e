// Each rule stands in one source file, and is shown by a case and a page.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "file_text.h"
#include "findings/registry.h"

namespace harden {
namespace {

namespace fs = std::filesystem;
using test::file_text;

const fs::path root = HARDEN_ROOT;

// The sources below folders `rules`, by their names without the end.
std::map<std::string, std::string> rule_sources() {
  std::map<std::string, std::string> result;
  for (const auto& it : fs::recursive_directory_iterator(root / "src")) {
    const fs::path& path = it.path();
    if (path.extension() != ".cpp" ||
        path.parent_path().filename() != "rules" ||
        path.parent_path().parent_path().filename() == "base") {
      continue;
    }
    const bool is_new =
        result.emplace(path.stem().string(), file_text(path)).second;
    EXPECT_TRUE(is_new) << path << " has the name of another";
  }
  return result;
}

std::string file_name(std::string_view rule) {
  std::string name(rule);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

// Codes in what golden cases expect.
std::set<std::string> shown_codes() {
  std::set<std::string> codes;
  for (const auto& it :
       fs::recursive_directory_iterator(root / "tests/golden")) {
    if (!it.is_regular_file() ||
        !it.path().filename().string().starts_with("expected")) {
      continue;
    }
    const std::string text = file_text(it.path());
    constexpr std::size_t length = 5;  // "HD101"
    for (std::size_t at = text.find("HD"); at != std::string::npos;
         at = text.find("HD", at + 1)) {
      codes.insert(text.substr(at, length));
    }
  }
  return codes;
}

TEST(RuleFiles, AreCalledAsTheirRules) {
  const auto sources = rule_sources();
  for (const RuleInfo& it : rules()) {
    const auto found = sources.find(file_name(it.name));
    ASSERT_NE(found, sources.end()) << it.code << " " << it.name;
    const std::string code = "    .code = \"" + std::string(it.code) + "\",";
    EXPECT_EQ(count(found->second, code), 1U) << found->first;
    EXPECT_EQ(count(found->second, "extern constexpr RuleInfo "), 1U)
        << found->first << " holds more than one rule";
  }
}

// What differs from it is written apart, behind the reason.
TEST(RuleFiles, SayTheSeverityOnce) {
  for (const auto& [name, text] : rule_sources()) {
    const std::size_t rules = count(text, "extern constexpr RuleInfo ");
    EXPECT_EQ(count(text, "    .severity = Severity::"), rules) << name;
  }
}

TEST(RuleFiles, HaveDifferentCodesAndNames) {
  std::set<std::string_view> words;
  for (const RuleInfo& it : rules()) {
    EXPECT_TRUE(words.insert(it.code).second) << it.code;
    EXPECT_TRUE(words.insert(it.name).second) << it.name;
    EXPECT_FALSE(it.summary.empty()) << it.code;
  }
}

TEST(RuleFiles, HaveACaseAndAPage) {
  const auto shown = shown_codes();
  for (const RuleInfo& it : rules()) {
    const std::string code(it.code);
    EXPECT_TRUE(fs::exists(root / "tests/rules" / code) || shown.contains(code))
        << code << " has no folder in tests/rules and is in no golden case";
    EXPECT_TRUE(fs::exists(root / "docs/rules" / (code + ".md")))
        << code << ": run `harden rules --markdown docs/rules`";
  }
}

}  // namespace
}  // namespace harden
