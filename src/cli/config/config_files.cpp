#include "cli/config/config_files.h"

#include <unistd.h>

#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "base/files/clean_path.h"
#include "base/files/read_input.h"
#include "cli/config/base_settings.h"
#include "cli/config/config_tables.h"
#include "knowledge/image_inspect.h"

namespace harden::cli {
namespace {

// Who has more of them at once pays a little more for each.
constexpr std::size_t most_folders = 1000;
constexpr std::size_t most_files = 100;

std::string from_here(const std::string& path) {
  std::error_code ignored;
  const auto here = std::filesystem::current_path(ignored);
  return std::filesystem::path(path).lexically_proximate(here);
}

// A path as messages show it, relative; empty when it is not there.
std::string config_in(const std::string& folder) {
  const std::string candidate = join_path(folder, "harden.toml");
  const bool is_there = access(candidate.c_str(), F_OK) == 0;
  return is_there ? from_here(candidate) : std::string();
}

}  // namespace

// The harden.toml in a folder, absolute and without links, or the nearest one
// above it. Empty when there is none.
std::string ConfigFiles::search_upwards(const std::string& from) {
  std::string config;
  std::vector<std::string> seen;
  for (std::string folder = from;; folder = folder_of(folder)) {
    const auto known = nearest_.find(folder);
    if (known != nearest_.end()) {
      config = known->second;
      break;
    }
    seen.push_back(folder);
    config = config_in(folder);
    if (!config.empty() || folder == "/") break;
  }
  if (nearest_.size() >= most_folders) nearest_.clear();
  for (std::string& it : seen) nearest_.emplace(std::move(it), config);
  return config;
}

std::string ConfigFiles::nearest_config(const std::string& folder) {
  const std::scoped_lock lock(mutex_);
  const auto known = nearest_.find(folder);
  if (known != nearest_.end()) return known->second;
  const std::string real = folders_.of(folder);
  if (real.empty()) return {};
  std::string config = search_upwards(real);
  nearest_.emplace(folder, config);
  return config;
}

// For standard input, from the current folder on.
std::string ConfigFiles::config_of(const std::string& file) {
  if (!arguments_.config.empty()) return arguments_.config;
  return nearest_config(file == "-" ? "." : folder_of(file));
}

// What the user says about an image counts more than what harden knows.
std::shared_ptr<const FileSettings> ConfigFiles::read(
    const std::string& config) const {
  auto result = std::make_shared<FileSettings>();
  std::vector<std::shared_ptr<const BaseImages>> layers;
  for (const auto& file : arguments_.base_inspect) {
    layers.push_back(read_image_inspect(
        read_bytes(file, "the output of `docker image inspect`"), file));
  }
  if (!config.empty()) {
    result->config = {read_bytes(config, "a harden.toml"), config};
    const ConfigFile& file = result->config;
    layers.push_back(read_config_bases(file));
    read_build_settings(file, result->options);
    read_rootfs_settings(file, result->options);
    read_policy_settings(file, result->options.policy);
    result->daemon = read_daemon_settings(file);
    result->check = read_check_config(file);
    result->options.suppressions = result->check.suppressions;
    result->options.allowed_registries = result->check.allowed_registries;
    // One that is named may lie anywhere; the files are those from here.
    result->check.folder =
        resolved(arguments_.config.empty() ? folder_of(config) : ".");
  }
  std::shared_ptr<const BaseImages> builtin(&builtin_bases(),
                                            [](const BaseImages*) {});
  if (layers.empty()) {
    result->bases = std::move(builtin);
    return result;
  }
  layers.push_back(std::move(builtin));
  result->bases = std::make_shared<LayeredBases>(std::move(layers));
  return result;
}

// Two threads may read the same file at once; what they find is the same.
std::shared_ptr<const FileSettings> ConfigFiles::of(const std::string& file) {
  const std::string config = config_of(file);
  {
    const std::scoped_lock lock(mutex_);
    const auto found = known_.find(config);
    if (found != known_.end()) return found->second;
  }
  auto result = read(config);
  const std::scoped_lock lock(mutex_);
  if (known_.size() >= most_files) known_.clear();
  known_.emplace(config, result);
  return result;
}

}  // namespace harden::cli
