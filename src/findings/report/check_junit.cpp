#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/quote/xml_text.h"
#include "findings/registry.h"
#include "findings/report/check_formats.h"
#include "findings/report/report_path.h"
#include "findings/report/summary.h"
#include "findings/report/text_report.h"

namespace harden {
namespace {

// One suite: its tests are counted in its head, so they are collected first.
class TestSuiteWriter {
 public:
  TestSuiteWriter(const CheckedFile& file, const CheckReportStyle& style)
      : file_(file),
        path_(xml_attribute(report_path(file.name, style.folder))) {}

  std::string text() {
    add_file();
    for (const Diagnostic& it : file_.fixed) {
      add(test_name(it) + " (fixed)", 0, output(it.fix ? it.fix->title : ""));
    }
    if (file_.source != nullptr) {
      for (const Diagnostic& it : file_.findings) add_finding(it);
    }
    return fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" "
        "skipped=\"0\" time=\"0\">\n{}{}  </testsuite>\n",
        path_, tests_, failures_, errors_, properties(), cases_);
  }

 private:
  std::string properties() const {
    if (file_.verdicts.empty()) return {};
    std::string text = "    <properties>\n";
    for (const Verdict& it : file_.verdicts) {
      text += fmt::format(
          "      <property name=\"user of {}\" value=\"{}\"/>\n",
          xml_attribute(it.name), xml_attribute(describe_user(it.user)));
    }
    return text + "    </properties>\n";
  }

  // So that there is a test for each file, also for one without findings.
  void add_file() {
    if (!file_.failure.empty()) {
      ++errors_;
      return add("can be checked", 0,
                 outcome("error", "failure", file_.failure, file_.failure));
    }
    if (file_.refused || file_.unusable) {
      ++failures_;
      const std::string why = "engines refuse this file";
      return add("can be used", 0, outcome("failure", "refused", why, why));
    }
    add("can be checked", 0, "");
  }

  void add_finding(const Diagnostic& it) {
    const std::string text = text_report(*file_.source, it, {});
    const auto size = static_cast<std::uint32_t>(file_.source->bytes().size());
    const auto line =
        file_.source->position(std::min(it.span.begin, size)).line;
    if (!file_.fail_level || it.severity < *file_.fail_level) {
      return add(test_name(it), line, output(text));
    }
    ++failures_;
    add(test_name(it), line, outcome("failure", it.rule, it.message, text));
  }

  static std::string test_name(const Diagnostic& it) {
    const RuleInfo* rule = find_rule(it.rule);
    return fmt::format("{} {}: {}", it.rule, rule ? rule->name : "",
                       it.message);
  }

  static std::string outcome(std::string_view element, std::string_view type,
                             std::string_view message, std::string_view text) {
    return fmt::format("      <{0} type=\"{1}\" message=\"{2}\">{3}</{0}>\n",
                       element, xml_attribute(type), xml_attribute(message),
                       xml_text(text));
  }
  static std::string output(std::string_view text) {
    return fmt::format("      <system-out>{}</system-out>\n", xml_text(text));
  }

  // Readers take two tests of one name for one.
  void add(const std::string& name, std::uint32_t line,
           const std::string& inside) {
    ++tests_;
    const std::uint32_t count = ++names_[name];
    const std::string number = count > 1 ? fmt::format(" ({})", count) : "";
    const std::string at = line > 0 ? fmt::format(" line=\"{}\"", line) : "";
    cases_ += fmt::format(
        "    <testcase classname=\"{0}\" name=\"{1}{2}\" file=\"{0}\"{3} "
        "time=\"0\"",
        path_, xml_attribute(name), number, at);
    cases_ += inside.empty() ? "/>\n" : ">\n" + inside + "    </testcase>\n";
  }

  const CheckedFile& file_;
  std::string path_;
  std::string cases_;
  std::map<std::string, std::uint32_t> names_;
  std::size_t tests_ = 0;
  std::size_t failures_ = 0;
  std::size_t errors_ = 0;
};

// The report of `harden check` as JUnit's XML: a suite for each file, a test
// for each finding.
class CheckJunit : public CheckReport {
 public:
  explicit CheckJunit(CheckReportStyle style) : style_(std::move(style)) {}
  std::string begin() override {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<testsuites name=\"harden check\">\n";
  }

  std::string add(const CheckedFile& file) override {
    return TestSuiteWriter(file, style_).text();
  }

  std::string end() override { return "</testsuites>\n"; }

 private:
  CheckReportStyle style_;
};

}  // namespace

std::unique_ptr<CheckReport> check_junit(const CheckReportStyle& style) {
  return std::make_unique<CheckJunit>(style);
}

}  // namespace harden
