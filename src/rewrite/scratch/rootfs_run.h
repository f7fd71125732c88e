// A script as one RUN over several lines.
#pragma once

#include <string>
#include <vector>

#include "dockerfile/document.h"

namespace harden {

// Lines as rootfs_script() gives them; continued in the file's style.
std::string rootfs_run(const Document& document,
                       const std::vector<std::string>& script);

}  // namespace harden
