// One file of `harden check`, from its path to what is reported.
#pragma once

#include <functional>
#include <string>

#include "base/source/source_file.h"
#include "cli/check/check_arguments.h"
#include "cli/config/config_files.h"
#include "cli/config/settings.h"
#include "findings/report/checked_file.h"

namespace harden::cli {

// A Dockerfile, a Compose file or Kubernetes manifests; the content tells.
// Throws BadInput.
CheckedFile check_file(const CheckArguments& arguments, const std::string& file,
                       ConfigFiles& configs);

// Something that does what check_file does.
using CheckFile =
    std::function<CheckedFile(const CheckArguments& arguments,
                              const std::string& file, ConfigFiles& configs)>;

// What there is to say about a Dockerfile, before it is weighed. Throws
// BadInput when it is none.
CheckedFile checked_dockerfile(const Revision& file, const Options& options);

// `file` is its path, "-" for standard input.
SettingsRequest check_request(const CheckArguments& arguments,
                              const std::string& file);

// --run
CheckedFile check_run_line(const CheckArguments& arguments,
                           ConfigFiles& configs);

}  // namespace harden::cli
