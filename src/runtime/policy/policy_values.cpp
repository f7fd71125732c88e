#include "runtime/policy/policy_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text/ascii.h"
#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "knowledge/capability_names.h"
#include "knowledge/fact_text.h"
#include "runtime/policy/selinux_values.h"

namespace harden {
namespace {

template <typename T>
std::optional<T> whole_number(std::string_view text, int base = 10) {
  T value = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value, base);
  if (text.empty() || error != std::errc() || rest != end) return std::nullopt;
  return value;
}

bool is_without_blanks(std::string_view text) {
  return std::ranges::none_of(text, [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
  });
}

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= 200 && is_alnum(text.front()) &&
         std::ranges::all_of(
             text, [](char c) { return is_word(c) || c == '.' || c == '-'; });
}

// Up to the last `separator`, and behind it; all of it behind when there is
// none.
std::pair<std::string_view, std::string_view> split_last(std::string_view text,
                                                         char separator) {
  const std::size_t at = text.rfind(separator);
  if (at == std::string_view::npos) return {{}, text};
  return {text.substr(0, at), text.substr(at + 1)};
}

}  // namespace

void PolicyValue::refuse(const std::string& expected) const {
  toml().refuse(expected);
}

PolicyValue PolicyValue::item(const toml::node& inner) const {
  return {key, inner, file, reason};
}

bool PolicyValue::flag() const { return toml().flag(); }

std::string PolicyValue::text() const {
  std::string value = toml().text();
  const bool control = std::ranges::any_of(value, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  if (control) refuse("a string without control characters");
  return value;
}

std::vector<std::string> PolicyValue::texts() const {
  std::vector<std::string> result;
  for (const TomlValue& it : toml().items("a list of strings")) {
    result.push_back(item(it.node).text());
  }
  return result;
}

std::uint32_t PolicyValue::number(std::uint32_t least,
                                  std::uint32_t most) const {
  const auto value = node.value_exact<std::int64_t>();
  if (!value || *value < least || *value > most) {
    refuse("a number from " + std::to_string(least) + " to " +
           std::to_string(most));
  }
  return static_cast<std::uint32_t>(*value);
}

double PolicyValue::real(double least, double most) const {
  const auto value = node.value<double>();
  if (!value || !(*value >= least && *value <= most)) {
    refuse("a number such as 0.5 or 2");
  }
  return *value;
}

std::uint64_t PolicyValue::size() const {
  if (const auto bytes = node.value_exact<std::int64_t>();
      bytes && *bytes >= 0) {
    return static_cast<std::uint64_t>(*bytes);
  }
  const auto written = node.value_exact<std::string>();
  const auto bytes = written ? knowledge::parse_size(*written) : std::nullopt;
  if (!bytes) refuse("a size such as \"64m\" or \"1g\"");
  return *bytes;
}

std::uint32_t PolicyValue::mode() const {
  const auto bits = whole_number<std::uint32_t>(text(), 8);
  if (!bits || *bits > 07777) refuse("an octal mode such as \"0700\"");
  return *bits;
}

std::string PolicyValue::path() const {
  const std::string written = text();
  if (!written.starts_with('/') || written.find(',') != std::string::npos ||
      written.find(':') != std::string::npos) {
    refuse("an absolute path in the image, without `,` and `:`");
  }
  return absolute_path("/", written);
}

std::string PolicyValue::word() const {
  std::string written = text();
  if (written.empty() || !is_without_blanks(written) ||
      written.front() == '-') {
    refuse("one word that begins with no `-`");
  }
  return written;
}

std::string PolicyValue::name() const {
  std::string written = text();
  if (!is_name(written)) {
    refuse("a name of letters, digits, `_`, `.` and `-`");
  }
  return written;
}

PortNeed policy_port(const PolicyValue& value) {
  const std::string written = value.word();
  const std::string expected =
      "a port such as \"80\", \"8080:80\", \"0.0.0.0:53:53/udp\"";
  PortNeed result;
  result.reasons.push_back(value.reason);
  std::string_view rest = written;
  if (const std::size_t slash = rest.rfind('/'); slash != rest.npos) {
    const std::string_view kind = rest.substr(slash + 1);
    if (kind != "tcp" && kind != "udp" && kind != "sctp") {
      value.refuse(expected);
    }
    if (kind == "udp") result.protocol = Protocol::udp;
    if (kind == "sctp") result.protocol = Protocol::sctp;
    rest = rest.substr(0, slash);
  }
  const auto [before, inside] = split_last(rest, ':');
  const auto port = whole_number<std::uint16_t>(inside);
  if (!port || *port == 0) value.refuse(expected);
  result.port = result.host_port = *port;
  if (before.empty()) return result;
  const auto [address, outside] = split_last(before, ':');
  const auto host = whole_number<std::uint16_t>(outside);
  if (!host) value.refuse(expected);
  result.host_port = *host;
  if (!address.empty()) result.host_address = address;
  return result;
}

Ulimit policy_ulimit(const PolicyValue& value) {
  const std::string written = value.word();
  const std::size_t equals = std::min(written.find('='), written.size());
  const std::string_view numbers =
      std::string_view(written).substr(std::min(equals + 1, written.size()));
  const std::size_t colon = std::min(numbers.find(':'), numbers.size());
  const auto soft = whole_number<std::int64_t>(numbers.substr(0, colon));
  const auto hard = colon == numbers.size()
                        ? soft
                        : whole_number<std::int64_t>(numbers.substr(colon + 1));
  if (equals == 0 || !soft || !hard || *hard < *soft) {
    value.refuse("a limit such as \"nofile=1024:2048\"");
  }
  return {written.substr(0, equals), *soft, *hard};
}

DeviceRate policy_rate(const PolicyValue& value, DeviceRate::What what) {
  const std::string written = value.word();
  const auto [device, rate] = split_last(written, ':');
  const bool bytes =
      what == DeviceRate::What::read_bps || what == DeviceRate::What::write_bps;
  const auto amount =
      bytes ? knowledge::parse_size(rate) : whole_number<std::uint64_t>(rate);
  if (!device.starts_with("/dev/") || !amount) {
    value.refuse(bytes ? "a rate such as \"/dev/sda:1mb\""
                       : "a rate such as \"/dev/sda:1000\"");
  }
  return {what, std::string(device), *amount};
}

ServingUser policy_user(const PolicyValue& value) {
  const std::string written = value.word();
  const std::size_t colon = std::min(written.find(':'), written.size());
  const auto uid =
      whole_number<std::uint32_t>(std::string_view(written).substr(0, colon));
  const auto gid = whole_number<std::uint32_t>(
      std::string_view(written).substr(std::min(colon + 1, written.size())));
  if (!uid || !gid) value.refuse("numbers such as \"10001:10001\"");
  if (*uid == 0) value.refuse("another user than root");
  ServingUser result;
  result.uid = uid;
  result.gid = gid;
  return result;
}

std::string policy_capability(const PolicyValue& value) {
  const std::string name = value.word();
  if (const auto found = find_capability(name)) return std::string(*found);
  if (equals_ignoring_case(name, "ALL")) {
    value.refuse("single capabilities; `ALL` confines nothing");
  }
  value.refuse("a list of capabilities; nobody knows `" + name + "`" +
               did_you_mean(closest_capability(name), ", "));
}

constexpr std::array<std::string_view, 8> writable_keys = {
    "exec", "kind", "mode", "path", "relabel", "seeded", "size", "volume"};

std::span<const std::string_view> policy_writable_keys() {
  return writable_keys;
}

WritablePath policy_writable(const PolicyValue& value) {
  WritablePath result;
  result.size = std::uint64_t{64} << 20;
  result.mode = 0700;
  result.reasons.push_back(value.reason);
  if (value.node.is_string()) {
    result.path = value.path();
    return result;
  }
  const toml::table* table = value.node.as_table();
  if (table == nullptr) value.refuse("a list of paths or tables");
  for (const auto& [key, node] : *table) {
    const PolicyValue item{value.key + "." + std::string(key.str()), node,
                           value.file, value.reason};
    if (key.str() == "path") {
      result.path = item.path();
    } else if (key.str() == "size") {
      result.size = item.size();
    } else if (key.str() == "mode") {
      result.mode = item.mode();
    } else if (key.str() == "exec") {
      result.exec = item.flag();
    } else if (key.str() == "seeded") {
      result.seeded = item.flag();
    } else if (key.str() == "relabel") {
      result.relabel = policy_relabel(item);
    } else if (key.str() == "volume") {
      result.volume = item.word();
      result.kind = WritablePath::Kind::volume;
    } else if (key.str() == "kind") {
      const std::string kind = item.word();
      if (kind != "tmpfs" && kind != "volume") item.refuse("tmpfs or volume");
      if (kind == "volume") result.kind = WritablePath::Kind::volume;
    } else {
      refuse_key(key, writable_keys, value.file);
    }
  }
  if (result.path.empty()) value.refuse("a list of tables with a `path`");
  check_relabelled(value, result);
  return result;
}

}  // namespace harden
