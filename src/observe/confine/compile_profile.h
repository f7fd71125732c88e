// From a profile to the filter that the kernel runs, by way of libseccomp.
#pragma once

#include <linux/filter.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/seccomp/resolve.h"
#include "runtime/seccomp/seccomp.h"

namespace harden::confine {

// libseccomp does not take the profile, or the kernel not the filter.
class ConfineError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// What the engines' runtimes make of the profile (runc:
// libcontainer/seccomp/seccomp_linux.go): names that libseccomp does not know
// are passed over, and so are rules that do what happens anyway. Throws
// ConfineError.
std::vector<sock_filter> compile_profile(const SeccompProfile& profile,
                                         const seccomp::Situation& situation);

}  // namespace harden::confine
