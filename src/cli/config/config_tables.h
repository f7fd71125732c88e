// `[daemon]`, `[policy]` and `[rootfs]` of harden.toml, and `--set KEY=VALUE`.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

#include "cli/config/config_file.h"
#include "findings/options.h"
#include "runtime/emit/emit.h"

namespace harden::cli {

// Throw BadInput with the place of what makes no sense.
DaemonSettings read_daemon_settings(const ConfigFile& file);
void read_policy_settings(const ConfigFile& file, PolicyWishes& wishes);
// [build]: what builds the image.
void read_build_settings(const ConfigFile& file, Options& options);
void read_rootfs_settings(const ConfigFile& file, Options& options);

std::vector<std::string_view> daemon_keys();
std::vector<std::string_view> build_keys();
std::vector<std::string_view> rootfs_keys();

// Each is KEY=VALUE with a value as in harden.toml; quotes around a plain word
// may be left out. Throws UsageError.
void read_policy_options(const std::vector<std::string>& given,
                         PolicyWishes& wishes);
// One of them as a table.
toml::table parse_policy_option(const std::string& given);

}  // namespace harden::cli
