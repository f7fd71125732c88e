// Which path of an image lies below which.
#pragma once

#include <string>
#include <string_view>

namespace harden {

// Whether `path` is `folder` or lies below it; both absolute and clean.
bool is_below(std::string_view path, std::string_view folder);

}  // namespace harden
