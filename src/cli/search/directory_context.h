// A folder as the build context that the engine would receive.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files/build_context.h"
#include "cli/search/ignore_file.h"

namespace harden::cli {

// Nothing is read before the first question, and what was found is kept,
// without a lock: one is for one look at files that stay as they are, and
// belongs to the thread that checks the Dockerfile it was made for. Symbolic
// links are followed only where they stay inside; special files do not exist.
class DirectoryContext : public BuildContext {
 public:
  // `dockerfile` is the path of the Dockerfile, beside which an ignore file of
  // its own may lie (`<Dockerfile name>.dockerignore`); it may be empty.
  // Who knows where the root really lies gives it along.
  DirectoryContext(std::string root, std::string dockerfile,
                   std::string real_root = {});

  std::optional<ContextEntry> find(std::string_view path) const override;
  std::optional<std::string> read(std::string_view path,
                                  std::size_t limit) const override;
  std::vector<ContextEntry> list(std::string_view path,
                                 std::size_t limit) const override;
  // Not beyond the repository that the context lies in.
  std::string wider_context(std::string_view path) const override;
  std::optional<bool> has_ignore_file() const override;

 private:
  // A path of the context, and where it really lies.
  struct Place {
    std::string path;      // relative, clean; "." for the root
    std::string absolute;  // links resolved
  };

  // What a part of a path is.
  enum class Part { missing, link, other };

  const std::string& root() const;
  const IgnoreFile& ignore_file() const;
  Part part_at(const std::string& path) const;
  std::string resolved_below(const std::string& path) const;
  std::optional<Place> locate(std::string_view path) const;
  bool is_excluded(const Place& place) const;
  std::optional<ContextEntry> entry(const Place& place) const;
  std::optional<ContextEntry> look_up(std::string_view path) const;
  const std::vector<std::string>& folders_above() const;
  std::string look_above(const std::string& clean) const;

  std::string given_root_;
  std::string dockerfile_;
  mutable std::string root_;  // links resolved; empty before it is needed
  mutable std::optional<IgnoreFile> ignore_file_;
  mutable bool has_ignore_file_ = false;  // once the above is read
  // What find() answered: every rule asks for the same few files again.
  mutable std::map<std::string, std::optional<ContextEntry>, std::less<>>
      found_;
  mutable std::map<std::string, Part, std::less<>> parts_;  // by absolute paths
  mutable std::optional<std::vector<std::string>> folders_above_;
  // What wider_context() answered, of clean paths.
  mutable std::map<std::string, std::string, std::less<>> found_above_;
};

}  // namespace harden::cli
