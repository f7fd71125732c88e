// The words of a Policy, which whoever makes one and whoever writes from it
// both need.
#include <fmt/format.h>

#include <algorithm>

#include "base/text/ascii.h"
#include "base/text/enum_words.h"
#include "knowledge/knowledge.h"
#include "runtime/apparmor/apparmor.h"
#include "runtime/policy.h"

namespace harden {

std::string_view to_string(Reason::Source source) {
  static constexpr auto words =
      enum_words<Reason::Source::file, Reason::Source::standard>(
          "file", "knowledge", "config", "option", "standard");
  return words.of(source);
}

std::string_view to_string(StartsAs start) {
  static constexpr auto words =
      enum_words<StartsAs::user, StartsAs::unknown>("user", "root", "unknown");
  return words.of(start);
}

std::string_view to_string(Protocol protocol) {
  static constexpr auto words =
      enum_words<Protocol::tcp, Protocol::sctp>("tcp", "udp", "sctp");
  return words.of(protocol);
}

std::string_view to_string(WritablePath::Kind kind) {
  using Kind = WritablePath::Kind;
  static constexpr auto words =
      enum_words<Kind::tmpfs, Kind::volume>("tmpfs", "volume");
  return words.of(kind);
}

std::string_view to_string(DeviceRate::What what) {
  using What = DeviceRate::What;
  static constexpr auto words = enum_words<What::read_bps, What::write_iops>(
      "read-bps", "write-bps", "read-iops", "write-iops");
  return words.of(what);
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
    name += is_word(c) || c == '.' ? c : '-';
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
         std::ranges::all_of(reasons, by_harden);
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

NetlinkNeed netlink_need(const Policy& policy) {
  const bool administers = std::ranges::any_of(
      policy.capabilities,
      [](const CapabilityNeed& it) { return it.name == "NET_ADMIN"; });
  if (administers) return NetlinkNeed::all;
  const Runtime* runtime = find_runtime(policy.syscall_class.value);
  const bool lists = runtime == nullptr || runtime->lists_interfaces;
  return lists ? NetlinkNeed::interfaces : NetlinkNeed::none;
}

}  // namespace harden
