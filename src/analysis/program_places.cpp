#include "analysis/program_places.h"

#include <algorithm>
#include <array>

#include "model/paths.h"

namespace harden {
namespace {

constexpr std::array<std::string_view, 6> usual_path = {
    "/usr/local/sbin", "/usr/local/bin", "/usr/sbin",
    "/usr/bin",        "/sbin",          "/bin"};
constexpr std::size_t most_folders = 100;

std::vector<std::string> folders_of(const ImageState& state) {
  const auto path = state.env.find("PATH");
  std::vector<std::string> result;
  if (path != state.env.end() && path->second.value) {
    std::string_view rest = *path->second.value;
    while (!rest.empty() && result.size() < most_folders) {
      const std::string_view folder = rest.substr(0, rest.find(':'));
      if (!folder.empty()) result.emplace_back(folder);
      rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
    }
    return result;
  }
  result.assign(usual_path.begin(), usual_path.end());
  if (state.base && state.base->id.starts_with("golang")) {
    result.emplace_back("/go/bin");
  }
  return result;
}

}  // namespace

std::vector<std::string> program_places(const ImageState& state,
                                        const std::string& program) {
  if (program.find('/') != std::string::npos) {
    return {model::absolute_path(state.workdir, program)};
  }
  std::vector<std::string> result = folders_of(state);
  for (std::string& it : result) it = model::absolute_path(it, program);
  return result;
}

bool is_in_usual_path(std::string_view program) {
  const std::string_view folder = program.substr(0, program.rfind('/'));
  return std::find(usual_path.begin(), usual_path.end(), folder) !=
         usual_path.end();
}

}  // namespace harden
