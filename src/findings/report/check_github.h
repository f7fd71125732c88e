// The report of `harden check` as annotations of GitHub Actions.
#pragma once

#include "findings/report/check_report.h"

namespace harden {

class CheckGithub : public CheckReport {
 public:
  explicit CheckGithub(CheckReportStyle style) : style_(std::move(style)) {}
  std::string add(const CheckedFile& file) override;

 private:
  CheckReportStyle style_;
};

}  // namespace harden
