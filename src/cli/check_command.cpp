#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>

#include "cli/check_file.h"
#include "cli/clean_path.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/each_file.h"
#include "cli/report_output.h"
#include "cli/rewrite_diff.h"
#include "cli/weighed_findings.h"
#include "report/check_report.h"

namespace harden::cli {
namespace {

// One file that cannot be used does not stop the others.
CheckedFile check_or_fail(const Arguments& arguments, const std::string& file) {
  try {
    return check_file(arguments, file);
  } catch (const UsageError&) {
    throw;
  } catch (const std::runtime_error& error) {
    CheckedFile result;
    result.name = file;
    result.failure = failure_of(file, error);
    return result;
  }
}

// What --fix wrote, or has for standard output.
void print_fixed(const Arguments& arguments, const CheckedFile& file) {
  if (arguments.diff) {
    print_diff(file.output, arguments.no_color);
  } else {
    print_file(file.output);
  }
  if (!arguments.quiet) print_error(file.remarks);
}

class Run {
 public:
  explicit Run(const Arguments& arguments)
      : arguments_(arguments),
        output_(arguments),
        report_(make_check_report(
            arguments.report_format,
            {output_.wants_colour(), arguments.quiet, resolved("."),
             HARDEN_VERSION, arguments.fail_level})) {}

  int run() {
    output_.write(report_->begin());
    if (!arguments_.run_line.empty()) tell(check_run_line(arguments_));
    for (const std::string& it : arguments_.files) {
      tell(check_or_fail(arguments_, it));
    }
    output_.write(report_->end());
    output_.keep();
    return status_;
  }

 private:
  void tell(const CheckedFile& file) {
    if (!file.failure.empty()) {
      report_failure(file.failure, arguments_.no_color);
    }
    print_fixed(arguments_, file);
    output_.write(report_->add(file));
    status_ = std::max(status_, status_of(arguments_, file));
  }

  const Arguments& arguments_;
  ReportOutput output_;
  std::unique_ptr<CheckReport> report_;
  int status_ = done;
};

}  // namespace

int run_check(const Arguments& arguments) {
  if (arguments.files.empty() && arguments.run_line.empty()) {
    throw UsageError("no Dockerfile given; try `harden check Dockerfile`");
  }
  return Run(arguments).run();
}

}  // namespace harden::cli
