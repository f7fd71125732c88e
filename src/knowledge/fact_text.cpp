#include "knowledge/fact_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <vector>

namespace harden::knowledge {

std::optional<Version> leading_version(std::string_view tag,
                                       std::uint32_t rest_of_parts) {
  if (tag.starts_with('v')) tag.remove_prefix(1);
  Version version;
  version.fill(rest_of_parts);
  for (std::size_t part = 0; part < version.size(); ++part) {
    const char* const end = tag.data() + tag.size();
    const auto [rest, error] = std::from_chars(tag.data(), end, version[part]);
    if (error != std::errc()) {
      if (part == 0) return std::nullopt;
      break;
    }
    tag.remove_prefix(static_cast<std::size_t>(rest - tag.data()));
    if (!tag.starts_with('.')) break;
    tag.remove_prefix(1);
  }
  return version;
}

std::optional<VersionRange> parse_version_range(std::string_view text) {
  VersionRange range;
  if (text.starts_with(">=")) {
    text.remove_prefix(2);
  } else if (text.starts_with('<')) {
    text.remove_prefix(1);
    range.below = true;
  } else {
    return std::nullopt;
  }
  if (text.empty() ||
      text.find_first_not_of("0123456789.") != std::string_view::npos) {
    return std::nullopt;
  }
  const std::optional<Version> bound = leading_version(text);
  if (!bound) return std::nullopt;
  range.bound = *bound;
  return range;
}

bool contains(const VersionRange& range, const Version& version) {
  return (version < range.bound) == range.below;
}

namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::optional<std::uint32_t> parse_number(std::string_view text) {
  std::uint32_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || rest != end) return std::nullopt;
  return number;
}

// The largest id is what chown and setuid take for "leave as it is".
std::optional<std::uint32_t> parse_id(std::string_view text) {
  const std::optional<std::uint32_t> id = parse_number(text);
  return id && *id < 0xFFFFFFFF ? id : std::nullopt;
}

bool is_name(std::string_view text) {
  return !text.empty() &&
         text.find_first_of(" \t\r\n:,/\"'$\\") == std::string_view::npos;
}

}  // namespace

std::optional<Account> parse_account(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, ':');
  if (parts.size() < 3 || parts.size() > 5 || !is_name(parts[0])) {
    return std::nullopt;
  }
  const auto uid = parse_id(parts[1]);
  const auto gid = parse_id(parts[2]);
  if (!uid || !gid) return std::nullopt;
  Account account{std::string(parts[0]), *uid, *gid, ""};
  if (parts.size() > 3) account.home = parts[3];
  if (!account.home.empty() && account.home[0] != '/') return std::nullopt;
  if (parts.size() < 5) return account;
  for (const std::string_view group : split(parts[4], ',')) {
    if (!is_name(group)) return std::nullopt;
    account.groups.emplace_back(group);
  }
  return account;
}

std::optional<Group> parse_group(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, ':');
  if (parts.size() != 2 || !is_name(parts[0])) return std::nullopt;
  const auto gid = parse_id(parts[1]);
  if (!gid) return std::nullopt;
  return Group{std::string(parts[0]), *gid};
}

std::optional<WrittenPath> parse_written_path(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, ' ');
  if (!parts[0].starts_with('/') && !parts[0].starts_with("./")) {
    return std::nullopt;
  }
  WrittenPath result{std::string(parts[0])};
  for (const std::string_view mark :
       std::vector(parts.begin() + 1, parts.end())) {
    bool& flag = mark == "volume" ? result.volume : result.seeded;
    if ((mark != "volume" && mark != "seeded") || flag) return std::nullopt;
    flag = true;
  }
  return result;
}

std::optional<std::string> parse_port(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '/');
  const auto number = parse_number(parts[0]);
  if (!number || *number == 0 || *number > 65535) return std::nullopt;
  if (parts.size() == 1) return std::string(text) + "/tcp";
  constexpr std::array<std::string_view, 3> kProtocols = {"tcp", "udp", "sctp"};
  if (parts.size() != 2 || std::ranges::count(kProtocols, parts[1]) == 0) {
    return std::nullopt;
  }
  return std::string(text);
}

std::optional<std::uint64_t> parse_size(std::string_view text) {
  if (text.size() > 1 && (text.back() == 'b' || text.back() == 'B')) {
    text.remove_suffix(1);
  }
  constexpr std::string_view units = "kmgt";
  std::size_t unit = std::string_view::npos;
  if (!text.empty()) {
    unit = units.find(static_cast<char>(text.back() | 0x20));
    if (unit != std::string_view::npos) text.remove_suffix(1);
  }
  const auto number = parse_number(text);
  if (!number) return std::nullopt;
  if (unit == std::string_view::npos) return *number;
  return std::uint64_t{*number} << (10 * (unit + 1));
}

std::optional<Family> parse_family(std::string_view name) {
  const auto found = std::ranges::find(kFamilyNames, name);
  if (found == std::end(kFamilyNames)) return std::nullopt;
  return static_cast<Family>(found - std::begin(kFamilyNames));
}

}  // namespace harden::knowledge

namespace harden {

std::string_view to_string(Family family) {
  return knowledge::kFamilyNames[static_cast<std::size_t>(family)];
}

}  // namespace harden
