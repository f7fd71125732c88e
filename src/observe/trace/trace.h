// The whole method on a real engine: an image is built, run under strace with
// the policy's own settings, exercised, and then started under the profile
// that follows from what was seen.
#pragma once

#include <chrono>
#include <functional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/process/process.h"
#include "observe/evidence/evidence.h"
#include "runtime/emit/emit.h"
#include "runtime/policy.h"
#include "runtime/seccomp/seccomp.h"

namespace harden::trace {

// What a profile says about calls by their names alone.
// Those of `seen` that the profile refuses as it refuses anything: a rule that
// answers a call with an error of its own (clone3, ENOSYS) is not a denial.
std::vector<std::string> denied_of(const std::set<std::string>& seen,
                                   const SeccompProfile& profile);

// In force while the program is watched: everything is allowed, but what each
// profile answers with ENOSYS, so that the program does without from the start.
SeccompProfile watching_profile(const SeccompProfile& like);

// The profile and what strace itself needs beside the program.
SeccompProfile with_tracer(SeccompProfile profile);

}  // namespace harden::trace

namespace harden {

struct TraceRequest {
  Engine engine = Engine::docker;
  std::string program;  // "docker", "/usr/bin/docker"

  // What is built: a file and its context, both paths of this machine.
  std::string dockerfile;
  std::string context;
  std::vector<std::string> build_options;  // "--build-arg", "A=1"
  std::string build_network;               // of RUN; empty: the engine's own

  Policy policy;  // of a container of that image
  // The image that strace is taken from, or installed in.
  std::string tracer;

  // A file to execute, or a line for /bin/sh; empty: there is none.
  std::string exercise;
  // How long the program is watched besides.
  std::chrono::milliseconds watch{30000};
  // Under the profile.
  unsigned starts = 20;

  SyscallNames names;
  std::function<SeccompProfile(const SyscallEvidence& seen)> profile_for;
  // What is being done, one line each.
  std::function<void(const std::string& line)> say;
};

struct TraceResult {
  SyscallEvidence seen;
  SeccompProfile profile;
  unsigned started = 0;  // of TraceRequest::starts
  // What went wrong under the profile, one line each: starts, exercise, health
  // check.
  std::vector<std::string> failures;
  // Calls that the program made under the profile and that it refused.
  std::vector<std::string> denied;
};

// Needs an InterruptGuard around it to be stopped in order. Throws
// ProcessFailure, and BadInput of a log that cannot be read. Containers,
// images, volumes and networks that it made are removed whatever happens.
TraceResult trace_image(const TraceRequest& request);

}  // namespace harden
