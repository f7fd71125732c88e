// A build context with files that are not written yet.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files/build_context.h"
#include "base/source/diagnostic.h"

namespace harden {

// Shows new files over another context, so that a rewritten Dockerfile can be
// understood before anything is on the disk. They are there whatever the ignore
// file says: whoever writes them lets them in.
class OverlayContext : public BuildContext {
 public:
  // `below` may be null, for no context at all.
  explicit OverlayContext(const BuildContext* below) : below_(below) {}

  // In place of an earlier one of the same path.
  void add(NewFile file);
  const std::vector<NewFile>& files() const { return files_; }

  std::optional<ContextEntry> find(std::string_view path) const override;
  std::optional<std::string> read(std::string_view path,
                                  std::size_t limit) const override;
  // The new files come first.
  std::vector<ContextEntry> list(std::string_view path,
                                 std::size_t limit) const override;
  std::string wider_context(std::string_view path) const override;
  std::optional<bool> has_ignore_file() const override;

 private:
  const NewFile* file_at(std::string_view clean) const;

  const BuildContext* below_;
  std::vector<NewFile> files_;
};

}  // namespace harden
