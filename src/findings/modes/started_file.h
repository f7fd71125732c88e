// The files that ENTRYPOINT and CMD start by their paths.
#pragma once

#include <string>
#include <vector>

#include "dockerfile/image_state.h"

namespace harden::rule {

// Absolute: `/app/server`, and of `node server.js` or `java -jar app.jar` the
// file that the interpreter runs. Programs that are looked up in PATH, and what
// tools like npm start, are left out.
std::vector<std::string> started_files(const ImageState& image);

}  // namespace harden::rule
