// The report of `harden check` as JUnit's XML: a suite for each file, a test
// for each finding.
#pragma once

#include "findings/report/check_report.h"

namespace harden {

class CheckJunit : public CheckReport {
 public:
  explicit CheckJunit(CheckReportStyle style) : style_(std::move(style)) {}
  std::string begin() override;
  std::string add(const CheckedFile& file) override;
  std::string end() override { return "</testsuites>\n"; }

 private:
  CheckReportStyle style_;
};

}  // namespace harden
