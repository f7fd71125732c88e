#include "findings/report/check_report.h"

#include "findings/report/check_formats.h"

namespace harden {

std::unique_ptr<CheckReport> make_check_report(ReportFormat format,
                                               const CheckReportStyle& style) {
  // In the order of ReportFormat.
  static constexpr std::array formats{check_text,    check_json,   check_sarif,
                                      check_junit,   check_gitlab, check_github,
                                      check_markdown};
  return formats[static_cast<std::size_t>(format)](style);
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
