#include "observe/trace/engine_client.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "observe/trace/trace.h"

namespace harden::trace {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

int major_version(const std::string& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::vector<std::string> joined(const std::string& program,
                                std::vector<std::string> words) {
  words.insert(words.begin(), program);
  return words;
}

}  // namespace

EngineClient::EngineClient(std::string program) : program_(std::move(program)) {
  const ProcessResult answer =
      try_command({"version", "--format", "{{.Client.Version}}"}, seconds(30));
  if (answer.status == 127) {
    throw ProcessFailure(fmt::format(
        "`{}` is not installed; give another with ENGINE=…", program_));
  }
  if (answer.status != 0 || answer.timed_out) {
    throw ProcessFailure(fmt::format(
        "no container engine answers `{} version`: {}", program_,
        answer.timed_out ? "it took too long" : last_line(answer.errors)));
  }
  // Newer ones do so by themselves; the older builder lacks RUN --mount.
  const int version = major_version(last_line(answer.output));
  if (version < 23 && std::getenv("DOCKER_BUILDKIT") == nullptr) {
    options_.environment.emplace_back("DOCKER_BUILDKIT", "1");
  }
  options_.environment.emplace_back("BUILDKIT_PROGRESS", "plain");
}

ProcessResult EngineClient::try_command(
    std::vector<std::string> words, std::chrono::milliseconds timeout) const {
  ProcessOptions options = options_;
  options.timeout = timeout;
  return run_process(joined(program_, std::move(words)), options);
}

std::string EngineClient::command(std::vector<std::string> words,
                                  const std::string& purpose,
                                  std::chrono::milliseconds timeout) const {
  ProcessResult result = try_command(std::move(words), timeout);
  if (result.timed_out) throw ProcessFailure(purpose + ": it took too long");
  if (result.status != 0) {
    throw ProcessFailure(purpose + ": " + last_line(result.errors));
  }
  const std::size_t end = result.output.find_last_not_of("\r\n");
  result.output.erase(end == result.output.npos ? 0 : end + 1);
  return result.output;
}

void Leftovers::remove(std::vector<std::string> words,
                       std::vector<std::string>& names) const {
  if (names.empty()) return;
  words.insert(words.begin(), engine_.program());
  words.insert(words.end(), names.begin(), names.end());
  ProcessOptions options;
  options.timeout = minutes(2);
  options.despite_interrupt = true;
  try {
    run_process(words, options);
  } catch (const ProcessFailure&) {
    // Nothing more can be done about them.
  }
  names.clear();
}

void Leftovers::remove_container(const std::string& name) {
  std::vector<std::string> names = {name};
  remove({"rm", "-f", "-v"}, names);
  containers_.erase(std::remove(containers_.begin(), containers_.end(), name),
                    containers_.end());
}

void Leftovers::remove_volumes() { remove({"volume", "rm", "-f"}, volumes_); }

Leftovers::~Leftovers() {
  remove({"rm", "-f", "-v"}, containers_);
  remove_volumes();
  remove({"network", "rm"}, networks_);
  remove({"rmi", "-f"}, images_);
}

}  // namespace harden::trace
