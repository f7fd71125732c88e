// `harden check` of Compose files, Kubernetes manifests and run lines.
#pragma once

#include <string>

#include "cli/arguments.h"
#include "harden/source_file.h"

namespace harden::cli {

// Both return the exit status and throw BadInput.
int check_settings_file(const Arguments& arguments, const std::string& file,
                        SourceFile source);
int check_run_line(const Arguments& arguments);

}  // namespace harden::cli
