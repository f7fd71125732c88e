// Runs a compiled filter as the kernel would (bpf(2), Linux:
// Documentation/networking/filter.rst), without the kernel.
#pragma once

#include <linux/filter.h>
#include <linux/seccomp.h>

#include <cstdint>
#include <vector>

namespace harden::confine {

// The filter's answer, SECCOMP_RET_…; throws std::runtime_error for an
// instruction that seccomp does not have.
std::uint32_t run_filter(const std::vector<sock_filter>& filter,
                         const seccomp_data& data);

}  // namespace harden::confine
