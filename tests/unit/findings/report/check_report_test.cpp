#include "findings/report/check_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "base/libraries/json.h"
#include "findings.h"
#include "findings/registry.h"

namespace harden {
namespace {

using nlohmann::json;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string report(ReportFormat format, const std::vector<CheckedFile>& files,
                   const CheckReportStyle& style = {}) {
  const auto made = make_check_report(format, style);
  std::string text = made->begin();
  for (const CheckedFile& it : files) text += made->add(it);
  return text + made->end();
}

const std::vector<CheckedFile>& both() {
  static const std::vector<CheckedFile> files = {test::file_with_fixes(),
                                                 test::failed_file()};
  return files;
}

TEST(CheckReport, IsWholeWithoutFiles) {
  EXPECT_EQ(report(ReportFormat::text, {}), "");
  EXPECT_EQ(report(ReportFormat::github, {}), "");
  EXPECT_EQ(json::parse(report(ReportFormat::gitlab, {})), json::array());
  const json value = json::parse(report(ReportFormat::json, {}));
  EXPECT_EQ(value["files"], json::array());
  EXPECT_EQ(value["summary"]["files"], 0);
  const json run = json::parse(report(ReportFormat::sarif, {}))["runs"][0];
  EXPECT_EQ(run["results"], json::array());
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], true);
  EXPECT_EQ(report(ReportFormat::junit, {}),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<testsuites name=\"harden check\">\n</testsuites>\n");
  EXPECT_THAT(report(ReportFormat::markdown, {}),
              EndsWith("|\n\n0 findings in 0 files: 0 errors, 0 warnings, 0 "
                       "info, 0 notes.\n"));
}

TEST(CheckText, ShowsTheFixesAsDiffs) {
  EXPECT_THAT(report(ReportFormat::text, both()),
              HasSubstr("  = because: nobody answers\n"
                        "  = fix: add `-y`\n"
                        "    @@ -2 +2 @@\n"
                        "    -RUN echo 'é𝒳' && apt-get install curl\n"
                        "    +RUN echo 'é𝒳' && apt-get install -y curl\n"
                        "  = help: say so\n"));
}

TEST(CheckText, AloneHasColours) {
  for (const auto format :
       {ReportFormat::json, ReportFormat::sarif, ReportFormat::junit,
        ReportFormat::gitlab, ReportFormat::github, ReportFormat::markdown}) {
    EXPECT_THAT(report(format, both(), {true}), Not(HasSubstr("\x1b")));
  }
  EXPECT_THAT(report(ReportFormat::text, both(), {true}),
              HasSubstr("\x1b[1;32m+RUN"));
}

TEST(CheckText, SaysWhatWasFixed) {
  EXPECT_THAT(report(ReportFormat::text, {test::fixed_file()}),
              AllOf(HasSubstr(":2:30: fixed[HD465]: "),
                    HasSubstr("  = change: add `-y`\n"), Not(HasSubstr("@@"))));
  EXPECT_EQ(report(ReportFormat::text, {test::fixed_file()}, {false, true}),
            "");
}

TEST(CheckJson, HoldsFixesAsEditsAndDiff) {
  const json value = json::parse(report(ReportFormat::json, both()));
  const json& file = value["files"][0];
  EXPECT_EQ(file["name"], "Docker file");
  EXPECT_EQ(file["findings"][0]["fix"], json::parse(R"({
    "title": "add `-y`", "safety": "safe",
    "edits": [{"place": {"line": 2, "column": 33, "end_line": 2,
      "end_column": 33, "begin_byte": 51, "end_byte": 51}, "text": " -y"}],
    "files": [],
    "diff": "@@ -1,4 +1,4 @@\n FROM debian:12\n-RUN echo 'é𝒳' && apt-get install curl\n+RUN echo 'é𝒳' && apt-get install -y curl\n CMD a\n CMD b\n"})"));
  EXPECT_EQ(value["files"][1]["failure"], "none: no such file");
  EXPECT_EQ(value["summary"]["failures"], 1);
  EXPECT_EQ(value["summary"]["error"], 1);
}

// Instead of an edit that would put other bytes in.
TEST(CheckJson, HasNoEditsThatAreNotUtf8) {
  CheckedFile file = test::file_with_fixes();
  file.findings[0].fix->edits[0].text = "\xff";
  const json value = json::parse(report(ReportFormat::json, {file}));
  EXPECT_TRUE(value["files"][0]["findings"][0]["fix"]["edits"].is_null());
  const json sarif = json::parse(report(ReportFormat::sarif, {file}));
  EXPECT_FALSE(sarif["runs"][0]["results"][0].contains("fixes"));
}

TEST(CheckSarif, CountsColumnsInUtf16) {
  const json run = json::parse(report(ReportFormat::sarif, both()))["runs"][0];
  const json& place = run["results"][0]["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "Docker%20file");
  EXPECT_EQ(place["region"], json::parse(R"({
    "startLine": 2, "startColumn": 27, "endLine": 2, "endColumn": 34,
    "byteOffset": 44, "byteLength": 7})"));
}

TEST(CheckSarif, ProposesFixesAndNamesRelatedPlaces) {
  const json run = json::parse(report(ReportFormat::sarif, both()))["runs"][0];
  const json& result = run["results"][1];
  EXPECT_EQ(result["level"], "note");
  const json& change = result["fixes"][0]["artifactChanges"][0];
  // A line with its end: up to the beginning of the next one.
  EXPECT_EQ(change["replacements"][0]["deletedRegion"], json::parse(R"({
    "startLine": 3, "startColumn": 1, "endLine": 4, "endColumn": 1,
    "byteOffset": 57, "byteLength": 6})"));
  EXPECT_EQ(result["fixes"][0]["properties"]["safety"], "changes-behaviour");
  EXPECT_EQ(result["relatedLocations"][0]["message"]["text"], "this one stays");
}

TEST(CheckSarif, DescribesAllRules) {
  const json run = json::parse(report(ReportFormat::sarif, both()))["runs"][0];
  const json& rules_of = run["tool"]["driver"]["rules"];
  ASSERT_EQ(rules_of.size(), rules().size());
  for (const json& it : run["results"]) {
    EXPECT_EQ(rules_of[it["ruleIndex"].get<std::size_t>()]["id"], it["ruleId"]);
  }
  const json& root =
      rules_of[static_cast<std::size_t>(find_rule("HD101") - rules().data())];
  EXPECT_EQ(root["id"], "HD101");
  EXPECT_EQ(root["defaultConfiguration"]["level"], "error");
  EXPECT_THAT(root["help"]["markdown"], StartsWith("# HD101 root-user\n"));
  EXPECT_THAT(root["helpUri"], StartsWith("https://docs.docker.com/"));
}

TEST(CheckSarif, SaysThatAFileCouldNotBeChecked) {
  std::vector<CheckedFile> many(1001, test::failed_file());
  const json run = json::parse(report(ReportFormat::sarif, many))["runs"][0];
  const json& invocation = run["invocations"][0];
  EXPECT_EQ(invocation["executionSuccessful"], false);
  const json& notes = invocation["toolExecutionNotifications"];
  ASSERT_EQ(notes.size(), 1001U);
  EXPECT_EQ(notes[0]["message"]["text"], "none: no such file");
  EXPECT_EQ(notes[1000]["message"]["text"],
            "1 more files could not be checked");
}

TEST(CheckGitlab, HasAnEntryForEachFindingAndFailure) {
  const json value = json::parse(report(ReportFormat::gitlab, both()));
  ASSERT_EQ(value.size(), 4U);
  EXPECT_EQ(value[0]["severity"], "major");
  EXPECT_EQ(value[0]["location"], json::parse(R"({"path": "Docker file",
                                                  "lines": {"begin": 2}})"));
  EXPECT_EQ(value[1]["severity"], "minor");
  EXPECT_EQ(value[2]["severity"], "critical");
  EXPECT_EQ(value[3]["check_name"], "failure");
}

TEST(CheckGithub, EscapesWhatEndsACommand) {
  CheckedFile file = test::file_with_fixes();
  file.name = "a,b:c%d\ne";
  file.findings[0].message = "50% of\n::set-output";
  const std::string text = report(ReportFormat::github, {file});
  EXPECT_THAT(text, StartsWith("::warning file=a%2Cb%3Ac%25d␊e,line=2,"
                               "endLine=2,col=27,endColumn=34,title=HD465 "
                               "repeated-instruction::50%25 of␊::set-output"
                               "%0Abecause: it asks%0Abecause: nobody answers"
                               "%0Ahelp: say so\n"));
  // The place of the second goes over a line's end.
  EXPECT_THAT(text, HasSubstr("\n::notice file=a%2Cb%3Ac%25d␊e,line=3,"
                              "endLine=4,title="));
}

TEST(CheckJunit, CountsFailuresByTheLevelThatFails) {
  const std::string usual = report(ReportFormat::junit, both());
  EXPECT_THAT(usual, HasSubstr("tests=\"4\" failures=\"1\" errors=\"0\""));
  EXPECT_THAT(usual, HasSubstr("tests=\"1\" failures=\"0\" errors=\"1\""));
  auto files = both();
  files.front().fail_level = Severity::warning;
  EXPECT_THAT(report(ReportFormat::junit, files),
              HasSubstr("tests=\"4\" failures=\"2\" errors=\"0\""));
  files.front().fail_level = std::nullopt;
  EXPECT_THAT(report(ReportFormat::junit, files),
              HasSubstr("tests=\"4\" failures=\"0\" errors=\"0\""));
}

TEST(CheckJunit, HoldsNothingThatXmlForbids) {
  CheckedFile file = test::file_with_fixes();
  file.findings[0].message = "a\x01\xff\xef\xbf\xbf<b>&\"\n";
  file.fail_level = Severity::warning;
  const std::string text = report(ReportFormat::junit, {file});
  EXPECT_THAT(text, HasSubstr("message=\"a␁&lt;FF&gt;&lt;U+FFFF&gt;&lt;b&gt;"
                              "&amp;&quot;␊\""));
  EXPECT_EQ(text.find('\x01'), text.npos);
}

TEST(CheckJunit, TellsEqualFindingsApart) {
  CheckedFile file = test::file_with_fixes();
  file.findings[1] = file.findings[0];
  EXPECT_THAT(report(ReportFormat::junit, {file}),
              HasSubstr("and stops (2)\""));
}

TEST(CheckMarkdown, EscapesItsCells) {
  CheckedFile file = test::file_with_fixes();
  file.findings[0].message = "`a|b` c|d <i> @all *x* [y](z) `";
  EXPECT_THAT(
      report(ReportFormat::markdown, {file}),
      HasSubstr("| <code>a&#124;b</code> c&#124;d &#60;i&#62; &#64;&#8203;all "
                "&#42;x&#42; &#91;y&#93;(z) &#96;<br>help: say so |\n"));
}

TEST(CheckReport, SaysWhatWasFixed) {
  const std::vector<CheckedFile> files = {test::fixed_file()};
  EXPECT_THAT(report(ReportFormat::github, files),
              HasSubstr("title=fixed HD465 repeated-instruction::"));
  EXPECT_THAT(report(ReportFormat::markdown, files),
              AllOf(HasSubstr("| 2 | fixed | HD465 "),
                    HasSubstr("0 findings in 1 file"), HasSubstr("; 1 fixed")));
  EXPECT_THAT(report(ReportFormat::junit, files), HasSubstr(" (fixed)\""));
  const json value = json::parse(report(ReportFormat::json, files));
  EXPECT_EQ(value["files"][0]["fixed"][0]["title"], "add `-y`");
  EXPECT_EQ(value["summary"]["fixed"], 1);
  const json sarif = json::parse(report(ReportFormat::sarif, files));
  EXPECT_EQ(sarif["runs"][0]["properties"]["fixed"], 1);
}

}  // namespace
}  // namespace harden
