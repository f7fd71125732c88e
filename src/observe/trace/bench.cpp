#include "observe/trace/bench.h"

#include <fmt/format.h>

#include <random>

#include "base/files/read_input.h"
#include "base/quote/json_string.h"
#include "base/source/source_file.h"
#include "knowledge/knowledge.h"
#include "runtime/emit/engine_values.h"

namespace harden::trace {
namespace {

void replace_volumes(Trial& trial, const std::string& prefix) {
  for (WritablePath& it : trial.policy.writable) {
    if (it.kind != WritablePath::Kind::volume) continue;
    if (is_bind(it)) {
      trial.binds.push_back(it.volume);
      continue;
    }
    it.volume = fmt::format("{}-{}", prefix, trial.volumes.size());
    trial.volumes.push_back(it.volume);
  }
}

void replace_network(Trial& trial, const std::string& prefix) {
  std::string& network = trial.policy.namespaces.network.value;
  trial.needs_network = network.empty() || is_user_network(network);
  if (trial.needs_network) network = prefix;
}

// As JSON: images may have set another SHELL.
std::string install_command() {
  std::string script;
  for (const std::string_view line : script_section("strace")) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (line[begin] == '#') continue;
    if (!script.empty()) script += ' ';
    script += line.substr(begin);
  }
  return json_list(
      {"/bin/sh", "-c", script, "strace", std::string(tracer_folder)});
}

std::string new_id() {
  std::random_device random;
  return fmt::format("harden-trace-{:08x}", random());
}

void add(std::vector<std::string>& to, const std::vector<std::string>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

}  // namespace

Trial trial_of(Policy policy, const std::string& prefix) {
  Trial trial;
  trial.policy = std::move(policy);
  trial.policy.container_name = {};
  // A container that fails is to be seen failing.
  trial.policy.restart = {};
  // It may not be loaded yet, and need not let strace in.
  trial.policy.apparmor = {};
  // Health checks are asked for, when the time has come.
  trial.policy.health.value = {};
  trial.policy.health.value.none = true;
  for (PortNeed& it : trial.policy.ports) it.host_port = 0;
  replace_volumes(trial, prefix);
  replace_network(trial, prefix);
  return trial;
}

std::vector<std::string> publish_options(const Policy& policy) {
  std::vector<std::string> words;
  if (!has_own_network(policy.namespaces.network.value)) return words;
  for (const PortNeed& it : policy.ports) {
    words.emplace_back("--publish");
    words.push_back(
        fmt::format("127.0.0.1::{}/{}", it.port, to_string(it.protocol)));
  }
  return words;
}

std::string log_path(std::string_view name) {
  return fmt::format("{}/log/{}", tracer_folder, name);
}

std::string tracing_dockerfile(const std::string& image,
                               const std::string& tracer) {
  return fmt::format(
      "FROM {} AS harden-trace-tools\n"
      "USER 0\n"
      "RUN {}\n"
      "FROM {}\n"
      "COPY --from=harden-trace-tools {} {}\n",
      tracer, install_command(), image, tracer_folder, tracer_folder);
}

std::vector<std::string> traced(const std::vector<std::string>& argv,
                                const std::string& log, bool first) {
  const std::string folder(tracer_folder);
  std::vector<std::string> words = {
      folder + "/ld.so", "--library-path", folder + "/lib", folder + "/strace",
      // No arguments are decoded: only names are needed.
      "-f", "-qq", "-e", "raw=all", "-e", "signal=none", "-o", log};
  if (first) words.emplace_back("-D");
  words.emplace_back("--");
  words.insert(words.end(), argv.begin(), argv.end());
  return words;
}

Bench::Bench(const TraceRequest& request)
    : request_(request),
      engine_(request.program),
      leftovers_(engine_),
      id_(new_id()),
      image_(id_ + ":image"),
      traced_image_(id_ + ":traced"),
      log_volume_(id_ + "-log") {}

void Bench::say(const std::string& line) const {
  if (request_.say) request_.say(line);
}

void Bench::build_image(const std::string& tag, const std::string& file,
                        const std::string& context,
                        const std::vector<std::string>& options,
                        const std::string& purpose) {
  leftovers_.image(tag);
  std::vector<std::string> words = {"build", "--tag", tag, "--file", file};
  if (!request_.build_network.empty()) {
    add(words, {"--network", request_.build_network});
  }
  add(words, options);
  words.push_back(context);
  engine_.command(words, purpose, std::chrono::hours(2));
}

void Bench::build() {
  say("building the image as " + image_);
  build_image(image_, request_.dockerfile, request_.context,
              request_.build_options, "the image cannot be built");
  config_ = read_image_config(engine_.command(
      {"image", "inspect", "--format", "{{json .Config}}", image_},
      "the engine does not describe the image"));
  if (config_.argv().empty()) {
    throw ProcessFailure("the image has neither ENTRYPOINT nor CMD");
  }
  say("building its tracing variant with strace of " + request_.tracer);
  const std::string file =
      folder_.write("Dockerfile", tracing_dockerfile(image_, request_.tracer));
  build_image(traced_image_, file, folder_.path(), {},
              "strace cannot be added; name an image that has it, or where "
              "packages can be installed, with --tracer");
}

Trial Bench::trial(const std::string& name) {
  Trial result = trial_of(request_.policy, id_ + "-" + name);
  for (const std::string& it : result.volumes) leftovers_.volume(it);
  if (result.needs_network) {
    result.policy.namespaces.network.value = id_;
    if (!has_network_) {
      leftovers_.network(id_);
      engine_.command({"network", "create", id_},
                      "no network can be made for the container");
      has_network_ = true;
    }
  }
  return result;
}

std::vector<std::string> Bench::options(const Trial& trial,
                                        const SeccompProfile& profile) {
  Policy policy = trial.policy;
  policy.seccomp.value =
      folder_.write(fmt::format("seccomp-{}.json", containers_),
                    seccomp_engine_json(profile));
  std::vector<std::string> words = run_arguments(policy, request_.engine);
  add(words, publish_options(policy));
  return words;
}

std::unique_ptr<Container> Bench::start(const std::vector<std::string>& words) {
  return std::make_unique<Container>(
      engine_, leftovers_, fmt::format("{}-{}", id_, containers_++), words);
}

std::unique_ptr<Container> Bench::run(const Trial& trial,
                                      const SeccompProfile& profile) {
  std::vector<std::string> words = options(trial, profile);
  words.push_back(image_);
  return start(words);
}

std::unique_ptr<Container> Bench::run_traced(const Trial& trial,
                                             const SeccompProfile& profile,
                                             const std::string& log) {
  std::vector<std::string> words = options(trial, profile);
  leftovers_.volume(log_volume_);
  add(words, {"--mount", fmt::format("type=volume,source={},target={}/log",
                                     log_volume_, tracer_folder)});
  // Root without capabilities may not look into processes that stepped down.
  if (trial.policy.start.value == StartsAs::root) {
    add(words, {"--cap-add", "SYS_PTRACE"});
  }
  const auto argv = traced(config_.argv(), log_path(log), true);
  add(words, {"--entrypoint", argv.front(), traced_image_});
  words.insert(words.end(), argv.begin() + 1, argv.end());
  return start(words);
}

void Bench::read_log(const Container& container, const std::string& log,
                     EvidenceReader& reader) const {
  const std::string file = folder_.file(log);
  container.copy(log_path(log), file);
  try {
    reader.begin("the log of strace");
    read_blocks(file, "a log",
                [&](std::string_view block) { reader.feed(block); });
    reader.end();
  } catch (const BadInput& error) {
    throw ProcessFailure(fmt::format("{}; the container said: {}", error.what(),
                                     container.said()));
  }
}

}  // namespace harden::trace
