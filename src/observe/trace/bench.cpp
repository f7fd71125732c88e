#include "observe/trace/bench.h"

#include <fmt/format.h>

#include <random>

#include "base/files/read_input.h"
#include "base/source/bad_input.h"
#include "observe/trace/tracer_image.h"

namespace harden::trace {
namespace {

std::string new_id() {
  std::random_device random;
  return fmt::format("harden-trace-{:08x}", random());
}

void add(std::vector<std::string>& to, const std::vector<std::string>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

}  // namespace

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

std::unique_ptr<Container> Bench::start(std::vector<std::string> words) {
  return std::make_unique<Container>(
      engine_, leftovers_, fmt::format("{}-{}", id_, containers_++), words);
}

std::unique_ptr<Container> Bench::run(const Trial& trial,
                                      const SeccompProfile& profile) {
  std::vector<std::string> words = options(trial, profile);
  words.push_back(image_);
  return start(std::move(words));
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
  return start(std::move(words));
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
