// Which path of an image lies below which.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace harden {

// Whether `path` is `folder` or lies below it; both absolute and clean.
bool is_below(std::string_view path, std::string_view folder);

// Sorts them, and takes out those that lie below another one or below one of
// `above`; `except` stays.
void drop_below(std::vector<std::string>& paths,
                const std::vector<std::string>& above, std::string_view except);

}  // namespace harden
