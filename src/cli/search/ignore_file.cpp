#include "cli/search/ignore_file.h"

#include <algorithm>
#include <utility>

#include "base/files/clean_path.h"
#include "base/files/read_input.h"

namespace harden::cli {
namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

}  // namespace

IgnoreFile::IgnoreFile(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    add_line(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

void IgnoreFile::add_line(std::string_view line) {
  if (line.starts_with('#')) return;
  line = trim(line);
  const bool exception = line.starts_with('!');
  if (exception) line = trim(line.substr(1));
  if (line.empty()) return;
  std::string pattern = clean_path(line);
  if (pattern.size() > 1 && pattern.front() == '/') pattern.erase(0, 1);
  auto glob = ignore_glob(pattern);
  // The engine stops at such a line; its own message is better than ours.
  if (!glob) return;
  rules_.push_back({std::move(*glob), exception});
  has_exceptions_ |= exception;
}

bool IgnoreFile::excludes(std::string_view path) const {
  bool excluded = false;
  for (const auto& rule : rules_) {
    // A rule can only turn the answer.
    if (rule.exception != excluded) continue;
    for (auto end = path.find('/');; end = path.find('/', end + 1)) {
      if (rule.glob.matches(path.substr(0, end))) {
        excluded = !rule.exception;
        break;
      }
      if (end == std::string_view::npos) break;
    }
  }
  return excluded;
}

std::optional<IgnoreText> find_ignore_file(const std::string& dockerfile,
                                           const std::string& context) {
  constexpr std::size_t largest = std::size_t{1} << 20;
  if (!dockerfile.empty()) {
    const std::string own = dockerfile + ".dockerignore";
    if (auto text = read_small_file(own, largest)) return {{own, *text, true}};
  }
  if (context.empty()) return std::nullopt;
  const std::string path = join_path(context, ".dockerignore");
  auto text = read_small_file(path, largest);
  if (!text) return std::nullopt;
  return {{path, *std::move(text), false}};
}

}  // namespace harden::cli
