// Writes files whole or not at all.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace harden::cli {

// The output cannot be written; what() is one line, "FILE: MESSAGE".
class OutputError : public std::runtime_error {
 public:
  OutputError(const std::string& file, const std::string& message)
      : std::runtime_error(file + ": " + message) {}
};

// A regular file is replaced by way of a temporary file in its folder, so that
// nobody ever sees half of it; its mode stays, a new one gets 0666 & ~umask.
// What a symbolic link points to is replaced, the link stays; devices and pipes
// are written to. Throws OutputError.
void write_file(const std::string& path, std::string_view bytes);

// Whether both paths lead to the same regular file, also by links.
bool is_same_file(const std::string& a, const std::string& b);

}  // namespace harden::cli
