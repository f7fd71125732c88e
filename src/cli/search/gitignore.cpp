#include "cli/search/gitignore.h"

#include <algorithm>
#include <utility>

#include "base/files/clean_path.h"
#include "base/files/file_kind.h"
#include "base/files/read_input.h"

namespace harden::cli {
namespace {

// Blanks at the end do not count unless a backslash stands before them.
std::string_view without_blanks(std::string_view line) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == ' ') continue;
    if (line[at] == '\\') {
      if (at + 1 == line.size()) return line;
      ++at;
    }
    end = at + 1;
  }
  return line.substr(0, end);
}

constexpr std::size_t max_list = std::size_t{1} << 20;
constexpr std::size_t max_git_file = 8192;

std::string first_line(const std::string& path) {
  std::string text = read_small_file(path, max_git_file).value_or("");
  return text.substr(0, text.find_first_of("\r\n"));
}

std::string below(const std::string& folder, const std::string& path) {
  return path.starts_with('/') ? path : join_path(folder, path);
}

// Where a repository keeps info/exclude. In a worktree .git is a file that
// leads to a folder, and that one to the repository's.
std::string git_folder(const std::string& repository) {
  const std::string git = join_path(repository, ".git");
  if (!is_file_itself(git)) return git;
  constexpr std::string_view key = "gitdir: ";
  const std::string line = first_line(git);
  if (!line.starts_with(key)) return git;
  const std::string own = below(repository, line.substr(key.size()));
  const std::string common = first_line(join_path(own, "commondir"));
  return common.empty() ? own : below(own, common);
}

}  // namespace

bool GitIgnore::Rule::matches(std::string_view path) const {
  return glob.matches(names_only ? name_of(path) : path);
}

GitIgnore::GitIgnore(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    add_line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void GitIgnore::add_line(std::string_view line) {
  if (line.starts_with('#')) return;
  if (line.ends_with('\r')) line.remove_suffix(1);
  // git reads lines as C does.
  line = without_blanks(line.substr(0, line.find('\0')));
  const bool negated = line.starts_with('!');
  if (negated) line.remove_prefix(1);
  const bool folders_only = line.ends_with('/');
  if (folders_only) line.remove_suffix(1);
  if (line.empty()) return;
  const bool names_only = line.find('/') == line.npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  // git compares what stands before the first wildcard as text.
  auto glob =
      git_glob(line, names_only ? GitSlash::is_any_byte : GitSlash::separates,
               plain_length(line));
  if (!glob) return;
  rules_.push_back({std::move(*glob), negated, folders_only, names_only});
}

std::optional<bool> GitIgnore::ignores(std::string_view path,
                                       bool is_folder) const {
  for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule) {
    if (rule->folders_only && !is_folder) continue;
    if (rule->matches(path)) return !rule->negated;
  }
  return std::nullopt;
}

// git does not follow a link that is called .gitignore.
void IgnoreChain::add(std::string above, std::size_t skip,
                      const std::string& file) {
  if (!is_file_itself(file)) return;
  const auto text = read_small_file(file, max_list);
  if (!text) return;
  GitIgnore list(*text);
  if (!list.empty()) {
    levels_.push_back({std::move(above), skip, std::move(list)});
  }
}

void IgnoreChain::add_excludes(std::string above, std::size_t skip,
                               const std::string& repository) {
  add(std::move(above), skip,
      join_path(git_folder(repository), "info/exclude"));
}

void IgnoreChain::start(const std::string& folder) {
  levels_.clear();
  begin_ = 0;
  const std::string real = resolved(folder);
  if (real.empty() || exists(join_path(real, ".git"))) return;
  std::string top = real;
  while (top != "/" && !exists(join_path(top, ".git"))) top = folder_of(top);
  if (!exists(join_path(top, ".git"))) return;
  const auto above = [&](const std::string& from) {
    return real.substr(from == "/" ? 1 : from.size() + 1) + "/";
  };
  const std::size_t skip = folder == "." ? 0 : join_path(folder, "").size();
  add_excludes(above(top), skip, top);
  for (std::string at = top; at != real;) {
    add(above(at), skip, join_path(at, ".gitignore"));
    const auto next = at == "/" ? 1 : at.size() + 1;
    at = real.substr(0, real.find('/', next));
  }
}

IgnoreChain::Mark IgnoreChain::enter(const std::string& prefix,
                                     bool is_repository, bool has_ignores) {
  const Mark mark{begin_, levels_.size()};
  const std::string folder = prefix.empty() ? "." : prefix;
  if (is_repository) {
    begin_ = levels_.size();
    add_excludes("", prefix.size(), folder);
  }
  if (has_ignores) add("", prefix.size(), join_path(folder, ".gitignore"));
  return mark;
}

void IgnoreChain::leave(const Mark& mark) {
  begin_ = mark.begin;
  levels_.erase(levels_.begin() + static_cast<std::ptrdiff_t>(mark.end),
                levels_.end());
}

bool IgnoreChain::ignores(std::string_view path, bool is_folder) const {
  for (std::size_t i = levels_.size(); i > begin_; --i) {
    const Level& level = levels_[i - 1];
    const std::string_view rest = path.substr(level.skip);
    const auto said =
        level.above.empty()
            ? level.list.ignores(rest, is_folder)
            : level.list.ignores(level.above + std::string(rest), is_folder);
    if (said) return *said;
  }
  return false;
}

}  // namespace harden::cli
