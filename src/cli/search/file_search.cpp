#include "cli/search/file_search.h"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "base/files/clean_path.h"
#include "base/files/file_kind.h"
#include "base/glob/git_glob.h"
#include "base/text/ascii.h"
#include "base/text/word_lists.h"
#include "cli/search/folder_walk.h"

namespace harden::cli {
namespace {

using By = FoundFile::By;

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

// The folders in front of the first wildcard: "" or "a/b/".
std::string_view plain_folders(std::string_view pattern) {
  const auto plain = pattern.substr(0, plain_length(pattern));
  return plain.substr(0, plain.rfind('/') + 1);
}

class FileSearcher {
 public:
  FoundFiles run(const std::vector<std::string>& arguments) {
    for (const std::string& it : arguments) add(it);
    if (arguments.size() > 1) drop_repeated();
    return std::move(found_);
  }

 private:
  void add(const std::string& argument) {
    const bool is_pattern = plain_length(argument) < argument.size();
    if (argument == "-") {
      found_.files.push_back({argument, By::name});
    } else if (is_folder(argument)) {
      add_folder(without_slash(argument));
    } else if (is_pattern && !exists(argument)) {
      add_matches(argument);
    } else {
      found_.files.push_back({argument, By::name});
    }
  }

  void add_folder(const std::string& folder) {
    FolderWalk walk(
        [&](const std::string& path, bool is_folder) {
          const std::string_view name = name_of(path);
          if (!is_folder &&
              (is_dockerfile_name(name) || is_settings_name(name))) {
            found_.files.push_back({path, By::folder});
          }
          return is_folder;
        },
        found_.failures);
    walk.run(folder);
  }

  // As the shell would, but that hidden files match, `**` is known, and ignored
  // files are left out.
  void add_matches(const std::string& argument) {
    const std::string_view begin = plain_folders(argument);
    const std::string folder =
        begin.empty() ? "." : without_slash(std::string(begin));
    const std::string_view rest =
        std::string_view(argument).substr(begin.size());
    std::vector<std::string> folders;
    const std::size_t before = found_.files.size();
    if (is_folder(folder)) match(folder, begin.size(), rest, folders);
    if (found_.files.size() == before && folders.empty()) {
      found_.failures.push_back(
          {argument, argument +
                         ": no file matches this pattern; files that git "
                         "ignores have to be named"});
    }
    for (const std::string& it : folders) add_folder(it);
  }

  void match(const std::string& folder, std::size_t skip, std::string_view rest,
             std::vector<std::string>& folders) {
    const auto pattern = git_glob(rest, GitSlash::separates);
    const bool any_depth = rest.find("**") != rest.npos;
    const auto depth = std::ranges::count(rest, '/');
    FolderWalk walk(
        [&](const std::string& path, bool is_folder) {
          const auto below = std::string_view(path).substr(skip);
          if (pattern && pattern->matches(below)) {
            if (!is_folder) found_.files.push_back({path, By::pattern});
            if (is_folder && !any_depth) folders.push_back(path);
            if (is_folder && !any_depth) return false;
          }
          return is_folder &&
                 (any_depth || std::ranges::count(below, '/') < depth);
        },
        found_.failures);
    walk.run(folder);
  }

  // The first one counts.
  void drop_repeated() {
    std::unordered_set<std::string> seen;
    std::erase_if(found_.files, [&](const FoundFile& it) {
      return !seen.insert(it.path == "-" ? it.path : clean_path(it.path))
                  .second;
    });
  }

  FoundFiles found_;
};

constexpr std::string_view plain_names[] = {"dockerfile", "containerfile"};

}  // namespace

FoundFiles find_files(const std::vector<std::string>& arguments) {
  return FileSearcher().run(arguments);
}

bool is_plain_dockerfile_name(std::string_view name) {
  return is_one_of(lower_case(name), plain_names);
}

bool is_dockerfile_name(std::string_view name) {
  const std::string low = lower_case(name);
  if (low.ends_with(".dockerignore") || low.ends_with(".containerignore")) {
    return false;
  }
  return std::ranges::any_of(plain_names, [&](std::string_view it) {
    const bool begins = low.starts_with(it) &&
                        (low.size() == it.size() || low[it.size()] == '.');
    const bool ends = low.ends_with(it) && low.size() > it.size() &&
                      low[low.size() - it.size() - 1] == '.';
    return begins || ends;
  });
}

bool is_settings_name(std::string_view name) {
  const std::string low = lower_case(name);
  return low.ends_with(".yaml") || low.ends_with(".yml") ||
         low.ends_with(".json");
}

}  // namespace harden::cli
