// The report of `harden check`, in one of its formats.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "findings/report/checked_file.h"

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
  bool quiet = false;   // no lines for as whom each file runs
  // Where the file names of the report start; absolute, empty: unknown.
  std::string folder = {};
  std::string version = {};  // of harden
};

// Written piece by piece, so that a report of many files takes no more memory
// than one of a few. Each call returns what comes next in the output; together
// they are a whole report, also of no file at all.
class CheckReport {
 public:
  virtual ~CheckReport() = default;
  virtual std::string begin() { return {}; }
  // Files come in the order of the report. When it throws, nothing of the file
  // is in the report, and another may be added.
  virtual std::string add(const CheckedFile& file) = 0;
  virtual std::string end() { return {}; }
};

std::unique_ptr<CheckReport> make_check_report(ReportFormat format,
                                               const CheckReportStyle& style);

// What formats say at their end.
struct CheckCounts {
  std::size_t files = 0;
  std::size_t failures = 0;  // files that could not be checked
  std::size_t fixed = 0;
  std::array<std::size_t, 4> findings = {};  // by severity

  void add(const CheckedFile& file);
  std::size_t of(Severity severity) const {
    return findings[static_cast<std::size_t>(severity)];
  }
};

}  // namespace harden
