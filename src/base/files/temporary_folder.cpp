#include "base/files/temporary_folder.h"

#include <fcntl.h>
#include <stdlib.h>

#include <cerrno>
#include <filesystem>

#include "base/files/clean_path.h"
#include "base/files/descriptor.h"
#include "base/files/output_error.h"
#include "base/files/write_all.h"

namespace harden {

TemporaryFolder::TemporaryFolder() {
  const char* const parent = std::getenv("TMPDIR");
  path_ = join_path(parent != nullptr && *parent == '/' ? parent : "/tmp",
                    "harden.XXXXXX");
  if (mkdtemp(path_.data()) == nullptr) fail_to_write(path_, errno);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(std::string_view name,
                                   std::string_view text) const {
  const std::string path = file(name);
  Descriptor out(
      open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (!out.is_open() || !write_all(out.get(), text) || !out.close()) {
    fail_to_write(path, errno);
  }
  return path;
}

}  // namespace harden
