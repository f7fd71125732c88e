// The shell that a RUN in shell form gets.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "findings/subject.h"

namespace harden::rule {

class ShellsInEffect {
 public:
  explicit ShellsInEffect(const Subject& subject);

  // As the last SHELL before the instruction sets it; empty: the default.
  std::vector<std::string> before(std::size_t instruction) const;

 private:
  const Subject& subject_;
  std::vector<std::size_t> settings_;  // each SHELL of the file, ascending
};

}  // namespace harden::rule
