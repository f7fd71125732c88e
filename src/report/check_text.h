// The report of `harden check` for people.
#pragma once

#include "report/check_report.h"

namespace harden {

class CheckText : public CheckReport {
 public:
  explicit CheckText(const CheckReportStyle& style) : style_(style) {}
  std::string add(const CheckedFile& file) override;

 private:
  CheckReportStyle style_;
};

}  // namespace harden
