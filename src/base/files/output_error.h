// An output that cannot be written, said in one line.
#pragma once

#include <stdexcept>
#include <string>

namespace harden {

// what() is one line, "FILE: MESSAGE".
class OutputError : public std::runtime_error {
 public:
  OutputError(const std::string& file, const std::string& message)
      : std::runtime_error(file + ": " + message) {}
  // The same with more behind it.
  OutputError(const OutputError& error, const std::string& more)
      : std::runtime_error(error.what() + more) {}
};

// Throws what an errno means for the file that is to be written.
[[noreturn]] void fail_to_write(const std::string& path, int error);

}  // namespace harden
