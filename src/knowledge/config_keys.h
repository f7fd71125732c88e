// The keys of a `[bases."NAME"]` table.
#pragma once

#include <toml++/toml.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/base_image.h"

namespace harden::knowledge {

using Setter = std::function<void(BaseImage&)>;

std::vector<std::string_view> base_keys();

// What a key with its value changes in the facts. Throws BadInput when the key
// is unknown or the value not of its kind.
Setter read_fact(const toml::key& key, const toml::node& value,
                 const std::string& file);
std::string read_text(std::string_view key, const toml::node& value,
                      const std::string& file);

// Throws BadInput with the place of the key, and the one that was meant.
[[noreturn]] void refuse_key(const toml::key& key,
                             std::span<const std::string_view> known,
                             const std::string& file);

// Throws BadInput with the place of the node.
[[noreturn]] void fail(const toml::node& node, const std::string& file,
                       const std::string& message);

}  // namespace harden::knowledge
