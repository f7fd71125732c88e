// The keys of a `[bases."NAME"]` table.
#pragma once

#include <toml++/toml.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/base_image.h"

namespace harden::cli {

using BaseFact = std::function<void(BaseImage&)>;

std::vector<std::string_view> base_keys();

// What a key with its value changes in the facts. Throws BadInput when the key
// is unknown or the value not of its kind.
BaseFact read_fact(const toml::key& key, const toml::node& value,
                   const std::string& file);

}  // namespace harden::cli
