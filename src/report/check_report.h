// The report of `harden check`, in one of its formats.
#pragma once

#include <memory>
#include <string>

#include "harden/checked_file.h"

namespace harden {

enum class ReportFormat {
  text,
  json,
  sarif,
  junit,
  gitlab,
  github,
  markdown,
};

struct CheckReportStyle {
  bool colour = false;  // text only
  bool quiet = false;   // text only: no line for each file's user
};

// Written piece by piece, so that a report of many files takes no more memory
// than one of a few. Each call returns what comes next in the output; together
// they are a whole report, also of no file at all.
class CheckReport {
 public:
  virtual ~CheckReport() = default;
  virtual std::string begin() { return {}; }
  // Files come in the order of the report.
  virtual std::string add(const CheckedFile& file) = 0;
  virtual std::string end() { return {}; }
};

std::unique_ptr<CheckReport> make_check_report(ReportFormat format,
                                               const CheckReportStyle& style);

}  // namespace harden
