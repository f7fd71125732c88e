#pragma once

#include <stdexcept>

namespace harden::cli {

// The command line makes no sense; what() is one line.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace harden::cli
