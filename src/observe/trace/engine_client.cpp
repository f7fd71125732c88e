#include "observe/trace/engine_client.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include "base/libraries/json.h"
#include "base/process/interrupt.h"
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

using nlohmann::json;

std::vector<std::string> strings(const json& object, const char* key) {
  const auto it = object.find(key);
  if (it == object.end() || it->is_null()) return {};
  return it->get<std::vector<std::string>>();
}

// {"CMD", …}, {"CMD-SHELL", "line"} or {"NONE"}.
std::vector<std::string> health_of(const json& config) {
  const auto check = config.find("Healthcheck");
  if (check == config.end() || check->is_null()) return {};
  std::vector<std::string> words = strings(*check, "Test");
  if (words.size() < 2) return {};
  if (words.front() == "CMD-SHELL") {
    std::vector<std::string> shell = strings(config, "Shell");
    if (shell.empty()) shell = {"/bin/sh", "-c"};
    shell.push_back(words[1]);
    return shell;
  }
  words.erase(words.begin());
  return words;
}

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

std::vector<std::string> ImageConfig::argv() const {
  std::vector<std::string> words = entrypoint;
  words.insert(words.end(), command.begin(), command.end());
  return words;
}

ImageConfig read_image_config(std::string_view text) {
  try {
    const json config = json::parse(text);
    return {strings(config, "Entrypoint"), strings(config, "Cmd"),
            health_of(config)};
  } catch (const json::exception&) {
    throw ProcessFailure("the engine's description of the image is not read");
  }
}

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
