// The report of `harden check` as SARIF 2.1.0.
#pragma once

#include <string>
#include <vector>

#include "base/quote/json_line.h"
#include "findings/report/check_report.h"

namespace harden {

class CheckSarif : public CheckReport {
 public:
  explicit CheckSarif(CheckReportStyle style) : style_(std::move(style)) {}
  std::string begin() override;
  std::string add(const CheckedFile& file) override;
  std::string end() override;

 private:
  std::vector<std::string> results_of(const CheckedFile& file) const;
  void note_failure(const CheckedFile& file);
  Json invocation() const;

  CheckReportStyle style_;
  JsonList results_{"        "};
  // SARIF wants them behind all results; only so many are kept.
  std::vector<Json> failures_;
  CheckCounts counts_;
};

}  // namespace harden
