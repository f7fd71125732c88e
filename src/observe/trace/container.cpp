#include "observe/trace/container.h"

#include <charconv>
#include <string_view>

#include "base/process/interrupt.h"
#include "observe/trace/trace.h"

namespace harden::trace {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using Clock = std::chrono::steady_clock;

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::vector<std::string> run_words(const std::string& name,
                                   const std::vector<std::string>& words) {
  std::vector<std::string> all = {"run", "--detach", "--name", name};
  all.insert(all.end(), words.begin(), words.end());
  return all;
}

}  // namespace

Container::Container(const EngineClient& engine, Leftovers& leftovers,
                     std::string name, const std::vector<std::string>& words)
    : engine_(engine), leftovers_(leftovers), name_(std::move(name)) {
  leftovers_.container(name_);
  const ProcessResult result =
      engine_.try_command(run_words(name_, words), minutes(2));
  if (result.timed_out) {
    refusal_ = "the engine does not start it within two minutes";
  } else if (result.status != 0) {
    refusal_ = last_line(result.errors);
    // The client's advice comes last.
    if (refusal_.starts_with("See ")) {
      refusal_ =
          last_line(result.errors.substr(0, result.errors.rfind(refusal_)));
    }
    if (refusal_.empty()) refusal_ = "the engine does not say why";
  }
}

Container::~Container() { leftovers_.remove_container(name_); }

ContainerState Container::state() const {
  const std::string text =
      engine_.command({"inspect", "--type", "container", "--format",
                       "{{.State.Running}} {{.State.ExitCode}}", name_},
                      "the engine does not tell a container's state");
  return {text.starts_with("true"), number(text.substr(text.find(' ') + 1))};
}

ContainerState Container::wait(milliseconds time) const {
  const auto end = Clock::now() + time;
  for (;;) {
    const ContainerState now = state();
    if (!now.running || Clock::now() >= end) return now;
    wait_for(
        std::min(milliseconds(250), std::chrono::duration_cast<milliseconds>(
                                        end - Clock::now() + milliseconds(1))));
  }
}

void Container::stop() const {
  engine_.command({"stop", "--time", "20", name_},
                  "the container cannot be stopped");
}

// It may have ended in the meantime.
void Container::kill() const {
  engine_.try_command({"kill", name_}, seconds(30));
}

// "80/tcp -> 127.0.0.1:49153"
std::map<int, int> Container::ports() const {
  std::map<int, int> result;
  const ProcessResult listed =
      engine_.try_command({"port", name_}, seconds(30));
  std::string_view rest = listed.output;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const std::size_t colon = line.rfind(':');
    if (colon == line.npos) continue;
    result.emplace(number(line), number(line.substr(colon + 1)));
  }
  return result;
}

ProcessResult Container::execute(const std::vector<std::string>& argv) const {
  std::vector<std::string> words = {"exec", name_};
  words.insert(words.end(), argv.begin(), argv.end());
  return engine_.try_command(words, minutes(1));
}

std::string Container::said() const {
  const ProcessResult log =
      engine_.try_command({"logs", "--tail", "5", name_}, seconds(30));
  const std::string error = last_line(log.errors);
  return error.empty() ? last_line(log.output) : error;
}

void Container::copy(const std::string& path, const std::string& to) const {
  engine_.command({"cp", name_ + ":" + path, to},
                  "strace left no log: " + said(), minutes(10));
}

}  // namespace harden::trace
