#include "cli/search/context_files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/files/atomic_file.h"
#include "base/files/clean_path.h"
#include "base/files/read_input.h"

namespace harden::cli {
namespace {

constexpr std::size_t largest_existing = std::size_t{4} << 20;
constexpr std::string_view own_mark = "Written by harden from";

void require_place(const std::string& context, const std::string& path) {
  const std::string folder = folder_of(path);
  if (context.empty() || !leads_into(context, folder)) {
    throw OutputError(path,
                      "lies outside of the build context, where harden "
                      "writes nothing; name the context with `--context`");
  }
}

void require_writable(const std::string& path) {
  const std::string folder = folder_of(path);
  if (access(folder.c_str(), W_OK | X_OK) != 0) {
    throw OutputError(path,
                      "may not be written; check the permissions of " + folder);
  }
}

// "# Written by harden from entry.sh for Dockerfile: …"; empty without it.
std::string_view mark_of(std::string_view text) {
  const auto line_of = [](std::string_view rest) {
    return rest.substr(0, rest.find('\n'));
  };
  std::string_view line = line_of(text);
  if (line.starts_with("#!") && line.size() < text.size()) {
    line = line_of(text.substr(line.size() + 1));
  }
  const bool marked =
      line.starts_with('#') && line.find(own_mark) != std::string_view::npos;
  return marked ? line : std::string_view();
}

// Whether the file is to be written; throws when something is in its way.
bool is_needed(const std::string& path, const NewFile& file) {
  struct stat status = {};
  if (lstat(path.c_str(), &status) != 0) return true;
  std::optional<std::string> there;
  if (S_ISREG(status.st_mode)) there = read_small_file(path, largest_existing);
  if (there == file.text) return false;
  if (there && is_written_by_harden(*there)) {
    if (mark_of(*there) == mark_of(file.text)) return true;
    throw OutputError(path,
                      "was written for another Dockerfile, whose script would "
                      "differ; give both the same `--user`, or remove it when "
                      "that Dockerfile is gone");
  }
  throw OutputError(path,
                    "is there already and not of harden's making, so nothing "
                    "is written; move it away or give it another name");
}

}  // namespace

bool is_written_by_harden(std::string_view text) {
  return !mark_of(text).empty();
}

ContextFiles::ContextFiles(const std::vector<NewFile>& files,
                           const std::string& context) {
  for (const NewFile& it : files) {
    // Beyond the context's root there is nothing, as for the engine.
    const std::string inside = clean_path("/" + it.path).substr(1);
    const std::string path = join_path(context, inside);
    require_place(context, path);
    if (!is_needed(path, it)) continue;
    require_writable(path);
    planned_.push_back({path, it});
  }
}

void ContextFiles::write_one(const Planned& planned) {
  write_new_file(planned.path, planned.file.text, planned.file.mode);
}

}  // namespace harden::cli
