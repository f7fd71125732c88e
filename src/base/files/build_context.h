// The only way in which the core reads files: the build context, as the engine
// would receive it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace harden {

struct ContextEntry {
  std::string path;        // relative to the context, `/` between parts
  std::uint32_t mode = 0;  // permission bits, octal (0644)
  bool directory = false;
};

// Paths are relative to the context's root; "." and ".." parts are resolved
// and never lead out of it. Files that the ignore file excludes do not exist.
class BuildContext {
 public:
  virtual ~BuildContext() = default;
  virtual std::optional<ContextEntry> find(std::string_view path) const = 0;
  // At most `limit` bytes; nullopt when absent, a directory, or larger.
  virtual std::optional<std::string> read(std::string_view path,
                                          std::size_t limit) const = 0;
  // Everything below a directory, at most `limit` entries.
  virtual std::vector<ContextEntry> list(std::string_view path,
                                         std::size_t limit) const = 0;
  // A folder above this context in which there is a file at `path`, as the user
  // would name it: the image may be built from there. Empty when there is none
  // or nobody can tell.
  virtual std::string wider_context(std::string_view) const { return {}; }
  // Whether an ignore file is in force; nullopt when nobody can tell.
  virtual std::optional<bool> has_ignore_file() const { return std::nullopt; }
};

}  // namespace harden
