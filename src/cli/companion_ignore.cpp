#include "cli/companion_ignore.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdlib>

#include "cli/atomic_file.h"
#include "cli/clean_path.h"
#include "cli/small_file.h"

namespace harden::cli {
namespace {

constexpr std::size_t max_bytes = std::size_t{1} << 20;

bool is_regular(const std::string& path) {
  struct stat status = {};
  return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

bool exists(const std::string& path) {
  struct stat status = {};
  return lstat(path.c_str(), &status) == 0;
}

bool lies_in(const std::string& folder, const std::string& file) {
  std::string inside = resolved(folder);
  if (inside.empty()) return false;
  if (inside.back() != '/') inside += '/';
  return (resolved(folder_of(file)) + '/').starts_with(inside);
}

}  // namespace

std::string copy_ignore_file(const std::string& dockerfile,
                             const std::string& output,
                             const std::string& context) {
  const std::string own = dockerfile + ".dockerignore";
  const std::string copy = output + ".dockerignore";
  if (!is_regular(output) || !lies_in(context, output)) return {};
  const auto wanted = read_small_file(own, max_bytes);
  if (!wanted) return {};
  if (!exists(copy)) {
    write_file(copy, *wanted);
    return fmt::format("wrote {}, so that {} builds from the same context\n",
                       copy, name_of(output));
  }
  if (read_small_file(copy, max_bytes) == wanted) return {};
  return fmt::format(
      "warning: {} differs from {} and is left as it is; make them equal, or "
      "{} builds from another context\n",
      copy, own, name_of(output));
}

}  // namespace harden::cli
