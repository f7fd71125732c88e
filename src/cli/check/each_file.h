// Runs a command over all files of the command line.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dockerfile/document.h"

namespace harden::cli {

// One file that cannot be used, or brings a bug to light, does not stop the
// others; its message goes to standard error. Returns the highest status.
int each_file(const std::vector<std::string>& files, bool no_color,
              const std::function<int(const std::string& file)>& run);

// Throws BadInput when there is no FROM anywhere.
void require_dockerfile(const Document& document);

// Whether BuildKit would refuse the file.
bool is_refused(const std::vector<Diagnostic>& diagnostics);

}  // namespace harden::cli
