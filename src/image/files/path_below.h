// Which path of an image lies below which.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text/paths.h"

namespace harden {

// Sorts them, and takes out those that lie below another one or below one of
// `above`; `except` stays.
void drop_below(std::vector<std::string>& paths,
                const std::vector<std::string>& above, std::string_view except);

}  // namespace harden
