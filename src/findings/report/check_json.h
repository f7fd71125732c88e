// The report of `harden check` for programs: docs/check.schema.json.
#pragma once

#include "base/quote/json_line.h"
#include "findings/report/check_report.h"

namespace harden {

class CheckJson : public CheckReport {
 public:
  explicit CheckJson(CheckReportStyle style) : style_(std::move(style)) {}
  std::string begin() override;
  std::string add(const CheckedFile& file) override;
  std::string end() override;

 private:
  CheckReportStyle style_;
  JsonList files_{"    "};
  CheckCounts counts_;
};

}  // namespace harden
