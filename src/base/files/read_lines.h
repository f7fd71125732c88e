// Reads a text of any size line by line, as logs are.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace harden {

// Calls `take` for each line, without its line ending; of lines over 64 KiB
// only the beginning. "-" is standard input. `kind` is what the file should be,
// "a log of the kernel". Throws BadInput for what cannot be read, and for files
// with NUL bytes, which are no text.
void read_lines(const std::string& path, const std::string& kind,
                const std::function<void(std::string_view line)>& take);

}  // namespace harden
