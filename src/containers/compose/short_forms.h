// Settings that are written as one word, the same way in Compose files and on
// command lines.
#pragma once

#include <string>
#include <string_view>

#include "containers/container_settings.h"

namespace harden::containers {

// `SOURCE:TARGET:OPTIONS`, `SOURCE:TARGET`, `TARGET`; also with a Windows path
// in front.
MountSetting parse_volume(std::string_view text, Span span);
// `TARGET:OPTIONS`
MountSetting parse_tmpfs(std::string_view text, Span span);
// `type=bind,source=…,target=…,readonly`
MountSetting parse_mount(std::string_view text, Span span);
// What kind of mount a source makes: paths are bound, other words are names.
MountSetting::Kind kind_of_source(std::string_view source);

// `ADDRESS:HOST:CONTAINER/PROTOCOL`, of which only the third is needed.
PublishedPort parse_port(std::string_view text, Span span);

// `KEY=VALUE`, or with the older `:`, of `security_opt`.
void add_security_option(const PlacedText& option, ContainerSettings& out);

// "cap_net_admin" is NET_ADMIN.
std::string capability_name(std::string_view text);

}  // namespace harden::containers
