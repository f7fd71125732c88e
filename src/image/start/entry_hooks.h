// Scripts that the file puts where the entrypoint of its base runs them:
// /docker-entrypoint.d of nginx.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "image/stage_view.h"

namespace harden {

struct HookWrite {
  std::string path;         // absolute
  std::string place;        // "90-title.sh:3"
  std::size_t instruction;  // the COPY that brings the hook
};

struct EntryHooks {
  std::vector<HookWrite> writes;
  // Why one of them cannot do without root, and the COPY that brings it.
  std::string needs_root;
  std::size_t instruction = 0;
};

EntryHooks entry_hooks(const StageView& stage);

}  // namespace harden
