#include "image/files/path_below.h"

#include <algorithm>

#include "base/text/paths.h"

namespace harden {

void drop_below(std::vector<std::string>& paths,
                const std::vector<std::string>& above,
                std::string_view except) {
  std::vector<std::string> kept = above;
  std::sort(paths.begin(), paths.end());
  std::erase_if(paths, [&](const std::string& path) {
    const bool covered =
        std::any_of(kept.begin(), kept.end(),
                    [&](const std::string& it) { return is_below(path, it); });
    if (!covered) kept.push_back(path);
    return covered && path != except;
  });
}

}  // namespace harden
