#include "observe/trace/trace.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <string>

#include "base/process/interrupt.h"
#include "observe/trace/bench.h"
#include "observe/trace/engine_client.h"
#include "runtime/seccomp/needed_calls.h"

namespace harden::trace {
namespace {

constexpr std::uint32_t enosys = 38;

bool answers_enosys(const SeccompRule& rule) {
  return rule.action == SeccompAction::error && rule.error == enosys &&
         rule.arguments.empty();
}

// What the user wants the program to be asked.
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

// Runs it until it succeeds, since programs take a while to start, but not for
// longer than `patience`. Gives why it did not, or "". It finds in its
// environment:
//
//   HARDEN_URL           of the first port that is published, http://…
//   HARDEN_PORT_<n>      where the container's port n is published
//   HARDEN_CONTAINER     the container's name, for `docker exec` and the like
//   HARDEN_ENGINE        the engine's program
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

}  // namespace

// The method, step by step; read run() first.
using std::chrono::milliseconds;
using std::chrono::seconds;

// A container that runs for so long has started.
constexpr milliseconds settled{500};
// Programs with data start differently the second time, and after a crash.
constexpr milliseconds later_start{2000};
// Of failures that differ, only the first are told.
constexpr std::size_t most_failures = 5;

class TraceRun {
 public:
  explicit TraceRun(const TraceRequest& request)
      : request_(request), bench_(request) {}

  TraceResult run() {
    bench_.build();
    watch();
    result_.profile = request_.profile_for(result_.seen);
    confirm();
    look_for_denials();
    return std::move(result_);
  }

 private:
  void say(const std::string& line) const {
    if (request_.say) request_.say(line);
  }

  // --- without a profile -----------------------------------------------------

  void watch() {
    say("running it under strace");
    const Trial trial = bench_.trial("watched");
    for (const std::string& it : trial.binds) {
      say("note: the program uses " + it + " of this machine as it is");
    }
    const SeccompProfile open = watching_profile(request_.profile_for({}));
    EvidenceReader reader(request_.names);
    watch_first(*run_traced(trial, open, "first"), reader);
    for (const char* log : {"second", "after-crash"}) {
      const auto container = run_traced(trial, open, log);
      container->wait(later_start);
      // So the next start finds what a crash leaves.
      if (log == std::string_view("second")) {
        container->kill();
      } else {
        container->stop();
      }
      bench_.read_log(*container, log, reader);
    }
    result_.seen = reader.evidence();
    say(fmt::format("saw {} different system calls",
                    result_.seen.names.size()));
  }

  std::unique_ptr<Container> run_traced(const Trial& trial,
                                        const SeccompProfile& profile,
                                        const std::string& log) {
    auto container = bench_.run_traced(trial, profile, log);
    if (container->refusal().empty()) return container;
    throw ProcessFailure("the container does not start: " +
                         container->refusal());
  }

  void watch_first(const Container& container, EvidenceReader& reader) {
    const std::string failure =
        run_exercise(request_.exercise, bench_.engine(), container, patience());
    if (!failure.empty()) {
      throw ProcessFailure("the exercise fails already without a profile: " +
                           failure);
    }
    ask_health(container, reader, "health");
    const ContainerState state = container.wait(request_.watch);
    ends_by_itself_ = !state.running;
    own_status_ = state.status;
    if (state.running) container.stop();
    bench_.read_log(container, "first", reader);
  }

  // Health checks are processes of their own, which no strace of the first
  // process sees.
  void ask_health(const Container& container, EvidenceReader& reader,
                  const std::string& log) {
    const auto& health = bench_.config().health;
    if (health.empty() || !container.state().running) return;
    healthy_ =
        container.execute(traced(health, log_path(log), false)).status == 0;
    bench_.read_log(container, log, reader);
  }

  // Programs may be slow to start.
  milliseconds patience() const {
    return std::max(request_.watch, milliseconds(seconds(30)));
  }

  // --- under the profile -----------------------------------------------------

  void confirm() {
    if (request_.starts == 0) return;
    say(fmt::format("starting the image {} times under the profile",
                    request_.starts));
    const Trial trial = bench_.trial("confirmed");
    for (unsigned i = 0; i < request_.starts; ++i) {
      const auto container = bench_.run(trial, result_.profile);
      if (has_started(*container, i == 0)) ++result_.started;
    }
  }

  bool has_started(const Container& container, bool first) {
    if (!container.refusal().empty()) {
      return fail("the engine does not start it: " + container.refusal());
    }
    if (first && !exercise_under_profile(container)) return false;
    const ContainerState state =
        container.wait(ends_by_itself_ ? request_.watch + settled : settled);
    if (state.running) return !ends_by_itself_ || fail("it does not end");
    if (ends_by_itself_ && state.status == own_status_) return true;
    return fail(fmt::format("it ends with status {}: {}", state.status,
                            container.said()));
  }

  bool exercise_under_profile(const Container& container) {
    const std::string failure =
        run_exercise(request_.exercise, bench_.engine(), container, patience());
    if (!failure.empty()) return fail("the exercise fails: " + failure);
    const auto& health = bench_.config().health;
    if (!healthy_ || health.empty()) return true;
    const ProcessResult answer = container.execute(health);
    return answer.status == 0 ||
           fail("the health check fails: " + last_line(answer.errors));
  }

  bool fail(const std::string& line) {
    auto& failures = result_.failures;
    const bool told =
        std::find(failures.begin(), failures.end(), line) != failures.end();
    if (!told && failures.size() < most_failures) failures.push_back(line);
    return false;
  }

  // Once more under strace, but confined: the names that the profile lacks
  // were refused, also those that the program did without.
  void look_for_denials() {
    say("looking for calls that the profile refuses");
    const Trial trial = bench_.trial("denied");
    EvidenceReader reader(request_.names);
    const auto container =
        run_traced(trial, with_tracer(result_.profile), "denied");
    run_exercise(request_.exercise, bench_.engine(), *container, patience());
    ask_health(*container, reader, "denied-health");
    container->wait(std::min(request_.watch, milliseconds(seconds(5))));
    if (container->state().running) container->stop();
    bench_.read_log(*container, "denied", reader);
    result_.denied = denied_of(reader.evidence().names, result_.profile);
  }

  const TraceRequest& request_;
  Bench bench_;
  TraceResult result_;
  bool ends_by_itself_ = false;
  int own_status_ = 0;
  bool healthy_ = false;
};

}  // namespace

std::vector<std::string> denied_of(const std::set<std::string>& seen,
                                   const SeccompProfile& profile) {
  std::set<std::string> named;
  for (const SeccompRule& rule : profile.rules) {
    named.insert(rule.names.begin(), rule.names.end());
  }
  std::vector<std::string> denied;
  for (const std::string& name : seen) {
    if (!named.contains(name)) denied.push_back(name);
  }
  return denied;
}

SeccompProfile watching_profile(const SeccompProfile& like) {
  SeccompProfile profile;
  profile.default_action = SeccompAction::allow;
  profile.default_error = std::nullopt;
  profile.architectures = like.architectures;
  for (const SeccompRule& rule : like.rules) {
    if (!answers_enosys(rule)) continue;
    SeccompRule kept = rule;
    // The container has none of those that might allow it.
    kept.includes = kept.excludes = {};
    profile.rules.push_back(kept);
  }
  return profile;
}

SeccompProfile with_tracer(SeccompProfile profile) {
  SeccompRule rule;
  const auto names = seccomp::set_calls("tracer");
  rule.names.assign(names.begin(), names.end());
  rule.comment = "strace itself";
  profile.rules.push_back(rule);
  return profile;
}

}  // namespace harden::trace

namespace harden {

TraceResult trace_image(const TraceRequest& request) {
  return trace::TraceRun(request).run();
}

}  // namespace harden
