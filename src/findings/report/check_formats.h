// The report of `harden check` in each of its formats.
#pragma once

#include <memory>

#include "findings/report/check_report.h"

namespace harden {

std::unique_ptr<CheckReport> check_text(const CheckReportStyle& style);
std::unique_ptr<CheckReport> check_json(const CheckReportStyle& style);
std::unique_ptr<CheckReport> check_sarif(const CheckReportStyle& style);
std::unique_ptr<CheckReport> check_junit(const CheckReportStyle& style);
std::unique_ptr<CheckReport> check_gitlab(const CheckReportStyle& style);
std::unique_ptr<CheckReport> check_github(const CheckReportStyle& style);
std::unique_ptr<CheckReport> check_markdown(const CheckReportStyle& style);

}  // namespace harden
