// A Dockerfile that a command looks at as it is hardened.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/config/settings.h"
#include "cli/options/shared_arguments.h"
#include "findings/driver.h"

namespace harden::cli {

// With the settings that hold for it.
class HardenedFile {
 public:
  // Throws BadInput.
  HardenedFile(const SettingsRequest& request, const std::string& file);

  const Hardened& result() const { return result_; }
  const Settings& settings() const { return settings_; }
  // Of a container of the result.
  Policy policy() const;

 private:
  HardenedFile(const SettingsRequest& request, SourceFile source,
               const std::string& file);

  Settings settings_;
  Hardened result_;
};

// For `harden COMMAND`; throws UsageError.
void require_one_file(const std::vector<std::string>& files,
                      std::string_view command);

}  // namespace harden::cli
