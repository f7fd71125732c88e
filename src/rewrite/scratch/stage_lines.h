// Lines of the stages that are written for a scratch image.
#pragma once

#include <string>
#include <vector>

#include "dockerfile/document.h"

namespace harden {

// A name that clashes with nothing in the file: `wish`, or `wish-2` and so on
// where a stage or an image is called so already. Lower case, as BuildKit looks
// names up.
std::string free_stage_name(const Document& document, const std::string& wish);

// `FROM … AS name`: " AS name" in the file's keyword case.
std::string as_name(const Document& document, const std::string& name);

// A script as one RUN over several lines, as rootfs_script() gives them;
// continued in the file's style.
std::string rootfs_run(const Document& document,
                       const std::vector<std::string>& script);

}  // namespace harden
