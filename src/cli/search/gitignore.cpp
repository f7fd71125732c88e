#include "cli/search/gitignore.h"

#include <algorithm>
#include <utility>

#include "base/files/clean_path.h"

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

}  // namespace harden::cli
