// What was put below /root, which only root can enter (0700).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "image/stage_view.h"
#include "image/start/start_program.h"

namespace harden {

struct RootHomeUse {
  std::size_t instruction;
  std::string message;  // "`pip install --user` puts programs below /root"
  std::string remedy;
};

// What stays there whatever is done; of a RUN that can be told to put it
// elsewhere see home_moves().
std::optional<RootHomeUse> find_root_home_use(const StageView& stage,
                                              const StartProgram& start);

// A RUN that leaves there what the program needs, and the variables with which
// it puts it, and the program finds it, elsewhere.
struct HomeMove {
  std::size_t instruction;  // the ENV has to stand before it
  std::string variables;    // "UV_PYTHON_INSTALL_DIR=/opt/uv/python"
  std::string because;      // "`uv python install` keeps Python below /root"
};
std::vector<HomeMove> home_moves(const StageView& stage,
                                 const StartProgram& start);

}  // namespace harden
