#pragma once

#include "runtime/emit/pod.h"
#include "runtime/emit/yaml.h"
#include "runtime/policy.h"

namespace harden {

// The PodSpec, at the writer's place.
void write_pod_spec(const Policy& policy, const PodPlan& plan,
                    YamlWriter& yaml);

// "512Mi"
std::string quantity(std::uint64_t bytes);

}  // namespace harden
