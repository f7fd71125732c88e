#include "observe/trace/tried_policy.h"

#include <fmt/format.h>

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

}  // namespace harden::trace
