#include "filter_run.h"

#include <cstring>
#include <stdexcept>

namespace harden::confine {
namespace {

std::uint32_t calculated(std::uint16_t operation, std::uint32_t left,
                         std::uint32_t right) {
  switch (operation) {
    case BPF_AND:
      return left & right;
    case BPF_OR:
      return left | right;
    case BPF_ADD:
      return left + right;
    case BPF_SUB:
      return left - right;
    default:
      throw std::runtime_error("no such calculation in a filter");
  }
}

bool holds(std::uint16_t operation, std::uint32_t left, std::uint32_t right) {
  switch (operation) {
    case BPF_JEQ:
      return left == right;
    case BPF_JGT:
      return left > right;
    case BPF_JGE:
      return left >= right;
    case BPF_JSET:
      return (left & right) != 0;
    default:
      throw std::runtime_error("no such comparison in a filter");
  }
}

}  // namespace

std::uint32_t run_filter(const std::vector<sock_filter>& filter,
                         const seccomp_data& data) {
  std::uint32_t a = 0;
  std::uint32_t memory[BPF_MEMWORDS] = {};
  // Jumps lead forwards only, so this ends.
  for (std::size_t at = 0; at < filter.size(); ++at) {
    const sock_filter& it = filter[at];
    const auto operation = static_cast<std::uint16_t>(BPF_OP(it.code));
    switch (BPF_CLASS(it.code)) {
      case BPF_LD:
        if (BPF_MODE(it.code) == BPF_MEM) {
          a = memory[it.k % BPF_MEMWORDS];
        } else if (it.k + sizeof a <= sizeof data) {
          std::memcpy(&a, reinterpret_cast<const char*>(&data) + it.k,
                      sizeof a);
        }
        break;
      case BPF_ST:
        memory[it.k % BPF_MEMWORDS] = a;
        break;
      case BPF_ALU:
        a = calculated(operation, a, it.k);
        break;
      case BPF_JMP:
        at += operation == BPF_JA         ? it.k
              : holds(operation, a, it.k) ? it.jt
                                          : it.jf;
        break;
      case BPF_RET:
        return it.k;
      default:
        throw std::runtime_error("no such instruction in a filter");
    }
  }
  throw std::runtime_error("the filter does not end");
}

}  // namespace harden::confine
