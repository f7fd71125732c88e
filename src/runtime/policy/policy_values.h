// Values of `[policy]`, each checked where it stands.
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/toml/toml_value.h"
#include "runtime/policy.h"

namespace harden {

// A value of a table, with what messages say about it.
struct PolicyValue {
  std::string key;  // dotted: "limits.memory"
  const toml::node& node;
  const std::string& file;
  Reason reason;

  // Throws BadInput: "`limits.memory` must be EXPECTED".
  [[noreturn]] void refuse(const std::string& expected) const;
  PolicyValue item(const toml::node& inner) const;
  TomlValue toml() const { return {key, node, file}; }

  bool flag() const;
  std::string text() const;
  std::vector<std::string> texts() const;
  std::uint32_t number(std::uint32_t least, std::uint32_t most) const;
  double real(double least, double most) const;
  std::uint64_t size() const;  // "64m", or a number of bytes
  std::uint32_t mode() const;  // "0700"
  std::string path() const;    // absolute and clean
  std::string word() const;    // no blanks, no control characters, no option
  std::string name() const;    // letters, digits, `_`, `.`, `-`
};

// "8080", "8080:80", "0.0.0.0:8080:80/udp", "[::1]:80:80".
PortNeed policy_port(const PolicyValue& value);
Ulimit policy_ulimit(const PolicyValue& value);  // "nofile=1024:2048"
DeviceRate policy_rate(const PolicyValue& value, DeviceRate::What what);
ServingUser policy_user(const PolicyValue& value);  // "10001:10001"
std::string policy_capability(const PolicyValue& value);
WritablePath policy_writable(const PolicyValue& value);
// The keys of its table.
std::span<const std::string_view> policy_writable_keys();

}  // namespace harden
