// Fields of a service in Compose.
#pragma once

#include <string>
#include <string_view>

#include "runtime/emit/yaml.h"
#include "runtime/policy.h"

namespace harden {

// A text in which Compose puts no variables in for `$`.
std::string compose_literal(std::string_view text);

// Each writes nothing where nothing is set.
class ComposeFields {
 public:
  explicit ComposeFields(YamlWriter& yaml) : yaml_(yaml) {}

  void text(std::string_view key, const Reasoned<std::string>& setting);
  void size(std::string_view key, const Reasoned<std::uint64_t>& setting);
  void number(std::string_view key, const Reasoned<std::uint32_t>& setting);
  void truth(std::string_view key, const Reasoned<bool>& setting);

 private:
  YamlWriter& yaml_;
};

// mem_limit, ulimits, blkio_config and all that cgroups and the kernel count.
void write_compose_limits(const Limits& limits, YamlWriter& yaml);

}  // namespace harden
