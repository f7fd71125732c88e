// The files of an image that its start script may read in or call.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "follow/follow.h"
#include "image/files/copied_file.h"

namespace harden {

// What the follower may read: scripts that COPY and ADD bring.
class ImageScripts : public ScriptFiles {
 public:
  explicit ImageScripts(CopiedFiles& files) : files_(files) {}

  std::optional<ScriptFile> find(std::string_view program) const override {
    CopiedFile file = files_.find(program);
    if (!file.is_script || file.unseen || file.text.empty()) {
      return std::nullopt;
    }
    return ScriptFile{std::move(file.image_path), std::move(file.context_path),
                      std::move(file.text)};
  }

 private:
  CopiedFiles& files_;  // remembers what it looked up
};

}  // namespace harden
