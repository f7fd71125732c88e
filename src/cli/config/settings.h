// From the command line, harden.toml and the files they name to the options of
// the core.
#pragma once

#include <memory>
#include <string>

#include "cli/config/config_files.h"
#include "cli/options/shared_arguments.h"
#include "cli/search/directory_context.h"
#include "findings/driver.h"
#include "knowledge/knowledge.h"
#include "runtime/emit/emit.h"

namespace harden::cli {

// The folder of the build context; empty when there is none: standard input has
// no folder unless it is named.
std::string context_folder(const ContextArguments& arguments,
                           const std::string& dockerfile);

// What the profile is called that is written beside the settings for runtimes.
inline constexpr const char* seccomp_file_name = "seccomp.json";

// What a command wants of the core.
struct SettingsRequest {
  SettingsRequest(const HardeningArguments& given) : arguments(given) {}
  // For a look at the image: nothing is written for an engine.
  SettingsRequest(const ContextArguments& given, bool may_write)
      : may_write_files(may_write), is_for_engine(false) {
    static_cast<ContextArguments&>(arguments) = given;
  }

  HardeningArguments arguments;
  // Changed copies of scripts have a place.
  bool may_write_files = true;
  // Something is written for an engine, where the service has a name.
  bool is_for_engine = true;
  std::string seccomp_file = seccomp_file_name;  // empty: none is written
  std::string final_name = {};  // of the Dockerfile; empty: it stays the same
};

// Holds what the options point to; for one Dockerfile.
class Settings {
 public:
  // Throws BadInput for files that cannot be used.
  Settings(const SettingsRequest& request, const std::string& dockerfile);
  // With harden.toml and inspect files that others have read already.
  Settings(const SettingsRequest& request, const std::string& dockerfile,
           ConfigFiles& configs);

  const Options& options() const { return options_; }
  const DaemonSettings& daemon() const { return files_->daemon; }
  // What harden.toml says.
  const FileSettings& files() const { return *files_; }

 private:
  void add_rootfs(const RootfsArguments& arguments);
  void add_context(const ContextArguments& arguments,
                   const std::string& dockerfile, RealFolders& folders);

  std::shared_ptr<const FileSettings> files_;
  std::unique_ptr<const DirectoryContext> context_;
  Options options_;
};

}  // namespace harden::cli
