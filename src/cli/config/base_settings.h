// The facts about base images that a user states in harden.toml:
//
//   [bases."registry.corp/java:21*"]
//   like = "eclipse-temurin:21"      # what it was built on
//   user = "1001"
//   accounts = ["app:1001:1001:/app"]
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "cli/config/config_file.h"
#include "knowledge/base_image.h"

namespace harden::cli {

// Reads the table `bases` and looks at nothing else in the file. A name may be
// a pattern (`*`, `?`), with or without a tag; exact names are asked first,
// patterns in the order of the file. What an entry does not say is taken from
// `like`, or else from what harden knows about the image itself.
//
// Throws BadInput with the place of the mistake.
std::shared_ptr<const BaseImages> read_config_bases(const ConfigFile& file);

// The keys of a `[bases."NAME"]` table.
std::vector<std::string_view> base_keys();

}  // namespace harden::cli
