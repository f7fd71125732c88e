#include "runtime/seccomp/argument_fits.h"

namespace harden::seccomp {

bool fits(const SeccompArgument& rule, std::uint64_t value) {
  switch (rule.op) {
    case SeccompOp::ne:
      return value != rule.value;
    case SeccompOp::lt:
      return value < rule.value;
    case SeccompOp::le:
      return value <= rule.value;
    case SeccompOp::eq:
      return value == rule.value;
    case SeccompOp::ge:
      return value >= rule.value;
    case SeccompOp::gt:
      return value > rule.value;
    case SeccompOp::masked_eq:
      return (value & rule.value) == rule.value_two;
  }
  return false;
}

}  // namespace harden::seccomp
