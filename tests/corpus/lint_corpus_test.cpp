// The lint rules on real Dockerfiles: what they find, and that their fixes can
// be trusted.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "corpus_files.h"
#include "dockerfile/document.h"
#include "findings/driver.h"
#include "findings/fix.h"
#include "findings/registry.h"
#include "findings/suppressions/suppressions.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

using Entry = test::CorpusFile;

// Without a build context: the corpus holds none of their files.
Options options() {
  Options result;
  result.evaluate.bases = &builtin_bases();
  return result;
}

std::vector<Diagnostic> findings(const Entry& entry, const std::string& text) {
  Checked checked = check(SourceFile(entry.path, text), options());
  return apply_suppressions(checked.file.document(),
                            std::move(checked.diagnostics));
}

bool is_fixable(const Diagnostic& it) {
  return it.fix && it.fix->safety != Safety::suggestion;
}

class LintCorpus : public testing::Test {
 protected:
  void SetUp() override {
    entries = test::corpus_files("dockerfile");
    if (entries.empty()) {
      GTEST_SKIP() << "skipped: no corpus in " << test::corpus_folder()
                   << "; `./dev corpus` fetches it, or set HARDEN_CORPUS";
    }
  }
  std::vector<Entry> entries;
};

// What `harden check` says by default, apart from root.
bool is_noise(const Diagnostic& it) {
  const RuleInfo& rule = *find_rule(it.rule);
  return !rule.about_root && !rule.on_request;
}

TEST_F(LintCorpus, IsQuietByDefault) {
  std::map<std::string_view, std::size_t> findings_of, files_of;
  std::vector<std::size_t> counts;
  for (const Entry& entry : entries) {
    std::map<std::string_view, std::size_t> here;
    for (const Diagnostic& it : findings(entry, entry.bytes)) ++here[it.rule];
    std::size_t noise = 0;
    for (const auto& [rule, count] : here) {
      findings_of[rule] += count;
      ++files_of[rule];
      if (is_noise({.rule = rule})) noise += count;
    }
    counts.push_back(noise);
  }
  std::sort(counts.begin(), counts.end());
  for (const auto& [rule, count] : findings_of) {
    std::cout << rule << " " << find_rule(rule)->name << ": " << count
              << " findings in " << files_of[rule] << " files\n";
  }
  const std::size_t median = counts[counts.size() / 2];
  std::cout << "findings of a file by default, apart from root: median "
            << median << ", nine tenths up to "
            << counts[counts.size() * 9 / 10] << ", at most " << counts.back()
            << "\n";
  EXPECT_LE(median, 3u);
}

std::string fixed_text(const Entry& entry, const std::string& text,
                       const FixChoice& choice) {
  const Options asked = options();
  return std::string(
      fix(revision_of(SourceFile(entry.path, text), asked), asked, choice)
          .file.text());
}

void check_fix(const Entry& entry, RuleId rule) {
  SCOPED_TRACE(entry.path.string() + ": " + std::string(rule));
  const FixChoice choice{Safety::changes_behaviour, {rule}};
  const std::size_t problems =
      parse(SourceFile(entry.path, entry.bytes)).problems.size();
  std::string fixed;
  ASSERT_NO_THROW(fixed = fixed_text(entry, entry.bytes, choice));
  EXPECT_EQ(parse(SourceFile(entry.path, fixed)).problems.size(), problems);
  for (const Diagnostic& it : findings(entry, fixed)) {
    EXPECT_FALSE(it.rule == rule && is_fixable(it))
        << "is not fixed: " << it.message;
  }
  EXPECT_EQ(fixed_text(entry, fixed, choice), fixed);
}

TEST_F(LintCorpus, FixesLeaveFilesThatAreQuietAndStay) {
  std::map<std::string_view, std::size_t> fixed;
  for (const Entry& entry : entries) {
    std::vector<RuleId> rules;
    for (const Diagnostic& it : findings(entry, entry.bytes)) {
      if (is_fixable(it)) rules.push_back(it.rule);
    }
    std::sort(rules.begin(), rules.end());
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    for (const RuleId rule : rules) {
      check_fix(entry, rule);
      ++fixed[rule];
    }
  }
  for (const auto& [rule, files] : fixed) {
    std::cout << rule << ": fixed in " << files << " files\n";
  }
}

}  // namespace
}  // namespace harden
