#include "cli/search/directory_context.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/files/clean_path.h"
#include "base/files/file_kind.h"
#include "base/files/read_input.h"

namespace harden::cli {
namespace {

// How many names are looked at for each that may be answered, so that a huge
// excluded folder does not hold up the rest.
constexpr std::size_t looks_per_answer = 20;
constexpr int most_parents = 6;
constexpr std::size_t most_found = 1000;

// The names in a folder, sorted: the order of the disk would make answers
// differ between machines.
std::vector<std::string> names_in(const std::string& folder,
                                  std::size_t limit) {
  std::vector<std::string> names;
  DIR* stream = opendir(folder.c_str());
  if (stream == nullptr) return names;
  while (const dirent* item = readdir(stream)) {
    const std::string_view name = item->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
    if (names.size() >= limit) break;
  }
  closedir(stream);
  std::ranges::sort(names);
  return names;
}

bool is_repository(const std::string& folder) {
  return exists(join_path(folder, ".git"));
}

}  // namespace

DirectoryContext::DirectoryContext(std::string root, std::string dockerfile,
                                   std::string real_root)
    : given_root_(std::move(root)),
      dockerfile_(std::move(dockerfile)),
      root_(std::move(real_root)) {}

const std::string& DirectoryContext::root() const {
  if (root_.empty()) root_ = resolved(given_root_);
  return root_;
}

const IgnoreFile& DirectoryContext::ignore_file() const {
  if (!ignore_file_) {
    const auto found = find_ignore_file(dockerfile_, given_root_);
    has_ignore_file_ = found.has_value();
    ignore_file_ = found ? IgnoreFile(found->text) : IgnoreFile();
  }
  return *ignore_file_;
}

std::optional<bool> DirectoryContext::has_ignore_file() const {
  ignore_file();
  return has_ignore_file_;
}

DirectoryContext::Part DirectoryContext::part_at(
    const std::string& path) const {
  const auto known = parts_.find(path);
  if (known != parts_.end()) return known->second;
  if (parts_.size() >= most_found) parts_.clear();
  struct stat status = {};
  const Part found = lstat(path.c_str(), &status) != 0 ? Part::missing
                     : S_ISLNK(status.st_mode)         ? Part::link
                                                       : Part::other;
  return parts_.emplace(path, found).first->second;
}

// Where `path`, relative and clean, leads below the root, which holds no link;
// empty for nothing. Most paths hold no link either: then it takes one call for
// each of their parts, and none for those of the root.
std::string DirectoryContext::resolved_below(const std::string& path) const {
  std::string whole = join_path(root(), path);
  for (std::size_t end = whole.size() - path.size(); end != whole.npos;) {
    end = whole.find('/', end + 1);
    const Part part = part_at(whole.substr(0, end));
    if (part == Part::missing) return {};
    if (part == Part::link) return resolved(whole);
  }
  return whole;
}

std::optional<DirectoryContext::Place> DirectoryContext::locate(
    std::string_view path) const {
  if (root().empty() || path.find('\0') != path.npos) return std::nullopt;
  // As for the engine, `..` in front stops at the context's root.
  std::string clean = clean_path("/" + std::string(path)).substr(1);
  if (clean.empty()) return Place{".", root()};
  const std::string absolute = resolved_below(clean);
  const std::string inside = root() == "/" ? "/" : root() + "/";
  if (absolute != root() && !absolute.starts_with(inside)) return std::nullopt;
  return Place{std::move(clean), absolute};
}

// A link to a file that is left out leads nowhere.
bool DirectoryContext::is_excluded(const Place& place) const {
  if (place.path == ".") return false;
  if (ignore_file().excludes(place.path)) return true;
  if (place.absolute == root()) return false;
  const auto skip = root() == "/" ? 1 : root().size() + 1;
  return ignore_file().excludes(std::string_view(place.absolute).substr(skip));
}

std::optional<ContextEntry> DirectoryContext::entry(const Place& place) const {
  struct stat status = {};
  if (stat(place.absolute.c_str(), &status) != 0) return std::nullopt;
  const bool directory = S_ISDIR(status.st_mode);
  if (!directory && !S_ISREG(status.st_mode)) return std::nullopt;
  return ContextEntry{place.path, status.st_mode & 07777U, directory};
}

std::optional<ContextEntry> DirectoryContext::find(
    std::string_view path) const {
  const auto known = found_.find(path);
  if (known != found_.end()) return known->second;
  if (found_.size() >= most_found) found_.clear();
  return found_.emplace(path, look_up(path)).first->second;
}

std::optional<ContextEntry> DirectoryContext::look_up(
    std::string_view path) const {
  const auto place = locate(path);
  if (!place) return std::nullopt;
  const auto found = entry(*place);
  if (!found || !is_excluded(*place)) return found;
  // An excluded folder comes along when something below it does.
  const bool comes_along = found->directory && !list(path, 1).empty();
  return comes_along ? found : std::nullopt;
}

std::optional<std::string> DirectoryContext::read(std::string_view path,
                                                  std::size_t limit) const {
  const auto place = locate(path);
  if (!place || is_excluded(*place)) return std::nullopt;
  return read_small_file(place->absolute, limit);
}

std::vector<ContextEntry> DirectoryContext::list(std::string_view path,
                                                 std::size_t limit) const {
  std::vector<ContextEntry> result;
  const auto top = locate(path);
  if (!top) return result;
  std::size_t looks = limit * looks_per_answer + 1000;
  std::vector<std::string> folders = {top->path};
  while (!folders.empty() && result.size() < limit) {
    const std::string folder = std::move(folders.back());
    folders.pop_back();
    const std::string absolute = join_path(root(), folder);
    std::vector<std::string> below;
    for (const auto& name : names_in(absolute, looks)) {
      if (result.size() >= limit || looks == 0) break;
      --looks;
      const auto place = locate(join_path(folder, name));
      const auto found = place ? entry(*place) : std::nullopt;
      if (!found) continue;
      const bool excluded = is_excluded(*place);
      if (!excluded) result.push_back(*found);
      // Links to folders are not entered: they may lead in circles.
      if (found->directory && (!excluded || ignore_file().has_exceptions()) &&
          !is_link(join_path(absolute, name))) {
        below.push_back(place->path);
      }
    }
    folders.insert(folders.end(), below.rbegin(), below.rend());
  }
  return result;
}

// The nearest first, not beyond the repository.
const std::vector<std::string>& DirectoryContext::folders_above() const {
  if (folders_above_) return *folders_above_;
  folders_above_.emplace();
  std::string folder = root();
  for (int i = 0; i < most_parents && !is_repository(folder); ++i) {
    folder = folder_of(folder);
    if (folder == "/") break;
    folders_above_->push_back(folder);
  }
  return *folders_above_;
}

std::string DirectoryContext::look_above(const std::string& clean) const {
  std::string as_given = given_root_;
  for (const std::string& folder : folders_above()) {
    as_given += "/..";
    if (!is_file_itself(join_path(folder, clean))) continue;
    // Beyond a link `..` leads elsewhere.
    const std::string shown = clean_path(as_given);
    return resolved(shown) == folder ? shown : folder;
  }
  return {};
}

// Only whether there is a file is told, nothing of what is in it.
std::string DirectoryContext::wider_context(std::string_view path) const {
  if (root().empty() || path.find('\0') != path.npos) return {};
  const std::string clean = clean_path("/" + std::string(path)).substr(1);
  if (clean.empty()) return {};
  const auto known = found_above_.find(clean);
  if (known != found_above_.end()) return known->second;
  if (found_above_.size() >= most_found) found_above_.clear();
  return found_above_.emplace(clean, look_above(clean)).first->second;
}

}  // namespace harden::cli
