#include "base/files/small_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/files/descriptor.h"

namespace harden {
namespace {

bool fill(int descriptor, std::string& bytes) {
  std::size_t used = 0;
  while (used < bytes.size()) {
    const ssize_t got =
        read(descriptor, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  bytes.resize(used);
  return true;
}

}  // namespace

std::optional<std::string> read_small_file(const std::string& path,
                                           std::size_t limit) {
  const Descriptor file(
      open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat status = {};
  if (!file.is_open() || fstat(file.get(), &status) != 0 ||
      !S_ISREG(status.st_mode) ||
      static_cast<std::size_t>(status.st_size) > limit) {
    return std::nullopt;
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  if (!fill(file.get(), bytes)) return std::nullopt;
  return bytes;
}

}  // namespace harden
