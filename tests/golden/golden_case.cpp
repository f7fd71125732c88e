#include "golden_case.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "cli/run.h"

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

void redirect(const fs::path& file, int flags, int descriptor) {
  if (dup2(open(file.c_str(), flags, 0600), descriptor) < 0) _exit(125);
}

// Standard streams of a run, and what became of it.
class Streams {
 public:
  std::string out() const { return scratch_.path() / "out"; }
  std::string err() const { return scratch_.path() / "err"; }
  Outcome outcome(int status) const {
    return {slurp(out()), slurp(err()),
            WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
  }

 private:
  Scratch scratch_;
};

// The exit status of harden.
int become_harden(const fs::path& folder, const Words& arguments,
                  const Streams& streams) {
  constexpr int writing = O_WRONLY | O_CREAT | O_TRUNC;
  redirect("/dev/null", O_RDONLY, STDIN_FILENO);
  redirect(streams.out(), writing, STDOUT_FILENO);
  redirect(streams.err(), writing, STDERR_FILENO);
  if (chdir(folder.c_str()) != 0) _exit(125);
  setenv("NO_COLOR", "1", 1);
  std::vector<const char*> words{"harden"};
  for (const std::string& word : arguments) words.push_back(word.c_str());
  return cli::run(static_cast<int>(words.size()), words.data());
}

// `end` ends the child with the status.
Outcome run_child(const fs::path& folder, const Words& arguments,
                  void (*end)(int)) {
  const Streams streams;
  const pid_t child = fork();
  if (child == 0) end(become_harden(folder, arguments, streams));
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child) {
    throw std::runtime_error("harden could not be run");
  }
  return streams.outcome(status);
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

std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> result;
  for (const auto& it : fs::directory_iterator(folder)) {
    if (it.is_directory()) result.push_back(it.path());
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

Scratch::Scratch() {
  std::string pattern = fs::temp_directory_path() / "harden-golden-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) {
    throw std::runtime_error("no temporary folder");
  }
  path_ = pattern;
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

Outcome run_program(const fs::path& folder, const Words& command) {
  const Streams streams;
  std::string line = "cd " + shell_quoted(folder) + " &&";
  for (const std::string& word : command) line += " " + shell_quoted(word);
  line += " </dev/null >" + shell_quoted(streams.out()) + " 2>" +
          shell_quoted(streams.err());
  return streams.outcome(std::system(line.c_str()));
}

Outcome run_harden(const fs::path& folder, const Words& arguments) {
  return run_child(folder, arguments, std::exit);
}

Outcome ask_harden(const fs::path& folder, const Words& arguments) {
  return run_child(folder, arguments, _exit);
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

Copy::Copy(const fs::path& folder) {
  fs::copy(folder, path(),
           fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  before_ = files_below(path());
}

WrittenFiles Copy::written() const {
  WrittenFiles result = files_below(path());
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
