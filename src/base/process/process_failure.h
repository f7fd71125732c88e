// Why another program did not do what was needed of it.
#pragma once

#include <stdexcept>

namespace harden {

// The engine, the build or the program does not do what is needed; what() says
// it in one line.
class ProcessFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
// SIGINT or SIGTERM; what was made on the engine is gone already.
class Interrupted : public ProcessFailure {
 public:
  Interrupted() : ProcessFailure("interrupted") {}
};

}  // namespace harden
