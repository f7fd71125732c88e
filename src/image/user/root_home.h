// Programs that were installed below /root, which only root can enter (0700).
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "image/stage_view.h"
#include "image/start/start_program.h"

namespace harden {

struct RootHomeUse {
  std::size_t instruction;
  std::string message;  // "`pip install --user` puts programs below /root"
  std::string remedy;
};

std::optional<RootHomeUse> find_root_home_use(const StageView& stage,
                                              const StartProgram& start);

}  // namespace harden
