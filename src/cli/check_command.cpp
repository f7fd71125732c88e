#include <unistd.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>

#include "cli/check_file.h"
#include "cli/commands.h"
#include "cli/console.h"
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
    result.failure = error.what();
    return result;
  }
}

class Run {
 public:
  explicit Run(const Arguments& arguments)
      : arguments_(arguments),
        report_(
            make_check_report(arguments.report_format,
                              {wants_colour(STDOUT_FILENO, arguments.no_color),
                               arguments.quiet})) {}

  int run() {
    print(report_->begin());
    if (!arguments_.run_line.empty()) tell(check_run_line(arguments_));
    for (const std::string& it : arguments_.files) {
      tell(check_or_fail(arguments_, it));
    }
    print(report_->end());
    return status_;
  }

 private:
  void tell(const CheckedFile& file) {
    if (!file.failure.empty()) {
      report_failure(file.failure, arguments_.no_color);
    }
    print(report_->add(file));
    status_ = std::max(status_, status_of(arguments_, file));
  }

  const Arguments& arguments_;
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
