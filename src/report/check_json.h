// The report of `harden check` for programs: docs/check.schema.json.
#pragma once

#include "report/check_report.h"
#include "report/json_line.h"

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
