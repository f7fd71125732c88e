// harden.toml and the --base-inspect files of one run, each read once.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/files/real_folders.h"
#include "cli/config/check_config.h"
#include "cli/options/shared_arguments.h"
#include "findings/driver.h"
#include "knowledge/knowledge.h"
#include "runtime/emit/emit.h"

namespace harden::cli {

// What these files say.
struct FileSettings {
  std::shared_ptr<const BaseImages> bases;
  Options options;  // of harden.toml alone
  DaemonSettings daemon;
  CheckConfig check;
  ConfigFile config;
};

// May be asked by several threads at once.
class ConfigFiles {
 public:
  // `arguments` has to outlive it.
  explicit ConfigFiles(const ContextArguments& arguments)
      : arguments_(arguments) {}

  // What holds for a Dockerfile or a file of settings; "-" is standard input.
  // Throws BadInput for files that cannot be used.
  std::shared_ptr<const FileSettings> of(const std::string& file);

  RealFolders& folders() { return folders_; }

 private:
  std::string config_of(const std::string& file);
  std::string nearest_config(const std::string& folder);
  std::string search_upwards(const std::string& from);
  std::shared_ptr<const FileSettings> read(const std::string& config) const;

  const ContextArguments& arguments_;
  RealFolders folders_;
  std::mutex mutex_;
  // Paths of harden.toml by folder, as it is named and as it is, and what these
  // files say. Both are begun anew when they are full.
  std::map<std::string, std::string> nearest_;
  std::map<std::string, std::shared_ptr<const FileSettings>> known_;
};

}  // namespace harden::cli
