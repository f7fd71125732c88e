// The words of a Policy, which whoever makes one and whoever writes from it
// both need.
#include <fmt/format.h>

#include <algorithm>

#include "runtime/apparmor/apparmor.h"
#include "runtime/policy.h"

namespace harden {

std::string_view to_string(Reason::Source source) {
  switch (source) {
    case Reason::Source::file:
      return "file";
    case Reason::Source::knowledge:
      return "knowledge";
    case Reason::Source::config:
      return "config";
    case Reason::Source::option:
      return "option";
    case Reason::Source::standard:
      break;
  }
  return "standard";
}

std::string_view to_string(StartsAs start) {
  switch (start) {
    case StartsAs::user:
      return "user";
    case StartsAs::root:
      return "root";
    case StartsAs::unknown:
      break;
  }
  return "unknown";
}

std::string_view to_string(Protocol protocol) {
  switch (protocol) {
    case Protocol::udp:
      return "udp";
    case Protocol::sctp:
      return "sctp";
    case Protocol::tcp:
      break;
  }
  return "tcp";
}

std::string_view to_string(WritablePath::Kind kind) {
  return kind == WritablePath::Kind::volume ? "volume" : "tmpfs";
}

std::string_view to_string(DeviceRate::What what) {
  switch (what) {
    case DeviceRate::What::write_bps:
      return "write-bps";
    case DeviceRate::What::read_iops:
      return "read-iops";
    case DeviceRate::What::write_iops:
      return "write-iops";
    case DeviceRate::What::read_bps:
      break;
  }
  return "read-bps";
}

std::string ServingUser::spec() const {
  if (known()) return fmt::format("{}:{}", *uid, *gid);
  if (name.empty() && uid) return std::to_string(*uid);
  return name;
}

// Names of profiles stand in rules, options and on command lines.
std::string apparmor_profile_name(const Policy& policy) {
  std::string name = "harden-";
  for (const char c : policy.name.value) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       (c >= '0' && c <= '9') || c == '_' || c == '.';
    name += plain ? c : '-';
  }
  if (policy.name.value.empty()) name += "app";
  return name.substr(0, 100);
}

bool has_derived_seccomp(const Policy& policy) {
  const auto& reasons = policy.seccomp.reasons;
  const auto by_harden = [](const Reason& it) {
    return it.source == Reason::Source::standard ||
           it.source == Reason::Source::knowledge;
  };
  return !policy.seccomp.value.empty() && !reasons.empty() &&
         std::all_of(reasons.begin(), reasons.end(), by_harden);
}

std::string size_text(std::uint64_t bytes) {
  std::string_view units = "gmk";
  for (std::uint64_t unit = 1U << 30; unit > 1; unit >>= 10) {
    if (bytes != 0 && bytes % unit == 0) {
      return std::to_string(bytes / unit) + units.front();
    }
    units.remove_prefix(1);
  }
  return std::to_string(bytes);
}

std::string cpus_text(std::uint32_t thousandths) {
  std::string text =
      fmt::format("{}.{:03}", thousandths / 1000, thousandths % 1000);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace harden
