#include "cli/commands/trace_command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "base/files/read_input.h"
#include "base/process/interrupt.h"
#include "base/quote/visible_text.h"
#include "base/source/source_file.h"
#include "base/text/enum_words.h"
#include "base/text/word_lists.h"
#include "cli/commands/evidence_files.h"
#include "cli/commands/hardened_file.h"
#include "cli/commands/tracer_base.h"
#include "cli/config/settings.h"
#include "cli/output/build_files.h"
#include "cli/output/console.h"
#include "cli/output/write_log.h"
#include "observe/trace/trace.h"

namespace harden::cli {
namespace {

// As run.sh takes it.
std::string engine_program(Engine engine) {
  const char* const given = std::getenv("ENGINE");
  if (given != nullptr && *given != '\0') return given;
  return engine == Engine::podman ? "podman" : "docker";
}

std::vector<std::string> build_options(const TraceArguments& arguments) {
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
std::string tracer_of(const TraceArguments& arguments, const Hardened& result) {
  if (!arguments.tracer.empty()) return arguments.tracer;
  return tracer_base(result.final.evaluation());
}

// Lines of a trace, with what the container said, on a terminal.
void say(const TraceArguments& arguments, const std::string& line) {
  if (!arguments.quiet) print_error(visible(line) + "\n");
}

SeccompRequest request_of(const TraceArguments& arguments,
                          const SyscallEvidence& seen) {
  SeccompRequest request;
  request.seen = seen.names;
  request.margin = arguments.margin;
  request.compat32 = seen.compat32;
  return request;
}

TraceRequest make_request(const TraceArguments& arguments,
                          const Hardened& result, const Policy& policy,
                          const BuildFiles& files) {
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

// What the engine's default refuses, too, is not a fault of this profile.
void set_apart_left_out(const std::vector<std::string>& left_out,
                        std::vector<std::string>& denied) {
  std::erase_if(denied,
                [&](const std::string& it) { return is_one_of(it, left_out); });
}

int report(const TraceArguments& arguments, const Policy& policy,
           TraceResult& traced) {
  for (const std::string& it : evidence_notes(traced.seen)) {
    say(arguments, "note: " + it);
  }
  const auto left_out =
      seccomp_left_out(policy, request_of(arguments, traced.seen));
  if (!left_out.empty()) say(arguments, "note: " + left_out_note(left_out));
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

int trace_file(const TraceArguments& arguments, const std::string& file) {
  const HardenedFile hardened(arguments, file);
  const Hardened& result = hardened.result();
  const Policy policy = hardened.policy();
  if (!policy.unsafe_because.empty()) {
    throw BadInput(file, "is not run: " + policy.unsafe_because);
  }
  // From here on there is something to take away again.
  const InterruptGuard guard;
  const BuildFiles files(arguments, file, result);
  TraceResult traced =
      trace_image(make_request(arguments, result, policy, files));
  write_result(arguments, seccomp_engine_json(traced.profile));
  if (!arguments.writes_to_stdout()) {
    say(arguments, "wrote " + arguments.output);
  }
  return report(arguments, policy, traced);
}

std::chrono::milliseconds duration(const std::string& value) {
  static constexpr auto units = word_table<std::int64_t>(
      {{"ms", 1}, {"s", 1000}, {"", 1000}, {"m", 60'000}, {"h", 3'600'000}});
  constexpr std::int64_t longest = std::int64_t{24} * 3'600'000;
  std::int64_t count = -1;
  const auto* end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, count);
  const auto unit = units.find({read.ptr, end});
  if (read.ec == std::errc() && unit && count >= 0 &&
      count <= longest / *unit) {
    return std::chrono::milliseconds(count * *unit);
  }
  throw UsageError(fmt::format(
      "`--for` takes a time up to a day, such as 30s, 5m or 500ms, not `{}`",
      value));
}

}  // namespace

const CommandHelp TraceArguments::help = {
    "harden trace", "harden trace DOCKERFILE [OPTIONS]",
    "Builds the hardened image, runs it under strace with its own settings,\n"
    "writes the seccomp profile that follows, and starts the image under it.",
    R"(Examples:
  harden trace Dockerfile -o seccomp.json
  harden trace Dockerfile --exercise ./smoke-test.sh -o seccomp.json
  harden trace Dockerfile --exercise 'curl -fsS $HARDEN_URL/' --for 2m
  DOCKER_HOST=ssh://build harden trace Dockerfile --tracer corp/debian:12

The exercise is a file to execute or a line for /bin/sh, run until it succeeds.
It should reach all that the program can do: what it does not reach is refused
later. In its environment: HARDEN_URL (http:// and the first port as it is
published here), HARDEN_PORT_<n> for each port, HARDEN_CONTAINER, HARDEN_ENGINE.

Data, names and ports of a container in use are left alone: volumes, network
and published ports are others, and all is removed again. Folders of the host
that the policy mounts are used as they are. ENGINE=/usr/bin/docker names the
engine's program.

Exit status:
  0  written, and nothing was refused
  1  written, but the image does not start each time under the profile, the
     exercise fails there, or calls were refused
  2  nothing written: no engine, the image does not build or run, bad input or
     wrong usage)"};

void TraceArguments::declare(OptionSet& options) {
  options.positionals("DOCKERFILE", files, "The file");
  declare_output(options);
  options.text("--exercise", exercise, "CMD|SCRIPT",
               "Asks the program for all that it can do");
  options.value(
      "--for", [this](const std::string& time) { watch = duration(time); },
      "TIME", "How long it is watched besides (30s)");
  options.number("--starts", starts, 0, 10'000, "N",
                 "How often it is started under the profile (20)");
  options.choice("--margin", margin, seccomp_margins, "none|family",
                 "Also what a libc may call instead (none)");
  options.choice("--engine", engine, engines, "ENGINE",
                 "docker (default) or podman");
  options.text("--tracer", tracer, "IMAGE",
               "Where strace is taken from or installed");
  options.text("--build-network", build_network, "NETWORK",
               "Network of build steps, as for docker build");
  declare_hardening(options);
  declare_terminal(options);
}

int run(const TraceArguments& arguments) {
  require_one_file(arguments.files, "trace");
  return trace_file(arguments, arguments.files.front());
}

}  // namespace harden::cli
