// tests/rules/CODE/: each lint rule with what it finds and what it leaves
// alone.
//
//   bad.Dockerfile         has findings of the rule
//   expected.txt           what is said of it, of this rule alone
//   expected.facts         codes and places of it, see facts.h
//   fixed.Dockerfile       with the rule's fixes, where it has any
//   good.Dockerfile        looks like it, and has none
//   suppressed.Dockerfile  has them, and a comment that excuses each
//   registries             the allowed ones, one a line (optional)
//   …                      the folder is the build context
//
// HARDEN_UPDATE_GOLDEN=1 writes what is expected and fixed.Dockerfile anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "cli/search/directory_context.h"
#include "expectations.h"
#include "facts.h"
#include "findings/driver.h"
#include "findings/fix.h"
#include "findings/registry.h"
#include "findings/report/text_report.h"
#include "findings/suppressions/suppressions.h"
#include "golden_case.h"
#include "invariants.h"
#include "knowledge/knowledge.h"
#include "named_test.h"

namespace harden::golden {
namespace {

namespace fs = std::filesystem;

// The rules of `harden check` about Dockerfiles beyond the user.
std::vector<const RuleInfo*> lint_rules() {
  std::vector<const RuleInfo*> result;
  for (const RuleInfo& it : rules()) {
    if (it.code.starts_with("HD4")) result.push_back(&it);
  }
  return result;
}

class RuleCase {
 public:
  explicit RuleCase(const RuleInfo& rule)
      : rule_(rule), folder_(fs::path(HARDEN_RULES) / rule.code) {}

  const fs::path& folder() const { return folder_; }
  std::string text(const std::string& name) const {
    return slurp(folder_ / (name + ".Dockerfile"));
  }
  bool has(const std::string& name) const {
    return fs::exists(folder_ / (name + ".Dockerfile"));
  }

  // Of this rule alone; `excused` adds what the comments are worth.
  std::vector<Diagnostic> findings(const std::string& text,
                                   bool excused = false) const {
    const cli::DirectoryContext context(folder_, "");
    Checked checked = check(source(text), options(context));
    auto found = apply_suppressions(checked.file.document(),
                                    std::move(checked.diagnostics));
    std::erase_if(found, [&](const Diagnostic& it) {
      return it.rule != rule_.code && !(excused && it.rule == "HD004");
    });
    return found;
  }

  std::string fixed(const std::string& text) const {
    const cli::DirectoryContext context(folder_, "");
    const Options asked = options(context);
    return std::string(fix(revision_of(source(text), asked), asked,
                           {Safety::changes_behaviour, {rule_.code}})
                           .file.text());
  }

 private:
  static SourceFile source(const std::string& text) {
    return SourceFile("Dockerfile", text);
  }

  Options options(const cli::DirectoryContext& context) const {
    Options result;
    result.evaluate.bases = &builtin_bases();
    result.context = &context;
    std::istringstream lines(slurp(folder_ / "registries"));
    for (std::string line; std::getline(lines, line);) {
      result.allowed_registries.push_back(line);
    }
    return result;
  }

  const RuleInfo& rule_;
  fs::path folder_;
};

bool is_fixable(const Diagnostic& it) {
  return it.fix && it.fix->safety != Safety::suggestion;
}

void check_bad(const RuleCase& it) {
  const std::string bad = it.text("bad");
  const auto found = it.findings(bad);
  EXPECT_FALSE(found.empty()) << "nothing is found";
  const std::string report =
      text_report(SourceFile("Dockerfile", bad), found, {});
  compare(it.folder() / "expected.facts", finding_facts(report));
  compare(it.folder() / "expected.txt", report);
  if (std::none_of(found.begin(), found.end(), is_fixable)) {
    EXPECT_FALSE(it.has("fixed")) << "there is no fix";
    return;
  }
  const std::string fixed = it.fixed(bad);
  compare(it.folder() / "fixed.Dockerfile", fixed);
  EXPECT_EQ(it.fixed(fixed), fixed) << "a second run changes it";
  for (const Diagnostic& left : it.findings(fixed)) {
    EXPECT_FALSE(is_fixable(left)) << "is not fixed: " << left.message;
  }
}

void check_rule(const RuleInfo& rule) {
  const RuleCase it(rule);
  for (const char* name : {"bad", "good", "suppressed"}) {
    ASSERT_TRUE(it.has(name)) << name << ".Dockerfile is missing";
    EXPECT_NO_THROW(test::check_all(it.text(name))) << name;
  }
  check_bad(it);
  for (const Diagnostic& said : it.findings(it.text("good"))) {
    ADD_FAILURE() << "good.Dockerfile: " << said.message;
  }
  for (const Diagnostic& said : it.findings(it.text("suppressed"), true)) {
    ADD_FAILURE() << "suppressed.Dockerfile: " << said.message;
  }
}

// A folder of a rule that is gone tests nothing.
void check_folders() {
  EXPECT_FALSE(lint_rules().empty());
  for (const RuleInfo* it : lint_rules()) {
    EXPECT_TRUE(fs::exists(fs::path(HARDEN_RULES) / it->code)) << it->code;
  }
  for (const fs::path& it : folders_in(HARDEN_RULES)) {
    EXPECT_NE(find_rule(it.filename().string()), nullptr) << it;
  }
}

}  // namespace

NamedTests rule_tests() {
  NamedTests result{{"rules", check_folders}};
  for (const RuleInfo* it : lint_rules()) {
    result.push_back(
        {"rules/" + std::string(it->code), [it] { check_rule(*it); }});
  }
  return result;
}

}  // namespace harden::golden
