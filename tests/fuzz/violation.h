#pragma once

#include <stdexcept>

namespace harden::test {

// Which invariant does not hold, and where.
class Violation : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

}  // namespace harden::test
