// `[policy]` and `[daemon]` of harden.toml, and `--set KEY=VALUE`.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/emit/emit.h"
#include "runtime/policy_wishes.h"

namespace harden::cli {

// Throw BadInput with the place of what makes no sense. `file` is only for
// messages.
void read_policy_settings(std::string_view text, const std::string& file,
                          PolicyWishes& wishes);
DaemonSettings read_daemon_settings(std::string_view text,
                                    const std::string& file);

// The keys of `[daemon]`.
std::span<const std::string_view> daemon_keys();

// Each is KEY=VALUE with a value as in harden.toml; quotes around a plain word
// may be left out. Throws UsageError.
void read_policy_options(const std::vector<std::string>& given,
                         PolicyWishes& wishes);

}  // namespace harden::cli
