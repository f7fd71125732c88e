// `harden check --baseline FILE` and `--write-baseline`.
#pragma once

#include <cstddef>
#include <set>
#include <string>

#include "cli/check/check_arguments.h"
#include "findings/baseline/baseline_file.h"
#include "findings/report/checked_file.h"

namespace harden::cli {

// Files come one after the other, as they are reported.
class Baseline {
 public:
  // Throws BadInput for a file that is not a baseline, UsageError for one that
  // must not be written. Without the two options it does nothing.
  explicit Baseline(const CheckArguments& arguments);

  // Takes out what is known; while a baseline is written, all is.
  void take_known(CheckedFile& file);
  // Writes the file where that is asked for. What there is to say, line by
  // line. Throws OutputError.
  std::string finish();

 private:
  void read();
  std::string key_of(const std::string& name) const;
  // Counts what is gone, and returns what nobody looked for.
  KnownFindings not_looked_for(const CheckedFile& file,
                               const KnownFindings& before,
                               const KnownFindings& now);
  bool is_there(const std::string& key) const;
  std::string write();

  std::string path_;  // empty: there is nothing to do
  bool writes_;
  std::string folder_;  // that paths start from, absolute
  KnownFiles known_;
  KnownFiles now_;
  std::set<std::string> checked_;
  std::size_t left_out_ = 0;
  std::size_t gone_ = 0;
};

}  // namespace harden::cli
