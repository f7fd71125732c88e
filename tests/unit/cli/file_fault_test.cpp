// A bug that one file brings to light is reported for that file; the others are
// checked, and the report is whole.
//
// At commit 0733439 only a runtime_error of a file was caught: a logic_error
// ended the run over all files with half a report on standard output.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <new>
#include <optional>
#include <stdexcept>
#include <string>

#include "base/libraries/json.h"
#include "base/quote/markdown.h"
#include "cli/check/check_file.h"
#include "cli/options/version.h"
#include "cli/output/failure.h"
#include "program.h"
#include "temporary_folder.h"

namespace harden::cli {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr ReportFormat formats[] = {ReportFormat::text,    ReportFormat::json,
                                    ReportFormat::sarif,   ReportFormat::junit,
                                    ReportFormat::gitlab,  ReportFormat::github,
                                    ReportFormat::markdown};

// Enough files for eight threads, with the bad ones among them.
constexpr int file_count = 40;

const std::string fault = "; this is a fault of harden " +
                          std::string(version) + ", please report it";

std::string name_of_file(int i) {
  const std::string number = std::to_string(i);
  return i % 2 == 0 ? "Dockerfile." + number : "compose." + number + ".yaml";
}

// Two Dockerfiles and a file of settings.
bool is_bad(const std::string& file) {
  return file == "Dockerfile.2" || file == "Dockerfile.30" ||
         file == "compose.7.yaml";
}

CheckArguments arguments_for(ReportFormat format, unsigned threads) {
  CheckArguments arguments;
  arguments.report_format = format;
  arguments.jobs = threads;
  for (int i = 0; i < file_count; ++i) {
    arguments.files.push_back(name_of_file(i));
  }
  return arguments;
}

void write_files(const TemporaryFolder& folder) {
  for (int i = 0; i < file_count; ++i) {
    folder.write(name_of_file(i),
                 i % 2 == 0 ? "FROM debian:12\nUSER 1000:1000\n"
                            : "services: {web: {image: x, user: '1:1'}}\n");
  }
}

CheckedFile broken_check(const CheckArguments& arguments,
                         const std::string& file, ConfigFiles& configs) {
  if (file == "Dockerfile.2") throw std::out_of_range("substr: 7 > 3");
  if (file == "Dockerfile.30") throw std::logic_error("edits overlap");
  // No logic_error, and no runtime_error either.
  if (file == "compose.7.yaml") throw std::bad_optional_access();
  return check_file(arguments, file, configs);
}

// A rule whose fix cannot be applied: nobody sees that before the report.
CheckedFile unusable_fix(const CheckArguments& arguments,
                         const std::string& file, ConfigFiles& configs) {
  CheckedFile checked = check_file(arguments, file, configs);
  if (!is_bad(file)) return checked;
  Diagnostic finding;
  finding.rule = "HD101";
  finding.span = {0, 4};
  finding.message = "runs as root";
  finding.fix = Fix{"mend", Safety::safe, {{{0, 4}, "A"}, {{2, 4}, "B"}}, {}};
  checked.findings.push_back(std::move(finding));
  return checked;
}

// How many files the report names; it is one that can be read.
void expect_whole(ReportFormat format, const std::string& report) {
  switch (format) {
    case ReportFormat::text:
      EXPECT_THAT(report, HasSubstr("37 files: "));
      break;
    case ReportFormat::json:
      EXPECT_EQ(nlohmann::json::parse(report)["files"].size(), 40U);
      break;
    case ReportFormat::sarif: {
      const auto run = nlohmann::json::parse(report)["runs"][0];
      EXPECT_EQ(run["properties"]["files"], 40);
      EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"].size(), 3U);
      break;
    }
    case ReportFormat::junit:
      EXPECT_THAT(report, EndsWith("</testsuites>\n"));
      break;
    case ReportFormat::gitlab:
      EXPECT_THAT(nlohmann::json::parse(report).dump(), HasSubstr("blocker"));
      break;
    case ReportFormat::github:
      EXPECT_THAT(report, HasSubstr("::error file=Dockerfile.2,"));
      break;
    case ReportFormat::markdown:
      EXPECT_THAT(report, HasSubstr("in 40 files: "));
      EXPECT_THAT(report, HasSubstr("; 3 files could not be checked.\n"));
      break;
  }
}

// As the report writes it; the text says failures on standard error alone.
std::string written(ReportFormat format, const std::string& text) {
  if (format == ReportFormat::text) return {};
  return format == ReportFormat::markdown ? markdown_cell(text) : text;
}

void expect_all_told(const Result& result, ReportFormat format) {
  EXPECT_EQ(result.status, failed);
  expect_whole(format, result.out);
  for (int i = 0; i < file_count; ++i) {
    const std::string file = name_of_file(i);
    if (is_bad(file)) {
      EXPECT_THAT(result.err, HasSubstr("error: " + file + ": "));
      EXPECT_THAT(result.out, HasSubstr(written(format, file + ": ")));
      EXPECT_THAT(result.out, HasSubstr(written(format, fault)));
    } else {
      EXPECT_THAT(result.err, Not(HasSubstr(file + ": ")));
    }
  }
  EXPECT_THAT(result.err, HasSubstr(fault + "\n"));
}

TEST(FaultOfOneFile, IsReportedAndTheOthersGoOn) {
  for (const unsigned threads : {1U, 8U}) {
    for (const ReportFormat format : formats) {
      Program program;
      write_files(program.folder());
      const Result result = program.run_in_child([&] {
        return check_files(arguments_for(format, threads), broken_check);
      });
      expect_all_told(result, format);
      EXPECT_THAT(result.err,
                  HasSubstr("error: Dockerfile.2: substr: 7 > 3" + fault));
      EXPECT_THAT(result.err,
                  HasSubstr("error: Dockerfile.30: edits overlap" + fault));
    }
  }
}

// The formats that show what the fix would change.
TEST(FaultOfOneFile, IsReportedWhereAFindingCannotBeWrittenDown) {
  for (const ReportFormat format : {ReportFormat::text, ReportFormat::json}) {
    Program program;
    write_files(program.folder());
    const Result result = program.run_in_child(
        [&] { return check_files(arguments_for(format, 8), unusable_fix); });
    expect_all_told(result, format);
  }
}

TEST(FaultOfOneFile, DoesNotStopOtherCommands) {
  Program program;
  const Result result = program.run_in_child([&] {
    return each_file({"a", "b"}, false, [](const std::string& file) -> int {
      if (file == "a") throw std::length_error("basic_string::append");
      return not_shown;
    });
  });
  EXPECT_EQ(result.status, failed);
  EXPECT_EQ(result.err, "error: a: basic_string::append" + fault + "\n");
}

// There is no sense in going on with the next file, nor in a report.
TEST(FaultOfOneFile, IsNotWhatMemoryRunsOutOf) {
  Program program;
  write_files(program.folder());
  const Result result = program.run_in_child([&]() -> int {
    try {
      return check_files(
          arguments_for(ReportFormat::json, 8),
          [](const CheckArguments&, const std::string&,
             ConfigFiles&) -> CheckedFile { throw std::bad_alloc(); });
    } catch (const std::bad_alloc&) {
      return 42;
    }
  });
  EXPECT_EQ(result.status, 42);
}

// At commit 0733439 standard output was `{ … "files": [`, and no more.
TEST(FaultOfOneFile, OfARunLineLeavesTheReportWhole) {
  Program program;
  const Result result =
      program.run({"check", "--run", "podman", "--format", "json"});
  EXPECT_EQ(result.status, failed);
  EXPECT_THAT(result.err, StartsWith("error: --run: "));
  const auto report = nlohmann::json::parse(result.out);
  EXPECT_EQ(report["summary"]["failures"], 1);
}

}  // namespace
}  // namespace harden::cli
