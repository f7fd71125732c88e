#include "golden_case.h"

#include <stdlib.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace harden::golden {
namespace {

namespace fs = std::filesystem;

std::string shell_quoted(const std::string& word) {
  std::string result = "'";
  for (char c : word) {
    result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return result + "'";
}

fs::path temporary_folder() {
  std::string pattern = fs::temp_directory_path() / "harden-golden-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) {
    throw std::runtime_error("no temporary folder");
  }
  return pattern;
}

}  // namespace

std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void spill(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

bool updating() { return std::getenv("HARDEN_UPDATE_GOLDEN") != nullptr; }

std::vector<fs::path> cases() {
  std::vector<fs::path> result;
  for (const auto& area : fs::directory_iterator(HARDEN_GOLDEN)) {
    if (!area.is_directory()) continue;
    for (const auto& it : fs::directory_iterator(area)) {
      if (it.is_directory()) result.push_back(it.path());
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

Words arguments(const fs::path& folder) {
  if (!fs::exists(folder / "flags")) return {"Dockerfile"};
  std::istringstream lines(slurp(folder / "flags"));
  Words result;
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) result.push_back(line);
  }
  return result;
}

Outcome run_program(const fs::path& folder, const Words& command) {
  const fs::path scratch = temporary_folder();
  std::string line = "cd " + shell_quoted(folder) + " && NO_COLOR=1";
  for (const std::string& word : command) line += " " + shell_quoted(word);
  line += " </dev/null >" + shell_quoted(scratch / "out") + " 2>" +
          shell_quoted(scratch / "err");
  const int status = std::system(line.c_str());
  Outcome result{slurp(scratch / "out"), slurp(scratch / "err"),
                 WEXITSTATUS(status)};
  fs::remove_all(scratch);
  return result;
}

Outcome run_harden(const fs::path& folder, const Words& arguments) {
  Words command = arguments;
  command.insert(command.begin(), HARDEN_PROGRAM);
  return run_program(folder, command);
}

WrittenFiles files_below(const fs::path& folder) {
  WrittenFiles result;
  if (!fs::exists(folder)) return result;
  for (const auto& it : fs::recursive_directory_iterator(folder)) {
    if (it.is_symlink() || !it.is_regular_file()) continue;
    const bool executable =
        (it.status().permissions() & fs::perms::owner_exec) != fs::perms::none;
    result[fs::relative(it.path(), folder)] = {slurp(it.path()), executable};
  }
  return result;
}

Copy::Copy(const fs::path& folder) : path_(temporary_folder()) {
  fs::copy(folder, path_,
           fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  before_ = files_below(path_);
}

Copy::~Copy() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

WrittenFiles Copy::written() const {
  WrittenFiles result = files_below(path_);
  std::erase_if(result, [&](const auto& it) {
    const auto old = before_.find(it.first);
    return old != before_.end() && old->second == it.second;
  });
  return result;
}

bool writes_files(const Words& arguments) {
  return std::any_of(arguments.begin(), arguments.end(), [](const auto& it) {
    return it.starts_with("-o") || it.starts_with("--output") ||
           it == "--in-place" || it.starts_with("--write-") ||
           it.starts_with("--fix");
  });
}

}  // namespace harden::golden
