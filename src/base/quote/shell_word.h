#pragma once

#include <string>
#include <string_view>

namespace harden {

// A text as one word of a POSIX shell; bare where no quotes are needed.
std::string shell_word(std::string_view text);

// A text as one field of `--mount` and its like, which are read as CSV.
std::string csv_field(std::string_view text);

}  // namespace harden
