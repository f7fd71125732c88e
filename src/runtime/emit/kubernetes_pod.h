#pragma once

#include <string>
#include <string_view>

#include "runtime/emit/pod.h"
#include "runtime/emit/yaml.h"
#include "runtime/policy.h"

namespace harden {

// The PodSpec, at the writer's place.
void write_pod_spec(const Policy& policy, const PodPlan& plan,
                    YamlWriter& yaml);

// "512Mi"
std::string quantity(std::uint64_t bytes);

// The container's probes: HEALTHCHECK, or whether the first TCP port answers.
void write_probes(const Policy& policy, const PodPlan& plan, YamlWriter& yaml);

// A word of a command in which the kubelet expands nothing: it takes `$(NAME)`
// for a variable and `$$` for `$`.
std::string expansion_safe(std::string_view text);

// "TCP"
std::string_view kubernetes_protocol(Protocol protocol);

}  // namespace harden
