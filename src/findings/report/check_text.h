// The report of `harden check` for people.
#pragma once

#include <cstddef>

#include "findings/report/check_report.h"

namespace harden {

class CheckText : public CheckReport {
 public:
  explicit CheckText(const CheckReportStyle& style) : style_(style) {}
  std::string add(const CheckedFile& file) override;
  // What it comes to, of more than one file.
  std::string end() override;

 private:
  std::string text_of(const CheckedFile& file) const;
  void count(const CheckedFile& file);
  std::string fixes() const;

  CheckReportStyle style_;
  std::size_t files_ = 0;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t others_ = 0;
  std::size_t safe_fixes_ = 0;
  std::size_t unsafe_fixes_ = 0;
};

}  // namespace harden
