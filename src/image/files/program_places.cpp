#include "image/files/program_places.h"

#include <algorithm>

#include "base/text/paths.h"

namespace harden {
namespace {

constexpr std::size_t most_folders = 200;

std::vector<std::string> folders_of(const ImageState& state) {
  const auto path = state.env.find("PATH");
  if (path != state.env.end() && path->second.value) {
    return path_folders(*path->second.value);
  }
  std::vector<std::string> result = path_folders(usual_path);
  if (state.base && !state.base->installs_to.empty()) {
    result.push_back(state.base->installs_to);
  }
  return result;
}

}  // namespace

std::vector<std::string> path_folders(std::string_view path) {
  std::vector<std::string> result;
  while (!path.empty() && result.size() < most_folders) {
    const std::string_view folder = path.substr(0, path.find(':'));
    if (folder.starts_with('/')) result.emplace_back(folder);
    path.remove_prefix(std::min(path.size(), folder.size() + 1));
  }
  return result;
}

std::vector<std::string> program_places(const ImageState& state,
                                        const std::string& program) {
  if (program.find('/') != std::string::npos) {
    return {absolute_path(state.workdir, program)};
  }
  std::vector<std::string> result = folders_of(state);
  for (std::string& it : result) it = absolute_path(it, program);
  return result;
}

bool is_in_usual_path(std::string_view program) {
  const std::string_view folder = program.substr(0, program.rfind('/'));
  const std::vector<std::string> usual = path_folders(usual_path);
  return std::find(usual.begin(), usual.end(), folder) != usual.end();
}

}  // namespace harden
