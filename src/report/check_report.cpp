#include "report/check_report.h"

#include "report/check_text.h"

namespace harden {

std::unique_ptr<CheckReport> make_check_report(ReportFormat format,
                                               const CheckReportStyle& style) {
  switch (format) {
    case ReportFormat::text:
    case ReportFormat::json:
    case ReportFormat::sarif:
    case ReportFormat::junit:
    case ReportFormat::gitlab:
    case ReportFormat::github:
    case ReportFormat::markdown:
      break;
  }
  return std::make_unique<CheckText>(style);
}

}  // namespace harden
