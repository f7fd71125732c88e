// The rule table, and that docs/rules is what it says today.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>

#include "cli/check/check_file.h"
#include "cli/search/directory_context.h"
#include "containers/settings.h"
#include "file_text.h"
#include "findings/driver.h"
#include "findings/fix.h"
#include "findings/registry.h"
#include "findings/report/rule_page.h"
#include "findings/suppressions/suppressions.h"
#include "knowledge/knowledge.h"
#include "program.h"
#include "runtime/apparmor/apparmor.h"
#include "runtime/seccomp/seccomp.h"
#include "temporary_folder.h"

namespace harden {
namespace {

namespace fs = std::filesystem;
using test::file_text;

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

// A list that a new rule does not have to be written into.
TEST(Rules, AreListedOneALine) {
  cli::Program program;
  const auto listed = program.run({"rules"});
  EXPECT_EQ(listed.status, 0);
  std::istringstream lines(listed.out);
  for (const auto& rule : rules()) {
    std::string line;
    ASSERT_TRUE(std::getline(lines, line)) << rule.code;
    EXPECT_THAT(line,
                testing::MatchesRegex(
                    std::string(rule.code) + "  " + std::string(rule.name) +
                    " +" + std::string(to_string(rule.severity)) + "  +.*"));
    EXPECT_THAT(line, testing::EndsWith("  " + std::string(rule.summary)));
  }
  EXPECT_EQ(lines.peek(), std::char_traits<char>::eof());
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
    EXPECT_TRUE(rule.before.starts_with("FROM ") ||
                rule.language != "dockerfile")
        << rule.code;
    EXPECT_TRUE(rule.before.ends_with('\n')) << rule.code;
  }
}

Options with_known_bases() {
  Options options;
  options.evaluate.bases = &builtin_bases();
  return options;
}

// A scratch image is to be made, and the user vouches for what is not seen.
Options with_scratch() {
  Options options = with_known_bases();
  options.rootfs = RootfsMode::scratch;
  options.keep = {"/etc/hostname"};
  return options;
}

bool speaks(const RuleInfo& rule, const std::vector<Diagnostic>& found) {
  return std::any_of(found.begin(), found.end(), [&](const Diagnostic& it) {
    return it.rule == rule.code;
  });
}

// Whether a rule speaks about a file, in a check or a rewrite.
bool speaks(const RuleInfo& rule, std::string_view text) {
  const SourceFile source("Dockerfile", std::string(text));
  const Options options = with_known_bases();
  const Checked checked = check(source, options);
  return speaks(rule, apply_suppressions(checked.file.document(),
                                         checked.diagnostics)) ||
         speaks(rule, harden(source, options).diagnostics) ||
         speaks(rule, harden(source, with_scratch()).diagnostics);
}

// What some rules ask besides: a folder with nothing but the Dockerfile, and a
// list of registries.
bool speaks_of_surroundings(const RuleInfo& rule, std::string_view text) {
  const cli::TemporaryFolder folder;
  const cli::DirectoryContext context(folder.path(), "");
  Options options = with_known_bases();
  options.context = &context;
  options.allowed_registries = {"docker.io"};
  const SourceFile source("Dockerfile", std::string(text));
  return speaks(rule, check(source, options).diagnostics);
}

bool speaks_of_settings(const RuleInfo& rule, std::string_view text) {
  const SettingsFile file =
      read_settings(SourceFile("compose.yaml", std::string(text)));
  // One that steps down.
  const auto image = [](const ContainerSettings&) {
    return std::optional(ContainerImage{.needs = {{"SETUID", "it does so"}}});
  };
  return speaks(rule, check_settings(file, {})) ||
         speaks(rule, check_settings(file, image));
}

bool speaks_of_profile(const RuleInfo& rule, std::string_view text) {
  return speaks(rule, lint_seccomp_profile(
                          SourceFile("profile.json", std::string(text))));
}

bool speaks_of_bane(const RuleInfo& rule, std::string_view text) {
  return speaks(rule,
                read_bane(SourceFile("bane.toml", std::string(text))).notes);
}

// Of those that harden.toml has to ask for.
constexpr std::pair<std::string_view, std::string_view> configs[] = {
    {"HD006", "[check]\nrequire-reason = true\n"},
    {"HD007", "[check]\nsuppressions = [\"HD101\"]\n"},
    {"HD008",
     "[[check.ignore]]\npath = \"*\"\nrules = [\"HD101\"]\n"
     "expires = 2020-01-01\n"},
};

bool speaks_with(const RuleInfo& rule, std::string_view config) {
  const cli::TemporaryFolder folder;
  folder.write("harden.toml", config);
  const std::string file = folder.write("Dockerfile", rule.before);
  const cli::CheckArguments arguments;
  cli::ConfigFiles files(arguments);
  return speaks(rule, cli::check_file(arguments, file, files).findings);
}

bool speaks_of_example(const RuleInfo& rule) {
  for (const auto& [code, config] : configs) {
    if (rule.code == code) return speaks_with(rule, config);
  }
  if (rule.language == "toml") return speaks_of_bane(rule, rule.before);
  if (rule.language == "yaml") return speaks_of_settings(rule, rule.before);
  if (rule.language == "json") return speaks_of_profile(rule, rule.before);
  return speaks(rule, rule.before) || speaks_of_surroundings(rule, rule.before);
}

TEST(Rules, SpeakAboutTheirExamples) {
  for (const auto& rule : rules()) {
    EXPECT_TRUE(speaks_of_example(rule)) << rule.code;
  }
}

// What `harden` writes; of a lint rule, its fix alone.
std::string after_of_example(const RuleInfo& rule) {
  const Options options = with_known_bases();
  const Revision file =
      revision_of(SourceFile("Dockerfile", std::string(rule.before)), options);
  if (!rule.code.starts_with("HD4")) {
    return std::string(harden(file, options).text());
  }
  return std::string(
      fix(file, options, {Safety::changes_behaviour, {rule.code}}).file.text());
}

TEST(Rules, MakeTheAfterOfTheBefore) {
  for (const auto& rule : rules()) {
    if (rule.after.empty()) continue;
    EXPECT_EQ(after_of_example(rule), rule.after) << rule.code;
  }
}

// Besides examples and addresses, which cannot be broken.
TEST(RulePage, StaysWithinEightyColumns) {
  for (const auto& rule : rules()) {
    const std::string page = rule_page(rule, false);
    std::istringstream prose(page.substr(0, page.find("References")));
    for (std::string line; std::getline(prose, line);) {
      if (line.starts_with("    ")) continue;
      EXPECT_LE(line.size(), 80U) << line;
    }
  }
}

TEST(RuleDocs, AreNotStale) {
  const fs::path folder = fs::path(HARDEN_ROOT) / "docs/rules";
  constexpr auto remedy = "run `harden rules --markdown docs/rules`";
  for (const auto& rule : rules()) {
    EXPECT_EQ(file_text(folder / (std::string(rule.code) + ".md")),
              rule_markdown(rule))
        << remedy;
  }
  EXPECT_EQ(file_text(folder / "README.md"), rule_index_markdown(rules()))
      << remedy;
  const auto pages = std::distance(fs::directory_iterator(folder), {});
  EXPECT_EQ(static_cast<std::size_t>(pages), rules().size() + 1) << remedy;
}

}  // namespace
}  // namespace harden
