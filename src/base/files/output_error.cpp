#include "base/files/output_error.h"

#include <cerrno>
#include <cstring>

#include "base/files/clean_path.h"

namespace harden {

void fail_to_write(const std::string& path, int error) {
  switch (error) {
    case EISDIR:
      throw OutputError(path, "is a directory; give the name of a file in it");
    case ENOENT:
    case ENOTDIR:
      throw OutputError(path, "the folder " + folder_of(path) +
                                  " does not exist; create it first");
    case EACCES:
    case EPERM:
    case EROFS:
      throw OutputError(path,
                        "may not be written; check the permissions of "
                        "the file and its folder");
    default:
      throw OutputError(
          path, std::string("cannot be written: ") + std::strerror(error));
  }
}

}  // namespace harden
