// Where the report of `harden check` goes.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/files/atomic_file.h"
#include "cli/check/check_arguments.h"

namespace harden::cli {

// `-o FILE`, which is whole or not there; standard output without it; standard
// error where `--fix` needs standard output for a file or a diff.
class ReportOutput {
 public:
  // Throws UsageError where the report has no place, OutputError where the
  // file cannot be made.
  explicit ReportOutput(const CheckArguments& arguments);

  // Throws UsageError where the report would replace this file.
  void protect(const std::string& input) const;

  bool wants_colour() const;
  void write(std::string_view text);
  void keep();

 private:
  const CheckArguments& arguments_;
  bool to_stderr_ = false;
  std::unique_ptr<AtomicFile> file_;
};

}  // namespace harden::cli
