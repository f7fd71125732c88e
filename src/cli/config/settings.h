// From the command line, harden.toml and the files they name to the options of
// the core.
#pragma once

#include <memory>
#include <string>

#include "cli/config/config_files.h"
#include "cli/options/arguments.h"
#include "cli/search/directory_context.h"
#include "findings/driver.h"
#include "knowledge/knowledge.h"
#include "runtime/emit/emit.h"

namespace harden::cli {

// The folder of the build context; empty when there is none: standard input has
// no folder unless it is named.
std::string context_folder(const Arguments& arguments,
                           const std::string& dockerfile);

// Holds what the options point to; for one Dockerfile.
class Settings {
 public:
  // Throws BadInput for files that cannot be used.
  Settings(const Arguments& arguments, const std::string& dockerfile);
  // With harden.toml and inspect files that others have read already.
  Settings(const Arguments& arguments, const std::string& dockerfile,
           ConfigFiles& configs);

  const Options& options() const { return options_; }
  const DaemonSettings& daemon() const { return daemon_; }
  // What harden.toml says.
  const FileSettings& files() const { return *files_; }

 private:
  void add_bases(const FileSettings& files);
  void add_rootfs(const Arguments& arguments);
  void add_context(const Arguments& arguments, const std::string& dockerfile);

  std::shared_ptr<const FileSettings> files_;
  std::unique_ptr<const DirectoryContext> context_;
  Options options_;
  DaemonSettings daemon_;
};

}  // namespace harden::cli
