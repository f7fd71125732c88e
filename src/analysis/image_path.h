// Paths inside an image.
#pragma once

#include <string>
#include <string_view>

namespace harden {

// Absolute and clean: relative to `workdir` ("/" when that is empty), without
// `.`, `..` and doubled slashes.
std::string absolute_path(std::string_view path, std::string_view workdir);

// Whether `path` is `folder` or lies below it; both absolute and clean.
bool is_below(std::string_view path, std::string_view folder);

}  // namespace harden
