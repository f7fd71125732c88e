// The table `rootfs` of harden.toml:
//
//   [rootfs]
//   mode = "scratch"            # as --rootfs
//   artifact = "/usr/bin/api"
//   keep = ["/usr/share/fonts"]
//   keep_shell = true
//   drop_healthcheck = true
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "findings/options.h"

namespace harden::cli {

// Throws BadInput with the place of the mistake. `file` is only for messages.
void read_rootfs_settings(std::string_view text, const std::string& file,
                          Options& options);

std::span<const std::string_view> rootfs_keys();

}  // namespace harden::cli
