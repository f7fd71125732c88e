// Writes files whole or not at all.
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace harden::cli {

// The output cannot be written; what() is one line, "FILE: MESSAGE".
class OutputError : public std::runtime_error {
 public:
  OutputError(const std::string& file, const std::string& message)
      : std::runtime_error(file + ": " + message) {}
  // The same with more behind it.
  OutputError(const OutputError& error, const std::string& more)
      : std::runtime_error(error.what() + more) {}
};

// A file that is written piece by piece and takes its name at the end: without
// keep() nothing has happened. A regular file is replaced by way of a temporary
// file in its folder, so that nobody ever sees half of it; its mode stays, a
// new one gets 0666 & ~umask. What a symbolic link points to is replaced, the
// link stays; devices and pipes are written to as it goes. All throw
// OutputError.
class TemporaryFile;
class AtomicFile {
 public:
  explicit AtomicFile(const std::string& path);
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  ~AtomicFile();

  void write(std::string_view bytes);
  void keep();

 private:
  std::string path_;
  std::unique_ptr<TemporaryFile> file_;  // null: written to as it goes
  int descriptor_ = -1;
};

// The same at once.
void write_file(const std::string& path, std::string_view bytes);

// At once as well, for a file that has the name for itself: what was there is
// replaced, a link too, and the mode is the given one.
void write_new_file(const std::string& path, std::string_view bytes,
                    std::uint32_t mode);

// Whether both paths lead to the same regular file, also by links.
bool is_same_file(const std::string& a, const std::string& b);

}  // namespace harden::cli
