// Writes files whole or not at all.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/files/descriptor.h"
#include "base/files/output_error.h"

namespace harden {

// A file that is written piece by piece and takes its name at the end: without
// keep() nothing has happened. A regular file is replaced by way of a temporary
// file in its folder, so that nobody ever sees half of it; its owner, mode,
// access control list and security label stay, a new one gets 0666 & ~umask.
// What a symbolic link points to is replaced, the link stays; devices and pipes
// are written to as it goes. All throw OutputError. For one thread; others may
// write other files at the same time.
class TemporaryFile;
class AtomicFile {
 public:
  explicit AtomicFile(const std::string& path);
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  ~AtomicFile();

  void write(std::string_view bytes);
  void keep();

  // What the file that was there had and the new one has not, such as its
  // owner: lines for people, mostly none.
  const std::string& losses() const { return losses_; }

 private:
  std::string path_;
  std::unique_ptr<TemporaryFile> file_;  // null: written to as it goes
  Descriptor open_;
  std::string losses_;
};

// The same at once. Returns the losses.
std::string write_file(const std::string& path, std::string_view bytes);

// At once as well, for a file that has the name for itself: what was there is
// replaced, a link too, and the mode is the given one.
void write_new_file(const std::string& path, std::string_view bytes,
                    std::uint32_t mode);

}  // namespace harden
