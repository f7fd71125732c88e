// What `harden check` looks at: each file, from its path to what is reported.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/check/check_arguments.h"
#include "cli/config/config_files.h"
#include "cli/search/file_search.h"
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

// However the file was found: nullopt for what is only called like something to
// check, such as YAML of others, templates, `Dockerfile.md`. What cannot be
// checked is said in `failure`.
std::optional<CheckedFile> check_found(const CheckArguments& arguments,
                                       const FoundFile& file,
                                       ConfigFiles& configs,
                                       const CheckFile& check = check_file);

// All of `harden check`: finds the files, checks each of them with `check`,
// which is called on several threads, and writes one report about all. The
// report is whole whatever becomes of a single file. Returns the exit status;
// throws UsageError and OutputError.
int check_files(const CheckArguments& arguments, const CheckFile& check);

// --run
CheckedFile check_run_line(const CheckArguments& arguments,
                           ConfigFiles& configs);

}  // namespace harden::cli
