// Facts in the short spelling that templates/base_images.json and harden.toml
// share: an account as in /etc/passwd, a path with its marks.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "knowledge/base_image.h"

namespace harden::knowledge {

// Versions as tags spell them: "3.12-slim", "v1.18.0", "8".
using Version = std::array<std::uint32_t, 3>;

// The number that a tag begins with; nullopt when it begins with a word.
// Parts that it leaves out are `rest`.
std::optional<Version> leading_version(std::string_view tag,
                                       std::uint32_t rest = 0);

struct VersionRange {
  bool below = false;  // `<bound`; otherwise `>=bound`
  Version bound = {};
};
// ">=8", "<2.4"; nullopt when it is neither.
std::optional<VersionRange> parse_version_range(std::string_view text);

bool contains(const VersionRange& range, const Version& version);

// "NAME:UID:GID[:HOME[:GROUP,GROUP…]]".
std::optional<Account> parse_account(std::string_view text);
// "NAME:GID".
std::optional<Group> parse_group(std::string_view text);
// "/path", "/path volume", "/path volume seeded"; "./log" is below WORKDIR.
std::optional<WrittenPath> parse_written_path(std::string_view text);
// "80", "53/udp"; gives "80/tcp", "53/udp".
std::optional<std::string> parse_port(std::string_view text);
// "256m", "1g", "64k", "4096": bytes, with binary units as engines read them;
// "b" behind them is allowed ("1gb").
std::optional<std::uint64_t> parse_size(std::string_view text);
std::optional<Family> parse_family(std::string_view name);

// Family names in the order of the enum, for messages.
inline constexpr std::string_view kFamilyNames[] = {
    "unknown", "alpine",     "amazonlinux", "arch",    "azurelinux", "busybox",
    "debian",  "distroless", "redhat",      "scratch", "suse",       "windows"};

}  // namespace harden::knowledge
