#include "cli/check/report_output.h"

#include <fmt/format.h>
#include <unistd.h>

#include <string>

#include "base/quote/visible_text.h"
#include "base/text/word_lists.h"
#include "cli/output/console.h"

namespace harden::cli {
namespace {

bool fix_needs_stdout(const CheckArguments& arguments) {
  return arguments.fix && (arguments.diff || is_one_of("-", arguments.files));
}

}  // namespace

ReportOutput::ReportOutput(const CheckArguments& arguments)
    : arguments_(arguments) {
  if (!arguments.writes_to_stdout()) {
    for (const std::string& it : arguments.files) protect(it);
    file_ = std::make_unique<AtomicFile>(arguments.output);
    return;
  }
  to_stderr_ = fix_needs_stdout(arguments);
  if (!to_stderr_ || arguments.report_format == ReportFormat::text) return;
  throw UsageError(fmt::format(
      "standard output is for the {}; give the report a place with `-o FILE`",
      arguments.diff ? "diff" : "fixed file"));
}

bool ReportOutput::wants_colour() const {
  if (file_) return false;
  return cli::wants_colour(to_stderr_ ? STDERR_FILENO : STDOUT_FILENO,
                           arguments_.no_color);
}

void ReportOutput::protect(const std::string& input) const {
  if (!arguments_.replaces(input)) return;
  throw UsageError(fmt::format(
      "the report {} would replace a file that is to be checked; give it "
      "another name",
      arguments_.output));
}

void ReportOutput::write(std::string_view text) {
  if (file_) {
    file_->write(text);
  } else if (to_stderr_) {
    print_error(text);
  } else {
    print(text);
  }
}

void ReportOutput::keep() {
  if (!file_) return;
  file_->keep();
  if (!arguments_.quiet) print_error(visible_lines(file_->losses()));
}

}  // namespace harden::cli
