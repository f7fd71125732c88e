// `[[check.ignore]]` of harden.toml, for one file.
#pragma once

#include <string>
#include <vector>

#include "base/source/diagnostic.h"
#include "cli/config/check_config.h"

namespace harden::cli {

// The day that it is in UTC.
Date today();

class PathIgnores {
 public:
  // `config` has to outlive it; `file` is its path, "-" for standard input,
  // which no entry matches.
  PathIgnores(const CheckConfig& config, const std::string& file, Date day);

  bool excuse(const Diagnostic& finding) const;
  // Whether an entry is for the file, and not over.
  bool is_valid(const PathIgnore& entry) const;
  bool is_expired(const PathIgnore& entry) const;
  // Takes out what is excused, and adds a finding (HD008) for each expired
  // entry that would have excused one, in front of the first such.
  void apply(std::vector<Diagnostic>& findings) const;

 private:
  std::vector<const PathIgnore*> valid_;
  std::vector<const PathIgnore*> expired_;
};

}  // namespace harden::cli
