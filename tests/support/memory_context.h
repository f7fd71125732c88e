// A build context that tests write down.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/files/build_context.h"
#include "base/text/paths.h"
#include "image/files/image_paths.h"

namespace harden {

class MemoryContext : public BuildContext {
 public:
  struct File {
    std::string path;
    std::string text;
    std::uint32_t mode = 0644;
  };

  explicit MemoryContext(std::vector<File> files) : files_(std::move(files)) {}

  std::optional<ContextEntry> find(std::string_view path) const override {
    const std::string wanted = clean(path);
    if (wanted == ".") return ContextEntry{".", 0755, true};
    for (const ContextEntry& it : list(".", 1000)) {
      if (it.path == wanted) return it;
    }
    return std::nullopt;
  }
  std::optional<std::string> read(std::string_view path,
                                  std::size_t limit) const override {
    for (const File& it : files_) {
      if (it.path == clean(path) && it.text.size() <= limit) return it.text;
    }
    return std::nullopt;
  }
  std::vector<ContextEntry> list(std::string_view path,
                                 std::size_t limit) const override {
    const std::string folder = clean(path);
    std::vector<ContextEntry> result;
    std::set<std::string> seen;
    for (const File& it : files_) {
      for (std::size_t end = it.path.find('/');; end = it.path.find('/', end)) {
        const std::string part = it.path.substr(0, end);
        const bool whole = end == std::string::npos;
        const bool below =
            folder == "." || (part != folder && is_below(part, folder));
        if (below && seen.insert(part).second) {
          result.push_back({part, whole ? it.mode : 0755, !whole});
        }
        if (whole) break;
        ++end;
      }
    }
    if (result.size() > limit) result.resize(limit);
    return result;
  }
  std::string wider_context(std::string_view path) const override {
    return path == wider_path ? wider_folder : "";
  }

  std::string wider_path;
  std::string wider_folder;

 private:
  static std::string clean(std::string_view path) {
    const std::string rooted = absolute_path("/", path);
    return rooted == "/" ? "." : rooted.substr(1);
  }

  std::vector<File> files_;
};

}  // namespace harden
