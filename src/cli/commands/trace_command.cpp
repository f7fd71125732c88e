// harden trace DOCKERFILE: a profile of what the image was seen to do.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "base/files/read_input.h"
#include "base/process/interrupt.h"
#include "base/quote/visible_text.h"
#include "base/source/bad_input.h"
#include "cli/check/each_file.h"
#include "cli/commands/commands.h"
#include "cli/commands/evidence_files.h"
#include "cli/commands/tracer_base.h"
#include "cli/config/settings.h"
#include "cli/output/build_files.h"
#include "cli/output/console.h"
#include "cli/output/output_file.h"
#include "observe/trace/trace.h"
#include "runtime/policy/derive_policy.h"

namespace harden::cli {
namespace {

// As run.sh takes it.
std::string engine_program(Engine engine) {
  const char* const given = std::getenv("ENGINE");
  if (given != nullptr && *given != '\0') return given;
  return engine == Engine::podman ? "podman" : "docker";
}

std::vector<std::string> build_options(const Arguments& arguments) {
  std::vector<std::string> words;
  for (const std::string& it : arguments.build_args) {
    words.emplace_back("--build-arg");
    words.push_back(it);
  }
  if (!arguments.target.empty()) {
    words.emplace_back("--target");
    words.push_back(arguments.target);
  }
  return words;
}

// Of the hardened file: an image from scratch has a stage more.
std::string tracer_of(const Arguments& arguments, const Hardened& result) {
  if (!arguments.tracer.empty()) return arguments.tracer;
  return tracer_base(result.final.evaluation());
}

// Lines of a trace, with what the container said, on a terminal.
void say(const Arguments& arguments, const std::string& line) {
  if (!arguments.quiet) print_error(visible(line) + "\n");
}

SeccompRequest request_of(const Arguments& arguments,
                          const SyscallEvidence& seen) {
  SeccompRequest request;
  request.seen = seen.names;
  request.margin = arguments.margin;
  request.compat32 = seen.compat32;
  return request;
}

TraceRequest make_request(const Arguments& arguments, const Hardened& result,
                          const Policy& policy, const BuildFiles& files) {
  TraceRequest request;
  request.engine = arguments.engine;
  request.program = engine_program(arguments.engine);
  request.dockerfile = files.dockerfile();
  request.context = files.context();
  request.build_options = build_options(arguments);
  request.build_network = arguments.build_network;
  request.policy = policy;
  request.tracer = tracer_of(arguments, result);
  request.exercise = arguments.exercise;
  request.watch = arguments.watch;
  request.starts = arguments.starts;
  request.names = known_syscalls();
  request.profile_for = [&](const SyscallEvidence& seen) {
    return seccomp_profile_for(policy, request_of(arguments, seen));
  };
  request.say = [&](const std::string& line) { say(arguments, line); };
  return request;
}

std::string comma_list(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

// What the engine's default refuses, too, is no fault of this profile.
void set_apart_left_out(const std::vector<std::string>& left_out,
                        std::vector<std::string>& denied) {
  std::erase_if(denied, [&](const std::string& it) {
    return std::find(left_out.begin(), left_out.end(), it) != left_out.end();
  });
}

int report(const Arguments& arguments, const Policy& policy,
           TraceResult& traced) {
  for (const std::string& it : evidence_notes(traced.seen)) {
    say(arguments, "note: " + it);
  }
  const auto left_out =
      seccomp_left_out(policy, request_of(arguments, traced.seen));
  if (!left_out.empty()) {
    say(arguments,
        "note: left out, for the engine's default refuses them to this "
        "container, too: " +
            comma_list(left_out));
  }
  set_apart_left_out(left_out, traced.denied);
  say(arguments, fmt::format("the profile allows {} system calls, the "
                             "engine's default {}",
                             count_allowed(traced.profile),
                             count_allowed(default_seccomp_profile())));
  if (arguments.starts != 0) {
    say(arguments, fmt::format("started {} times of {} under it",
                               traced.started, arguments.starts));
  }
  std::string problems;
  for (const std::string& it : traced.failures) {
    problems += "under the profile " + visible(it) + "\n";
  }
  if (!traced.denied.empty()) {
    problems += "refused by the profile: " + comma_list(traced.denied) + "\n";
  }
  print_error(problems);
  const bool fine = problems.empty() && traced.started == arguments.starts;
  if (fine) say(arguments, "nothing was refused");
  return fine ? done : not_shown;
}

void write_traced(const Arguments& arguments, const SeccompProfile& profile) {
  const std::string text = seccomp_engine_json(profile);
  write_output(arguments, text);
  if (!writes_to_stdout(arguments)) say(arguments, "wrote " + arguments.output);
}

int trace_file(const Arguments& arguments, const std::string& file) {
  SourceFile source = read_input(file);
  const Settings settings(arguments, file);
  const Hardened result = harden(std::move(source), settings.options());
  require_dockerfile(result.original.document());
  const Policy policy = derive_policy(result.final, settings.options().policy);
  if (!policy.unsafe_because.empty()) {
    throw BadInput(file, "is not run: " + policy.unsafe_because);
  }
  // From here on there is something to take away again.
  const InterruptGuard guard;
  const BuildFiles files(arguments, file, result);
  TraceResult traced =
      trace_image(make_request(arguments, result, policy, files));
  write_traced(arguments, traced.profile);
  return report(arguments, policy, traced);
}

}  // namespace

int run_trace(const Arguments& arguments) {
  if (arguments.files.size() != 1) {
    throw UsageError(arguments.files.empty()
                         ? "no Dockerfile given; try `harden trace Dockerfile`"
                         : "one Dockerfile at a time, for each has a profile "
                           "of its own");
  }
  return trace_file(arguments, arguments.files.front());
}

}  // namespace harden::cli
