// One file of `harden check`, from its path to what is reported.
#pragma once

#include <functional>
#include <string>

#include "base/source/source_file.h"
#include "cli/config/config_files.h"
#include "cli/options/arguments.h"
#include "findings/report/checked_file.h"

namespace harden::cli {

// A Dockerfile, a Compose file or Kubernetes manifests; the content tells.
// Throws BadInput.
CheckedFile check_file(const Arguments& arguments, const std::string& file,
                       ConfigFiles& configs);

// Something that does what check_file does.
using CheckFile = std::function<CheckedFile(
    const Arguments& arguments, const std::string& file, ConfigFiles& configs)>;

// What there is to say about a Dockerfile, before it is weighed. Throws
// BadInput when it is none.
CheckedFile checked_dockerfile(const Revision& file, const Options& options);

// --run
CheckedFile check_run_line(const Arguments& arguments, ConfigFiles& configs);

}  // namespace harden::cli
