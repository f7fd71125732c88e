#include "observe/trace/exercise.h"

#include <fmt/format.h>
#include <unistd.h>

#include "base/process/interrupt.h"
#include "observe/trace/trace.h"

namespace harden::trace {
namespace {

using Clock = std::chrono::steady_clock;

// The user's own words, which the user's shell reads.
std::vector<std::string> argv_of(const std::string& exercise) {
  if (access(exercise.c_str(), X_OK) != 0) return {"/bin/sh", "-c", exercise};
  const bool is_path = exercise.find('/') != exercise.npos;
  return {is_path ? exercise : "./" + exercise};
}

ProcessOptions options_for(const EngineClient& engine,
                           const Container& container) {
  ProcessOptions options;
  options.timeout = std::chrono::minutes(10);
  auto& variables = options.environment;
  variables.emplace_back("HARDEN_CONTAINER", container.name());
  variables.emplace_back("HARDEN_ENGINE", engine.program());
  const auto ports = container.ports();
  for (const auto& [inside, outside] : ports) {
    variables.emplace_back(fmt::format("HARDEN_PORT_{}", inside),
                           std::to_string(outside));
  }
  if (!ports.empty()) {
    variables.emplace_back("HARDEN_URL", fmt::format("http://127.0.0.1:{}",
                                                     ports.begin()->second));
  }
  return options;
}

std::string failure_of(const ProcessResult& result) {
  if (result.timed_out) return "it takes over ten minutes";
  const std::string said =
      last_line(result.errors.empty() ? result.output : result.errors);
  return fmt::format("status {}{}{}", result.status, said.empty() ? "" : ": ",
                     said);
}

}  // namespace

std::string run_exercise(const std::string& exercise,
                         const EngineClient& engine, const Container& container,
                         std::chrono::milliseconds patience) {
  if (exercise.empty()) return {};
  const auto end = Clock::now() + patience;
  for (;;) {
    const ProcessResult result =
        run_process(argv_of(exercise), options_for(engine, container));
    if (result.status == 0) return {};
    if (Clock::now() >= end || result.timed_out) return failure_of(result);
    const ContainerState state = container.state();
    if (!state.running) {
      return fmt::format("the program has ended with status {}: {}",
                         state.status, container.said());
    }
    wait_for(std::chrono::milliseconds(500));
  }
}

}  // namespace harden::trace
