#include "cli/search/changed_files.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "base/files/clean_path.h"
#include "base/process/process.h"

namespace harden::cli {
namespace {

using ArgumentList = std::vector<std::string>;

constexpr std::size_t max_output = std::size_t{64} << 20;
constexpr std::string_view option = "--changed-since";

[[noreturn]] void fail(std::string_view message) {
  throw std::runtime_error(fmt::format("{}: {}", option, message));
}

ProcessResult git(ArgumentList words) {
  words.insert(words.begin(), "git");
  ProcessOptions options;
  options.timeout = std::chrono::minutes(10);
  options.kept = max_output;
  const auto result = run_process(words, options);
  if (result.timed_out) fail("git does not end");
  if (result.output.size() >= max_output) fail("git names too many files");
  return result;
}

std::string git_output(const ArgumentList& words) {
  auto result = git(words);
  if (result.status != 0) {
    const std::string said = last_line(result.errors);
    fail(said.empty() ? fmt::format("`git {}` failed", words.front())
                      : fmt::format("git says: {}", said));
  }
  return std::move(result.output);
}

std::string git_line(const ArgumentList& words) {
  std::string line = git_output(words);
  while (line.ends_with('\n')) line.pop_back();
  return line;
}

// The commit's number: beyond this point no word can be taken for an option.
std::string commit_of(const std::string& revision) {
  const auto result = git({"rev-parse", "--verify", "--quiet",
                           "--end-of-options", revision + "^{commit}"});
  if (result.status != 0) {
    fail(fmt::format(
        "git knows no revision `{}` here; where only the last commits were "
        "fetched, `git fetch` it first",
        revision));
  }
  return result.output.substr(0, result.output.find('\n'));
}

std::optional<std::pair<dev_t, ino_t>> identity(const std::string& path) {
  struct stat status = {};
  if (stat(path.c_str(), &status) != 0) return std::nullopt;
  return std::pair(status.st_dev, status.st_ino);
}

}  // namespace

ChangedFiles::ChangedFiles(const std::string& revision) {
  const std::string top = git_line({"rev-parse", "--show-toplevel"});
  const std::string commit = commit_of(revision);
  add(top, git_output({"-C", top, "diff", "--name-only", "-z",
                       "--diff-filter=d", "--no-ext-diff", "--no-textconv",
                       "--ignore-submodules", commit, "--"}));
  add(top, git_output({"-C", top, "ls-files", "-z", "--others",
                       "--exclude-standard"}));
}

// Names end with a NUL, in which no name is quoted.
void ChangedFiles::add(const std::string& folder, const std::string& names) {
  for (std::size_t begin = 0; begin < names.size();) {
    const auto end = std::min(names.find('\0', begin), names.size());
    const auto found =
        identity(join_path(folder, names.substr(begin, end - begin)));
    if (found) files_.insert(*found);
    begin = end + 1;
  }
}

bool ChangedFiles::contains(const std::string& path) const {
  const auto found = identity(path);
  return found && files_.contains(*found);
}

}  // namespace harden::cli
