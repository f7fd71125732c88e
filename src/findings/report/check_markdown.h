// The report of `harden check` as a table in Markdown, for summaries of jobs
// and comments on changes.
#pragma once

#include "findings/report/check_report.h"

namespace harden {

class CheckMarkdown : public CheckReport {
 public:
  explicit CheckMarkdown(CheckReportStyle style) : style_(std::move(style)) {}
  std::string begin() override;
  std::string add(const CheckedFile& file) override;
  std::string end() override;

 private:
  std::string rows_of(const CheckedFile& file) const;

  CheckReportStyle style_;
  CheckCounts counts_;
};

}  // namespace harden
