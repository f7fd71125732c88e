// The report of `harden check` as GitLab's Code Quality report.
#pragma once

#include "base/quote/json_line.h"
#include "findings/report/check_report.h"

namespace harden {

class CheckGitlab : public CheckReport {
 public:
  explicit CheckGitlab(CheckReportStyle style) : style_(std::move(style)) {}
  std::string begin() override { return "["; }
  std::string add(const CheckedFile& file) override;
  std::string end() override { return "\n]\n"; }

 private:
  CheckReportStyle style_;
  JsonList entries_{"  "};
};

}  // namespace harden
