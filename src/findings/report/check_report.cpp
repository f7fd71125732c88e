#include "findings/report/check_report.h"

#include "findings/report/check_github.h"
#include "findings/report/check_gitlab.h"
#include "findings/report/check_json.h"
#include "findings/report/check_junit.h"
#include "findings/report/check_markdown.h"
#include "findings/report/check_sarif.h"
#include "findings/report/check_text.h"

namespace harden {

std::unique_ptr<CheckReport> make_check_report(ReportFormat format,
                                               const CheckReportStyle& style) {
  switch (format) {
    case ReportFormat::text:
      break;
    case ReportFormat::json:
      return std::make_unique<CheckJson>(style);
    case ReportFormat::sarif:
      return std::make_unique<CheckSarif>(style);
    case ReportFormat::junit:
      return std::make_unique<CheckJunit>(style);
    case ReportFormat::gitlab:
      return std::make_unique<CheckGitlab>(style);
    case ReportFormat::github:
      return std::make_unique<CheckGithub>(style);
    case ReportFormat::markdown:
      return std::make_unique<CheckMarkdown>(style);
  }
  return std::make_unique<CheckText>(style);
}

void CheckCounts::add(const CheckedFile& file) {
  ++files;
  if (!file.failure.empty()) ++failures;
  fixed += file.fixed.size();
  for (const Diagnostic& it : file.findings) {
    ++findings[static_cast<std::size_t>(it.severity)];
  }
}

}  // namespace harden
