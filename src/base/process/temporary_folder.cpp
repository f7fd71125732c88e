#include "base/process/temporary_folder.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/process/process_failure.h"

namespace harden {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  const char* const parent = std::getenv("TMPDIR");
  path_ = parent != nullptr && *parent == '/' ? parent : "/tmp";
  path_ += "/harden-trace.XXXXXX";
  if (mkdtemp(path_.data()) == nullptr) {
    throw ProcessFailure("no temporary folder can be made: " + path_);
  }
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(std::string_view name,
                                   std::string_view text) const {
  const std::string path = file(name);
  std::ofstream out(path, std::ios::binary);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  out.close();
  if (!out) throw ProcessFailure(path + ": cannot be written");
  return path;
}

}  // namespace harden
